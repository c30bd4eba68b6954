import { inTransaction } from "#platform/db/server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { caseService } from "./case-service.ts";
import { ALL, ANNA, BERT, CITY, CITYS, exampleCases, HERE, PICTURE, request, ROAD_BLOCK_TYPE, THERE, type ExampleCases } from "./example-cases.ts";
import type { MatchedRecord } from "./find-matches.ts";
import { loadCase } from "./case-record.ts";

let at: ExampleCases;
let found: readonly MatchedRecord[];
beforeEach(async () => { found = []; at = await exampleCases({ matches: async () => found }); });
afterEach(() => at.stop());

type Address = { readonly district: string; readonly number: string };
const row = (address: Address) => at.row(address);
const on = (address: Address) => at.on(address);
const events = async (address: Address) => {
  const kept = await row(address);
  if (kept === null) throw new Error("no case");
  return (await inTransaction(at.database.pool, { districts: ALL, actor: "test" }, (tx) => loadCase(tx, at.service.parts, kept))).facts.events;
};
const move: ExampleCases["move"] = (...given) => at.move(...given);
const track = ({ number, secret }: { readonly number: string; readonly secret: string }, from = "203.0.113.7") => at.service.findReceipt({ number, secret, from });
const RECORD: MatchedRecord = { district: HERE, id: "01890000-0000-7000-8000-0000000000aa", number: 1, validToday: true, shown: [] };

