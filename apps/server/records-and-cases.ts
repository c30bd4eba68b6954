import { readHours } from "#engines/calendar";
import type { CaseType } from "#engines/cases";
import type { CityPlaces } from "#engines/places";
import type { RecordType } from "#engines/registers";
import type { AppendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import type { Events } from "#platform/events";
import type { FileStore } from "#platform/files/server";
import type { Log } from "#platform/http";
import { multipartReader, type HttpServer, type Route } from "#platform/http/server";
import type { Identity } from "#platform/identity/server";
import type { RecurringJob } from "#platform/jobs";
import type { City } from "#platform/pack";
import type { Refreshing } from "#platform/refresh";
import { clauseOf, type OfferedType } from "#services/cases";
import { CASE_FORM_LIMITS, caseDeskRoutes, caseJobs, casePortalRoutes, caseService, keepCounts, type CasesPortal, type CaseService, type CountsKeeper } from "#services/cases/server";
import type { Notice } from "#services/notices";
import type { PublicRegister } from "#services/registers";
import { publicListRoutes, registerDeskRoutes, registerPortalRoutes, type RegisterService, type RegistersPortal } from "#services/registers/server";
import type { Pool } from "pg";
import { registersOf } from "./registers.ts";

type Parts = {
  readonly pool: Pool; readonly clock: Clock; readonly audit: AppendAudit; readonly events: Events; readonly secret: Uint8Array; readonly city: City; readonly places: CityPlaces; readonly log: Log; readonly files: FileStore;
  readonly recordTypes: readonly RecordType[]; readonly caseTypes: readonly CaseType[]; readonly notices: () => readonly Notice[];
  readonly identity: Pick<Identity, "namesOf" | "bodiesOf" | "colleagues">;
  /** Pages that show records or counts are to be made anew. */
  readonly forgetPages: () => void;
};

/** Registers and cases of this install, which know of each other through what is handed on here. */
export type RecordsAndCases = {
  readonly registers: RegisterService;
  readonly cases: CaseService;
  readonly counts: CountsKeeper;
  /** What residents may look up and ask now. */
  readonly shown: () => readonly PublicRegister[];
  readonly offered: () => readonly OfferedType[];
  readonly watched: readonly Refreshing[];
  readonly jobs: readonly RecurringJob[];
  readonly routes: (http: HttpServer, portal: CasesPortal & RegistersPortal) => Promise<readonly Route[]>;
};

/** A table at the desk, or a form with pictures. */
const TABLE_LIMITS = { fileBytesMax: 20 * 1024 * 1024, fieldBytesMax: 6 * 1024 * 1024, fieldsMax: 20, bytesAtOnceMax: 128 * 1024 * 1024 };

/** Puts both together: cases look up records, records open cases, both are shown by the clauses of the notices in force. */
export async function recordsAndCases({ pool, clock, audit, events, secret, city, places, log, files, recordTypes, caseTypes, notices, identity, forgetPages }: Parts): Promise<RecordsAndCases> {
  const registers = registersOf({ pool, clock, audit, events, secret, types: recordTypes, city, log, notices, places, namesOf: identity.namesOf, bodiesOf: identity.bodiesOf, changed: forgetPages });
  const cases = await caseService({ pool, clock, audit, city, secret, files, types: caseTypes, matches: registers.ports.matchRecords, hours: (text) => readHours(text)?.text ?? null });
  const districts = [city, ...city.districts, ...(city.invented === null ? [] : [city.invented])].map(({ code }) => code);
  const counts = keepCounts({ pool, districts, clock, log, changed: forgetPages });
  return {
    registers, cases, counts, shown: registers.shown,
    offered: () => cases.parts.types.current.flatMap(({ type }) => (type.group === "inner" ? [] : [{ type, clause: clauseOf(notices(), type) }])),
    watched: [...(recordTypes.length === 0 ? [] : [registers.keeper]), ...(caseTypes.length === 0 ? [] : [counts])],
    jobs: [...(recordTypes.length === 0 ? [] : registers.jobs), ...(caseTypes.length === 0 ? [] : caseJobs({ service: cases, log }))],
    routes: async (http, portal) => {
      const { keeping, imports, lists, views, exports, own, keeper, setting, types } = registers;
      const [readTable, readForm] = [await multipartReader(http.app, TABLE_LIMITS), await multipartReader(http.app, CASE_FORM_LIMITS)];
      return [
        ...(types.length === 0 ? [] : [
          ...registerPortalRoutes({ http, portal, keeper, own, clock, setting, readUpload: readForm }), ...publicListRoutes({ http, keeper, clock, setting }),
          ...registerDeskRoutes({ http, types, clock, keeping, imports, lists, views, exports, readUpload: readTable, kept: keeper.refreshSoon }),
        ]),
        ...(caseTypes.length === 0 ? [] : [
          ...casePortalRoutes({ http, portal, service: cases, notices, readUpload: readForm, changed: () => { void counts.refresh().catch(() => false); } }),
          ...caseDeskRoutes({ http, service: cases, notices, namesOf: identity.namesOf, colleagues: (district) => identity.colleagues("cases.handle", district), chases: (of) => registers.ports.chases(of).then((all) => all.map((each) => ({ ...each, registerName: { ...each.registerName } }))), changed: () => { void counts.refresh().catch(() => false); } }),
        ]),
      ];
    },
  };
}
