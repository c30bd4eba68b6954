import { type CaseCalendar, type CaseType, OFFICIAL_CALENDAR } from "#engines/cases";
import type { FormSetting } from "#engines/forms";
import type { AppendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import type { FileStore } from "#platform/files/server";
import type { Log } from "#platform/http";
import { dayInChina } from "#platform/i18n";
import { triesByAddress } from "#platform/identity/server";
import type { City } from "#platform/pack";
import type { ClientBase, Pool } from "pg";
import type { CaseParts } from "./case-record.ts";
import { type ActingOfficer, type ApplicantOrder, assignCase, type Changed, type CommandOn, moveCase, noteCase, nudgeCase, rateCase, supplementCase } from "./change-case.ts";
import { eraseOver, runClock } from "./clock-jobs.ts";
import type { FindMatches } from "./find-matches.ts";
import { findReceipt, type ReceiptOutcome } from "./find-receipt.ts";
import type { CaseAddress } from "./kept-case.ts";
import { keptTypes } from "./kept-types.ts";
import { openCase, openFromRecord, type OpenOrder, type OpenOutcome, type RecordOrder } from "./open-case.ts";
import { handOverCase, mergeCase } from "./pass-on.ts";
import { receipts } from "./receipt.ts";

/** What the service is made of. `matches` left out: no register is ever looked up, and none is found. `hours` reads opening hours; left out, none can be answered. */
export type CaseServiceOptions = {
  readonly pool: Pool; readonly clock: Clock; readonly audit: AppendAudit; readonly city: Pick<City, "code" | "name" | "districts" | "invented">; readonly secret: Uint8Array; readonly files: FileStore;
  readonly types: readonly CaseType[]; readonly matches?: FindMatches; readonly hours?: FormSetting["hours"]; readonly calendar?: CaseCalendar;
};

/** Everything that is done to cases, each thing once and in one transaction. Who may do it is seen to by whoever calls. */
export type CaseService = {
  readonly parts: CaseParts;
  readonly open: (order: OpenOrder) => Promise<OpenOutcome>;
  /** In the caller's transaction; see `openFromRecord`. */
  readonly openFromRecord: (tx: ClientBase, order: RecordOrder) => Promise<CaseAddress>;
  readonly move: (on: CommandOn, by: ActingOfficer | { readonly kind: "applicant" }, order: ApplicantOrder) => Promise<Changed>;
  readonly assign: (on: CommandOn, by: ActingOfficer, to: string | null) => Promise<Changed>;
  readonly note: (on: CommandOn, by: ActingOfficer, text: string) => Promise<Changed>;
  readonly merge: (on: CommandOn, by: ActingOfficer, into: CaseAddress) => Promise<Changed>;
  readonly handOver: (on: CommandOn, by: ActingOfficer, to: { readonly district: string; readonly reason: string }) => Promise<Changed>;
  readonly supplement: (on: Omit<CommandOn, "revision">, text: string, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) => Promise<Changed>;
  readonly nudge: (on: Omit<CommandOn, "revision">) => Promise<Changed>;
  readonly rate: (on: Omit<CommandOn, "revision">, satisfied: boolean, text: string | null) => Promise<Changed>;
  /** `from`: the caller's address, by which wrong tries are counted. */
  readonly findReceipt: (given: { readonly number: string; readonly secret: string; readonly from: string }) => Promise<ReceiptOutcome>;
  /** `log` is told of cases that failed; the others go on. */
  readonly runClock: (log?: Log) => Promise<number>;
  readonly eraseOver: (log?: Log) => Promise<number>;
};

/** The cases of an installation; keeps the versions of the pack's types first. */
export async function caseService({ pool, clock, audit, city, secret, files, types, matches = async () => [], hours = () => null, calendar = OFFICIAL_CALENDAR }: CaseServiceOptions): Promise<CaseService> {
  const districts = [...city.districts, ...(city.invented === null ? [] : [city.invented])];
  const parts: CaseParts = {
    pool, clock, audit, city, files, calendar, matches, receipts: receipts(secret), types: await keptTypes({ pool, city: city.code, types, machineNow: clock.machineNow }),
    form: { hours, districts: districts.map(({ code, name, shortName }) => ({ code, names: [name.zh, shortName.zh, name.en, shortName.en] })) },
  };
  const tries = triesByAddress();
  return {
    parts,
    open: (order) => openCase(parts, order),
    openFromRecord: (tx, order) => openFromRecord(tx, parts, order),
    move: (on, by, order) => moveCase(parts, on, by, order),
    assign: (on, by, to) => assignCase(parts, on, by, to),
    note: (on, by, text) => noteCase(parts, on, by, text),
    merge: (on, by, into) => mergeCase(parts, on, by, into),
    handOver: (on, by, to) => handOverCase(parts, on, by, to),
    supplement: (on, text, sent) => supplementCase(parts, on, text, sent),
    nudge: (on) => nudgeCase(parts, on, (at) => dayInChina(new Date(at))),
    rate: (on, satisfied, text) => rateCase(parts, on, satisfied, text),
    findReceipt: (given) => findReceipt(parts, tries, given),
    runClock: (log) => runClock(parts, log), eraseOver: (log) => eraseOver(parts, log),
  };
}
