import { createTestDatabase, inTransaction, newId, type TestDatabase } from "#platform/db/server";
import { createHash, createHmac, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ClientBase } from "pg";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cleanName, mediaTypeOf } from "../index.ts";
import { fileStore, s3Bucket, sweepBucket, type Bucket, type FileStore, type NewFile } from "./index.ts";

const [HERE, ELSEWHERE] = ["150702", "150703"] as const;
const SECRET = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI" };
let now: Date;
let database: TestDatabase;
let objects: Map<string, Buffer>;
let refused: string[];
let server: Server;
let bucket: Bucket;
const machineNow = () => now;
const within = <Result>(work: (tx: ClientBase) => Promise<Result>, district: string = HERE) => inTransaction(database.pool, { districts: [district], actor: "p1" }, work);
/** Held, then kept in a transaction of its own. */
async function put(store: FileStore, file: NewFile, district: string = HERE) {
  const held = await store.hold(file);
  return held.kind === "refused" ? held : { kind: "kept" as const, file: await within((tx) => store.keep(tx, held.file), district) };
}
const bytes = Buffer.from("一、各单位要做好值班工作。".repeat(30_000));

beforeEach(async () => {
  now = new Date("2026-11-24T02:00:00Z");
  database = await createTestDatabase();
  objects = new Map();
  refused = [];
  server = createServer((request, response) => { void answer(request).then(({ status, body }) => response.writeHead(status).end(body)); });
  await new Promise<void>((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  bucket = s3Bucket({ endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bucket: "files", region: "cn-north-1", ...SECRET });
});
afterEach(async () => {
  await database.drop();
  server.closeAllConnections();
  await new Promise((resolve) => { server.close(resolve); });
});

const stores: readonly [string, () => FileStore][] = [["the database", () => fileStore({ bucket: null, machineNow })], ["a bucket", () => fileStore({ bucket, machineNow })]];

describe.each(stores)("a file in %s", (place, makeStore) => {
  const keep = async (store: FileStore, content: Uint8Array = bytes, name = "通知.txt") => {
    const outcome = await put(store, { district: HERE, name, bytes: content, madeBy: "p1" });
    if (outcome.kind === "refused") throw new Error(outcome.refusal.reason);
    return outcome.file;
  };
  test("comes out byte for byte", async () => {
    const store = makeStore();
    const { id } = await keep(store);
    const kept = await within((tx) => store.get(tx, HERE, id));
    expect(Buffer.from(kept?.bytes ?? []).equals(bytes)).toBe(true);
    expect(kept?.file).toMatchObject({ mediaType: "text/plain", name: "通知.txt", byteLength: bytes.length });
    expect(refused).toEqual([]);
    expect(objects.size).toBe(place === "a bucket" ? 1 : 0);
  });
  test("is not there for another district", async () => {
    const store = makeStore();
    const { id } = await keep(store);
    expect(await within((tx) => store.get(tx, HERE, id), ELSEWHERE)).toBeNull();
    await expect(put(store, { district: HERE, name: "a", bytes, madeBy: "p2" }, ELSEWHERE)).rejects.toMatchObject({ code: "42501" });
  });
  test("that is to stay cannot be taken away by the server", async () => {
    const store = makeStore();
    const { id } = await keep(store);
    expect([await within((tx) => store.remove(tx, HERE, id)), (await within((tx) => tx.query("delete from files.file"))).rowCount]).toEqual([false, 0]);
    await expect(within((tx) => tx.query("delete from files.chunk"))).rejects.toMatchObject({ code: "42501" });
    expect(await within((tx) => store.get(tx, HERE, id))).not.toBeNull();
  });
  test("that was kept for a time goes with everything of it, and not at the word of another district", async () => {
    const store = makeStore();
    const outcome = await store.hold({ district: HERE, name: "通知.txt", bytes, madeBy: "p1", removable: true });
    if (outcome.kind !== "held") throw new Error(outcome.refusal.problem.en);
    const { id } = await within((tx) => store.keep(tx, outcome.file));
    expect(await within((tx) => store.remove(tx, HERE, id), ELSEWHERE)).toBe(false);
    expect([await within((tx) => store.remove(tx, HERE, id)), await within((tx) => store.get(tx, HERE, id)), await within((tx) => store.remove(tx, HERE, id))]).toEqual([true, null, false]);
    expect((await within((tx) => tx.query("select from files.chunk"))).rowCount).toBe(0);
    // The object has no row any more: the sweep takes it when it has settled.
    await sweepBucket({ bucket, pool: database.pool, districts: [HERE], machineNow: () => new Date(machineNow().getTime() + 25 * 3_600_000) });
    expect(objects.size).toBe(0);
  });
  test("changed behind our back is not given out", async () => {
    const store = makeStore();
    const { id } = await keep(store);
    const name = `files/${HERE}/${id}`;
    if (objects.has(name)) objects.set(name, Buffer.from("别的"));
    else await database.ownerPool.query("alter table files.chunk no force row level security").then(() => database.ownerPool.query("update files.chunk set bytes = '\\x61' where number = 0"));
    await expect(within((tx) => store.get(tx, HERE, id))).rejects.toThrow("not as it was kept");
  });
});

describe("a bucket is swept", () => {
  const sweep = () => sweepBucket({ bucket, pool: database.pool, districts: [HERE, ELSEWHERE], machineNow });
  test("of what no transaction kept, after a day; what is kept stays", async () => {
    const store = fileStore({ bucket, machineNow });
    const held = await store.hold({ district: HERE, name: "a.txt", bytes, madeBy: "p1" });
    if (held.kind === "refused") throw new Error("refused");
    await expect(within(async (tx) => { await store.keep(tx, held.file); throw new Error("not after all"); })).rejects.toThrow("not after all");
    const kept = await put(store, { district: ELSEWHERE, name: "b.txt", bytes, madeBy: "p1" }, ELSEWHERE);
    expect(objects.size).toBe(2);
    expect(await sweep()).toBe(0);
    now = new Date("2026-11-25T03:00:00Z");
    expect(await sweep()).toBe(1);
    expect([...objects.keys()]).toEqual([`files/${ELSEWHERE}/${kept.kind === "kept" ? kept.file.id : ""}`]);
  });
  test("to its end, though the store gives a page at a time, and of nothing that is not a file's", async () => {
    const left = Array.from({ length: 250 }, () => `files/${HERE}/${newId(new Date("2026-11-20T00:00:00Z"))}`);
    for (const name of [...left, `files/${HERE}/readme&more.txt`, "files/other/thing"]) objects.set(name, Buffer.from("x"));
    expect(await sweep()).toBe(250);
    expect([...objects.keys()]).toEqual([`files/${HERE}/readme&more.txt`, "files/other/thing"]);
    expect(refused).toEqual([]);
  });
});
test("no connection of the database waits while the store takes a file", async () => {
  const store = fileStore({ bucket, machineNow });
  let most = 0;
  const watched = { ...bucket, put: async (...given: Parameters<Bucket["put"]>) => { most = Math.max(most, database.pool.totalCount - database.pool.idleCount); await bucket.put(...given); } };
  await put(fileStore({ bucket: watched, machineNow }), { district: HERE, name: "a.txt", bytes, madeBy: "p1" });
  expect(most).toBe(0);
  expect(await within((tx) => store.get(tx, HERE, [...objects.keys()][0]?.split("/")[2] ?? ""))).not.toBeNull();
});
test("a store that refuses us is an error, never a lost file", async () => {
  const wrong = s3Bucket({ endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bucket: "files", region: "cn-north-1", ...SECRET, secretAccessKey: "guess" });
  const store = fileStore({ bucket: wrong, machineNow });
  await expect(put(store, { district: HERE, name: "a.txt", bytes, madeBy: "p1" })).rejects.toThrow("403");
  expect((await within((tx) => tx.query("select from files.file"))).rowCount).toBe(0);
});

describe("pictures", () => {
  const store = () => fileStore({ bucket: null, machineNow });
  test.each(["jpeg", "png", "webp"] as const)("a %s loses where and with what it was taken", async (format) => {
    const picture = await sharp({ create: { width: 40, height: 20, channels: 3, background: "#14595a" } }).withExif({ IFD0: { Make: "Camera Maker", Artist: "张三" } }).toFormat(format).toBuffer();
    expect((await sharp(picture).metadata()).exif).toBeDefined();
    const outcome = await put(store(), { district: HERE, name: "现场.jpg", bytes: picture, madeBy: "p1" });
    if (outcome.kind === "refused") throw new Error(outcome.refusal.reason);
    const kept = await within((tx) => store().get(tx, HERE, outcome.file.id));
    const metadata = await sharp(kept?.bytes).metadata();
    expect(metadata).toMatchObject({ format, width: 40, height: 20 });
    expect(metadata.exif).toBeUndefined();
    expect(Buffer.from(kept?.bytes ?? []).includes("Camera Maker")).toBe(false);
  });
  test("one that claims to be enormous is refused", async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: "#000" } }).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await store().hold({ district: HERE, name: "a.png", bytes: bomb, madeBy: "p1" })).toMatchObject({ kind: "refused", refusal: { reason: "damaged-picture" } });
  });
});

