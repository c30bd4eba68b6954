/**
 * Measures "may I travel?" on the built product with a PostgreSQL of its own: the rate of decisions beside a bare reply, memory, imports, batches, and, where a folder
 * with lists of risk areas is given, every place of every list at the minute of its list:
 *   npm run bench:travel [-- DIR]
 * Ends with 1 when an answer or a level is another than it must be.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "../../platform/db/server/embedded/start-embedded.ts";
import { startBuiltProduct, type RunningProduct } from "../rate/built-product.ts";
import { printRateInTurns } from "../rate/in-turns.ts";
import { requestFor } from "../rate/load.ts";
import { askFigures, megabytes } from "./ask-figures.ts";
import { printBatch } from "./batch.ts";
import { printDecisionRate } from "./http-rate.ts";
import { printImports } from "./imports.ts";
import { printListsOfFolder } from "./lists-of-a-folder.ts";
import { questions } from "./questions.ts";
import { printSameAnswers } from "./same-answers.ts";
import { settingOn, type Setting } from "./setting.ts";

const QUESTIONS = 4_000;
const BATCH = 10_000;
const AREAS = 35_000;
/** Every so-manieth question is answered anew as well. */
const SAMPLED = 80;

const [folder] = process.argv.slice(2);
const data = mkdtempSync(join(tmpdir(), "anxin-bench-"));
chmodSync(data, 0o755);
const embedded = await startEmbedded(data, { info: () => undefined, warn: () => undefined });
try {
  const inner = ["--expose-gc", "--import", join(import.meta.dirname, "inner-figures.ts"), "--disable-warning=ExperimentalWarning"];
  const product = await startBuiltProduct({ ANXIN_DATA: data, DATABASE_URL: embedded.ownerUrl }, { words: inner, canBeAsked: true });
  const setting = await settingOn(embedded.ownerUrl, data);
  try {
    await measure(setting, product);
  } finally {
    await setting.stop();
    await product.stop();
  }
} finally {
  await embedded.stop();
  rmSync(data, { recursive: true, force: true });
}

async function measure(setting: Setting, product: RunningProduct): Promise<void> {
  const { city } = setting.pack;
  const districts = [...city.districts.map(({ name }) => name.zh), ...(city.invented === null ? [] : [city.invented.shortName.zh])];
  // What the HTTP server costs by itself: no service behind it can come nearer to the bare reply.
  const alive = Buffer.from(await (await fetch(`http://127.0.0.1:${product.port}/healthz`)).arrayBuffer());
  await printRateInTurns({ name: "/healthz, the server with nothing to work out", what: "answers", port: product.port, server: product.server, requests: [requestFor("/healthz", {})], bare: { body: alive, headers: { "content-type": "text/plain" } } });
  await printState("the shipped list", setting, product, districts);
  await printImports(setting, product, AREAS);
  await printState(`${AREAS.toLocaleString("en")} areas`, setting, product, districts);
  if (folder === undefined) process.stdout.write("\nNO FOLDER GIVEN: lists of risk areas were NOT recorded and asked for; npm run bench:travel -- DIR does it\n");
  else if (!await printListsOfFolder(setting, folder)) process.exitCode = 1;
}

/** Rate, answers worked out anew, batches and memory with the levels that are served now. */
async function printState(name: string, { places, ...setting }: Setting, { port, server }: RunningProduct, districts: readonly string[]): Promise<void> {
  const asked = questions(places, districts, QUESTIONS, 1);
  await printDecisionRate(name, port, server, asked);
  await printSameAnswers({ places, ...setting }, port, asked.filter((_, at) => at % SAMPLED === 0));
  await printBatch(name, { port, server }, questions(places, districts, BATCH, 2));
  const { heapUsed, rss } = await askFigures(server);
  process.stdout.write(`\nmemory with ${name}: heap ${megabytes(heapUsed)}, process ${megabytes(rss)}\n`);
}
