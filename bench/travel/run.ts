/**
 * Measures "may I travel?" on the built product with a PostgreSQL of its own:
 *   npm run bench:travel [-- DIR]
 */
import { gazetteer } from "#engines/places";
import { DEFAULT_PACK } from "#platform/config";
import { join } from "node:path";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { startEmbedded } from "../../platform/db/server/embedded/start-embedded.ts";
import { startBuiltProduct } from "../rate/built-product.ts";
import { askFigures, megabytes } from "./ask-figures.ts";
import { printDecisionRate } from "./http-rate.ts";
import { questions } from "./questions.ts";

const data = mkdtempSync(join(tmpdir(), "anxin-bench-"));
chmodSync(data, 0o755);
const embedded = await startEmbedded(data, { info: () => undefined, warn: () => undefined });
try {
  const { port, server, stop } = await startBuiltProduct({ ANXIN_DATA: data, DATABASE_URL: embedded.ownerUrl }, { words: ["--expose-gc", ...(process.env["PROF"] ? ["--cpu-prof", `--cpu-prof-dir=${process.env["PROF"]}`] : []), "--import", join(import.meta.dirname, "inner-figures.ts")], canBeAsked: true });
  try {
    process.stdout.write(`heap ${megabytes((await askFigures(server)).heapUsed)}\n`);
    await printDecisionRate("shipped list", port, server, questions(gazetteer(), ["海拉尔区", "扎赉诺尔区", "满洲里市", "鄂温克族自治旗"], 4_000, 1));
    process.stdout.write(`heap ${megabytes((await askFigures(server)).heapUsed)}\n`);
  } finally { await stop(); }
} finally {
  await embedded.stop();
  rmSync(data, { recursive: true, force: true });
}
void DEFAULT_PACK;
