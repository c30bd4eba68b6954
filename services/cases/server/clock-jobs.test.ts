import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ANNA, exampleCases, HERE, PICTURE, THERE, type ExampleCases } from "./example-cases.ts";

let at: ExampleCases;
beforeEach(async () => { at = await exampleCases({ matches: async () => [] }); });
afterEach(() => at.stop());

describe("the clock", () => {
  test("escalates what is overdue and closes what waited in vain, each once, also by two servers at once", async () => {
    const [late, told] = [await at.opened(), await at.opened()];
    await at.move(told, ANNA, "order");
    await at.move(told, ANNA, "removed", { answers: { hours: 1 } });
    at.time.now = new Date("2021-01-26T01:29:59Z");
    expect(await at.service.runClock()).toBe(0);
    at.time.now = new Date("2021-03-01T00:00:00Z");
    expect((await Promise.all([at.service.runClock(), at.service.runClock()])).reduce((sum, each) => sum + each, 0)).toBe(2);
    expect(await at.service.runClock()).toBe(0);
    expect([await at.row(late), await at.row(told)]).toMatchObject([{ state: "reported", escalated: true, open: true }, { state: "closed", open: false }]);
    expect((await at.rows<{ action: string }>("select action from audit.entry where actor = 'clock' order by action")).map(({ action }) => action)).toEqual(["cases.escalate", "cases.move"]);
  });
  test("goes on past a case that cannot be read, in its district and in those after it, and tells of it by its number alone", async () => {
    const opened = [];
    for (const [district, place] of [[HERE, "王家门口"], [HERE, "G10"], [THERE, "矿区路"]]) opened.push(await at.opened({ answers: { district, place, kind: "earth" } }));
    const [broken, ...others] = opened;
    if (broken === undefined) throw new Error("none was opened");
    // As by a hand in the database: a state that its type does not have.
    await at.database.ownerPool.query("alter table cases.case no force row level security");
    await at.database.ownerPool.query("update cases.case set state = '王' where number = $1 and district = $2", [broken.number, broken.district]);
    at.time.now = new Date("2021-01-27T00:00:00Z");
    const told: unknown[] = [];
    expect(await at.service.runClock({ info: () => undefined, warn: () => undefined, error: (...line: unknown[]) => { told.push(line); } })).toBe(2);
    expect((await Promise.all(others.map((each) => at.row(each)))).map((each) => each?.escalated)).toEqual([true, true]);
    expect(told).toEqual([["cases-clock-failed", { district: HERE, case: broken.number, error: "Error" }]]);
    expect(await at.row(broken)).toMatchObject({ escalated: false, revision: 1 });
  });
  test("takes many in turns", async () => {
    for (let count = 0; count < 105; count += 1) await at.opened({ contact: { name: null, telephone: null, forWhom: null } });
    at.time.now = new Date("2021-01-27T00:00:00Z");
    expect(await at.service.runClock()).toBe(105);
  }, 60_000);
});

test("when its time is over nothing stays of what anybody wrote or sent, in no table; what happened when, where it ended and what is counted stay", async () => {
  const opened = await at.opened({ answers: { district: HERE, place: "王家门口", kind: "earth", seen: "王家的土堆" }, files: [{ field: "photos", name: "王家.png", bytes: PICTURE }] });
  await at.service.supplement({ ...opened, commandKey: "supplement-1" }, "我姓王", [{ name: "王二.png", bytes: PICTURE }]);
  await at.service.note(await at.on(opened), ANNA, "打过王芳电话");
  await at.move(opened, ANNA, "order", { reason: "王家门口没有批准" });
  const stays = await at.opened({ files: [{ field: "photos", name: "b.png", bytes: PICTURE }] });
  await at.move(opened, { kind: "applicant" }, "withdraw", { reason: null });
  at.time.now = new Date("2021-02-25T00:59:59Z");
  expect(await at.service.eraseOver()).toBe(0);
  at.time.now = new Date("2021-02-25T01:00:00Z");
  expect([await at.service.eraseOver(), await at.service.eraseOver()]).toEqual([1, 0]);
  const left: Record<string, readonly object[]> = {};
  for (const { name } of await at.rows<{ name: string }>("select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('cases', 'files') and table_name <> 'type_version' order by 1")) left[name] = await at.rows(`select * from ${name}`);
  const kept = await at.row(stays);
  expect(Object.fromEntries(Object.entries(left).map(([name, all]) => [name, all.length]))).toEqual({ "cases.answer": 1, "cases.case": 2, "cases.contact": 1, "cases.event": 6, "cases.file": 1, "cases.said": 0, "files.chunk": 1, "files.file": 1 });
  expect(JSON.stringify([left["cases.case"], left["cases.event"], await at.rows("select * from audit.entry")])).not.toMatch(/王/u);
  expect([left["cases.answer"], left["cases.file"]].flatMap((all) => (all ?? []).map((each) => "case_id" in each && each.case_id))).toEqual([kept?.id, kept?.id]);
  expect((await at.rows<{ kind: string }>(`select kind from cases.event where case_id = '${(await at.row(opened))?.id}' order by seq`)).map(({ kind }) => kind)).toEqual(["opened", "supplemented", "noted", "moved", "moved"]);
  expect(await at.row(opened)).toMatchObject({ state: "withdrawn", title: "已到期删除", erasedAt: "2021-02-25T01:00:00.000Z" });
  expect(await at.service.findReceipt({ ...opened, from: "203.0.113.7" })).toMatchObject({ kind: "found", loaded: { facts: { answers: {} }, files: [] } });
});

test("a case that went to another district is erased there with its files, and where it came from in its time too", async () => {
  const opened = await at.opened({ files: [{ field: "photos", name: "王家.png", bytes: PICTURE }], answers: { district: HERE, place: "王家门口", kind: "earth" } });
  await at.service.handOver(await at.on(opened), ANNA, { district: THERE, reason: "不归我们" });
  await at.move({ district: THERE, number: opened.number }, { kind: "applicant" }, "withdraw", { reason: null });
  expect(await at.rows("select 1 from files.file")).toHaveLength(1);
  at.time.now = new Date("2021-02-25T01:00:00Z");
  expect(await at.service.eraseOver()).toBe(2);
  expect([await at.rows("select 1 from files.file union all select 1 from files.chunk"), await at.rows("select 1 from cases.answer"), JSON.stringify(await at.rows("select * from cases.case")).includes("王")]).toEqual([[], [], false]);
});
