import { FAULT_NAMES, type FaultName } from "#platform/fault-points";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DraftList, DraftView } from "#services/notices";
import { KilledServer, type KilledOfficer } from "./killed-server.ts";

/**
 * kill -9 of the server, by its own hand at a named place, and of PostgreSQL right after: nothing that was acknowledged is lost, nothing is done
 * twice when it is sent again, and the audit's chain holds. `npm test` takes one place of each kind; `npm run soak` all of them.
 */
const FEW: readonly FaultName[] = ["import.after-file", "import.after-commit", "check.before-commit", "release.after-version", "release.after-commit"];
const places = process.env["ANXIN_SOAK"] === "all" ? FAULT_NAMES : FEW;

const TEXT = "临河市应急办公室关于防寒的通知\n各县区：\n现通知如下：\n一、保证供暖。各供热企业要24小时值班，未经市政府批准，严禁停热。\n临河市应急办公室\n2027年1月13日\n";
const server = new KilledServer();
beforeAll(async () => { await server.start(); await server.stopSoftly(); }, 120_000);
afterAll(() => server.stop());

test.each(places.map((place, index) => [place, index] as const))("%s", async (place, index) => {
  const key = `killed-${index}`;
  await server.start(place.startsWith("import.") ? place : null);
  let editor = await server.officer("bianshen");
  const imported = await sent(() => editor.send("POST", "/api/notices/drafts", importForm(key)));
  if (place.startsWith("import.")) {
    expect(imported).toBeNull();
    await again();
    editor = await server.officer("bianshen");
    expect((await editor.send("POST", "/api/notices/drafts", importForm(key))).status).toBe(201);
    expect((await editor.send("POST", "/api/notices/drafts", importForm(key))).status).toBe(201);
  }
  const id = await onlyDraft(editor, key);
  expect(await server.count("files.file f where not exists (select from notices.draft d where d.file_id = f.id)", [])).toBe(0);
  await makeReady(editor, id);

  if (place.startsWith("check.")) await dieAt(place);
  editor = await server.officer("bianshen");
  const handIn = async () => editor.send("POST", `/api/notices/drafts/${id}/hand-in`, { revision: (await open(editor, id)).draft.revision });
  const handedIn = await sent(handIn);
  if (place.startsWith("check.")) {
    expect(handedIn).toBeNull();
    await again();
    editor = await server.officer("bianshen");
    // Either it was done and says so, or it was not and can be done.
    if ((await open(editor, id)).draft.state === "draft") expect((await handIn()).status).toBe(200);
  }
  const beforeRelease = await open(editor, id);
  expect(beforeRelease.draft.state).toBe("in-check");

  if (place.startsWith("release.")) await dieAt(place);
  let releaser = await server.officer("qianfa");
  const release = () => releaser.send("POST", `/api/notices/drafts/${id}/release`, { revision: beforeRelease.draft.revision, commandKey: `release-${key}`, note: "" });
  const released = await sent(release);
  if (place.startsWith("release.")) {
    expect(released).toBeNull();
    await again();
    releaser = await server.officer("qianfa");
  }
  const [first, second] = [await release(), await release()];
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.body).toEqual(first.body);
  expect((first.body as { version: number }).version).toBe(1);

  expect(await server.count("notices.notice_version where notice_key = $1", [key])).toBe(1);
  expect(await server.count("release.version where key = $1", [key])).toBe(1);
  expect(await server.count("audit.entry where action = 'notices.import' and object = $1", [`notice-draft:${id}`])).toBe(1);
  expect(await server.count("audit.entry where action = 'notices.release' and object = $1", [`notice-draft:${id}`])).toBe(1);
  expect(await server.count("audit.entry e where seq > 1 and not exists (select from audit.entry before where before.district = e.district and before.seq = e.seq - 1 and before.hash = e.prev_hash)", [])).toBe(0);
  await server.stopSoftly();
}, 120_000);

/** Null when the server died before it answered. */
async function sent<Answer>(send: () => Promise<Answer>): Promise<Answer | null> {
  return send().catch(() => null);
}

async function dieAt(place: FaultName): Promise<void> {
  await server.stopSoftly();
  await server.start(place);
}

/** After the server died: PostgreSQL is killed as well, then both come back. */
async function again(): Promise<void> {
  await server.dead();
  server.killPostgres();
  await server.start();
}

function importForm(key: string): FormData {
  const form = new FormData();
  form.set("noticeKey", key);
  form.set("action", "release");
  form.set("commandKey", `import-${key}`);
  form.set("file", new Blob([TEXT], { type: "text/plain" }), "防寒.txt");
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
