import { addTotals, whoseEntry, type RecordType, type Total } from "#engines/registers";
import type { Clock } from "#platform/clock";
import { inTransaction } from "#platform/db/server";
import type { Log } from "#platform/http";
import { dayInChina, type LocalText } from "#platform/i18n";
import { keepRefreshed, type Refreshing } from "#platform/refresh";
import { setImmediate as pause } from "node:timers/promises";
import type { ClientBase, Pool } from "pg";
import { countRecords, findPageByName, findRecords, LAST_SIGN, type ListedRecord, type ListPlace } from "../lists/server/store.ts";
import { stateOf } from "./open-states.ts";
import type { PublicEntry, PublicList } from "./public-list.ts";

/** Holds the public side of registers in memory, so that pages are drawn without the database. */
export type ListsKeeper = Refreshing & {
  readonly current: () => ReadonlyMap<string, PublicList>;
  /** Something was kept: it is looked at in the background, once for however many are waiting, and whoever kept it waits for nothing. */
  readonly refreshSoon: () => void;
};

type KeeperParts = { readonly pool: Pool; readonly districts: readonly string[]; readonly types: readonly RecordType[]; readonly nameOf: (code: string) => LocalText; readonly clock: Pick<Clock, "policyNow" | "drill">; readonly log: Log; readonly changed: () => void; readonly bodiesOf: BodiesOf };

/** A register as it was read; who confirmed its records is asked for afterwards, on another connection. */
type Taken = { readonly list: PublicList; readonly records: readonly ListedRecord[]; readonly totals: readonly Total[] | null };

/** The body each of these people works for; who has none is left out. */
export type BodiesOf = (people: readonly string[]) => Promise<Readonly<Record<string, LocalText>>>;

const AT_ONCE = 2_000;
/** Entries of a list for everybody that are held; a longer one is cut, by name. */
export const HELD_MOST = 50_000;

/** Taking that takes longer is not done again before so many times as long has passed. */
const [LONG_MILLISECONDS, RESTS] = [250, 20];

/** A keeper of what is public; empty until its first `refresh`. While the database is away the last state goes on being shown. */
export function keepPublicLists({ pool, districts, types, nameOf, clock, log, changed, bodiesOf }: KeeperParts): ListsKeeper {
  const shown = types.filter((type) => type.public !== null);
  let lists: ReadonlyMap<string, PublicList> = new Map();
  /** Until when a register whose taking takes long is left as it is, though it changed. */
  const restingUntil = new Map<string, number>();
  /** Hours are read here, some at once, and not while somebody waits for a page. */
  async function entriesOf(type: RecordType, records: readonly ListedRecord[]): Promise<readonly PublicEntry[]> {
    if (records.length === 0) return [];
    const bodies = await bodiesOf([...new Set(records.map(({ confirmedBy }) => confirmedBy))]);
    const entries: PublicEntry[] = [];
    for (const { district, id, values, recordedAt, confirmedAt, confirmedBy, staleFrom } of records) {
      const entry = { district, id, values, recordedAt, confirmedAt, confirmedBy: bodies[confirmedBy] ?? null, staleFrom };
      entries.push(entry);
      stateOf(type, entry, clock.policyNow());
      if (entries.length % AT_ONCE === 0) await pause();
    }
    return entries;
  }

  let isAsked = false;
  async function refreshNow(): Promise<boolean> {
    // What is kept from now on is looked at another time.
    isAsked = false;
    const day = dayInChina(clock.policyNow());
    const found = await inTransaction(pool, { districts, actor: "server" }, async (tx) => {
      const counts = await countRecords(tx, shown.map(({ key }) => key), districts, clock.drill);
      const taken: Taken[] = [];
      for (const type of shown) {
        const { records = 0, changes = 0 } = counts.get(type.key) ?? {};
        const before = lists.get(type.key);
        if (before?.number === changes && before.day === day) continue;
        const started = performance.now();
        if (before?.day === day && started < (restingUntil.get(type.key) ?? 0)) continue;
        taken.push({ list: { type, number: changes, day, count: records, entries: [], totals: null }, ...await take(tx, type, day) });
        const took = performance.now() - started;
        if (took > LONG_MILLISECONDS) restingUntil.set(type.key, performance.now() + took * RESTS);
      }
      return taken;
    });
    const next = new Map(lists);
    for (const { list, records, totals } of found) next.set(list.type.key, { ...list, totals, entries: await entriesOf(list.type, records) });
    const isSame = [...next].every(([key, list]) => lists.get(key) === list);
    lists = next;
    if (!isSame) changed();
    return !isSame;
  }

  async function take(tx: ClientBase, type: RecordType, day: string): Promise<Pick<Taken, "records" | "totals">> {
    const view = type.public;
    const totalled = view?.kind === "totals" ? view : view?.kind === "own" ? view.totals : null;
    const adding = totalled === null ? null : addTotals(type, totalled, day, nameOf);
    const records: ListedRecord[] = [];
    let after: ListPlace | null = null;
    for (;;) {
      const page: Awaited<ReturnType<typeof findPageByName>> = await findPageByName(tx, { register: type.key, districts, drill: clock.drill, from: "", to: LAST_SIGN, after, most: AT_ONCE });
      if (adding !== null) {
        // A person is known by their digest alone; the key holds it.
        const keys = new Map(type.unit === null && page.length > 0 ? (await findRecords(tx, type.key, page)).map(({ id, keyText }) => [id, keyText]) : []);
        for (const { id, district, values } of page) adding.add({ district, who: whoseEntry(type, values, keys.get(id) ?? id), values });
      } else records.push(...page);
      const last = page.at(-1);
      if (page.length < AT_ONCE || last === undefined || records.length >= HELD_MOST) return { records, totals: adding?.totals() ?? null };
      after = { sort: last.sortText, id: last.id };
    }
  }
  const refreshing = keepRefreshed("registers", log, refreshNow);
  return {
    ...refreshing, current: () => lists,
    refreshSoon: () => {
      if (isAsked) return;
      isAsked = true;
      // While the database is away the watch tells of it.
      void refreshing.refresh().catch(() => false);
    },
  };
}
