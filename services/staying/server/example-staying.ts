import { appendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import { createTestDatabase, inTransaction, type TestDatabase } from "#platform/db/server";
import type { FiledHeadcount, StayingPack } from "../headcount/index.ts";
import { headcountFiling, type FileHeadcount } from "./file-headcount.ts";
import { keepShares, type SharesKeeper } from "./keep-shares.ts";

export const [CITY, HERE, THERE] = ["150700", "150702", "150703"] as const;

/** Two kinds of bodies and two reasons. */
export const EXAMPLE_STAYING: StayingPack = {
  notice: "stay-put", clause: "travel",
  kinds: [{ key: "school", name: { zh: "学校", en: "Schools" }, duty: "travel.stay" }, { key: "firm", name: { zh: "企业", en: "Firms" }, duty: "travel.lead" }],
  reasons: { value: [{ key: "medical", name: { zh: "看病", en: "Medical care" } }, { key: "other", name: { zh: "其他", en: "Other" } }], source: { zh: "拟定", en: "given" }, asOf: "2026-11-29" },
};

/** A headcount of a school that says nothing special, but for what is given. */
export function headcount(given: Partial<FiledHeadcount> = {}): FiledHeadcount {
  return { district: HERE, body: "第一中学", kind: "school", day: "2021-01-26", total: 100, staying: 70, leaving: 20, reasons: { medical: 5, other: 15 }, ...given };
}

/** Headcounts of a city on a database of their own, the drill's day being 26 January 2021. */
export type ExampleStaying = {
  readonly database: TestDatabase;
  readonly file: FileHeadcount;
  readonly keeper: SharesKeeper;
  /** Rows as the database shows them to a transaction of these districts. */
  readonly rows: <Row extends object>(sql: string, districts?: readonly string[]) => Promise<Row[]>;
  readonly changes: () => number;
  readonly stop: () => Promise<void>;
};

export async function exampleStaying(): Promise<ExampleStaying> {
  const database = await createTestDatabase();
  const clock: Clock = { machineNow: () => new Date("2026-11-29T08:00:00Z"), policyNow: () => new Date("2021-01-26T01:00:00Z"), drill: true };
  let changes = 0;
  return {
    database, changes: () => changes, stop: () => database.drop(),
    file: headcountFiling({ pool: database.pool, clock, audit: appendAudit(clock), staying: EXAMPLE_STAYING }),
    keeper: keepShares({ pool: database.pool, districts: [CITY, HERE, THERE], staying: EXAMPLE_STAYING, clock, log: { info: () => undefined, warn: () => undefined, error: () => undefined }, changed: () => { changes += 1; } }),
    rows: async <Row extends object>(sql: string, districts: readonly string[] = [CITY, HERE, THERE]) => (await inTransaction(database.pool, { districts, actor: "test" }, (tx) => tx.query<Row>(sql))).rows,
  };
}
