import { readNotice } from "#engines/reading";
import { appendAudit, verifyAudit } from "#platform/audit/server";
import { createTestDatabase, inTransaction, type TestDatabase } from "#platform/db/server";
import { fileStore } from "#platform/files/server";
import { drillPurpose } from "#platform/keys";
import { keyring, type Keyring } from "#platform/keys/server";
import { canonicalBytes } from "#platform/release";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { publicForm, remarkName, type DraftContent } from "../draft/index.ts";
import { exampleNotice } from "../portal/example-notice.ts";
import { draftDesk, type DraftDesk, type OpenDraft } from "./draft-desk.ts";
import { noticeArchive } from "./notice-archive.ts";

const TEXT = "某某市关于做好寒潮防范工作的通知\n各区人民政府：\n一、巡查供暖\n供热单位要每日巡查管网，严禁擅自停暖。\n二、照看老人\n社区要上门看望独居老人，鼓励邻里互助。\n某某市应急指挥部\n2027年1月5日\n";
const CITY = "150700";
const [WRITER, RELEASER] = ["person-a", "person-b"] as const;
const clock = { machineNow: () => new Date("2026-11-24T02:00:00Z"), policyNow: () => new Date("2027-01-05T01:00:00Z"), drill: true };
const city = { code: CITY, bodies: [{ ...exampleNotice().issuer, key: "headquarters" }] };
let database: TestDatabase;
let keys: Keyring;
let desk: DraftDesk;
beforeEach(async () => {
  database = await createTestDatabase();
  keys = keyring({ pool: database.pool, district: CITY, secret: Buffer.alloc(32, 1), clock });
  desk = draftDesk({ pool: database.pool, clock, city, files: fileStore({ bucket: null, machineNow: clock.machineNow }), audit: appendAudit(clock), sign: (tx, bytes) => keys.sign(tx, "notices", bytes) });
});
afterEach(async () => { await database.drop(); });

let commands = 0;
const command = (): string => `command-${(commands += 1)}`;
async function imported(text = TEXT, action: "release" | "amend" = "release", noticeKey = "cold-wave"): Promise<OpenDraft> {
  const outcome = await desk.import(WRITER, { noticeKey, action, text, reading: readNotice(text), file: { name: "寒潮.txt", bytes: Buffer.from(text) }, commandKey: command() });
  if (outcome.kind === "refused") throw new Error(outcome.reason);
  return opened(outcome.id);
}
async function opened(id: string): Promise<OpenDraft> {
  const open = await desk.open(WRITER, id);
  if (open === null) throw new Error("no draft");
  return open;
}
/** As an officer leaves it when nothing is missing. */
const complete = ({ draft: { content, reading } }: OpenDraft): DraftContent => ({
  ...content, title: { zh: content.title.zh, en: "Notice on the cold wave" }, origin: { name: { zh: "市政府网站", en: "The city's website" }, address: null }, issuer: "headquarters", publisher: "headquarters", operator: "headquarters",
  clauses: content.clauses.map((clause, index) => ({ ...clause, key: ["heating", "elders"][index] ?? null, title: { zh: "标题", en: "Title" }, summary: { zh: "说明", en: "Summary" } })),
  acknowledged: reading.remarks.map(remarkName),
});
async function handedIn(open?: OpenDraft): Promise<OpenDraft> {
  const begun = open ?? await imported();
  await desk.save(WRITER, begun.draft.id, begun.draft.revision, complete(begun));
  const moved = await desk.move(WRITER, begun.draft.id, "hand-in", begun.draft.revision + 1);
  if (moved?.kind !== "done") throw new Error(moved?.refusal.reason);
  return moved.open;
}
const release = (id: string, revision: number, person: string = RELEASER, key = command()) => desk.release(person, id, revision, key, "");
const versionsOf = async (key: string): Promise<number[]> => (await noticeArchive(database.pool, CITY).history(key)).map(({ version }) => version);
const audited = async (): Promise<string[]> => (await inTransaction(database.pool, { districts: [CITY], actor: "t" }, (tx) => tx.query<{ line: string }>("select actor || ' ' || action as line from audit.entry order by seq"))).rows.map(({ line }) => line);

