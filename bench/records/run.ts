import { appendAudit, verifyAudit } from "#platform/audit/server";
import { inTransaction, startDatabase } from "#platform/db/server";
import { keyring } from "#platform/keys/server";
import { canonicalBytes } from "#platform/release";
import { searchIndex } from "#platform/search/server";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// What records cost beside the practical limit, alternating in one run: machines are noisy, ratios less so.
const CITY = "990100";
const [ROUNDS, PER_ROUND] = [5, 200];
const quiet = { info: () => undefined, warn: () => undefined };
const clock = { machineNow: () => new Date(), policyNow: () => new Date(), drill: true };
const dataFolder = mkdtempSync(join(tmpdir(), "anxin-bench-"));
chmodSync(dataFolder, 0o755);
const database = await startDatabase({ databaseUrl: null, serverDatabaseUrl: null, dataFolder }, quiet);
try {
  await measure();
} finally {
  await database.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const { pool } = database;
  const context = { districts: [CITY], actor: "bench" };
  const audit = appendAudit(clock);
  const keys = keyring({ pool, district: CITY, secret: Buffer.alloc(32, 1), clock });

  await compare("an audited change", "the row without a chain", PER_ROUND,
    () => inTransaction(pool, context, (tx) => audit(tx, { district: CITY, actor: "bench", action: "bench.change", object: "bench:1", details: { words: "说明" } })),
    (turn) => inTransaction(pool, context, (tx) => tx.query("insert into release.command (district, command_key, outcome, done_at) values ($1, $2, $3, now())", [CITY, `bench-${process.pid}-${performance.now()}-${turn}`, JSON.stringify({ words: "说明".repeat(40) })])));

  const entries = ROUNDS * PER_ROUND;
  const row = Buffer.alloc(420, 97);
  await compare(`proving ${entries} entries`, "hashing as many bytes", 1,
    () => verifyAudit({ pool, city: CITY, districts: [], publicKeys: [], headsFile: join(dataFolder, "none") }),
    async () => { for (let entry = 0; entry < entries; entry += 1) createHash("sha256").update(row).digest("hex"); });

  const content = { text: "各县区要做好防寒工作。".repeat(400), clauses: Array.from({ length: 12 }, (_, at) => ({ key: `part-${at}`, duties: Array.from({ length: 6 }, () => ({ quote: "供热企业要24小时值班", modality: "must" })) })) };
  const bytes = canonicalBytes(content);
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  await compare("signing a release (key opened, canonical form, ES256)", "ES256 alone", PER_ROUND,
    () => inTransaction(pool, context, (tx) => keys.sign(tx, "notices", canonicalBytes(content))),
    async () => { sign("sha256", bytes, { key: privateKey, dsaEncoding: "ieee-p1363" }); });

  const index = searchIndex(pool, CITY);
  const words = ["供热", "补贴", "学校", "道路", "积雪", "批准", "老人", "停课", "煤炉", "值班"];
  await index.keep([{ source: "notice:bench", edition: "1", documents: Array.from({ length: 1_000 }, (_, at) => ({
    id: `part-${at}`, title: { zh: `第${at}条`, en: `Clause ${at}` }, body: { zh: `${words[at % words.length] ?? ""}要做好，${words[(at * 7) % words.length] ?? ""}不得拖延。`.repeat(6), en: "Words about it." },
  })) }]);
  await compare("finding a word in 1,000 clauses", "like '%…%'", PER_ROUND / 10,
    (turn) => index.find(words[turn % words.length] ?? ""),
    (turn) => inTransaction(pool, context, (tx) => tx.query("select source, id, title_zh, title_en, body_zh, body_en from search.document where district = $1 and body_zh like $2 limit 50", [CITY, `%${words[turn % words.length] ?? ""}%`])));
}

/** Both in turn, several rounds; the best round of each, a second, and how many times the limit ours takes. */
async function compare(name: string, limitName: string, times: number, ours: (turn: number) => Promise<unknown>, limit: (turn: number) => Promise<unknown>): Promise<void> {
  const best = { ours: Infinity, limit: Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [which, work] of [["ours", ours], ["limit", limit]] as const) {
      const started = performance.now();
      for (let turn = 0; turn < times; turn += 1) await work(turn);
      best[which] = Math.min(best[which], (performance.now() - started) / times);
    }
  }
  process.stdout.write(`${name.padEnd(56)} ${(1_000 / best.ours).toFixed(0).padStart(8)} a second   ${limitName.padEnd(26)} ${(1_000 / best.limit).toFixed(0).padStart(8)} a second   ${(best.ours / best.limit).toFixed(2)} times the limit\n`);
}
