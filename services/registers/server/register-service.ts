import { readHours } from "#engines/calendar";
import type { FormSetting, Point } from "#engines/forms";
import type { RecordType } from "#engines/registers";
import type { AppendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import type { Events } from "#platform/events";
import type { Log } from "#platform/http";
import type { LocalText } from "#platform/i18n";
import type { RecurringJob } from "#platform/jobs";
import type { City } from "#platform/pack";
import type { Pool } from "pg";
import { casePorts, type CasePorts } from "./case-ports.ts";
import { registerDigests } from "./digests.ts";
import { exportRecords, type ExportRecords } from "./export-records.ts";
import { recordImports, type RecordImports } from "./import-records.ts";
import { recordKeeping, type RecordKeeping } from "./keep-records.ts";
import { keepPublicLists, type BodiesOf, type ListsKeeper } from "./keep-public-lists.ts";
import { ownEntries, type OwnEntries } from "./own-entries.ts";
import { publicRegister, type PageSetting } from "./public-page.ts";
import type { PublicRegister } from "../portal-views.ts";
import { recordLists, type RecordLists } from "./record-lists.ts";
import { recordViews, type RecordViews } from "./record-views.ts";
import { recordWriter } from "./record-writer.ts";
import { registerJobs } from "./register-jobs.ts";

/** What registers are served with. */
export type RegisterServiceOptions = {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly audit: AppendAudit;
  readonly events: Pick<Events, "publish">;
  /** The installation's: without it digests of identity numbers say nothing. */
  readonly secret: Uint8Array;
  readonly types: readonly RecordType[];
  readonly city: Pick<City, "code" | "name" | "shortName" | "districts" | "invented">;
  readonly log: Log;
  /** A clause of a notice in force; null when it has no such clause any more. */
  readonly clauseOf: (notice: string, clause: string) => { readonly title: LocalText; readonly number: string | null } | null;
  readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
  /** The bodies people work for; left out: who confirmed is not told. */
  readonly bodiesOf?: BodiesOf;
  /** Where a place is that people name; left out: only positions are understood. */
  readonly findPlace?: (text: string) => Point | null;
  /** Something public changed: pages that are held are to be forgotten. */
  readonly changed: () => void;
};

/** Registers at work: what changes them, what is told of them, and what others ask. */
export type RegisterService = {
  readonly types: readonly RecordType[]; readonly keeping: RecordKeeping; readonly imports: RecordImports; readonly lists: RecordLists; readonly views: RecordViews; readonly exports: ExportRecords; readonly own: OwnEntries;
  readonly keeper: ListsKeeper; readonly setting: PageSetting;
  /** What residents may look up now, and how many places are open: the same list until the minute or a record changes. */
  readonly shown: () => readonly PublicRegister[];
  readonly ports: CasePorts; readonly jobs: readonly RecurringJob[]; readonly form: FormSetting;
};

/** Registers of a pack on a migrated database. `keeper` is to be refreshed, watched and stopped by the server. */
export function registerService({ pool, clock, audit, events, secret, types, city, log, clauseOf, namesOf, bodiesOf = async () => ({}), findPlace = () => null, changed }: RegisterServiceOptions): RegisterService {
  const places = [city, ...city.districts, ...(city.invented === null ? [] : [city.invented])];
  const codes = places.map(({ code }) => code);
  const named = new Map<string, LocalText>(places.map(({ code, name }) => [code, name]));
  const districts = (code: string): LocalText => named.get(code) ?? { zh: code, en: code };
  const form: FormSetting = { districts: places.map(({ code, name, shortName }) => ({ code, names: [...new Set([name.zh, name.en, shortName.zh, shortName.en])] })), hours: (text) => readHours(text)?.text ?? null };
  const digestOf = registerDigests(secret);
  const writer = recordWriter({ clock, events, types, digestOf });
  const parts = { pool, clock, audit, writer, form, digestOf };
  const keeper = keepPublicLists({ pool, districts: codes, types, nameOf: districts, clock, log, changed, bodiesOf });
  const setting: PageSetting = { places, nameOf: districts, clauseOf: (notice, clause) => { const found = clauseOf(notice, clause); return found === null ? null : { notice, clause, title: found.title, number: found.number }; }, findPlace };
  const lists = recordLists({ pool, clock, audit, districts });
  return {
    types, form, lists,
    keeping: recordKeeping(parts), imports: recordImports({ ...parts, districts }),
    views: recordViews({ pool, clock, audit, types, places, districts, clauseOf, namesOf }), exports: exportRecords({ pool, audit, lists, districts }),
    own: ownEntries({ pool, clock, audit, districts: codes, nameOf: districts, digestOf }), keeper, setting, shown: shownByMinute(keeper, setting, clock),
    ports: casePorts({ pool, clock, types, districts }), jobs: registerJobs({ pool, clock, audit, types, districts: codes }),
  };
}

/** Counting which of many places are open costs more than a page does: it is done once a minute. */
function shownByMinute({ current }: Pick<ListsKeeper, "current">, setting: PageSetting, clock: Pick<Clock, "policyNow">): () => readonly PublicRegister[] {
  let [from, minute, shown]: [ReturnType<ListsKeeper["current"]> | null, number, readonly PublicRegister[]] = [null, -1, []];
  return () => {
    const now = clock.policyNow();
    const [lists, at] = [current(), Math.floor(now.getTime() / 60_000)];
    if (lists !== from || at !== minute) [from, minute, shown] = [lists, at, [...lists.values()].map((list) => publicRegister(list, now, setting))];
    return shown;
  };
}
