import type { Form } from "#engines/forms";
import { FAULT_NAMES, type FaultName } from "#platform/fault-points";
import type { DraftList, DraftView } from "#services/notices";
import type { RegistersView, RegisterView } from "#services/registers";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { KilledServer, type Fault, type KilledOfficer } from "./killed-server.ts";
import { sentInDanger } from "./sent-in-danger.ts";

/**
 * kill -9 at named places: of the server by its own hand and of PostgreSQL right after, or of PostgreSQL alone in the middle of a transaction while the server
 * lives. Nothing that was acknowledged is lost, nothing is done twice when it is sent again, and the audit holds.
 * `npm test` takes some places of each kind; `npm run soak` all of them.
 */
const FEW: readonly string[] = ["server pack.after-release", "server import.between-chunks", "server release.after-version", "postgres release.after-audit", "server levels.after-areas", "server registers.before-commit-import"];
/** Places inside a transaction: there it matters that the database goes. */
const INSIDE: readonly FaultName[] = [
  "import.after-file-row", "import.between-chunks", "import.after-file", "import.after-draft-row", "import.after-revision", "import.after-audit", "import.before-commit", "check.after-state", "check.before-commit",
  "release.after-signature", "release.after-release", "release.after-version", "release.after-state", "release.after-audit", "release.before-commit",
  "levels.after-statement", "levels.after-areas", "levels.after-audit", "registers.between-batches", "registers.before-commit-import",
];
const all: readonly Fault[] = [...FAULT_NAMES.map((place): Fault => ({ place, what: "server" })), ...INSIDE.map((place): Fault => ({ place, what: "postgres" }))];
const faults = process.env["ANXIN_SOAK"] === "all" ? all : all.filter(({ place, what }) => FEW.includes(`${what} ${place}`));
const isFirstStart = ({ place }: Fault): boolean => place.startsWith("pack.") || place.startsWith("key.");
const isOfLevels = ({ place }: Fault): boolean => place.startsWith("levels.");
/** Of cases: in a file of their own. */
const isOfCases = ({ place }: Fault): boolean => place.startsWith("cases.");
const isOfRegisters = ({ place }: Fault): boolean => place.startsWith("registers.");

/** More than one chunk long as a file, though it says little. */
const PAGE = `<!doctype html><html><head><title>防寒</title><!-- ${"-=".repeat(160 * 1024)} --></head><body><p>临河市应急办公室关于防寒的通知</p><p>各县区：</p><p>现通知如下：</p><p>一、保证供暖。各供热企业要24小时值班，未经市政府批准，严禁停热。</p><p>临河市应急办公室</p><p>2027年1月13日</p></body></html>`;
/** How many rules the pack brings. */
const RULES = readdirSync(join(import.meta.dirname, "..", "..", "packs", "hulunbuir-2021-spring-festival", "rules")).length;
/** Keeps records of the whole city. */
const REGISTER_KEEPER = "duban";
const CITY_CODE = "150700";
const HOLDS = expect.objectContaining({ kind: "holds" });