test.each<[string, Buffer, string | null]>([
  ["an empty zip", Buffer.from("PK\x05\x06"), null], ["a program", Buffer.from("MZ\x90\0"), null], ["a gif", Buffer.from("GIF89a"), null], ["noise", randomBytes(64).fill(0, 3, 4), null],
  ["text", Buffer.from("一、"), "text/plain"], ["a page", Buffer.from("<!DOCTYPE html><p>"), "text/html"], ["a pdf", Buffer.from("%PDF-1.7"), "application/pdf"], ["UTF-16", Buffer.from("fffe004e", "hex"), "text/plain"],
])("%s is told by its content", (_what, content, expected) => expect(mediaTypeOf(content)).toBe(expected));
test.each([["../../etc/passwd", "passwd"], ["C:\\文件\\通知\u0000.docx", "通知.docx"], ["\u202egnp.exe", "gnp.exe"], ["", "文件"]])("the name %j becomes %j", (given, expected) => expect(cleanName(given)).toBe(expected));
test("ids sort by time and are version 7", () => {
  const [one, two] = [newId(new Date(1_000)), newId(new Date(2_000))];
  expect(one < two).toBe(true);
  expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

/** How many names the store gives at a time; a real one a thousand. */
const PAGE = 100;

/** A store that speaks S3 for put, get, delete and list, and checks the caller's signature as AWS describes it (Signature Version 4). */
async function answer(request: IncomingMessage): Promise<{ status: number; body?: Buffer | string }> {
  const body = Buffer.concat(await request.toArray() as Buffer[]);
  if (!isSigned(request, body)) { refused.push(request.url ?? ""); return { status: 403 }; }
  const url = new URL(request.url ?? "/", "http://store");
  const name = decodeURIComponent(url.pathname.slice(1));
  if (request.method === "PUT") { objects.set(name, body); return { status: 200 }; }
  if (request.method === "DELETE") { objects.delete(name); return { status: 204 }; }
  if (url.searchParams.get("list-type") === "2") {
    const keys = [...objects.keys()].map((key) => key.slice("files/".length)).filter((key) => key.startsWith(url.searchParams.get("prefix") ?? "")).toSorted();
    // A token is where the next page begins, in signs that must be escaped on the way; what was deleted meanwhile does not move it.
    const from = url.searchParams.get("continuation-token")?.replace(/^<&\+\/>/u, "") ?? "";
    const rest = keys.filter((key) => key >= from);
    const [page, next] = [rest.slice(0, PAGE), rest[PAGE]];
    const escaped = (words: string): string => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    return { status: 200, body: `<ListBucketResult><IsTruncated>${String(next !== undefined)}</IsTruncated>${page.map((key) => `<Contents><Key>${escaped(key)}</Key></Contents>`).join("")}${next === undefined ? "" : `<NextContinuationToken>${escaped(`<&+/>${next}`)}</NextContinuationToken>`}</ListBucketResult>` };
  }
  const found = objects.get(name);
  return found === undefined ? { status: 404 } : { status: 200, body: found };
}

function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const header = request.headers.authorization ?? "";
  const [, scope = "", signedHeaders = "", signature = ""] = /Credential=[^/]+\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)/.exec(header) ?? [];
  const url = new URL(request.url ?? "/", "http://store");
  const query = [...url.searchParams].map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).toSorted().join("&");
  const headers = signedHeaders.split(";").map((name) => `${name}:${String(request.headers[name] ?? "").trim()}\n`).join("");
  const stated = String(request.headers["x-amz-content-sha256"] ?? "");
  const payload = stated === "UNSIGNED-PAYLOAD" ? stated : createHash("sha256").update(body).digest("hex");
  const canonical = [request.method, url.pathname, query, headers, signedHeaders, payload].join("\n");
  const date = String(request.headers["x-amz-date"] ?? "");
  const toSign = ["AWS4-HMAC-SHA256", date, scope, createHash("sha256").update(canonical).digest("hex")].join("\n");
  const key = scope.split("/").reduce<Buffer>((secret, part) => createHmac("sha256", secret).update(part).digest(), Buffer.from(`AWS4${SECRET.secretAccessKey}`));
  return createHmac("sha256", key).update(toSign).digest("hex") === signature;
}
