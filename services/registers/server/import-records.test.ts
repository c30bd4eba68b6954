import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CITY, exampleRegisters, HERE, KEEPER, NUMBER, PAY, REPORTS, STOCK, tableOf, THERE, type ExampleRegisters } from "./example-registers.ts";
import { appendAudit } from "#platform/audit/server";
import { inTransaction } from "#platform/db/server";
import { listAsked } from "./list-asked.ts";
import { recordKept } from "./record-kept.ts";
import { readTableFile } from "./table-file.ts";

const HEAD = ["旗市区", "商店", "物资", "数量", "底线"];
let commands = 0;
const by = (commandKey = `import-${commands += 1}`) => ({ person: KEEPER, commandKey });
const everything = (at: ExampleRegisters) => {
  const asked = listAsked({}, [CITY, HERE, THERE], at.clock.policyNow());
  if ("problem" in asked) throw new Error(asked.problem.en);
  return asked;
};

describe("a table", () => {
  let at: ExampleRegisters;
  beforeEach(async () => { at = await exampleRegisters(); });
  afterEach(() => at.stop());
  const run = async (rows: readonly (readonly string[])[], { leaveOutWrong = false, keeps = [CITY, HERE, THERE] as readonly string[], key = by().commandKey, type = STOCK } = {}) => at.service.imports.run(by(key), type, await tableOf(rows), keeps, leaveOutWrong);
  const look = async (rows: readonly (readonly string[])[], keeps: readonly string[] = [CITY, HERE, THERE]) => at.service.imports.preview(KEEPER, STOCK, await tableOf(rows), keeps);
  const GOOD = [HEAD, ["海拉尔区", "甲店", "口罩", "3", "5"], ["扎赉诺尔区", "乙店", "大米", "9", "5"]];
  const BAD = [...GOOD, ["海拉尔区", "丙店", "金子", "1", ""]];

  test("is looked at before anything is kept, and does what it showed", async () => {
    expect((await look(GOOD)).counts).toEqual({ new: 2, changed: 0, same: 0, wrong: 0 });
    expect(await at.rows("select 1 from registers.record")).toEqual([]);
    expect(await run(GOOD)).toEqual({ kind: "done", done: { new: 2, changed: 0, same: 0, leftOut: 0 } });
    expect((await look([HEAD, ["海拉尔区", "甲 店", "口罩", "4", "5"], ["扎赉诺尔区", "乙店", "大米", "9", "5"]])).rows.map(({ kind, changes }) => [kind, changes.map(({ name, before, after }) => `${name.zh} ${before?.zh} ${after?.zh}`)])).toEqual([["changed", ["数量 3箱 4箱"]], ["same", []]]);
  });
  test("with a wrong row is taken as a whole or not at all; told so, what is right is taken", async () => {
    expect(await run(BAD)).toMatchObject({ kind: "wrong", faults: [{ field: "item", problem: { zh: "第 4 行：没有这个选项" } }] });
    expect(await at.rows("select 1 from registers.record")).toEqual([]);
    expect(await run(BAD, { leaveOutWrong: true })).toEqual({ kind: "done", done: { new: 2, changed: 0, same: 0, leftOut: 1 } });
    expect(await at.rows("select 1 from registers.record")).toHaveLength(2);
  });
  test("sent again under its key is imported once, with one entry in each district's audit", async () => {
    expect(await Promise.all([1, 2, 3].map(() => run(GOOD, { key: "one-key-for-all" })))).toEqual(Array.from({ length: 3 }, () => ({ kind: "done", done: { new: 2, changed: 0, same: 0, leftOut: 0 } })));
    expect(await run(BAD, { key: "one-key-for-all", leaveOutWrong: true })).toEqual({ kind: "key-used" });
    expect(await at.rows("select district, details ->> 'new' as new from audit.entry where action = 'registers.import' order by district")).toEqual([{ district: HERE, new: "1" }, { district: THERE, new: "1" }]);
    expect(await at.rows("select district, added from registers.import order by district")).toEqual([{ district: HERE, added: 1 }, { district: THERE, added: 1 }]);
  });
  test("imported by many at once, overlapping, leaves every record once", async () => {
    const outcomes = await Promise.all(Array.from({ length: 6 }, (_, place) => run([HEAD, ...Array.from({ length: 20 }, (_row, row) => ["海拉尔区", `第${(row + place * 5) % 30}店`, "口罩", String(place), "5"])])));
    expect(outcomes.every(({ kind }) => kind === "done")).toBe(true);
    const [counts] = await at.rows<{ records: number; keys: number; tally: number }>("select count(*)::int as records, count(distinct key_text)::int as keys, (select sum(records)::int from registers.tally) as tally from registers.record where removed_at is null");
    expect(counts).toEqual({ records: 30, keys: 30, tally: 30 });
  });
  test("holds no row of a district its sender does not keep", async () => {
    expect((await look(GOOD, [HERE])).rows.map(({ kind }) => kind)).toEqual(["new", "wrong"]);
    expect(await run(GOOD, { keeps: [HERE], leaveOutWrong: true })).toMatchObject({ done: { new: 1, leftOut: 1 } });
  });
  test("tells of its rows district by district, whatever their order, so that two who write in both never wait for each other", async () => {
    const told: string[] = [];
    at.events.on(recordKept, async ({ tx, district, values }) => {
      told.push(`${district} ${String(values["name"])}`);
      // As a case that is opened does.
      await appendAudit(at.clock)(tx, { district, actor: "server", action: "cases.open", object: "case:1", details: {} });
    });
    const rows = Array.from({ length: 6 }, (_, place) => [place % 2 === 0 ? "扎赉诺尔区" : "海拉尔区", `${place}店`, "口罩", "3", "5"]);
    const other = async () => inTransaction(at.database.pool, { districts: [HERE, THERE], actor: "t" }, async (tx) => { for (const district of [HERE, THERE]) { await appendAudit(at.clock)(tx, { district, actor: "server", action: "cases.hand-over", object: "case:1", details: {} }); await new Promise((done) => { setTimeout(done, 20); }); } });
    const outcomes = await Promise.allSettled([run([HEAD, ...rows]), ...Array.from({ length: 5 }, other)]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
    expect(told).toEqual([`${HERE} 1店`, `${HERE} 3店`, `${HERE} 5店`, `${THERE} 0店`, `${THERE} 2店`, `${THERE} 4店`]);
  });
  test("opens no more cases than people can see to, and says so before anything is kept", async () => {
    const type = { ...STOCK, opens: [{ case: "shortage", when: { test: "below", field: "amount", than: "floor" } as const, answers: {} }] };
    const many = (short: number) => [HEAD, ...Array.from({ length: 250 }, (_, place) => ["海拉尔区", `${place}店`, "口罩", place < short ? "3" : "9", "5"])];
    expect(await run(many(201), { type })).toMatchObject({ kind: "wrong", faults: [{ problem: { en: "These records would open 201 cases; at most 200 at once" } }] });
    expect(await at.rows("select 1 from registers.record")).toEqual([]);
    expect((await run(many(200), { type })).kind).toBe("done");
  });
  test("that tells again what another register tells is told where it stands", async () => {
    await run(GOOD);
    const preview = await at.service.imports.preview(KEEPER, REPORTS, await tableOf([["旗市区", "名称", "箱数"], ["海拉尔区", "甲店", "3"], ["海拉尔区", "己店", "3"]]), [HERE]);
    expect(preview.rows.map(({ kind, faults }) => [kind, ...faults.map(({ field, problem }) => `${field} ${problem.en}`)])).toEqual([["wrong", "boxes “stock” holds this figure already (甲店); it is not asked twice"], ["new"]]);
  });
  test("of people keeps their numbers as digests, and knows them again", async () => {
    const rows = [["旗市区", "身份证号码", "姓名", "应发"], ["海拉尔区", NUMBER, "张小三", "260"]];
    expect(await run(rows, { type: PAY })).toMatchObject({ done: { new: 1 } });
    expect(await run(rows, { type: PAY })).toMatchObject({ done: { same: 1 } });
    expect(JSON.stringify(await at.rows("select * from registers.personal"))).not.toContain(NUMBER);
  });
  test("exported and imported again changes nothing, as CSV and as a workbook; each export is an entry of the audit", async () => {
    await run([...GOOD, ["海拉尔区", "=cmd()店", "大米", "1200", ""], ["海拉尔区", "+加店", "口罩", "", ""]]);
    for (const format of ["csv", "xlsx"] as const) {
      for (const language of ["zh", "en"] as const) {
        const file = await at.service.exports(KEEPER, STOCK, everything(at), { format, language, personal: false });
        if (file.kind !== "file") throw new Error(file.kind);
        const table = await readTableFile(file.content);
        if (table.kind !== "table") throw new Error(table.kind);
        expect([format, language, (await at.service.imports.preview(KEEPER, STOCK, table, [HERE, THERE])).counts]).toEqual([format, language, { new: 0, changed: 0, same: 4, wrong: 0 }]);
        if (format === "csv") expect(new TextDecoder().decode(file.content)).toContain(",'=cmd()店,");
      }
    }
    expect(await at.rows("select district, details ->> 'count' as count from audit.entry where action = 'registers.export' order by seq, district")).toHaveLength(8);
  }, 60_000);
  test("what is personal is exported when it is asked for, and then as reading people", async () => {
    await run([["旗市区", "身份证号码", "姓名", "应发"], ["海拉尔区", NUMBER, "张小三", "260"]], { type: PAY });
    const text = async (personal: boolean) => { const file = await at.service.exports(KEEPER, PAY, everything(at), { format: "csv", language: "zh", personal }); return file.kind === "file" ? new TextDecoder().decode(file.content) : ""; };
    expect(await text(false)).toBe("旗市区,应发,已发\r\n海拉尔区,260,\r\n");
    expect(await text(true)).toBe("旗市区,身份证号码,姓名,应发,已发\r\n海拉尔区,…0038,张小三,260,\r\n");
    expect(await at.rows("select action from audit.entry where action <> 'registers.import' order by seq")).toEqual([{ action: "registers.export" }, { action: "registers.read-people" }]);
  });
});

test("what is no table, or too long a one, is refused with what to do", async () => {
  const refused = async (text: string) => { const table = await readTableFile(new TextEncoder().encode(text)); return table.kind === "refused" ? [table.status, table.problem.en] : table.kind; };
  expect(await refused("")).toEqual([422, "There is nothing in the table"]);
  expect(await refused("a,b\n")).toEqual([422, "There is nothing in the table"]);
  expect(await refused('a,b\n1,2\n"x,3\n')).toEqual([422, "The quotes in line 3 do not match"]);
  expect(await refused(`a,b\n${"1,2\n".repeat(100_001)}`)).toEqual([413, "There are more than 100000 rows"]);
  expect(await refused("旗市区\t商店\r\n海拉尔区\t甲店")).toBe("table");
  const text = new TextEncoder().encode("a,b\n1,2");
  expect(await readTableFile(text)).toMatchObject({ sha256: createHash("sha256").update(text).digest("hex") });
});

describe("over random histories", () => {
  let at: ExampleRegisters;
  beforeAll(async () => { at = await exampleRegisters(); });
  afterAll(() => at.stop());
  type Step = { readonly what: "import" | "keep" | "remove" | "confirm"; readonly shop: number; readonly amount: number; readonly rows: readonly (readonly [number, number])[] };
  const step: fc.Arbitrary<Step> = fc.record({ what: fc.constantFrom("import" as const, "import" as const, "keep" as const, "remove" as const, "confirm" as const), shop: fc.nat(4), amount: fc.nat(9), rows: fc.array(fc.tuple(fc.nat(4), fc.nat(9)), { minLength: 1, maxLength: 4 }) });
  let histories = 0;
  test("the list, its counts and flags are those of a plain model, and every moment's list stays what it was", async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const history = histories += 1;
      const shopName = (shop: number): string => `史${history}店${shop}号`;
      const model = new Map<number, number>();
      const ids = new Map<number, { id: string; base: number }>();
      const asOf: { readonly moment: string; readonly list: readonly string[] }[] = [];
      const listed = async (query: Parameters<typeof listAsked>[0]) => {
        const asked = listAsked({ text: `史${history}店`, ...query }, [HERE], at.clock.policyNow());
        if ("problem" in asked) throw new Error(asked.problem.en);
        return at.service.lists.page(KEEPER, STOCK, asked);
      };
      const wanted = () => [...model].map(([shop, amount]) => `${shopName(shop)} ${amount}箱 ${amount < 5 ? "short" : ""}`).toSorted();
      const inWords = ({ rows }: Awaited<ReturnType<typeof listed>>) => rows.map(({ shown, flags }) => `${shown["name"]?.zh} ${shown["amount"]?.zh} ${flags.join()}`);
      for (const { what, shop, amount, rows } of steps) {
        at.later(1_000);
        const seen = ids.get(shop) ?? null;
        if (what === "import") {
          await at.service.imports.run(by(), STOCK, await tableOf([HEAD, ...rows.map(([each, count]) => ["海拉尔区", shopName(each), "口罩", String(count), "5"])]), [HERE], true);
          const first = new Map<number, number>();
          for (const [each, count] of rows) if (!first.has(each)) first.set(each, count);
          for (const [each, count] of first) model.set(each, count);
        } else if (what === "keep") {
          await at.service.keeping.keep(by(), STOCK, { district: HERE, id: seen?.id ?? null, base: seen?.base ?? null, values: { district: HERE, name: shopName(shop), item: "mask", amount, floor: 5 } });
          model.set(shop, amount);
        } else if (seen !== null && what === "remove") {
          await at.service.keeping.remove(by(), STOCK, { district: HERE, ...seen }, "试");
          model.delete(shop);
        } else if (seen !== null) await at.service.keeping.confirm(by(), STOCK, [{ district: HERE, ...seen }]);
        const now = await listed({});
        expect(inWords(now).toSorted()).toEqual(wanted());
        expect([now.count, (await listed({ flag: "short" })).rows.length]).toEqual([model.size, [...model.values()].filter((each) => each < 5).length]);
        ids.clear();
        for (const { id, number, shown } of now.rows) ids.set(Number(/店(\d)号/u.exec(shown["name"]?.zh ?? "")?.[1]), { id, base: number });
        asOf.push({ moment: at.clock.policyNow().toISOString(), list: wanted() });
      }
      at.later(1_000);
      for (const { moment, list } of asOf) expect(inWords(await listed({ asOf: moment })).toSorted()).toEqual(list);
    }), { numRuns: 15 });
  }, 120_000);
});
