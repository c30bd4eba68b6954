import Fastify, { type FastifyInstance } from "fastify";
import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { multipartReader, type UploadOutcome } from "./upload.ts";

const KILOBYTE = 1024;
let app: FastifyInstance;
let address: string;
let outcomes: UploadOutcome[];
beforeEach(async () => {
  outcomes = [];
  app = Fastify();
  const read = await multipartReader(app, { fileBytesMax: 10 * KILOBYTE, fieldBytesMax: 4 * KILOBYTE, fieldsMax: 3, bytesAtOnceMax: 3_000 * KILOBYTE });
  app.post("/", async (request) => {
    const outcome = await read(request);
    outcomes.push(outcome);
    return told(outcome);
  });
  const readSeveral = await multipartReader(app, { fileBytesMax: 10 * KILOBYTE, fieldBytesMax: 4 * KILOBYTE, fieldsMax: 5, filesMax: 3, bytesAtOnceMax: 3_000 * KILOBYTE });
  app.post("/several", async (request) => told(await readSeveral(request)));
  address = await app.listen({ port: 0, host: "127.0.0.1" });
});
afterEach(async () => { await app.close(); });

/** What a test looks at: a file by its field, name and length. */
function told(outcome: UploadOutcome): unknown {
  if (outcome.kind !== "form") return outcome;
  const { texts, files, file, ...rest } = outcome;
  return { ...rest, file: file === null ? null : [file.fileName, file.bytes.length], ...(Object.values(texts).some(({ length }) => length > 1) ? { texts } : {}), ...(files.length > 1 ? { files: files.map(({ field, fileName, bytes: { length } }) => [field, fileName, length]) } : {}) };
}
async function send(parts: readonly (readonly [string, string | Blob])[], to = "/"): Promise<unknown> {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  return (await fetch(address + to, { method: "POST", body: form })).json();
}
const bytes = (count: number) => new File([new Uint8Array(count)], "通知.docx");

test("fields and file arrive as they are; no choice of file is none", async () => {
  expect(await send([["text", "一\r\n二"], ["file", bytes(3)]])).toEqual({ kind: "form", fields: { text: "一\r\n二" }, file: ["通知.docx", 3], fileTooLarge: false });
  expect(await send([["text", ""], ["file", new File([], "")]])).toMatchObject({ file: null, fileTooLarge: false });
  expect(await send([["file", bytes(0)]])).toMatchObject({ file: ["通知.docx", 0] });
});

test("a file just over the limit is dropped, the fields are kept", async () => {
  expect(await send([["file", bytes(10 * KILOBYTE)]])).toMatchObject({ file: ["通知.docx", 10 * KILOBYTE], fileTooLarge: false });
  expect(await send([["file", bytes(10 * KILOBYTE + 1)], ["text", "后面的字"]])).toEqual({ kind: "form", fields: { text: "后面的字" }, file: null, fileTooLarge: true });
});

test("a field too long, too many fields and too many files are 413", async () => {
  expect(await send([["text", "a".repeat(4 * KILOBYTE + 1)]])).toEqual({ kind: "refused", status: 413 });
  expect(await send(["a", "b", "c", "d", "e"].map((name) => [name, "1"] as const))).toEqual({ kind: "refused", status: 413 });
  expect(await send([["file", bytes(1)], ["more", bytes(1)]])).toEqual({ kind: "refused", status: 413 });
});

test("a second reader of the same server has bounds of its own: several files, and fields sent several times", async () => {
  expect(await send([["kinds", "a"], ["kinds", "b"], ["photos", bytes(1)], ["photos", bytes(2)], ["more", bytes(3)]], "/several")).toEqual({
    kind: "form", fields: { kinds: "b" }, texts: { kinds: ["a", "b"] }, file: ["通知.docx", 3], files: [["photos", "通知.docx", 1], ["photos", "通知.docx", 2], ["more", "通知.docx", 3]], fileTooLarge: false,
  });
  expect(await send([["photos", bytes(10 * KILOBYTE + 1)], ["photos", bytes(2)]], "/several")).toMatchObject({ file: ["通知.docx", 2], fileTooLarge: true });
  expect(await send([1, 2, 3, 4].map(() => ["photos", bytes(1)] as const), "/several")).toEqual({ kind: "refused", status: 413 });
  expect(await send(Array.from({ length: 40 }, () => ["kinds", "a"] as const), "/several")).toEqual({ kind: "refused", status: 413 });
  expect(await send([["__proto__", "x"]], "/several")).toEqual({ kind: "refused", status: 400 });
});

test("a name that would reach into an object's prototype is refused", async () => {
  expect(await send([["__proto__", "x"]])).toEqual({ kind: "refused", status: 400 });
});

test("more than may be held at once is told to come again; when the others are done or gone there is room again", async () => {
  const large = () => send([["file", bytes(1_900 * KILOBYTE)]]);
  const held = await Promise.all([holdHalf(1_400 * KILOBYTE), holdHalf(1_400 * KILOBYTE)]);
  expect(await large()).toEqual({ kind: "refused", status: 503 });
  for (const socket of held) socket.destroy();
  while (outcomes.length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await large()).toMatchObject({ fileTooLarge: true });
});

/** A form of which so many bytes have been taken in and the rest has not come yet. */
function holdHalf(count: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(address).port), "127.0.0.1", () => {
      socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 2000000\r\n\r\n"
        + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n");
      socket.write(Buffer.alloc(count), () => setTimeout(() => resolve(socket), 100));
    });
    socket.on("error", reject);
  });
}