describe("from an imported text to a released notice", () => {
  test("reviewed by one, released by another, signed, audited, and served", async () => {
    const { draft } = await handedIn();
    const outcome = await release(draft.id, draft.revision);
    if (outcome?.kind !== "done" || outcome.released === null) throw new Error("not released");
    const [kept] = await noticeArchive(database.pool, CITY).history("cold-wave");
    if (kept?.read.kind !== "notice" || kept.bytes === null) throw new Error("not kept");
    expect(kept.read.notice.clauses.map(({ key }) => key)).toEqual(["heating", "elders"]);
    expect(Buffer.from(kept.bytes).equals(canonicalBytes(publicForm(kept.read.notice, outcome.released)))).toBe(true);
    expect(await keys.verify(drillPurpose("notices"), outcome.released, kept.bytes)).toBe(true);
    expect(await audited()).toEqual(["person-a notices.import", "person-a notices.edit", "person-a notices.hand-in", "person-b notices.release"]);
    expect(await verifyAudit({ pool: database.pool, city: CITY, districts: [], publicKeys: await keys.publicKeys(), headsFile: "/nowhere/heads" })).toMatchObject({ kind: "holds", entries: 4 });
  });
  test("the original comes back byte for byte, and that it was read is on record", async () => {
    const { draft } = await imported();
    const original = await desk.original(RELEASER, draft.id);
    expect(Buffer.from(original?.bytes ?? []).toString()).toBe(TEXT);
    expect((await audited()).at(-1)).toBe("person-b notices.read-original");
  });
  test("an amendment keeps the keys and becomes the next version", async () => {
    const first = await handedIn();
    await release(first.draft.id, first.draft.revision);
    const second = await imported(TEXT.replace("每日巡查", "每日两次巡查"), "amend");
    expect(second.draft.content.clauses.map(({ key }) => key)).toEqual(["heating", "elders"]);
    await desk.save(WRITER, second.draft.id, 1, { ...second.draft.content, acknowledged: second.draft.reading.remarks.map(remarkName) });
    await desk.move(WRITER, second.draft.id, "hand-in", 2);
    expect(await release(second.draft.id, 2)).toMatchObject({ kind: "done", released: { version: 2, action: "amend" } });
  });
  test("an amendment takes the corrections up again, and an officer's page cannot wipe out which were lost", async () => {
    const begun = await imported();
    const corrections: DraftContent["corrections"] = [{ quote: "严禁擅自停暖", change: { kind: "remove" } }, { quote: "鼓励邻里互助", change: { kind: "remove" } }];
    await desk.save(WRITER, begun.draft.id, 1, { ...complete(begun), corrections });
    await desk.move(WRITER, begun.draft.id, "hand-in", 2);
    await release(begun.draft.id, 2);
    const { draft } = await imported(TEXT.replace("严禁擅自停暖", "停暖须提前公告"), "amend");
    expect([draft.content.corrections, draft.content.lost]).toEqual([[corrections[1]], [corrections[0]]]);
    const { lost: _wiped, ...without } = draft.content;
    const saved = await desk.save(WRITER, draft.id, 1, without);
    expect(saved?.open.draft.content.lost).toEqual([corrections[0]]);
    expect(saved?.open.checked.faults.map(({ field }) => field)).toContain("lost[0]");
  });
});

