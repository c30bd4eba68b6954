import { appendAudit } from "#platform/audit/server";
import { inTransaction } from "#platform/db/server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CITY, exampleRegisters, HERE, KEEPER, NUMBER, PAY, REPORTS, SITES, STOCK, tableOf, THERE, type ExampleRegisters } from "./example-registers.ts";
import { listAsked } from "./list-asked.ts";
import type { Clock } from "#platform/clock";
import { registerService } from "./register-service.ts";
import { recordKept, type RecordKept } from "./record-kept.ts";
import { WritingRefused } from "./record-writer.ts";
import { registerJobs } from "./register-jobs.ts";

let at: ExampleRegisters;
beforeEach(async () => { at = await exampleRegisters(); });
afterEach(() => at.stop());

let commands = 0;
const key = (): string => `command-${commands += 1}`;
const by = (commandKey = key()) => ({ person: KEEPER, commandKey });
const SHOP = { district: HERE, name: "友谊商店", item: "mask", amount: 3, floor: 5, until: "2021-01-26" };
const keep = (values: Record<string, unknown> = SHOP, seen: { id: string; base: number } | null = null, commandKey = key()) => at.service.keeping.keep(by(commandKey), STOCK, { district: String(values["district"]), id: seen?.id ?? null, base: seen?.base ?? null, values });
async function kept(values: Record<string, unknown> = SHOP, seen: { id: string; base: number } | null = null): Promise<{ district: string; id: string; number: number }> {
  const outcome = await keep(values, seen);
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  return outcome.done;
}
const caller = (...districts: string[]) => ({ person: KEEPER, reads: districts, keeps: districts });
const page = async (query: Parameters<typeof listAsked>[0] = {}, type = STOCK, districts: readonly string[] = [CITY, HERE, THERE]) => {
  const asked = listAsked(query, districts, at.clock.policyNow());
  if ("problem" in asked) throw new Error(asked.problem.en);
  return at.service.lists.page(KEEPER, type, asked);
};
const names = async (query: Parameters<typeof listAsked>[0] = {}) => (await page(query)).rows.map(({ shown }) => shown["name"]?.zh);

describe("a record", () => {
  test("sent again under its key is kept once; another one under that key is refused", async () => {
    const [one, again] = await Promise.all([keep(SHOP, null, "the-same-key"), keep(SHOP, null, "the-same-key")]);
    expect(one).toEqual(again);
    expect(await keep({ ...SHOP, amount: 4 }, null, "the-same-key")).toEqual({ kind: "key-used" });
    expect(await at.rows("select 1 from registers.version")).toHaveLength(1);
  });
  test("with the same name, however written, is the same record: it is changed where it stands, not entered twice", async () => {
    await kept();
    expect(await keep({ ...SHOP, name: " 友谊 商店" })).toMatchObject({ kind: "wrong", faults: [{ field: "name", problem: { zh: "已经有这条记录：友谊商店 口罩" } }] });
    expect((await keep({ ...SHOP, district: THERE })).kind).toBe("done");
  });
  test("changes only in the version that was seen, and never its district", async () => {
    const first = await kept();
    const second = await kept({ ...SHOP, amount: 9 }, { id: first.id, base: 1 });
    expect(second).toEqual({ ...first, number: 2 });
    expect(await keep({ ...SHOP, amount: 10 }, { id: first.id, base: 1 })).toEqual({ kind: "changed" });
    expect(await keep({ ...SHOP, district: THERE }, { id: first.id, base: 2 })).toEqual({ kind: "missing" });
    expect((await Promise.all([1, 2, 3, 4].map((amount) => keep({ ...SHOP, amount }, { id: first.id, base: 2 })))).map(({ kind }) => kind).toSorted()).toEqual(["changed", "changed", "changed", "done"]);
  });
  test("that is wrong is told with every fault, and uses up neither its key nor anything else", async () => {
    expect(await keep({ ...SHOP, amount: -1, item: "gold" }, null, "wrong-first")).toMatchObject({ kind: "wrong", faults: [{ field: "item" }, { field: "amount" }] });
    expect(await keep({ ...SHOP, amount: 3, worth: 2 }, null, "wrong-first")).toMatchObject({ kind: "wrong", faults: [{ field: "amount", problem: { en: "More than it is worth" } }] });
    expect((await keep(SHOP, null, "wrong-first")).kind).toBe("done");
  });
  test("that whoever is told of it refuses is told in words, and nothing of it stays", async () => {
    at.events.on(recordKept, () => { throw new WritingRefused([{ field: "name", problem: { zh: "开不了事项", en: "no case" }, remedy: { zh: "改", en: "change it" } }]); });
    expect(await keep()).toMatchObject({ kind: "wrong", faults: [{ field: "name", problem: { en: "no case" } }] });
    expect(await at.rows("select 1 from registers.record")).toEqual([]);
  });
  test("is one entry of its district's audit a command, and told to whoever listens, in the same transaction", async () => {
    const told: Omit<RecordKept, "tx" | "type">[] = [];
    at.events.on(recordKept, ({ tx: _tx, type, ...rest }) => { told.push(rest); if (type.key === "sites") throw new Error("not this one"); });
    const { id } = await kept();
    expect(told).toMatchObject([{ district: HERE, id, number: 1, isNew: true, values: SHOP, person: KEEPER }]);
    expect(await at.rows("select district, actor, action, object, details from audit.entry")).toEqual([{ district: HERE, actor: KEEPER, action: "registers.keep", object: `record:stock:${id}`, details: { number: 1, fields: ["district", "name", "item", "amount", "floor", "until"] } }]);
    await expect(at.service.keeping.keep(by(), SITES, { district: HERE, id: null, base: null, values: { district: HERE, name: "检测点" } })).rejects.toThrow("not this one");
    expect(await at.rows("select 1 from registers.record where register = 'sites'")).toEqual([]);
  });
});