describe("from import to release", () => {
  const server = new KilledServer();
  beforeAll(async () => { await server.start(); await server.stopSoftly(); }, 240_000);
  afterAll(() => server.stop());
  // One place that fails leaves nothing running for the next.
  afterEach(() => server.stopSoftly());

  test.each(faults.filter((fault) => !isFirstStart(fault) && !isOfLevels(fault) && !isOfRegisters(fault) && !isOfCases(fault)).map((fault, index) => [`${fault.what} at ${fault.place}`, fault, index] as const))("%s", async (_name, fault, index) => {
    const key = `killed-${index}`;
    const during = (step: string): boolean => fault.place.startsWith(`${step}.`);
    const inDanger = <Answer extends { readonly status: number }>(send: () => Promise<Answer>): Promise<void> => sentInDanger(server, fault, send);

    await server.start(during("import") ? fault : null);
    let editor = await server.officer("bianshen");
    const sendImport = () => editor.send("POST", "/api/notices/drafts", importForm(key));
    if (during("import")) {
      await inDanger(sendImport);
      editor = await server.officer("bianshen");
    }
    const [imported, importedAgain] = [await sendImport(), await sendImport()];
    expect([imported.status, importedAgain.status]).toEqual([201, 201]);
    expect(importedAgain.body).toEqual(imported.body);
    const id = await onlyDraft(editor, key);
    expect(await server.count("files.file f where not exists (select from notices.draft d where d.file_id = f.id)", [])).toBe(0);
    expect(await server.count("files.chunk c join notices.draft d on d.file_id = c.file_id where d.notice_key = $1", [key])).toBe(2);
    await makeReady(editor, id);

    if (during("check")) await startAgain(fault);
    editor = await server.officer("bianshen");
    const { draft: { revision } } = await open(editor, id);
    const handIn = () => editor.send("POST", `/api/notices/drafts/${id}/hand-in`, { revision });
    if (during("check")) {
      await inDanger(handIn);
      editor = await server.officer("bianshen");
    }
    // Either it was done, and is refused in words, or it was not, and can be done.
    const wasDone = (await open(editor, id)).draft.state === "in-check";
    expect((await handIn()).status).toBe(wasDone ? 409 : 200);
    expect((await open(editor, id)).draft.state).toBe("in-check");
    expect(wasDone).toBe(["check.after-commit", "check.after-answer"].includes(fault.place));

    if (during("release")) await startAgain(fault);
    let releaser = await server.officer("qianfa");
    const release = () => releaser.send("POST", `/api/notices/drafts/${id}/release`, { revision, commandKey: `release-${key}`, note: "" });
    if (during("release")) {
      await inDanger(release);
      releaser = await server.officer("qianfa");
    }
    const [first, second] = [await release(), await release()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect((first.body as { version: number }).version).toBe(1);

    for (const [what, rows, times] of [
      ["the version", "notices.notice_version where notice_key = $1", 1], ["its release", "release.version where key = $1 and content is not null", 1], ["commands", "release.command where command_key like '%-' || $1", 2],
      ["revisions of the draft", "notices.draft_revision r join notices.draft d on d.id = r.draft_id where d.notice_key = $1", 2],
    ] as const) expect([what, await server.count(rows, [key])]).toEqual([what, times]);
    for (const action of ["import", "edit", "hand-in", "release"]) expect([action, await server.count("audit.entry where action = 'notices.' || $2 and object = $1", [`notice-draft:${id}`, action])]).toEqual([action, 1]);
    expect((await server.page(`/n/${key}`)).text).toContain("说明");
    expect((await server.page(`/n/${key}/verify`)).text).toContain("签名有效");
    expect(await server.finds("供热企业")).toBe(true);
    expect(server.proveAudit()).toEqual(HOLDS);
  }, 400_000);

  test.each(faults.filter(isOfLevels).map((fault, index) => [`${fault.what} at ${fault.place}`, fault, index] as const))("a list of risk areas, %s", async (_name, fault, index) => {
    await server.start(fault);
    let releaser = await server.officer("qianfa");
    const base = (await releaser.get<{ number: number }>("/api/travel/levels")).number;
    const [source, key] = [`名单 ${index}`, `levels-${index}`];
    const record = () => releaser.send("POST", "/api/travel/lists", listForm(index, { source, base: String(base), commandKey: key }));
    await sentInDanger(server, fault, record);
    releaser = await server.officer("qianfa");
    const wasDone = (await releaser.get<{ number: number }>("/api/travel/levels")).number > base;
    expect(wasDone).toBe(["levels.after-commit", "levels.after-answer"].includes(fault.place));
    const [first, second] = [await record(), await record()];
    expect([first.status, second.status, first.body]).toEqual([201, 201, second.body]);
    const { number } = first.body as { number: number };
    expect(number).toBe(base + 1);
    for (const [rows, values, times] of [
      ["travel.risk_statement where source = $1", [source], 1], ["travel.risk_area where superseded_in is null and place_key like $1", [`%${index}村`], 3], ["release.command where command_key = $1", [key], 1], ["audit.entry where action = 'travel.record-list' and object = $1", [`risk-list:${number}`], 1],
    ] as const) expect([rows, await server.count(rows, values)]).toEqual([rows, times]);
    expect(server.proveAudit()).toEqual(HOLDS);
  }, 400_000);

  test.each(faults.filter(isOfRegisters).map((fault, index) => [`${fault.what} at ${fault.place}`, fault, index] as const))("a table imported into a register, %s", async (_name, fault, index) => {
    await server.start(fault);
    let keeper = await server.officer(REGISTER_KEEPER);
    const register = await registerToFill(keeper);
    const table = tableOf(register, index, ROWS_OF_BATCHES);
    const preview = await keeper.send("POST", `/api/registers/${register.key}/imports/preview`, textForm({ text: table }));
    expect(preview.body).toMatchObject({ counts: { new: ROWS_OF_BATCHES, wrong: 0 } });
    const { sha256 } = preview.body as { sha256: string };
    const send = () => keeper.send("POST", `/api/registers/${register.key}/imports`, textForm({ text: table, sha256, commandKey: `registers-${index}` }));
    const there = () => server.count("registers.record where register = $1 and sort_text like $2", [register.key, `%起${index}%`]);
    await sentInDanger(server, fault, send);
    expect(await there()).toBe(fault.place === "registers.after-commit-import" ? ROWS_OF_BATCHES : 0);
    keeper = await server.officer(REGISTER_KEEPER);
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status, first.body]).toEqual([201, 201, second.body]);
    expect(await there()).toBe(ROWS_OF_BATCHES);
    for (const [rows, times] of [["release.command where command_key = $1", 1], ["registers.import where sha256 = $1", 1]] as const) expect([rows, await server.count(rows, [rows.startsWith("release") ? `registers-${index}` : sha256])]).toEqual([rows, times]);
    expect(server.proveAudit()).toEqual(HOLDS);
  }, 400_000);

  async function startAgain(fault: Fault): Promise<void> {
    await server.stopSoftly();
    await server.start(fault);
  }
});

