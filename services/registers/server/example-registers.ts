import { recordTypeInFile, type RecordType } from "#engines/registers";
import { appendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import { createTestDatabase, inTransaction, type TestDatabase } from "#platform/db/server";
import { createEvents, type Events } from "#platform/events";
import { csvText } from "#platform/csv";
import { registerService, type RegisterService, type RegisterServiceOptions } from "./register-service.ts";
import { readTableFile, type TableFile } from "./table-file.ts";

/** The example's city and two of its districts. */
export const [CITY, HERE, THERE] = ["150700", "150702", "150703"] as const;
/** A number of the right form and check sign, of nobody. */
export const NUMBER = "110101199003070038";
/** Who keeps records. */
export const KEEPER = "01890000-0000-7000-8000-00000000000a";

const words = (zh: string, en = zh) => ({ zh, en });
const field = (key: string, kind: string, name: string, more: object = {}) => ({ key, kind, name: words(name, key), ...more });
const SOURCED = { source: words("拟定", "given"), asOf: "2026-11-29" };
const DISTRICT = field("district", "district", "旗市区", { required: true });

function typeOf(key: string, name: string, given: object): RecordType {
  return { key, ...recordTypeInFile.parse({ name: words(name, key), about: words("说明", "about"), notice: "stay-put", clause: "supply", duties: ["supply.stock"], identity: ["district", "name"], columns: ["name"], ...given }) };
}

/** Stock of shops, of which one data element is also asked elsewhere: below the floor it is short, after its day it is late. */
export const STOCK = typeOf("stock", "物资库存", {
  fields: [DISTRICT, field("name", "text", "商店", { required: true }), field("item", "choice", "物资", { required: true, choices: [{ key: "mask", name: words("口罩", "Masks") }, { key: "rice", name: words("大米", "Rice") }] }), field("amount", "number", "数量", { unit: words("箱", "boxes") }), field("floor", "number", "底线"), field("until", "day", "到期"), field("worth", "number", "价值")],
  identity: ["district", "name", "item"], columns: ["name", "item", "amount"], unit: "name", elements: { amount: "stock.amount" },
  checks: [{ refuse: { test: "above", field: "amount", than: "worth" }, field: "amount", problem: words("数量比价值还多", "More than it is worth"), remedy: words("核对", "Check it") }],
  flags: [{ key: "short", name: words("短缺", "Short"), when: { test: "below", field: "amount", than: "floor" } }, { key: "late", name: words("过期", "Late"), when: { test: "passed", field: "until" } }],
  freshness: { kind: "every", hours: 24, ...SOURCED }, public: { kind: "totals", by: "item", sums: ["amount"] },
});
/** Tells the same data element of shops. */
export const REPORTS = typeOf("reports", "商店日报", { fields: [DISTRICT, field("name", "text", "名称", { required: true }), field("boxes", "number", "箱数")], unit: "name", elements: { boxes: "stock.amount" } });
/** What people are paid, found by name and number. */
export const PAY = typeOf("pay", "补贴发放", {
  fields: [DISTRICT, field("number", "identity-number", "身份证号码", { required: true, privacy: "personal" }), field("person", "text", "姓名", { required: true, privacy: "personal" }), field("due", "money", "应发", { required: true }), field("paid", "money", "已发")],
  identity: ["district", "number"], columns: ["person", "number", "due"], flags: [{ key: "unpaid", name: words("没发够", "Not in full"), when: { test: "below", field: "paid", than: "due" } }],
  public: { kind: "own", identity: "number", person: "person", fields: ["due", "paid"], totals: { by: null, sums: ["due", "paid"] } }, retention: { days: 30, ...SOURCED },
});
/** Where to be tested. */
export const SITES = typeOf("sites", "检测点", {
  fields: [DISTRICT, field("name", "text", "名称", { required: true }), field("address", "text", "地址"), field("hours", "hours", "时间"), field("point", "point", "位置"), field("phone", "telephone", "电话")],
  freshness: { kind: "every", hours: 24, ...SOURCED }, public: { kind: "places", hours: "hours", point: "point", address: "address", telephone: "phone" },
});
/** All of them. */
export const EXAMPLE_TYPES: readonly RecordType[] = [STOCK, REPORTS, PAY, SITES];

const place = (code: string, zh: string, en: string) => ({ code, name: words(zh, en), shortName: words(zh, en) });

/** Registers of a city on a database of their own, the drill's day being 26 January 2021, 09:00; `later` moves the clock. */
export type ExampleRegisters = {
  readonly database: TestDatabase;
  readonly service: RegisterService;
  /** What it is served with. */
  readonly options: RegisterServiceOptions;
  readonly events: Events;
  readonly clock: Clock;
  readonly later: (milliseconds: number) => void;
  readonly changes: () => number;
  /** Rows as the database shows them to a transaction of these districts. */
  readonly rows: <Row extends object>(sql: string, districts?: readonly string[]) => Promise<Row[]>;
  readonly stop: () => Promise<void>;
};

export async function exampleRegisters(given: Partial<Pick<RegisterServiceOptions, "types" | "findPlace" | "namesOf" | "bodiesOf">> = {}): Promise<ExampleRegisters> {
  const database = await createTestDatabase();
  let [passed, changes] = [0, 0];
  const clock: Clock = { machineNow: () => new Date(Date.parse("2026-11-29T08:00:00Z") + passed), policyNow: () => new Date(Date.parse("2021-01-26T01:00:00Z") + passed), drill: true };
  const events = createEvents();
  const options: RegisterServiceOptions = {
    pool: database.pool, clock, audit: appendAudit(clock), events, secret: Buffer.alloc(32, 7), types: EXAMPLE_TYPES, log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    city: { ...place(CITY, "呼伦贝尔市", "Hulunbuir"), districts: [{ ...place(HERE, "海拉尔区", "Hailar"), population: 1 }, { ...place(THERE, "扎赉诺尔区", "Jalainur"), population: 1 }], invented: null },
    clauseOf: () => ({ title: words("物资", "Supplies"), number: "七" }), namesOf: async (ids) => Object.fromEntries(ids.map((id) => [id, "某人"])), changed: () => { changes += 1; }, ...given,
  };
  const service = registerService(options);
  return {
    database, service, options, events, clock, changes: () => changes, later: (milliseconds) => { passed += milliseconds; }, stop: () => database.drop(),
    rows: async <Row extends object>(sql: string, districts: readonly string[] = [CITY, HERE, THERE]) => (await inTransaction(database.pool, { districts, actor: "test" }, (tx) => tx.query<Row>(sql))).rows,
  };
}

/** A table of these rows, as it would be handed in. */
export async function tableOf(rows: readonly (readonly string[])[]): Promise<TableFile> {
  const table = await readTableFile(new TextEncoder().encode(csvText(rows)));
  if (table.kind === "refused") throw new Error(table.problem.en);
  return table;
}