describe("several records", () => {
  test("are confirmed, changed in one field or removed together, or none of them", async () => {
    const one = await kept();
    const two = await kept({ ...SHOP, district: THERE, name: "二店" });
    const seen = [one, two].map(({ district, id }) => ({ district, id, base: 1 }));
    at.later(25 * 3_600_000);
    expect((await page({ stale: "1" })).rows).toHaveLength(2);
    expect(await at.service.keeping.confirm(by(), STOCK, seen)).toEqual({ kind: "done", done: { count: 2 } });
    expect((await page({ stale: "1" })).rows).toEqual([]);
    expect(await at.service.keeping.confirm(by(), STOCK, seen)).toEqual({ kind: "changed" });
    const again = seen.map((each) => ({ ...each, base: 2 }));
    expect(await at.service.keeping.bulk(by(), STOCK, again, "name", "x")).toMatchObject({ kind: "wrong" });
    expect(await at.service.keeping.bulk(by(), STOCK, again, "amount", -4)).toMatchObject({ kind: "wrong", faults: [{ field: "amount" }] });
    expect(await at.service.keeping.bulk(by(), STOCK, again, "amount", 8)).toEqual({ kind: "done", done: { count: 2 } });
    expect((await page()).rows.map(({ shown, flags, number }) => [shown["amount"]?.zh, flags, number])).toEqual([["8箱", ["late"], 3], ["8箱", ["late"], 3]]);
    expect(await at.service.keeping.remove(by(), STOCK, { district: HERE, id: one.id, base: 3 }, "店关了")).toEqual({ kind: "done", done: { count: 1 } });
    expect(await page()).toMatchObject({ count: 1, counted: "all" });
    expect((await at.service.views.record(caller(HERE), STOCK, HERE, one.id))?.versions.map(({ how, changes }) => [how, changes.map(({ name, before, after }) => `${name.zh} ${before?.zh ?? ""} ${after?.zh ?? ""}`)])).toEqual([
      ["removed", ["原因  店关了"]], ["bulk", ["数量 3箱 8箱"]], ["confirmed", []], ["form", ["旗市区  海拉尔区", "商店  友谊商店", "物资  口罩", "数量  3箱", "底线  5", "到期  2021-01-26"]],
    ]);
    // What was removed may be entered anew.
    expect((await keep()).kind).toBe("done");
    expect((await at.rows<{ details: object }>("select details from audit.entry where action = 'registers.remove'"))[0]?.details).toEqual({ records: [`${one.id}:4`] });
  });
});