describe("a case that somebody opens", () => {
  test("is one case and one receipt, however often the form is sent, also at the same time", async () => {
    const order = request({ commandKey: "the-same-form", files: [{ field: "photos", name: "土堆.png", bytes: PICTURE }] });
    const outcomes = await Promise.all([at.service.open(order), at.service.open(order)]);
    expect(outcomes[0]).toMatchObject({ kind: "opened", address: { district: HERE, number: expect.stringMatching(/^0126-\d{5}$/u) }, secret: expect.stringMatching(/^[2-9A-HJ-NP-Z]{8}$/u) });
    expect([outcomes[1], await at.service.open(order)]).toEqual([outcomes[0], outcomes[0]]);
    expect([await at.rows("select 1 from cases.case"), await at.rows("select 1 from cases.file"), await at.rows("select 1 from files.file")].map((all) => all.length)).toEqual([1, 1, 1]);
    expect(await at.service.open({ ...order, answers: { ...order.answers, place: "别处" } })).toEqual({ kind: "key-used" });
  });
  test("keeps what is personal apart, and nothing of it in list or audit", async () => {
    await at.opened({ type: "temporary-help", answers: { district: HERE, what: "food", identity: "11010519491231002X" } });
    expect(await at.rows("select title, due_at, warn_at, open, waiting, state from cases.case")).toEqual([{ title: "吃的", due_at: new Date("2021-01-29T16:00:00Z"), warn_at: expect.any(Date), open: true, waiting: false, state: "asked" }]);
    expect(await at.rows("select answers from cases.answer")).toEqual([{ answers: { district: HERE, what: "food", identity: "…002X" } }]);
    expect(JSON.stringify([await at.rows("select * from cases.case"), await at.rows("select * from cases.event"), await at.rows("select * from audit.entry"), await at.rows("select * from release.command")])).not.toMatch(/王芳|13800138000|11010519491231002/u);
  });
  test("gets a longer number where those of its day are all taken, and its receipt leads to it all the same", async () => {
    const whole = (digits: number) => inTransaction(at.database.pool, { districts: ALL, actor: "test" }, (tx) => tx.query(
      `insert into cases.case (district, id, number, type, type_sha256, notice, clause, title, state, since, revision, due_at, escalated, waiting, open, via, proxy, nudges, opened_at, closed_at, drill)
       select $1, gen_random_uuid(), '0126-' || lpad(n::text, $2::int, '0'), 'road-block', repeat('a', 64), 'n', 'c', 't', 's', now(), 1, null, false, false, false, 'portal', false, 0, now(), now(), true from generate_series(0, (10 ^ $2::int)::int - 1) as n`, [HERE, digits]));
    await whole(5);
    const opened = await at.opened();
    expect(opened.number).toMatch(/^0126-\d{6}$/u);
    expect(await track({ ...opened, number: opened.number.replace("-", "") })).toMatchObject({ kind: "found", loaded: { kept: { number: opened.number } } });
    const there = await at.opened({ answers: { district: THERE, place: "矿区路", kind: "gate" } });
    expect(await at.service.handOver(await on(there), ANNA, { district: HERE, reason: "在海拉尔" })).toMatchObject({ kind: "done", address: { number: expect.stringMatching(/^0126-\d{6}$/u) } });
  }, 120_000);
  test("is remembered by a digest that only this installation can make, as every change of it is", async () => {
    const order = request({ commandKey: "to-be-sealed" });
    const outcome = await at.service.open(order);
    if (outcome.kind !== "opened") throw new Error(outcome.kind);
    const change = { ...outcome.address, commandKey: "to-be-sealed-too" };
    expect(await at.service.supplement(change, "王芳，13800138000", [])).toMatchObject({ kind: "done" });
    // Of the same words under another secret nothing is known again.
    const other = await caseService({ ...at.options, secret: Buffer.alloc(32, 8) });
    expect([await other.open(order), await other.supplement(change, "王芳，13800138000", [])]).toEqual([{ kind: "key-used" }, { kind: "key-used" }]);
    expect([(await at.service.open(order)).kind, (await at.service.supplement(change, "王芳，13800138000", [])).kind]).toEqual(["opened", "done"]);
  });
  test("that is wrong uses up neither its key nor a number, and every fault has its field", async () => {
    const wrong = request({ commandKey: "first-wrong", type: "temporary-help", answers: { district: "110101", identity: "1" }, contact: { name: " ", telephone: "12", forWhom: null } });
    expect(await at.service.open(wrong)).toMatchObject({ kind: "wrong", faults: ["district", "what", "identity", "contact.name", "contact.telephone"].map((field) => ({ field })) });
    expect(await at.service.open(request({ commandKey: "first-wrong" }))).toMatchObject({ kind: "opened" });
  });
  test("takes a name whole or says that it is too long", async () => {
    const named = (name: string, forWhom: string | null = null) => at.service.open(request({ contact: { name, telephone: null, forWhom } }));
    expect(await named("王".repeat(61), "李".repeat(61))).toMatchObject({ kind: "wrong", faults: [{ field: "contact.name" }, { field: "contact.forWhom" }] });
    expect((await named("王".repeat(60), "李".repeat(60))).kind).toBe("opened");
    expect(await at.rows("select name, for_whom from cases.contact")).toEqual([{ name: "王".repeat(60), for_whom: "李".repeat(60) }]);
  });
  test("takes no more files than the question asks for, and no file that is none", async () => {
    const file = { field: "photos", name: "a.png", bytes: PICTURE };
    expect(await at.service.open(request({ files: [file, file, file] }))).toMatchObject({ kind: "wrong", faults: [{ field: "photos" }] });
    expect(await at.service.open(request({ files: [{ ...file, bytes: Buffer.from("PK\u0005\u0006") }] }))).toMatchObject({ kind: "wrong", faults: [{ field: "photos" }] });
    expect(await at.rows("select 1 from files.file")).toHaveLength(0);
  });
  test("is refused in a district the caller does not handle, and of a type there is none of", async () => {
    expect(await at.service.open(request({ by: ANNA, via: "telephone", districts: [THERE] }))).toEqual({ kind: "not-yours" });
    expect(await at.service.open(request({ type: "nothing" }))).toEqual({ kind: "not-offered" });
  });
  test("goes on under the version of its type when the pack changes it", async () => {
    const before = await at.opened();
    const changed = { ...ROAD_BLOCK_TYPE, states: ROAD_BLOCK_TYPE.states.map((state) => ({ ...state, key: `new-${state.key}` })), moves: ROAD_BLOCK_TYPE.moves.map((each) => ({ ...each, from: each.from.map((key) => `new-${key}`), to: `new-${each.to}` })), initial: "new-reported" };
    const later = await caseService({ ...at.options, types: [changed] });
    expect(await later.move(await on(before), ANNA, { move: "order", answers: {}, reason: "没有批准", record: null })).toMatchObject({ kind: "done" });
    expect((await row(before))?.state).toBe("ordered");
    const opened = await later.open(request());
    expect(opened.kind === "opened" ? (await row(opened.address))?.state : opened).toBe("new-reported");
  });
  test("from a record opens once for its source, in the caller's transaction", async () => {
    const fromRecord = (source: string, fails = false) => inTransaction(at.database.pool, { districts: [HERE], actor: "test" }, async (tx) => {
      const address = await at.service.openFromRecord(tx, { type: "road-block", answers: { district: HERE, place: "G10", kind: "gate" }, source });
      if (fails) throw new Error("the caller's own trouble");
      return address;
    });
    await expect(fromRecord("hazards/1", true)).rejects.toThrow("own trouble");
    expect(await at.rows("select 1 from cases.case")).toHaveLength(0);
    expect([await fromRecord("hazards/1"), await fromRecord("hazards/2")].map(({ number }) => number)).toEqual([(await fromRecord("hazards/1")).number, (await fromRecord("hazards/2")).number]);
    expect(await at.rows("select via from cases.case")).toEqual([{ via: "record" }, { via: "record" }]);
  });
});