describe("the second officer sends it back", () => {
  test("with a reason whoever reviewed it reads; it is changed, handed in and released", async () => {
    const { draft } = await handedIn();
    expect(await desk.sendBack(RELEASER, draft.id, 1, "旧的")).toMatchObject({ kind: "refused", refusal: { reason: "changed-meanwhile" } });
    expect(await desk.sendBack(RELEASER, draft.id, 2, "第二条写错了")).toMatchObject({ kind: "done", open: { draft: { state: "draft", returns: [{ reason: "第二条写错了", by: RELEASER, revision: 2 }] } } });
    expect(await desk.sendBack(RELEASER, draft.id, 2, "再退一次")).toMatchObject({ kind: "refused", refusal: { reason: "wrong-state" } });
    expect((await opened(draft.id)).draft.returns.map(({ reason }) => reason)).toEqual(["第二条写错了"]);
    expect((await desk.list()).map(({ sentBack }) => sentBack)).toEqual([true]);
    expect((await audited()).at(-1)).toBe("person-b notices.send-back");
    await desk.save(WRITER, draft.id, 2, { ...(await opened(draft.id)).draft.content, documentNumber: "1号" });
    expect((await desk.list()).map(({ sentBack }) => sentBack)).toEqual([false]);
    await desk.move(WRITER, draft.id, "hand-in", 3);
    await desk.sendBack(RELEASER, draft.id, 3, "还差一点");
    expect((await opened(draft.id)).draft.returns.map(({ reason }) => reason)).toEqual(["还差一点", "第二条写错了"]);
    await desk.move(WRITER, draft.id, "hand-in", 3);
    expect(await release(draft.id, 3)).toMatchObject({ kind: "done", released: { version: 1 } });
  });
});