describe("a list", () => {
  beforeEach(async () => {
    for (const [name, amount] of [["友谊商店", 3], ["友谊二店", 9], ["向阳超市", 1], ["Ace-Mart", 7]] as const) await kept({ ...SHOP, name, amount });
    await kept({ ...SHOP, district: THERE, name: "友好商店" });
  });
  test("is found by the beginning of names, by words in them, by flag, by district", async () => {
    expect(await names()).toEqual(["Ace-Mart", "友好商店", "友谊二店", "友谊商店", "向阳超市"]);
    expect(await names({ text: "友谊" })).toEqual(["友谊二店", "友谊商店"]);
    expect(await names({ text: "ＡＣＥ m" })).toEqual(["Ace-Mart"]);
    expect(await names({ text: "商店" })).toEqual(["友好商店", "友谊商店"]);
    expect(await names({ text: "商谊" })).toEqual([]);
    expect(await names({ flag: "short" })).toEqual(["友好商店", "友谊商店", "向阳超市"]);
    expect(await names({ flag: "short", text: "友" })).toEqual(["友好商店", "友谊商店"]);
    expect(await names({ district: THERE })).toEqual(["友好商店"]);
    expect(await names({ sort: "recorded" })).toHaveLength(5);
    expect(await page({ text: "友" })).toMatchObject({ count: 3, counted: "all" });
  });
  test("of words that a thousand names hold says that it is not all, and is not exported as if it were", async () => {
    const table = (count: number, from = 0) => tableOf([["旗市区", "商店", "物资"], ...Array.from({ length: count }, (_, place) => ["海拉尔区", `第${place + from}红旗商店`, "口罩"])]);
    const exported = async () => { const asked = listAsked({ text: "红旗" }, [HERE], at.clock.policyNow()); return "problem" in asked ? null : at.service.exports(KEEPER, STOCK, asked, { format: "csv", language: "zh", personal: false }); };
    await at.service.imports.run(by(), STOCK, await table(900), [HERE], false);
    expect(await page({ text: "红旗" })).toMatchObject({ count: 900, counted: "all", cut: false });
    const whole = await exported();
    expect(whole?.kind === "file" ? new TextDecoder().decode(whole.content).split("\r\n").length - 2 : whole).toBe(900);
    await at.service.imports.run(by(), STOCK, await table(300, 900), [HERE], false);
    expect(await page({ text: "红旗" })).toMatchObject({ count: 1_000, counted: "at-least", cut: true });
    expect(await exported()).toEqual({ kind: "cut", most: 1_000 });
  });
  test("holds no record of another district", async () => {
    expect((await page({}, STOCK, [THERE])).rows.map(({ district }) => district)).toEqual([THERE]);
    expect((await page({ text: "商店" }, STOCK, [THERE])).rows).toHaveLength(1);
    expect(await at.rows("select 1 from registers.record", [THERE])).toHaveLength(1);
    expect(await at.rows(`select 1 from registers.find_by_terms(array['${HERE}', '${THERE}'], array['stock 商店'], 10)`, [THERE])).toHaveLength(1);
    await expect(inTransaction(at.database.pool, { districts: [HERE], actor: "test" }, (tx) => tx.query(`insert into registers.tally (district, register) values ('${THERE}', 'x')`))).rejects.toThrow(/row-level security/u);
  });
  test("carries the flags of today, though nobody touched a record since yesterday", async () => {
    expect((await page({ flag: "late" })).rows).toEqual([]);
    at.later(24 * 3_600_000);
    expect((await page()).rows.every(({ flags }) => flags.includes("late"))).toBe(true);
    for (const { work } of at.service.jobs) await work();
    expect((await page({ flag: "late" })).rows).toHaveLength(5);
    expect(await at.rows("select 1 from registers.version where number > 1")).toEqual([]);
  });
  test("of many pages shows every record once, whichever way it is sorted", async () => {
    const { district: _district, ...more } = SHOP;
    for (let shop = 0; shop < 60; shop += 1) await kept({ ...more, district: shop % 2 === 0 ? HERE : THERE, name: `第${shop % 7}连锁${shop}号` });
    for (const query of [{}, { sort: "recorded" }, { flag: "short" }, { text: "连锁" }, { text: "第" }] as const) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const { rows, next }: Awaited<ReturnType<typeof page>> = await page({ ...query, ...(after === undefined ? {} : { after }) });
        seen.push(...rows.map(({ id }) => id));
        after = next ?? undefined;
      } while (after !== undefined);
      expect([query, new Set(seen).size, seen.length]).toEqual([query, "text" in query ? 60 : "flag" in query ? 63 : 65, seen.length]);
      expect(new Set(seen).size).toBe(seen.length);
    }
  }, 60_000);
});

