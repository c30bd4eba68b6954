import { inTransaction } from "#platform/db/server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CITY, exampleStaying, headcount, HERE, THERE, type ExampleStaying } from "./example-staying.ts";
import { findCurrent } from "./store.ts";

let at: ExampleStaying;
beforeEach(async () => { at = await exampleStaying(); });
afterEach(() => at.stop());

const PERSON = "01890000-0000-7000-8000-00000000000a";
let commands = 0;
const file = (given: Parameters<typeof headcount>[0] = {}, key = `command-${commands += 1}`) => at.file(PERSON, key, headcount(given));
const current = (districts: readonly string[] = [CITY, HERE, THERE], day = "2021-01-26", drill = true) => inTransaction(at.database.pool, { districts, actor: "test" }, (tx) => findCurrent(tx, districts, { day, drill }));

describe("a filing", () => {
  test("sent again under its key is filed once; another one under that key is refused", async () => {
    expect(await Promise.all([file({}, "the-same-key"), file({}, "the-same-key")])).toEqual([{ kind: "filed", number: 1 }, { kind: "filed", number: 1 }]);
    expect(await file({ staying: 71 }, "the-same-key")).toEqual({ kind: "key-used" });
    expect(await at.rows("select 1 from staying.headcount")).toHaveLength(1);
  });
  test("that is refused uses up neither its key nor a number", async () => {
    expect(await file({ staying: 90 }, "first-wrong")).toMatchObject({ kind: "wrong", faults: [{ field: "total" }] });
    expect(await file({}, "first-wrong")).toEqual({ kind: "filed", number: 1 });
  });
  test("is one entry of the district's audit, in the same transaction", async () => {
    await file();
    await file({ staying: 99, leaving: 40 });
    expect(await at.rows("select district, actor, action, object, details from audit.entry")).toEqual([{
      district: HERE, actor: PERSON, action: "staying.file-headcount", object: "headcount:1", details: { body: "第一中学", day: "2021-01-26", total: 100, staying: 70, leaving: 20 },
    }]);
  });
  test("is kept for good: the server may neither change nor delete it", async () => {
    await file();
    await expect(at.rows("update staying.headcount set total = 1")).rejects.toThrow(/permission denied/u);
    await expect(at.rows("delete from staying.headcount")).rejects.toThrow(/permission denied/u);
  });
});

describe("of several filings of a body", () => {
  test("the last one for its last day counts, and all are kept", async () => {
    await file({ staying: 60 });
    await file({ staying: 65 });
    await file({ staying: 10, day: "2021-01-25" });
    // The same name, typed otherwise.
    await file({ staying: 68, body: " 第一　中学 " });
    expect(await current()).toMatchObject([{ staying: 68, day: "2021-01-26", filings: 4 }]);
    expect(await current([HERE], "2021-01-25")).toMatchObject([{ staying: 10, filings: 1 }]);
  });
  test("filed in a drill none counts outside of it", async () => {
    await file();
    expect(await current([HERE], "2021-01-26", false)).toEqual([]);
  });
  test("many at once are numbered one after the other", async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, place) => file({ body: `第${place}小学` })));
    expect(outcomes.map((each) => (each.kind === "filed" ? each.number : 0)).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

test("a district's headcounts are not there for another", async () => {
  await file();
  await file({ district: THERE, body: "第二中学" });
  expect((await current([THERE])).map(({ body }) => body)).toEqual(["第二中学"]);
  expect(await at.rows("select 1 from staying.headcount", [HERE])).toHaveLength(1);
  await expect(inTransaction(at.database.pool, { districts: [HERE], actor: "test" }, (tx) => tx.query("insert into staying.headcount select '150703', 9, body_key, body, kind, day, total, staying, leaving, reasons, drill, filed_by, filed_at from staying.headcount"))).rejects.toThrow(/row-level security/u);
});

test("the public shares follow a filing once there are enough bodies, and are taken anew only when something was filed", async () => {
  for (const name of ["一", "二", "三", "四"]) await file({ body: `第${name}中学`, district: name === "四" ? THERE : HERE });
  await at.keeper.refresh();
  expect(at.keeper.current()).toMatchObject({ number: 4, shares: null });
  await file({ body: "第五中学" });
  expect([await at.keeper.refresh(), await at.keeper.refresh(), at.changes()]).toEqual([true, false, 2]);
  expect(at.keeper.current()).toMatchObject({ number: 5, shares: { day: "2021-01-26", kinds: [{ kind: "school", bodies: 5, latest: 5, staying: 70, leaving: 20, open: 10 }] } });
});