describe("what is refused, and loses nothing", () => {
  test("whoever edited it does not release it", async () => {
    const { draft } = await handedIn();
    expect(await release(draft.id, draft.revision, WRITER)).toMatchObject({ kind: "refused", refusal: { reason: "same-person" } });
    expect((await opened(draft.id)).draft.state).toBe("in-check");
  });
  test("whoever handed it in does not release it either, and is the one who checked it", async () => {
    const { draft } = await imported();
    await desk.save(WRITER, draft.id, 1, complete(await opened(draft.id)));
    await desk.move("person-c", draft.id, "hand-in", 2);
    expect(await release(draft.id, 2, "person-c")).toMatchObject({ kind: "refused", refusal: { reason: "same-person" } });
    expect(await release(draft.id, 2)).toMatchObject({ kind: "done", released: { checkedBy: "person-c", releasedBy: RELEASER } });
  });
  test("one who handed it in before it was taken back may release what another handed in", async () => {
    const { draft } = await imported();
    await desk.save(WRITER, draft.id, 1, complete(await opened(draft.id)));
    await desk.move(RELEASER, draft.id, "hand-in", 2);
    await desk.move(WRITER, draft.id, "take-back", 2);
    await desk.move(WRITER, draft.id, "hand-in", 2);
    expect(await release(draft.id, 2)).toMatchObject({ kind: "done", released: { checkedBy: WRITER } });
  });
  test("a draft with open faults is not handed in", async () => {
    const { draft } = await imported();
    expect(await desk.move(WRITER, draft.id, "hand-in", 1)).toMatchObject({ kind: "refused", refusal: { reason: "open-faults" } });
  });
  test("two editors: the second is told, and sees what the first wrote", async () => {
    const open = await imported();
    const mine = { ...open.draft.content, documentNumber: "1号" };
    await desk.save(WRITER, open.draft.id, 1, mine);
    expect(await desk.save("person-c", open.draft.id, 1, { ...open.draft.content, documentNumber: "2号" })).toMatchObject({ kind: "refused", refusal: { reason: "changed-meanwhile" }, open: { draft: { revision: 2, content: { documentNumber: "1号" } } } });
    expect(await desk.save("person-c", open.draft.id, 2, { ...open.draft.content, documentNumber: "2号" })).toMatchObject({ kind: "done" });
  });
  test("of many who save at once one wins", async () => {
    const { draft } = await imported();
    const outcomes = await Promise.all(Array.from({ length: 4 }, (_, index) => desk.save(`person-${index}`, draft.id, 1, { ...draft.content, documentNumber: `${index}号` })));
    expect(outcomes.map((outcome) => outcome?.kind).toSorted()).toEqual(["done", "refused", "refused", "refused"]);
  });
  test("the same import and the same release sent twice happen once", async () => {
    const given = { noticeKey: "cold-wave", action: "release" as const, text: TEXT, reading: readNotice(TEXT), file: null, commandKey: command() };
    const [one, two] = await Promise.all([desk.import(WRITER, given), desk.import(WRITER, given)]);
    expect(one).toEqual(two);
    expect(await desk.list()).toHaveLength(1);
    const open = await handedIn(await opened(one?.kind === "imported" ? one.id : ""));
    const key = command();
    const [first, again] = [await release(open.draft.id, open.draft.revision, RELEASER, key), await release(open.draft.id, open.draft.revision, RELEASER, key)];
    expect(again?.kind === "done" && again.released?.sha256).toBe(first?.kind === "done" && first.released?.sha256);
    expect(await versionsOf("cold-wave")).toEqual([1]);
  });
  test("a command's key stands for one command: neither another draft, nor another person, nor other content", async () => {
    const [one, other] = [await handedIn(), await handedIn(await imported(TEXT, "release", "flood"))];
    const key = command();
    expect(await release(one.draft.id, one.draft.revision, RELEASER, key)).toMatchObject({ kind: "done" });
    for (const [id, person] of [[other.draft.id, RELEASER], [one.draft.id, "person-c"]] as const) {
      expect(await release(id, 2, person, key)).toMatchObject({ kind: "refused", refusal: { reason: "key-used", status: 409 } });
    }
    expect(await desk.release(RELEASER, one.draft.id, 2, key, "另一个意见")).toMatchObject({ kind: "refused", refusal: { reason: "key-used" } });
    expect([(await opened(other.draft.id)).draft.state, await versionsOf("flood")]).toEqual(["in-check", []]);
  });
  test("whoever guesses the key of somebody's import does not get their draft", async () => {
    const given = { noticeKey: "cold-wave", action: "release" as const, text: TEXT, reading: readNotice(TEXT), file: null, commandKey: command() };
    await desk.import(WRITER, given);
    expect(await desk.import("person-c", given)).toEqual({ kind: "refused", reason: "key-used" });
    expect(await desk.import(WRITER, { ...given, text: `${TEXT}改` })).toEqual({ kind: "refused", reason: "key-used" });
    expect(await desk.list()).toHaveLength(1);
  });
  test("a second draft of one new notice: the first is named; discarded, it is in nobody's way", async () => {
    const given = { noticeKey: "cold-wave", action: "release" as const, text: TEXT, reading: readNotice(TEXT), file: null };
    const both = await Promise.all([desk.import(WRITER, { ...given, commandKey: command() }), desk.import("person-c", { ...given, commandKey: command() })]);
    const first = both.find(({ kind }) => kind === "imported");
    const id = first?.kind === "imported" ? first.id : "";
    expect(both).toContainEqual({ kind: "refused", reason: "draft-open", draftId: id });
    expect(await desk.list()).toHaveLength(1);
    await desk.move(WRITER, id, "discard", 1);
    expect(await desk.import(WRITER, { ...given, commandKey: command() })).toMatchObject({ kind: "imported" });
  });
  test("a key that is taken, an amendment of nothing", async () => {
    const first = await handedIn();
    await release(first.draft.id, first.draft.revision);
    const given = { noticeKey: "cold-wave", action: "release" as const, text: TEXT, reading: readNotice(TEXT), file: null, commandKey: command() };
    expect(await desk.import(WRITER, given)).toEqual({ kind: "refused", reason: "key-taken" });
    expect(await desk.import(WRITER, { ...given, noticeKey: "flood", action: "amend", commandKey: command() })).toEqual({ kind: "refused", reason: "no-such-notice" });
  });
  test("of two amendments of one version the later is told to begin again", async () => {
    const first = await handedIn();
    await release(first.draft.id, first.draft.revision);
    const drafts = [await imported(TEXT.replace("每日", "每天"), "amend"), await imported(TEXT.replace("每日", "天天"), "amend")];
    const outcomes: (string | undefined)[] = [];
    for (const { draft } of drafts) {
      await desk.save(WRITER, draft.id, 1, { ...draft.content, acknowledged: draft.reading.remarks.map(remarkName) });
      await desk.move(WRITER, draft.id, "hand-in", 2);
      const outcome = await release(draft.id, 2);
      outcomes.push(outcome?.kind === "refused" ? outcome.refusal.reason : outcome?.kind);
    }
    expect(outcomes).toEqual(["done", "changed-meanwhile"]);
  });
  test("a file that is not kept leaves nothing behind", async () => {
    const outcome = await desk.import(WRITER, { noticeKey: "cold-wave", action: "release", text: TEXT, reading: readNotice(TEXT), file: { name: "a.exe", bytes: Buffer.from("MZ\x90\0") }, commandKey: command() });
    expect(outcome).toMatchObject({ kind: "refused", reason: "file" });
    expect(await desk.list()).toEqual([]);
  });
  test("another city sees no draft", async () => {
    const { draft } = await imported();
    const other = draftDesk({ pool: database.pool, clock, city: { ...city, code: "150800" }, files: fileStore({ bucket: null, machineNow: clock.machineNow }), audit: appendAudit(clock), sign: (tx, bytes) => keys.sign(tx, "notices", bytes) });
    expect(await other.open(WRITER, draft.id)).toBeNull();
    expect(await other.list()).toEqual([]);
  });
});