test("as of a moment, the list is what was known then", async () => {
  const one = await kept();
  at.later(3_600_000);
  const then = at.clock.policyNow().toISOString();
  at.later(3_600_000);
  await kept({ ...SHOP, amount: 20, name: "改了名的店" }, { id: one.id, base: 1 });
  await kept({ ...SHOP, name: "后来的店" });
  expect((await page({ asOf: then })).rows.map(({ shown, flags, number }) => [shown["name"]?.zh, shown["amount"]?.zh, flags, number])).toEqual([["友谊商店", "3箱", ["short"], 1]]);
  expect(await names()).toEqual(["后来的店", "改了名的店"]);
  expect(listAsked({ asOf: "2030-01-01T00:00:00Z" }, [HERE], at.clock.policyNow())).toMatchObject({ field: "asOf" });
});

describe("a data element told elsewhere", () => {
  const report = (name: string, values: object = { boxes: 4 }) => at.service.keeping.keep(by(), REPORTS, { district: HERE, id: null, base: null, values: { district: HERE, name, ...values } });
  test("is refused with a pointer to where it stands, until it stands there no more", async () => {
    const one = await kept();
    // A record that is new is known by its own id from the first.
    expect(await at.rows("select element, record_id as id from registers.element")).toEqual([{ element: "stock.amount", id: one.id }]);
    expect(await report("友谊 商店")).toMatchObject({ kind: "wrong", faults: [{ field: "boxes", problem: { zh: "这个数“物资库存”里已经报过（友谊商店），不再重复要" } }] });
    expect(await at.rows("select 1 from registers.record where register = 'reports'")).toEqual([]);
    expect((await report("友谊 商店", {})).kind).toBe("done");
    // Another thing of the same shop in the same register is told beside it.
    const two = await kept({ ...SHOP, item: "rice" });
    for (const { id } of [one, two]) await at.service.keeping.remove(by(), STOCK, { district: HERE, id, base: 1 }, "不再有");
    expect((await report("友谊商店二")).kind).toBe("done");
    expect((await at.service.keeping.keep(by(), REPORTS, { district: HERE, id: null, base: null, values: { district: HERE, name: "友谊", boxes: 1 } })).kind).toBe("done");
    const [third] = (await at.rows<{ id: string }>("select id from registers.record where register = 'reports' and sort_text = '友谊商店'"));
    expect((await at.service.keeping.keep(by(), REPORTS, { district: HERE, id: third?.id ?? "", base: 1, values: { district: HERE, name: "友谊 商店", boxes: 4 } })).kind).toBe("done");
  });
});

