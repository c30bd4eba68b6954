import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BROWSER, serveShippedPack, type ServedPack } from "./served-pack.ts";

const ORDER = "一、交通。各旗市区要及时清扫积雪，确保道路畅通。";

let served: ServedPack;
beforeAll(async () => { served = await serveShippedPack(); });
afterAll(async () => { await served.stop(); });

async function post(fields: Record<string, string | Blob>, { path = "/read", headers = BROWSER } = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === "string") form.set(name, value);
    else form.set(name, value, value instanceof File ? value.name : "notice.bin");
  }
  return fetch(served.address + path, { method: "POST", body: form, headers });
}
const file = (content: string | Uint8Array<ArrayBuffer>, name: string) => new File([content], name);

test("reads pasted text, and stores and logs none of it", async () => {
  const rows = async () => (await served.database.ownerPool.query("select count(*) from notices.notice_version")).rows[0];
  const before = { rows: await rows(), lines: served.logged.length };
  const response = await post({ text: ORDER, action: "read", file: file("", "") });
  expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await response.text()).toContain("清扫积雪");
  expect(await rows()).toEqual(before.rows);
  expect(JSON.stringify(served.logged.slice(before.lines))).not.toContain("积雪");
  expect(served.logged.slice(before.lines)).toEqual([["request", expect.objectContaining({ route: "/read", method: "POST", status: 200 })]]);
});

test("reads an uploaded file before pasted words, in whatever encoding", async () => {
  const gb18030 = Buffer.from("d2bba1a2bdbbcda8a1a3b8f7c6eccad0c7f8d2aac9a8d1a9a1a3", "hex");
  const html = await (await post({ text: "别的文字。", action: "read", file: file(gb18030, "通知.txt") })).text();
  expect(html).toContain("各旗市区要扫雪");
  expect(html).not.toContain("别的文字");
});

test("what is corrected goes into the table", async () => {
  const id = /name="m:([^"]+)"/.exec(await (await post({ text: ORDER, action: "read" })).text())?.[1];
  expect(id).toBeDefined();
  const start = ORDER.indexOf("各旗市区");
  const correction = { [`m:${id}`]: "encouraged", [`a:${id}`]: "各街道", [`p:${id}`]: "", [`c:${id}`]: "", [`u:${id}`]: "救护车", [`d:${id}`]: "", [`s:${id}`]: String(start), [`e:${id}`]: String(ORDER.indexOf("，")) };
  const csv = await (await post({ text: ORDER, action: "csv", ...correction })).text();
  expect(csv).toMatch(/各旗市区要及时清扫积雪.*鼓励.*各街道.*救护车/);
});

const MISSED = { "q:+1": "确保道路畅通。", "m:+1": "must", "a:+1": "各街道", "p:+1": "县政府", "c:+1": "", "u:+1": "", "d:+1": "2027年2月10日前" };