describe("a change", () => {
  test("sent twice is made once; of two at once exactly one wins, and the other is told the revision", async () => {
    const opened = await at.opened();
    const first = { ...(await on(opened)), commandKey: "order-once" };
    const order = { move: "order", answers: {}, reason: "没有批准", record: null };
    const same = await Promise.all([at.service.move(first, ANNA, order), at.service.move(first, ANNA, order)]);
    expect(same).toEqual([{ kind: "done", address: { district: opened.district, number: opened.number }, revision: 2 }, same[0]]);
    const second = await on(opened);
    const both = await Promise.all([BERT, CITYS].map((by, place) => at.service.move({ ...second, commandKey: `command-race-${place}` }, by, { move: "removed", answers: { hours: 1 }, reason: null, record: null })));
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(["changed", "done"]);
    expect((await events(opened)).map(({ kind }) => kind)).toEqual(["opened", "moved", "moved"]);
  });
  test("that rests on a record is looked up right then", async () => {
    const opened = await at.opened();
    found = [RECORD];
    expect(await move(opened, ANNA, "order")).toMatchObject({ kind: "refused", refusal: { reason: "record-found" } });
    expect(await move(opened, ANNA, "legal")).toMatchObject({ kind: "refused", refusal: { reason: "no-record" } });
    expect(await move(opened, ANNA, "legal", { record: { ...RECORD, number: 2 } })).toMatchObject({ kind: "refused", refusal: { reason: "unknown-record" } });
    expect(await move(opened, ANNA, "legal", { record: { district: RECORD.district, id: RECORD.id, number: 1 } })).toMatchObject({ kind: "done" });
    expect((await events(opened)).at(-1)).toMatchObject({ move: "legal", record: { id: RECORD.id } });
  });
  test("after an objection is another person's", async () => {
    const opened = await at.opened();
    found = [RECORD];
    await move(opened, ANNA, "legal", { record: { district: RECORD.district, id: RECORD.id, number: 1 } });
    expect(await move(opened, { kind: "applicant" }, "contest", { reason: "还堵着" })).toMatchObject({ kind: "done" });
    expect(await move(opened, ANNA, "uphold")).toMatchObject({ kind: "refused", refusal: { reason: "another-person" } });
    expect(await move(opened, BERT, "uphold")).toMatchObject({ kind: "done" });
    expect(await row(opened)).toMatchObject({ state: "closed", open: false, dueAt: null, eraseAt: "2021-02-25T01:00:00.000Z" });
  });
  test("by an applicant: adds words and files, hurries once a day, rates once when something came of it", async () => {
    const opened = await at.opened();
    const command = (commandKey: string) => ({ district: opened.district, number: opened.number, commandKey });
    expect(await at.service.supplement(command("command-add-1"), "更正：两处", [{ name: "b.png", bytes: PICTURE }])).toMatchObject({ kind: "done", revision: 2 });
    expect(await at.service.supplement(command("command-add-1"), "更正：两处", [{ name: "b.png", bytes: PICTURE }])).toMatchObject({ kind: "done", revision: 2 });
    expect([await at.service.nudge(command("command-nudge-1")), await at.service.nudge(command("command-nudge-2"))]).toMatchObject([{ kind: "done" }, { kind: "wrong" }]);
    at.time.now = new Date("2021-01-26T16:00:00Z");
    expect(await at.service.nudge(command("command-nudge-3"))).toMatchObject({ kind: "done" });
    expect(await at.service.rate(command("command-rate-1"), true, null)).toMatchObject({ kind: "wrong" });
    await move(opened, ANNA, "order");
    await move(opened, ANNA, "removed", { answers: { hours: 2 } });
    expect([await at.service.rate(command("command-rate-2"), false, "太慢"), await at.service.rate(command("command-rate-3"), true, null)]).toMatchObject([{ kind: "done" }, { kind: "wrong" }]);
    expect([(await row(opened))?.nudges, (await row(opened))?.satisfied]).toEqual([2, false]);
    expect((await events(opened)).map(({ kind }) => kind)).toEqual(["opened", "supplemented", "nudged", "nudged", "moved", "moved", "rated"]);
  });
  test("of a closed case is refused, and of one that is not there", async () => {
    const opened = await at.opened();
    await move(opened, { kind: "applicant" }, "withdraw");
    for (const outcome of [await move(opened, ANNA, "order"), await at.service.assign(await on(opened), ANNA, ANNA.person), await at.service.note(await on(opened), ANNA, "x").then(({ kind }) => (kind === "done" ? { kind: "refused", refusal: { reason: "closed" } } : null))]) expect(outcome).toMatchObject({ kind: "refused", refusal: { reason: "closed" } });
    expect(await move({ district: HERE, number: "0126-00000" }, ANNA, "order")).toEqual({ kind: "missing" });
  });
});