describe("withdrawals", () => {
  const REASON = { zh: "天气好转。", en: "The weather has improved." };
  async function proposed(reason = REASON): Promise<string> {
    const first = await handedIn();
    await release(first.draft.id, first.draft.revision);
    const outcome = await desk.withdraw(WRITER, { noticeKey: "cold-wave", reason, commandKey: command() });
    if (outcome.kind === "refused") throw new Error(outcome.reason);
    return outcome.id;
  }
  test("proposed by one, released by another, with the reason; whoever proposed does not release", async () => {
    const id = await proposed();
    expect(await release(id, 1, WRITER)).toMatchObject({ kind: "refused", refusal: { reason: "same-person" } });
    expect(await release(id, 1)).toMatchObject({ kind: "done", released: { version: 2, action: "withdraw", checkedBy: WRITER } });
    expect((await noticeArchive(database.pool, CITY).history("cold-wave"))[0]).toMatchObject({ read: { notice: { withdrawn: { reason: REASON } } } });
  });
  test("stands as proposed: it is not taken back, changed or emptied, only discarded", async () => {
    const id = await proposed();
    const { draft: { content } } = await opened(id);
    expect(await desk.move(WRITER, id, "take-back", 1)).toMatchObject({ kind: "refused", refusal: { reason: "stands-as-proposed", status: 409 } });
    expect(await desk.save(WRITER, id, 1, { ...content, withdrawal: null })).toMatchObject({ kind: "refused", refusal: { reason: "stands-as-proposed" } });
    expect(await desk.move(WRITER, id, "discard", 1)).toMatchObject({ kind: "done" });
  });
  test("without a reason it is not released, however it came to be so", async () => {
    const id = await proposed({ zh: "天气好转。", en: " " });
    expect((await opened(id)).checked.faults.map(({ field }) => field)).toEqual(["withdrawal.en"]);
    expect(await release(id, 1)).toMatchObject({ kind: "refused", refusal: { reason: "open-faults" } });
    expect(await versionsOf("cold-wave")).toEqual([1]);
  });
});
