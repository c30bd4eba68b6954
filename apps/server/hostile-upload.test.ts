import { appendAudit } from "#platform/audit/server";
import { DEMO_PASSWORD, seedDemoPeople } from "#platform/identity/server";
import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveShippedPack, type ServedPack } from "./served-pack.ts";

/** What people send by mistake or on purpose: each gets its answer, and nothing of it stays. */
let served: ServedPack;
let headers: Record<string, string>;
beforeAll(async () => {
  served = await serveShippedPack();
  const clock = { machineNow: () => served.machineNow, policyNow: () => served.machineNow, drill: true };
  await seedDemoPeople({ pool: served.database.pool, clock, city: served.pack.city, secret: Buffer.alloc(32, 9), publicUrl: "http://localhost:8080", audit: appendAudit(clock) });
  const reply = await fetch(`${served.address}/api/sign-in`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ login: "bianshen", password: DEMO_PASSWORD }) });
  const cookie = String(reply.headers.get("set-cookie")).split(";")[0] ?? "";
  const { csrfToken } = await (await fetch(`${served.address}/api/session`, { headers: { cookie } })).json() as { csrfToken: string };
  headers = { cookie, "x-csrf-token": csrfToken, "accept-language": "zh-CN", accept: "application/json" };
});
afterAll(async () => { await served.stop(); });

type Answer = { readonly status: number; readonly problem: string; readonly remedy: string };

async function upload(name: string, bytes: Uint8Array, type = "application/octet-stream"): Promise<Answer> {
  const form = new FormData();
  form.set("noticeKey", "hostile");
  form.set("action", "release");
  form.set("commandKey", randomBytes(8).toString("hex"));
  form.set("file", new Blob([Buffer.from(bytes)], { type }), name);
  const reply = await fetch(`${served.address}/api/notices/drafts`, { method: "POST", headers, body: form });
  const told = await reply.json() as { problem?: string; remedy?: string };
  return { status: reply.status, problem: told.problem ?? "", remedy: told.remedy ?? "" };
}

async function leftBehind(): Promise<unknown> {
  const client = await served.database.ownerPool.connect();
  try {
    await client.query("select set_config('anxin.districts', $1, false)", [served.pack.city.code]);
    const { rows: [found] } = await client.query<{ files: number; chunks: number; drafts: number; commands: number }>(
      "select (select count(*)::int from files.file) as files, (select count(*)::int from files.chunk) as chunks, (select count(*)::int from notices.draft) as drafts, (select count(*)::int from release.command) as commands");
    return found;
  } finally {
    client.release();
  }
}
const temporary = (): string[] => readdirSync(tmpdir()).filter((name) => /upload|extract|docx|anxin-doc/iu.test(name)).toSorted();

/** A ZIP archive of one file, deflated, made by hand so that it may lie. */
function zipOf(files: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const [parts, central]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of files) {
    const [packed, title] = [deflateRawSync(content, { level: 9 }), Buffer.from(name)];
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0); head.writeUInt16LE(20, 4); head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18); head.writeUInt32LE(content.length, 22); head.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0); entry.writeUInt16LE(20, 4); entry.writeUInt16LE(20, 6); entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20); entry.writeUInt32LE(content.length, 24); entry.writeUInt16LE(title.length, 28); entry.writeUInt32LE(at, 42);
    parts.push(head, title, packed);
    central.push(entry, title);
    at += head.length + title.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(files.length, 8); end.writeUInt16LE(files.length, 10); end.writeUInt32LE(directory.length, 12); end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

describe("is answered in words and leaves nothing behind:", () => {
  const kinds = Buffer.from('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  test.each<[string, string, () => Uint8Array, readonly number[]]>([
    ["a zip bomb: 200 MB of one letter in a .docx", "炸弹.docx", () => zipOf([["[Content_Types].xml", kinds], ["word/document.xml", Buffer.alloc(200 * 1024 * 1024, 97)]]), [413, 422]],
    ["an upload of 200 MB", "大.pdf", () => Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(200 * 1024 * 1024, 32)]), [413]],
    ["a .docx cut off in the middle", "断.docx", () => zipOf([["[Content_Types].xml", kinds], ["word/document.xml", randomBytes(4_000)]]).subarray(0, 2_500), [415, 422]],
    ["a .docx whose document is no XML", "坏.docx", () => zipOf([["[Content_Types].xml", kinds], ["word/document.xml", Buffer.from("<w:document><w:body><w:p>")]]), [415, 422]],
    ["a .docx that asks for a file of the machine", "实体.docx", () => zipOf([["[Content_Types].xml", kinds], ["word/document.xml", Buffer.from('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="x"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>')]]), [415, 422]],
    ["a program", "程序.pdf", () => Buffer.concat([Buffer.from("\x7fELF", "latin1"), randomBytes(4_000)]), [415, 422]],
    ["an empty file", "空.txt", () => new Uint8Array(), [422]],
    ["100,000 nested tags", "深.html", () => Buffer.from("<div>".repeat(100_000)), [422]],
  ])("%s", async (_what, name, bytes, statuses) => {
    const [before, folders] = [await leftBehind(), temporary()];
    const answer = await upload(name, bytes()).catch((error: unknown) => ({ status: 0, problem: String(error), remedy: "" }));
    expect(statuses, JSON.stringify(answer)).toContain(answer.status);
    expect(answer.problem).toMatch(/\p{Script=Han}/u);
    expect(answer.remedy).toMatch(/\p{Script=Han}/u);
    expect(await leftBehind()).toEqual(before);
    expect(temporary()).toEqual(folders);
    expect((await fetch(`${served.address}/healthz`)).status).toBe(200);
  }, 60_000);
});

test("a hostile page is read as words, kept as it came, and never runs in our name", async () => {
  const page = '<html><body><script>fetch("/api/session")</script><img src=x onerror="alert(1)"><h1>关于防寒的通知</h1><p>一、各单位要值班。<b onclick="x()">严禁离岗。</b></p><a href="javascript:alert(1)">附件</a></body></html>';
  const form = new FormData();
  form.set("noticeKey", "hostile-page");
  form.set("action", "release");
  form.set("commandKey", "hostile-page-1");
  form.set("file", new Blob([page], { type: "text/html" }), '"><script>.html');
  const reply = await fetch(`${served.address}/api/notices/drafts`, { method: "POST", headers, body: form });
  expect(reply.status).toBe(201);
  const { id } = await reply.json() as { id: string };
  const draft = await (await fetch(`${served.address}/api/notices/drafts/${id}`, { headers })).json() as { text: string; orders: { quote: string }[] };
  expect(draft.text).not.toMatch(/script|onerror|javascript/u);
  expect(draft.orders.map(({ quote }) => quote)).toEqual(["各单位要值班", "严禁离岗"]);
  const original = await fetch(`${served.address}/api/notices/drafts/${id}/original`, { headers });
  expect(await original.text()).toBe(page);
  expect([original.headers.get("content-disposition")?.startsWith("attachment"), original.headers.get("content-security-policy")?.startsWith("sandbox"), original.headers.get("x-content-type-options")]).toEqual([true, true, "nosniff"]);
});