test.each(["csv", "ics", "docx", "xlsx"])("an order the reader missed goes into the .%s", async (action) => {
  const response = await post({ text: ORDER, action, ...MISSED });
  expect(response.headers.get("content-disposition")).toContain(`.${action}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  // The zipped ones are opened in journeys/notices/clerk.test.ts.
  if (action === "csv") expect(bytes.toString()).toMatch(/确保道路畅通,必须,各街道,县政府.*2027-02-10/);
  if (action === "ics") expect(bytes.toString()).toContain("20270210");
});

test("a missed order whose words are not there is told beside its field, keeps what was typed, and holds no file back in silence", async () => {
  for (const [path, words] of [["/read", "原文里没有“清扫落叶”"], ["/en/read", "does not hold “"]] as const) {
    const html = await (await post({ text: ORDER, action: "csv", ...MISSED, "q:+1": "清扫落叶" }, { path })).text();
    expect(html).toContain(words);
    expect(html).toMatch(/<a href="#q-\d+">/);
    expect(html).toMatch(/<textarea id="q-(\d+)"[^>]*aria-describedby="q-\1-hint q-\1-error" aria-invalid="true">清扫落叶</);
    expect(html).toContain('value="各街道"');
  }
});

test.each([
  ["xlsx", "PK", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["docx", "PK", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["csv", "\u00ef\u00bb\u00bf", "text/csv; charset=utf-8"],
  ["ics", "BEGIN:VCALENDAR", "text/calendar; charset=utf-8"],
])("gives a .%s with a Chinese name", async (action, head, type) => {
  const response = await post({ text: ORDER, action });
  expect(response.headers.get("content-type")).toBe(type);
  const disposition = response.headers.get("content-disposition") ?? "";
  expect(disposition).toMatch(new RegExp(`^attachment; filename="task-table.${action}"; filename\\*=UTF-8''[%A-Za-z0-9._-]+$`));
  expect(decodeURIComponent(disposition)).toContain("任务分解表");
  expect(Buffer.from(await response.arrayBuffer()).toString("latin1").startsWith(head)).toBe(true);
});

test.each([
  ["nothing", {}, 422, "还没有文字", "There is no text yet"],
  ["a file without bytes", { file: file("", "空.txt") }, 422, "文件里没有文字", "There is no text in it"],
  ["a program", { file: file(Buffer.from("7f454c4602010100000000000000000003003e0001000000", "hex"), "a.txt") }, 415, "这不是文字文件", "This is not a text document"],
  ["a picture", { file: file(Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "扫描.docx") }, 422, "扫描件", "a scan"],
  ["a .pdf of pictures", { file: file(picturePdf(), "扫描.pdf") }, 422, "扫描件", "a scan"],
  ["garbled bytes", { file: file(Buffer.from("ff81ff82fe80ff81ff82fe80ff81", "hex"), "乱码.txt") }, 422, "编码", "encoding"],
  ["an archive", { file: file(Buffer.from("504b0506000000000000000000000000000000000000", "hex"), "a.zip") }, 415, "压缩包", "archive"],
  ["too large a text", { text: "雪".repeat(1_900_000) }, 413, "文件太大", "too large"],
  ["too large a file", { file: file(new Uint8Array(21 * 1024 * 1024).fill(0x61), "大.txt") }, 413, "文件太大", "too large"],
] as const)("%s: a clear answer in both languages, the form as it was left", async (_what, fields, status, zh, en) => {
  const kept = "text" in fields || !("file" in fields) ? {} : { text: "我贴的文字" };
  for (const [path, words] of [["/read", zh], ["/en/read", en]] as const) {
    const response = await post({ ...kept, action: "read", ...fields }, { path });
    const html = await response.text();
    expect(response.status).toBe(status);
    expect(html).toContain(words);
    expect(html).toContain("<textarea");
    if ("text" in kept) expect(html).toContain("我贴的文字");
  }
});

test("English words hold no duties, and that is said", async () => {
  const response = await post({ text: "All units must clear the snow.", action: "read" }, { path: "/en/read" });
  expect(response.status).toBe(200);
  expect(await response.text()).toContain("No duties were found");
});

test("a page full of script gives its words and nothing that runs", async () => {
  const page = `<!doctype html><html><body><script>alert("坏")</script><p onclick="x()">${ORDER}</p><img src=x onerror=alert(1)>`
    + "<p>要记住 &lt;script&gt;alert(2)&lt;/script&gt; 这几个字。</p></body></html>";
  for (const fields of [{ text: page }, { file: file(page, "页面.html") }]) {
    const html = await (await post({ action: "read", ...fields })).text();
    expect(html).toContain("清扫积雪");
    expect(html).not.toContain("alert(\"坏\")");
    expect(html).not.toContain("onclick");
    expect(html).not.toContain("<script>alert(2)");
    expect(html.match(/<script/g)?.length).toBe(1);
  }
});

test("a program is told the field, the problem and the remedy", async () => {
  const response = await post({ action: "read" }, { headers: { accept: "application/json", "accept-language": "en" } });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ field: "text", problem: "There is no text yet", remedy: "Paste the text of a notice, or choose a file." });
});

test("corrections that are not our form's, a broken form and another kind of body are told apart", async () => {
  expect((await post({ text: ORDER, action: "csv", "m:一#1": "perhaps", "a:一#1": "", "p:一#1": "", "c:一#1": "", "u:一#1": "", "d:一#1": "", "s:一#1": "0", "e:一#1": "1" })).status).toBe(422);
  const broken = (type: string, body: string) => fetch(`${served.address}/read`, { method: "POST", body, headers: { ...BROWSER, "content-type": type } });
  expect((await broken("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nabc")).status).toBe(400);
  expect((await broken("multipart/form-data", "abc")).status).toBe(400);
  expect((await broken("application/json", "{}")).status).toBe(415);
});

test("an upload of 200 MB is refused without being held in memory, whether or not it says its size", async () => {
  for (const says of [true, false]) {
    const before = process.memoryUsage().rss;
    const { status, sentMegabytes, rssMax } = await pour(200, says);
    // All of it could be sent, so a browser gets to see the answer.
    expect([status, sentMegabytes]).toEqual([413, 200]);
    expect(rssMax - before).toBeLessThan(150 * 1024 * 1024);
  }
});

test("many long texts at once: as many as can wait are read, the others told to come again", async () => {
  const long = ORDER.repeat(1_000).concat("\n", "各旗市区情况如下".repeat(8_000));
  const responses = await Promise.all(Array.from({ length: 12 }, () => post({ text: long.slice(0, 90_000), action: "csv" })));
  const statuses = responses.map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  expect(responses.find(({ status }) => status === 503)?.headers.get("retry-after")).toBe("10");
});

/** Sends a form with a file of so many megabytes, as a browser does, and gives the status of the answer and the most memory held meanwhile. */
function pour(megabytes: number, saysLength: boolean): Promise<{ status: number; sentMegabytes: number; rssMax: number }> {
  const head = Buffer.from("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n");
  const tail = Buffer.from("\r\n--x--\r\n");
  const megabyte = Buffer.alloc(1024 * 1024);
  const length = head.length + megabytes * megabyte.length + tail.length;
  let [received, sent, rssMax] = ["", 0, 0];
  return new Promise((resolve, reject) => {
    // Node's own client stops sending once it has the answer; a plain connection goes on, like browsers.
    const socket = connect(served.serving.port, "127.0.0.1", () => {
      socket.write(`POST /read HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=x\r\n`
        + `${saysLength ? `Content-Length: ${length}` : "Transfer-Encoding: chunked"}\r\n\r\n`);
      put(head);
      more();
    });
    const put = (bytes: Buffer) => (saysLength ? socket.write(bytes) : socket.write(Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")])));
    const more = () => {
      while (sent < megabytes) {
        sent += 1;
        rssMax = Math.max(rssMax, process.memoryUsage.rss());
        if (!put(megabyte)) { socket.once("drain", more); return; }
      }
      put(tail);
      socket.end(saysLength ? "" : "0\r\n\r\n");
    };
    socket.on("data", (chunk: Buffer) => { received += chunk.toString(); });
    socket.on("error", reject).on("close", () => resolve({ status: Number(received.split(" ")[1]), sentMegabytes: sent, rssMax }));
  });
}

/** A PDF of one empty page, as a scanner without text recognition makes it. */
function picturePdf(): Buffer<ArrayBuffer> {
  const objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  return Buffer.from(`${body}xref\n0 4\n0000000000 65535 f \n${table}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`);
}
