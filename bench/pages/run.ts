import { fork, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, brotliDecompressSync } from "node:zlib";
import { firstPaint } from "./first-paint.ts";
import { processorSeconds } from "./processor-seconds.ts";
import { load, median, type Round } from "./load.ts";

const PAGES = ["/", "/n/stay-put", "/n/stay-put/travel", "/n/stay-put/text", "/read", "/genuine", "/accessibility", "/privacy"];
const ROUNDS = 5;
const ROUND_MILLISECONDS = 1_500;
const CONNECTIONS = 32;

const root = join(import.meta.dirname, "..", "..");
const data = mkdtempSync(join(tmpdir(), "anxin-bench-"));
chmodSync(data, 0o755);
// Not the folder a running `npm start` serves from; started without a parent, so that its processor time can be told.
const build = join(root, ".build.bench");
if (spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", join(root, "bin/build.mjs"), build], { stdio: ["ignore", "inherit", "inherit"] }).status !== 0) throw new Error("the product does not build");
const port = await freePort();
const server = spawn(process.execPath, [join(build, "server.mjs")], { cwd: root, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, PORT: String(port), ANXIN_DATA: data } });
try {
  await ready(`http://127.0.0.1:${port}/readyz`);
  const address = `http://127.0.0.1:${port}`;
  const found = await firstClause(address);
  const pages = PAGES.map((page) => (page === "/n/stay-put/travel" ? found : page));
  await printBytes(address, pages);
  await printPaint(address, pages.slice(0, 5));
  for (const page of [pages[0] ?? "/", found]) await printRate(address, page);
} finally {
  server.kill("SIGTERM");
  await new Promise((resolve) => { server.once("exit", resolve); });
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

/** Ours and the bare reply in turns, so that what else the machine does falls on both. */
async function printRate(address: string, page: string): Promise<void> {
  const body = await raw(`${address}${page}`, "br");
  const bare = fork(join(import.meta.dirname, "bare-server.ts"), { execArgv: ["--disable-warning=ExperimentalWarning"] });
  bare.send({ body: body.toString("base64"), headers: { "content-type": "text/html; charset=utf-8", "content-encoding": "br" } });
  const barePort = await new Promise<number>((resolve) => { bare.once("message", (message) => resolve(Number(message))); });
  const [ours, limit]: [MeasuredRound[], MeasuredRound[]] = [[], []];
  await load(`${address}${page}`, CONNECTIONS, 1_000);
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await measured(`${address}${page}`, server));
    limit.push(await measured(`http://127.0.0.1:${barePort}/`, bare));
  }
  end(bare);
  const middle = (rounds: readonly MeasuredRound[], what: keyof MeasuredRound): number => median(rounds.map((round) => round[what]));
  process.stdout.write(`\n${page}: ${body.length} bytes, ${CONNECTIONS} connections, ${ROUNDS} rounds in turns, medians (the asking shares the two cores)\n`);
  for (const [name, rounds] of [["ours", ours], ["bare node:http", limit]] as const) process.stdout.write(`  ${name.padEnd(16)} ${middle(rounds, "perSecond").toFixed(0).padStart(7)} pages/s   p50 ${middle(rounds, "p50").toFixed(1)} ms   p99 ${middle(rounds, "p99").toFixed(1)} ms   ${middle(rounds, "perProcessorSecond").toFixed(0).padStart(7)} pages per second of its processor time\n`);
  process.stdout.write(`  ratio            ${(middle(ours, "perProcessorSecond") / middle(limit, "perProcessorSecond")).toFixed(2)} by processor time, p99 ${(middle(ours, "p99") / middle(limit, "p99")).toFixed(2)} times, ${(middle(ours, "perSecond") / middle(limit, "perSecond")).toFixed(2)} by the clock (where the asking is the limit this says little)\n`);
}

type MeasuredRound = Round & { readonly perProcessorSecond: number };

/** One round, with what the answering process itself worked for it. */
async function measured(url: string, { pid }: ChildProcess): Promise<MeasuredRound> {
  const [worked, started] = [processorSeconds(pid ?? 0), performance.now()];
  const round = await load(url, CONNECTIONS, ROUND_MILLISECONDS);
  const seconds = (performance.now() - started) / 1000;
  return { ...round, perProcessorSecond: (round.perSecond * seconds) / (processorSeconds(pid ?? 0) - worked) };
}

function end(child: ChildProcess): void { child.removeAllListeners("exit"); child.kill(); }

/** The bytes as they travel. */
async function raw(url: string, encoding: string): Promise<Buffer> {
  const { request } = await import("node:http");
  return new Promise((resolve, reject) => {
    request(url, { headers: { "accept-encoding": encoding, accept: "text/html" } }, (reply) => {
      const parts: Buffer[] = [];
      reply.on("data", (part: Buffer) => parts.push(part)).once("end", () => { if (reply.statusCode === 200) resolve(Buffer.concat(parts)); else reject(new Error(`${url} answered ${reply.statusCode}`)); });
    }).once("error", reject).end();
  });
}

async function ready(url: string): Promise<void> {
  for (let round = 0; round < 1_200; round += 1) {
    if (await fetch(url).then(({ ok }) => ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server did not start in two minutes");
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
