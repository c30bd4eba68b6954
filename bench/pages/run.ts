import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, brotliDecompressSync } from "node:zlib";
import { startBuiltProduct } from "../rate/built-product.ts";
import { printRateInTurns } from "../rate/in-turns.ts";
import { requestFor } from "../rate/load.ts";
import { firstPaint } from "./first-paint.ts";

const PAGES = ["/", "/n/stay-put", "/n/stay-put/travel", "/n/stay-put/text", "/read", "/genuine", "/accessibility", "/privacy"];

const data = mkdtempSync(join(tmpdir(), "anxin-bench-"));
chmodSync(data, 0o755);
const { port, server, stop } = await startBuiltProduct({ ANXIN_DATA: data });
try {
  const address = `http://127.0.0.1:${port}`;
  const found = await firstClause(address);
  const pages = PAGES.map((page) => (page === "/n/stay-put/travel" ? found : page));
  await printBytes(address, pages);
  await printPaint(address, pages.slice(0, 5));
  for (const page of [pages[0] ?? "/", found]) await printRate(address, page);
} finally {
  await stop();
  rmSync(data, { recursive: true, force: true });
}

/** The address of the first clause, as the notice page links it. */
async function firstClause(address: string): Promise<string> {
  const page = await (await fetch(`${address}/n/stay-put`)).text();
  return /href="(\/n\/stay-put\/(?!text)[a-z-]+)"/.exec(page)?.[1] ?? "/n/stay-put";
}

async function printBytes(address: string, pages: readonly string[]): Promise<void> {
  process.stdout.write(`bytes of a page (one request each)\n  ${"page".padEnd(34)}    plain     gzip   brotli\n`);
  for (const page of pages) {
    const [gzip, brotli] = await Promise.all(["gzip", "br"].map((encoding) => raw(`${address}${page}`, encoding)));
    const plain = brotliDecompressSync(brotli ?? Buffer.alloc(0)).length;
    if (gunzipSync(gzip ?? Buffer.alloc(0)).length !== plain) throw new Error(`${page}: the two encodings differ`);
    process.stdout.write(`  ${page.padEnd(34)} ${String(plain).padStart(8)} ${String(gzip?.length).padStart(8)} ${String(brotli?.length).padStart(8)}\n`);
  }
}

async function printPaint(address: string, pages: readonly string[]): Promise<void> {
  process.stdout.write("\nfirst paint, weak phone (400 ms round trip, 400 kbit/s, processor 6 times slower), median of 5\n");
  for (const [url, { first, largest }] of await firstPaint(pages.map((page) => `${address}${page}`))) process.stdout.write(`  ${new URL(url).pathname.padEnd(34)} first ${first.toFixed(0).padStart(5)} ms   largest ${largest.toFixed(0).padStart(5)} ms\n`);
}

async function printRate(address: string, page: string): Promise<void> {
  const body = await raw(`${address}${page}`, "br");
  await printRateInTurns({
    name: page, what: "pages", port, server, requests: [requestFor(page, { "accept-encoding": "br", accept: "text/html" })],
    bare: { body, headers: { "content-type": "text/html; charset=utf-8", "content-encoding": "br" } },
  });
}

/** The bytes as they travel. */
function raw(url: string, encoding: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { "accept-encoding": encoding, accept: "text/html" } }, (reply) => {
      const parts: Buffer[] = [];
      reply.on("data", (part: Buffer) => parts.push(part)).once("end", () => { if (reply.statusCode === 200) resolve(Buffer.concat(parts)); else reject(new Error(`${url} answered ${reply.statusCode}`)); });
    }).once("error", reject).end();
  });
}
