import type { Gazetteer } from "#engines/places";
import { inTransaction } from "#platform/db/server";
import type { Log } from "#platform/http";
import { keepRefreshed, type Refreshing } from "#platform/refresh";
import type { ClientBase, Pool } from "pg";
import type { KnownArea } from "../risk-list/index.ts";
import { riskMap, type RiskSnapshot } from "../risk-map/index.ts";
import { findAreas, findListAt, lastNumber, nextChangeAfter, numberKnownAt } from "./store.ts";

/** Holds the levels of now in memory, and finds those of past moments. */
export type LevelKeeper = Refreshing & {
  readonly current: () => RiskSnapshot;
  /** The levels as they were known and held at a moment; the last few are kept. */
  readonly at: (moment: Date) => Promise<RiskSnapshot>;
};

type KeeperParts = { readonly pool: Pool; readonly district: string; readonly places: Gazetteer; readonly policyNow: () => Date; readonly log: Log; readonly changed: (snapshot: RiskSnapshot) => void | Promise<void> };

/** A keeper; empty until its first `refresh`. While the database is away the last levels go on being served. */
export function keepLevels({ pool, district, places, policyNow, log, changed }: KeeperParts): LevelKeeper {
  let snapshot: RiskSnapshot = { number: 0, at: new Date(0), until: null, list: null, areas: [], map: riskMap<KnownArea>(places, []) };
  let isFirst = true;
  let turns: Promise<unknown> = Promise.resolve();
  const past = new Map<string, RiskSnapshot>();
  const reading = <Result>(work: (tx: ClientBase) => Promise<Result>): Promise<Result> => inTransaction(pool, { districts: [district], actor: "server" }, work);

  async function take(tx: ClientBase, at: Date, known: number): Promise<RiskSnapshot> {
    const areas = await findAreas(tx, district, { at, known });
    return { number: known, at, until: await nextChangeAfter(tx, district, { at, known }), list: await findListAt(tx, district, { at, known }), areas, map: riskMap(places, areas) };
  }

  async function refreshNow(): Promise<boolean> {
    const now = policyNow();
    const next = await reading(async (tx) => {
      const number = await lastNumber(tx, district);
      const isSame = !isFirst && number === snapshot.number && now >= snapshot.at && (snapshot.until === null || now < snapshot.until);
      return isSame ? null : take(tx, now, number);
    });
    if (next === null) return false;
    [snapshot, isFirst] = [next, false];
    await changed(snapshot);
    return true;
  }

  return {
    current: () => snapshot, ...keepRefreshed("levels", log, refreshNow),
    at: async (moment) => {
      const key = moment.toISOString();
      const kept = past.get(key);
      // What was known at a moment that is still to come, or is this very one, may yet grow.
      if (kept !== undefined) return kept;
      // One after the other: however many moments strangers ask for, one connection is enough for them.
      const asked = turns.then(async () => past.get(key) ?? reading(async (tx) => take(tx, moment, await numberKnownAt(tx, district, moment))));
      turns = asked.catch(() => undefined);
      const found = await asked;
      if (past.size >= PAST_KEPT) past.clear();
      // A statement of just before may still be on its way into the database.
      if (moment.getTime() < policyNow().getTime() - SETTLED_MILLISECONDS) past.set(key, found);
      return found;
    },
  };
}

const SETTLED_MILLISECONDS = 60_000;
/** Past moments that are kept; a list of a whole country is a few megabytes. */
const PAST_KEPT = 8;
