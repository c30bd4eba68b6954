import type { CaseType } from "#engines/cases";
import { appendAudit } from "#platform/audit/server";
import { createTestDatabase, inTransaction, type TestDatabase } from "#platform/db/server";
import { fileStore } from "#platform/files/server";
import { HELP_TYPE, ROAD_BLOCK_TYPE } from "../../../engines/cases/example-types.ts";
import { caseService, type CaseService, type CaseServiceOptions } from "./case-service.ts";
import type { ActingOfficer, Changed, CommandOn } from "./change-case.ts";
import type { CaseAddress, KeptCase } from "./kept-case.ts";
import type { OpenOrder } from "./open-case.ts";
import { findCase } from "./store.ts";

export const [CITY, HERE, THERE] = ["150700", "150702", "150703"] as const;
export const ALL = [CITY, HERE, THERE];
const words = (name: string) => ({ zh: name, en: name });
/** A city of two districts. */
export const EXAMPLE_CITY: CaseServiceOptions["city"] = {
  code: CITY, name: words("呼伦贝尔市"), invented: null,
  districts: [{ code: HERE, name: words("海拉尔区"), shortName: words("海拉尔"), population: 1 }, { code: THERE, name: words("扎赉诺尔区"), shortName: words("扎赉诺尔"), population: 1 }],
};
/** A road that is blocked, and help that is asked for. */
export const EXAMPLE_TYPES: readonly CaseType[] = [ROAD_BLOCK_TYPE, HELP_TYPE];
export { HELP_TYPE, ROAD_BLOCK_TYPE };

/** A transparent picture of one pixel, as a phone might send it. */
export const PICTURE = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

export const officer = (person: string, reach: "city" | "district" = "district"): ActingOfficer => ({ kind: "officer", person, reach });
export const [ANNA, BERT, CITYS] = [officer("01890000-0000-7000-8000-00000000000a"), officer("01890000-0000-7000-8000-00000000000b"), officer("01890000-0000-7000-8000-00000000000c", "city")] as const;

/** What a resident sends, but for what is given. */
export function request(given: Partial<OpenOrder> = {}): OpenOrder {
  return { type: "road-block", commandKey: `command-${Math.random()}`, answers: { district: HERE, place: "G10 国道", kind: "earth", seen: "李某家门口的土堆" }, contact: { name: "王芳", telephone: "13800138000", forWhom: null }, files: [], via: "portal", by: { kind: "applicant" }, districts: ALL, ...given };
}

/** Cases on a database of their own; a test sets the time, which begins on 26 January 2021 at nine. */
export type ExampleCases = {
  readonly database: TestDatabase;
  readonly service: CaseService;
  readonly time: { now: Date };
  readonly options: CaseServiceOptions;
  /** Rows as the database shows them to a transaction of these districts. */
  readonly rows: <Row extends object>(sql: string, districts?: readonly string[]) => Promise<Row[]>;
  /** Opens a case and gives what its receipt says. */
  readonly opened: (given?: Partial<OpenOrder>) => Promise<{ readonly district: string; readonly number: string; readonly secret: string }>;
  /** A case as its row tells it. */
  readonly row: (address: CaseAddress) => Promise<KeptCase | null>;
  /** A command on a case by whoever has just seen it. */
  readonly on: (address: CaseAddress) => Promise<CommandOn>;
  readonly move: (address: CaseAddress, by: ActingOfficer | { readonly kind: "applicant" }, move: string, given?: object) => Promise<Changed>;
  readonly stop: () => Promise<void>;
};

export async function exampleCases(given: Partial<CaseServiceOptions> = {}): Promise<ExampleCases> {
  const database = await createTestDatabase();
  const time = { now: new Date("2021-01-26T01:00:00Z") };
  const clock = { machineNow: () => time.now, policyNow: () => time.now, drill: true };
  const options: CaseServiceOptions = {
    pool: database.pool, clock, audit: appendAudit(clock), city: EXAMPLE_CITY, secret: Buffer.alloc(32, 7), files: fileStore({ bucket: null, machineNow: clock.machineNow }), types: EXAMPLE_TYPES, ...given,
  };
  const service = await caseService(options);
  const row: ExampleCases["row"] = (address) => inTransaction(database.pool, { districts: ALL, actor: "test" }, (tx) => findCase(tx, address));
  const on: ExampleCases["on"] = async ({ district, number }) => ({ district, number, commandKey: `key-${Math.random()}`, revision: (await row({ district, number }))?.revision ?? 0 });
  return {
    row, on, move: async (address, by, move, more = {}) => service.move(await on(address), by, { move, answers: {}, reason: "写明理由", record: null, ...more }),
    database, service, time, options, stop: () => database.drop(),
    rows: async <Row extends object>(sql: string, districts: readonly string[] = ALL) => (await inTransaction(database.pool, { districts, actor: "test" }, (tx) => tx.query<Row>(sql))).rows,
    opened: async (order) => {
      const outcome = await service.open(request(order));
      if (outcome.kind !== "opened") throw new Error(JSON.stringify(outcome));
      return { ...outcome.address, secret: outcome.secret };
    },
  };
}