describe("the first start of an installation", () => {
  test.each(faults.filter(isFirstStart).map((fault) => [fault.place, fault] as const))("%s", async (_name, fault) => {
    const server = new KilledServer();
    try {
      await expect(server.start(fault)).rejects.toThrow("SIGKILL");
      server.killPostgres();
      await server.start();
      for (const rows of ["notices.notice_version", "release.version where kind = 'notice' and content is not null", "keys.signing_key where purpose = 'drill-notices'", "audit.entry where action = 'notices.release-pack'", "travel.risk_statement where recorded_by = 'pack'"]) expect([rows, await server.count(rows, [])]).toEqual([rows, 1]);
      // Each rule of the pack once, however it was stopped on the way.
      for (const rows of ["release.version where kind = 'rule' and content is not null", "audit.entry where action = 'rules.release-pack'"]) expect([rows, await server.count(rows, [])]).toEqual([rows, RULES]);
      expect(await server.count("travel.risk_area", [])).toBe(72);
      expect((await server.page("/n/stay-put/verify")).text).toContain("签名有效");
      expect(server.proveAudit()).toEqual(HOLDS);
    } finally { await server.stop(); }
  }, 400_000);
});

/** A register of the pack that takes an invented table of the city: nothing personal, no checks that such a table would break. */
async function registerToFill(keeper: KilledOfficer): Promise<RegisterView> {
  const { registers } = await keeper.get<RegistersView>("/api/registers");
  for (const { key, mayKeep } of registers) {
    const register = mayKeep ? await keeper.get<RegisterView>(`/api/registers/${key}`) : null;
    const fields = (register?.fields ?? []) as Form;
    if (register !== null && fields.some((field) => field.kind === "text" && register.identity.includes(field.key)) && fields.every(({ required, privacy }) => !required || privacy === "open")) return register;
  }
  throw new Error("no register of the pack takes an invented table");
}

/** Enough for two batches, in the fields that must be there. */
const ROWS_OF_BATCHES = 1_200;
function tableOf({ fields, identity, districts }: RegisterView, index: number, rows: number): string {
  const asked = (fields as Form).filter(({ key, required, onlyIf }) => (required && onlyIf === null) || identity.includes(key));
  const cell = (field: Form[number], row: number): string => {
    switch (field.kind) {
      case "text": case "long-text": return identity.includes(field.key) ? `起${index}第${row}号` : "某";
      case "district": return districts.find(({ code }) => code === CITY_CODE)?.code ?? districts[0]?.code ?? "";
      case "choice": case "choices": return field.choices[0]?.name.zh ?? "";
      case "day": return "2021-01-26";
      case "moment": return "2021-01-26 09:00";
      case "hours": return "每天 08:00-18:00";
      case "point": return "49.2, 119.7";
      case "telephone": return "0470-8252525";
      case "yes-no": return "是";
      default: return "1";
    }
  };
  return [asked.map(({ name }) => name.zh), ...Array.from({ length: rows }, (_, row) => asked.map((field) => cell(field, row)))].map((cells) => cells.join("\t")).join("\n");
}

function textForm(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** Three places of a county that no other list here has; each list a day after the one before. */
function listForm(index: number, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  const list = { end_update_time: `2021-02-${String(10 + index)} 9时`, hcount: 1, mcount: 2, highlist: [{ province: "河北省", city: "保定市", county: "易县", communitys: [`第${index}村`] }], middlelist: [{ province: "河北省", city: "保定市", county: "易县", communitys: [`东${index}村`, `西${index}村`] }] };
  form.set("file", new Blob([JSON.stringify(list)], { type: "application/json" }), "名单.json");
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

function importForm(key: string): FormData {
  const form = new FormData();
  form.set("noticeKey", key);
  form.set("action", "release");
  form.set("commandKey", `import-${key}`);
  form.set("file", new Blob([PAGE], { type: "text/html" }), "防寒.html");
  return form;
}

async function onlyDraft(editor: KilledOfficer, key: string): Promise<string> {
  const { drafts } = await editor.get<DraftList>("/api/notices/drafts");
  const own = drafts.filter(({ noticeKey }) => noticeKey === key);
  expect(own).toHaveLength(1);
  return own[0]?.id ?? "";
}

const open = (editor: KilledOfficer, id: string) => editor.get<DraftView>(`/api/notices/drafts/${id}`);

async function makeReady(editor: KilledOfficer, id: string): Promise<void> {
  const { draft, content, remarks } = await open(editor, id);
  const words = { zh: "说明", en: "Words" };
  const { status } = await editor.send("PUT", `/api/notices/drafts/${id}`, { revision: draft.revision, content: {
    ...content, title: { zh: content.title.zh, en: "Notice" }, origin: { name: words, address: null }, titleSource: words, dateSource: words, issuer: "city-headquarters", publisher: "city-headquarters", operator: "city-headquarters",
    clauses: content.clauses.map((clause, index) => ({ ...clause, key: `part-${index}`, title: words, summary: words })), acknowledged: remarks.map(({ name }) => name),
  } });
  expect(status).toBe(200);
}