describe("what is personal", () => {
  const PERSON = { district: HERE, number: NUMBER, person: "张小三", due: 26_000, paid: 10_000 };
  const pay = (values: Record<string, unknown> = PERSON, seen: { id: string; base: number } | null = null) => at.service.keeping.keep(by(), PAY, { district: HERE, id: seen?.id ?? null, base: seen?.base ?? null, values });
  test("stands in no list, no version, no audit and no command, and a number nowhere at all", async () => {
    const outcome = await pay();
    const { id } = outcome.kind === "done" ? outcome.done : { id: "" };
    expect((await page({}, PAY)).rows[0]?.shown).toEqual({ person: { zh: "张*三", en: "张*三" }, number: { zh: "…0038", en: "…0038" }, due: { zh: "260元", en: "260 yuan" } });
    await at.service.views.record(caller(HERE), PAY, HERE, id);
    for (const table of ["registers.record", "registers.version", "audit.entry", "release.command", "registers.flag", "registers.tally"]) expect([table, JSON.stringify(await at.rows(`select * from ${table}`)).match(/小三|11010119900307/u)]).toEqual([table, null]);
    const [personal] = await at.rows<{ values: object; digest: string }>("select values, digest from registers.personal");
    expect(personal).toEqual({ values: { person: "张小三", number: expect.stringMatching(/^[\w-]{43}…0038$/u) as string }, digest: expect.stringMatching(/^[\w-]{43}$/u) as string });
    expect(JSON.stringify(personal)).not.toContain(NUMBER);
  });
  test("is shown to whoever opens the record, and each look is an entry of the audit", async () => {
    const outcome = await pay();
    const { id } = outcome.kind === "done" ? outcome.done : { id: "" };
    const view = await at.service.views.record(caller(HERE), PAY, HERE, id);
    expect(view?.values).toMatchObject({ person: "张小三", number: "…0038" });
    // Sent back as it was shown, the number stays.
    expect(await pay({ ...view?.values, paid: 26_000 }, { id, base: 1 })).toMatchObject({ kind: "done", done: { number: 2 } });
    expect(await at.rows("select action, actor, object, details from audit.entry order by seq")).toMatchObject([{ action: "registers.keep" }, { action: "registers.read", actor: KEEPER, object: `record:pay:${id}`, details: { fields: ["number", "person"] } }, { action: "registers.keep", details: { fields: ["paid"] } }]);
  });
  test("is found by its person alone, who gives name and number; what is found is audited as read by the public", async () => {
    await pay();
    const own = at.service.own;
    expect(await own(PAY, { person: "张小三 ", number: ` ${NUMBER}` })).toMatchObject({ faults: [], entries: [{ districtName: { zh: "海拉尔区" }, facts: [{ shown: { zh: "260元" } }, { shown: { zh: "100元" } }], flags: [{ name: { zh: "没发够" } }] }] });
    // A number that is known and one that is not are answered alike.
    expect(await own(PAY, { person: "李四", number: NUMBER })).toEqual(await own(PAY, { person: "张小三", number: "110101199003070054" }));
    expect(await own(PAY, { person: "", number: "1" })).toMatchObject({ entries: null, faults: [{ field: "person" }, { field: "identity" }] });
    expect(await at.rows("select actor, action, details from audit.entry where action = 'registers.look-up'")).toMatchObject([{ actor: "public", details: { found: 1 } }]);
  });
  test("is erased when its time is over, thirty days after the record was removed", async () => {
    const outcome = await pay();
    const { id } = outcome.kind === "done" ? outcome.done : { id: "" };
    await at.service.keeping.remove(by(), PAY, { district: HERE, id, base: 1 }, "张小三已经去世");
    for (const [days, left] of [[29, 1], [2, 0]] as const) {
      at.later(days * 86_400_000);
      for (const { work } of at.service.jobs) await work();
      expect(await at.rows("select 1 from registers.personal")).toHaveLength(left);
      // People are named in reasons.
      expect(await at.rows("select 1 from registers.version where reason is not null")).toHaveLength(left);
    }
    expect(JSON.stringify(await at.rows("select to_jsonb(v) as v from registers.version v"))).not.toMatch(/小三/u);
  });
  test("is erased in its time by a pack too that has no such register any more", async () => {
    const outcome = await pay();
    await at.service.keeping.remove(by(), PAY, { district: HERE, id: outcome.kind === "done" ? outcome.done.id : "", base: 1 }, "重复");
    const later = registerJobs({ pool: at.database.pool, clock: at.clock, audit: appendAudit(at.clock), types: [], districts: [CITY, HERE, THERE] });
    for (const [days, left] of [[29, 1], [2, 0]] as const) {
      at.later(days * 86_400_000);
      for (const { work } of later) await work();
      expect([await at.rows("select 1 from registers.personal"), await at.rows("select 1 from registers.version where reason is not null")].map(({ length }) => length)).toEqual([left, left]);
    }
    expect(await at.rows("select object from audit.entry where action = 'registers.erase'")).toEqual([{ object: "register:pay" }]);
  });
});

