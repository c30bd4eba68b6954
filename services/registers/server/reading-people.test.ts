import { afterEach, beforeEach, expect, test } from "vitest";
import { inTransaction } from "#platform/db/server";
import { exampleRegisters, HERE, KEEPER, PAY, SITES, STOCK, tableOf, THERE, type ExampleRegisters } from "./example-registers.ts";
import { listAsked } from "./list-asked.ts";

let at: ExampleRegisters;
beforeEach(async () => { at = await exampleRegisters(); });
afterEach(() => at.stop());

/** Identity numbers of nobody, with their check signs. */
function numbers(count: number): readonly string[] {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return Array.from({ length: count }, (_, place) => { const first = `15079919900101${String(place).padStart(3, "0")}`; return `${first}${"10X98765432"[weights.reduce((sum, weight, sign) => sum + weight * Number(first[sign]), 0) % 11]}`; });
}
/** Names as identity knows them: on a connection of their own, of the same pool. */
const otherConnection = async <Named>(named: Named): Promise<Named> => { await inTransaction(at.database.pool, { districts: [HERE], actor: "server" }, (tx) => tx.query("select 1")); return named; };

test("many who open records at once, and the public lists beside them, never wait for a connection that they hold themselves", async () => {
  await at.stop();
  at = await exampleRegisters({ namesOf: (ids) => otherConnection(Object.fromEntries(ids.map((id) => [id, "某人"]))), bodiesOf: (ids) => otherConnection(Object.fromEntries(ids.map((id) => [id, { zh: "机构", en: "Body" }]))) });
  await at.service.keeping.keep({ person: KEEPER, commandKey: "site-once" }, SITES, { district: HERE, id: null, base: null, values: { district: HERE, name: "点" } });
  const [id = ""] = await ids();
  const views = await Promise.all([...Array.from({ length: 60 }, () => at.service.views.record({ person: KEEPER, reads: [HERE], keeps: [HERE] }, SITES, HERE, id)), at.service.keeper.refresh()]);
  expect(views.slice(0, 60).every((view) => typeof view === "object" && view?.names[KEEPER] === "某人")).toBe(true);
  expect(at.service.keeper.current().get("sites")?.entries[0]?.confirmedBy?.en).toBe("Body");
}, 20_000);

const table = (count: number, paid: string) => tableOf([["旗市区", "身份证号码", "姓名", "应发", "已发"], ...numbers(count).map((number, place) => [place % 5 === 0 ? "扎赉诺尔区" : "海拉尔区", number, "王小芳", "260", paid])]);
const everything = () => { const asked = listAsked({}, [HERE, THERE], at.clock.policyNow()); if ("problem" in asked) throw new Error(asked.problem.en); return asked; };
type Entry = { district: string; action: string; object: string; records: string[]; count: number; details: string };
const entries = (action: string) => at.rows<Entry>(`select district, action, object, details -> 'records' as records, (details ->> 'count')::int as count, details::text from audit.entry where action = '${action}' order by district, seq`);
const ids = async () => (await at.rows<{ id: string }>("select id from registers.record order by id")).map(({ id }) => id);

test("what a table shows of people who are there already is an entry of the audit that names their records, and nothing of them", async () => {
  await at.service.imports.run({ person: KEEPER, commandKey: "people-once" }, PAY, await table(10, "1"), [HERE, THERE], false);
  expect(await entries("registers.read")).toEqual([]);
  expect((await at.service.imports.preview(KEEPER, PAY, await table(12, "2"), [HERE, THERE])).counts).toMatchObject({ changed: 10, new: 2 });
  const read = await entries("registers.read");
  expect([read.map(({ district, count, object }) => [district, count, object]), read.flatMap(({ records }) => records).toSorted()]).toEqual([[[HERE, 8, "register:pay"], [THERE, 2, "register:pay"]], await ids()]);
  expect(read.map(({ details }) => details).join()).not.toMatch(/王|芳|1507991990/u);
  await at.service.imports.preview(KEEPER, STOCK, await tableOf([["旗市区", "商店", "物资"], ["海拉尔区", "甲店", "口罩"]]), [HERE]);
  expect(await entries("registers.read")).toHaveLength(2);
});

test("a page of masked names is one entry of each district's audit; a page without any is none", async () => {
  await at.service.imports.run({ person: KEEPER, commandKey: "people-once" }, PAY, await table(10, "1"), [HERE, THERE], false);
  expect((await at.service.lists.page(KEEPER, PAY, everything())).rows[0]?.shown["person"]?.zh).toBe("王*芳");
  const read = await entries("registers.read");
  expect([read.map(({ district, count }) => [district, count]), read.flatMap(({ records }) => records).toSorted()]).toEqual([[[HERE, 8], [THERE, 2]], await ids()]);
  await at.service.lists.page(KEEPER, STOCK, everything());
  expect(await entries("registers.read")).toHaveLength(2);
});

test("an export of people names every record that went out, five hundred an entry", async () => {
  await at.service.imports.run({ person: KEEPER, commandKey: "people-once" }, PAY, await table(900, "1"), [HERE, THERE], false);
  await at.service.exports(KEEPER, PAY, everything(), { format: "csv", language: "zh", personal: true });
  const read = await entries("registers.read-people");
  expect([read.map(({ district, count }) => [district, count]), read.flatMap(({ records }) => records).toSorted()]).toEqual([[[HERE, 500], [HERE, 220], [THERE, 180]], await ids()]);
  expect(read.map(({ details }) => details).join()).not.toMatch(/王|芳|1507991990/u);
});