describe("a receipt", () => {
  test("leads to its case with the secret alone, however it is typed", async () => {
    const opened = await at.opened();
    expect(await track({ number: ` ${opened.number.replace("-", "")} `, secret: opened.secret.toLowerCase().replace(/(.{4})/u, "$1 ") })).toMatchObject({ kind: "found", loaded: { kept: { number: opened.number } } });
    for (const secret of ["", "AAAAAAAA", opened.secret.slice(1), `${opened.secret}A`]) expect(await track({ number: opened.number, secret })).toEqual({ kind: "not-found" });
    expect(await track({ number: "not a number", secret: opened.secret })).toEqual({ kind: "not-found" });
  });
  test("of another installation fits none here", async () => {
    const opened = await at.opened();
    const other = await caseService({ ...at.options, secret: Buffer.alloc(32, 8) });
    expect(await other.findReceipt({ number: opened.number, secret: opened.secret, from: "a" })).toEqual({ kind: "not-found" });
  });
  test("cannot be guessed at: after so many wrong tries from a place nobody there gets in for a while; who has the right one uses none up, and no stranger locks it out", async () => {
    const opened = await at.opened();
    for (let tries = 0; tries < 101; tries += 1) expect((await track(opened)).kind).toBe("found");
    const outcomes = [];
    for (let tries = 0; tries < 101; tries += 1) outcomes.push((await track({ number: tries % 2 === 0 ? opened.number : `0126-${String(tries).padStart(5, "0")}`, secret: "AAAAAAAA" }, "192.0.2.5")).kind);
    expect([outcomes.filter((kind) => kind === "not-found").length, outcomes.at(-1)]).toEqual([100, "too-many"]);
    expect([await track(opened, "192.0.2.5"), (await track(opened, "198.51.100.1")).kind]).toMatchObject([{ kind: "too-many", seconds: 900 }, "found"]);
    for (let tries = 0; tries < 120; tries += 1) await track({ number: opened.number, secret: "AAAAAAAA" }, `203.0.${tries}.1`);
    expect((await track(opened, "198.51.100.1")).kind).toBe("found");
    at.time.now = new Date(at.time.now.getTime() + 15 * 60_000);
    expect((await track(opened, "192.0.2.5")).kind).toBe("found");
  });
});