test("what is of a drill and what is real never stand in one list, one count or one page, though both are in one register", async () => {
  for (const [place, name] of ["甲红旗店", "乙红旗店", "丙红旗店"].entries()) await kept({ ...SHOP, name, amount: place });
  const real: Clock = { machineNow: at.clock.machineNow, policyNow: at.clock.policyNow, drill: false };
  const service = registerService({ ...at.options, clock: real });
  const realPage = (query: Parameters<typeof listAsked>[0] = {}) => { const asked = listAsked(query, [HERE], at.clock.policyNow()); if ("problem" in asked) throw new Error(asked.problem.en); return service.lists.page(KEEPER, STOCK, asked); };
  const now = at.clock.policyNow().toISOString();
  for (const query of [{}, { flag: "short" }, { text: "红旗" }, { text: "甲" }, { asOf: now }, { sort: "recorded" as const }]) expect([query, await realPage(query)]).toMatchObject([query, { rows: [], count: 0, next: null }]);
  const outcome = await service.keeping.keep(by(), STOCK, { district: HERE, id: null, base: null, values: { ...SHOP, name: "真红旗店" } });
  expect(outcome.kind).toBe("done");
  for (const query of [{}, { flag: "short" }, { text: "红旗" }, { asOf: now }]) expect([query, (await realPage(query)).count, (await page(query)).count]).toEqual([query, 1, 3]);
  expect((await at.service.views.registers(() => caller(HERE))).registers.find(({ key: register }) => register === "stock")).toMatchObject({ count: 3, flagged: 3 });
  const [drilled] = await at.rows<{ id: string }>("select id from registers.record where drill order by sort_text");
  await service.keeping.remove(by(), STOCK, { district: HERE, id: drilled?.id ?? "", base: 1 }, "演练完了");
  expect([(await realPage()).count, (await page()).count]).toEqual([1, 2]);
});

test("versions are kept for good: the server may neither change nor delete them", async () => {
  await kept();
  await expect(at.rows("update registers.version set values = '{}'")).rejects.toThrow(/permission denied/u);
  await expect(at.rows("delete from registers.version")).rejects.toThrow(/permission denied/u);
  await expect(at.rows("delete from registers.record")).rejects.toThrow(/permission denied/u);
});

test("registers are told with how they stand, and what cases ask of them is answered", async () => {
  await kept();
  await kept({ ...SHOP, district: THERE, name: "二店", amount: 9 });
  at.later(25 * 3_600_000);
  expect((await at.service.views.registers(() => caller(HERE))).registers.find(({ key: register }) => register === "stock")).toMatchObject({ count: 1, stale: 1, flagged: 1, burdenPerWeek: 49, clauseNumber: "七", mayKeep: true, publicKind: "totals" });
  expect(await at.service.ports.chases([HERE, THERE])).toMatchObject([{ register: "stock", district: HERE, count: 1, bucket: "overdue" }, { register: "stock", district: THERE, count: 1 }]);
  const match = (equal: Record<string, string>) => at.service.ports.matchRecords("stock", HERE, { equal, from: null, to: "until" }, "2021-01-27");
  expect(await match({ name: "友谊 商店", item: "mask" })).toMatchObject([{ district: HERE, number: 1, validToday: false }]);
  expect(await match({ name: "友谊 商店", item: "rice" })).toEqual([]);
});

test("a record is found for a case however many newer ones there are, and the valid one stands before those that are not", async () => {
  await kept({ ...SHOP, name: "Ａ１ 友谊商店", until: "2021-02-28" });
  await at.rows(`insert into registers.record (district, register, id, number, key_text, sort_text, values, flags, confirmed_at, confirmed_by, recorded_at, recorded_by, drill)
    select district, register, md5('more' || n)::uuid, 1, 'k' || n, 'n' || n, values || jsonb_build_object('name', case when n % 100 = 0 then 'a1友谊商店' else '第' || n || '店' end, 'until', '2021-01-01'), '{}', confirmed_at, confirmed_by, recorded_at + n * interval '1 second', recorded_by, drill from registers.record, generate_series(1, 7000) n`);
  const match = (name: string) => at.service.ports.matchRecords("stock", HERE, { equal: { name, item: "mask" }, from: null, to: "until" }, "2021-01-27");
  expect((await match("A1友谊商店")).map(({ validToday }) => validToday)).toEqual([true, ...Array.from({ length: 49 }, () => false)]);
  expect(await match("第12店")).toHaveLength(1);
  expect(await match("友谊")).toEqual([]);
});