describe("a case that goes on elsewhere", () => {
  test("merged into another of its type tells whoever asked the course of that one, which nobody can merge back", async () => {
    const [one, other, third] = [await at.opened(), await at.opened(), await at.opened({ type: "temporary-help", answers: { district: HERE, what: "bed" } })];
    expect(await at.service.merge(await on(one), ANNA, third)).toMatchObject({ kind: "refused" });
    expect(await at.service.merge(await on(one), ANNA, one)).toMatchObject({ kind: "refused" });
    const into = { district: other.district, number: other.number };
    const both = await Promise.all([at.service.merge(await on(one), ANNA, into), at.service.merge(await on(other), BERT, { district: one.district, number: one.number })]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(["done", "refused"]);
    const [merged, goesOn] = both[0]?.kind === "done" ? [one, other] : [other, one];
    await move(goesOn, ANNA, "order");
    expect(await track(merged)).toMatchObject({ kind: "found", loaded: { kept: { number: merged.number, open: false } }, goesOnIn: { kept: { number: goesOn.number, state: "ordered" } } });
    expect(await move(merged, ANNA, "order")).toMatchObject({ kind: "refused", refusal: { reason: "closed" } });
  });
  test("is not merged where each is decided for a person, nor where somebody objected to one of the two", async () => {
    const help = { type: "temporary-help", answers: { district: HERE, what: "bed" } };
    const [asked, too, objected, other] = [await at.opened(help), await at.opened(help), await at.opened(), await at.opened()];
    expect(await at.service.merge(await on(asked), ANNA, too)).toMatchObject({ kind: "refused", refusal: { remedy: { zh: "分别办理。" } } });
    await move(objected, ANNA, "order");
    await move(objected, ANNA, "removed", { answers: { hours: 1 } });
    expect(await move(objected, { kind: "applicant" }, "contest")).toMatchObject({ kind: "done" });
    for (const [from, into] of [[objected, other], [other, objected]] as const) expect(await at.service.merge(await on(from), ANNA, into)).toMatchObject({ kind: "refused", refusal: { problem: { en: expect.stringContaining("contested") } } });
  });
  test("handed over to another district is there with everything, keeps its deadline, and its receipt goes on", async () => {
    const opened = await at.opened({ files: [{ field: "photos", name: "a.png", bytes: PICTURE }] });
    const before = await row(opened);
    expect(await at.service.handOver(await on(opened), ANNA, { district: "110101", reason: "不归我们" })).toMatchObject({ kind: "refused" });
    const outcome = await at.service.handOver(await on(opened), ANNA, { district: THERE, reason: "在扎赉诺尔" });
    expect(outcome).toEqual({ kind: "done", address: { district: THERE, number: opened.number }, revision: 2 });
    expect(await row({ district: THERE, number: opened.number })).toMatchObject({ open: true, dueAt: before?.dueAt, from: { district: HERE, number: opened.number } });
    expect(await at.rows("select district from cases.contact union all select district from cases.file")).toEqual([{ district: THERE }, { district: THERE }]);
    expect(await at.rows("select answers ? 'seen' as seen, district from cases.answer order by district")).toEqual([{ seen: false, district: HERE }, { seen: true, district: THERE }]);
    expect(await track(opened)).toMatchObject({ kind: "found", loaded: { kept: { district: THERE, open: true } } });
    expect(await move(opened, ANNA, "order")).toMatchObject({ kind: "refused", refusal: { reason: "closed" } });
    await at.service.handOver(await on({ district: THERE, number: opened.number }), BERT, { district: HERE, reason: "还是海拉尔的" });
    const back = await track(opened);
    expect(back).toMatchObject({ kind: "found", loaded: { kept: { district: HERE, open: true } } });
    // The number is taken there by the row it left.
    expect(back.kind === "found" && back.loaded.kept.number !== opened.number && back.loaded.files.length).toBe(1);
    expect((await at.rows<{ action: string }>("select action from audit.entry order by district, seq")).map(({ action }) => action)).toEqual(["cases.open", "cases.hand-over", "cases.take-over", "cases.take-over", "cases.hand-over"]);
  });
});

test("a district's cases are not there for another, and nobody rewrites what happened", async () => {
  await at.opened();
  for (const table of ["case", "event", "answer", "contact"]) expect([table, (await at.rows(`select 1 from cases.${table}`, [THERE])).length, (await at.rows(`select 1 from cases.${table}`, [HERE])).length]).toEqual([table, 0, 1]);
  await expect(at.rows("update cases.event set kind = 'noted'")).rejects.toThrow(/permission denied/u);
  await expect(at.rows("delete from cases.event")).rejects.toThrow(/permission denied/u);
  await expect(at.rows(`update cases.case set district = '${CITY}'`)).rejects.toThrow(/permission denied/u);
});
