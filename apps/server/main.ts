import { loadClock } from "#platform/clock/server";
import { readConfig } from "#platform/config";
import { DatabaseRefused, MigrationRefused, startDatabase } from "#platform/db/server";
import type { LocalText } from "#platform/i18n";
import { appendAudit } from "#platform/audit/server";
import { DEMO_PASSWORD, productionFaults, seedDemoPeople } from "#platform/identity/server";
import { keyring, ownSecret, secretOrigin } from "#platform/keys/server";
import type { PackProblem } from "#platform/pack";
import { readPackDirectory } from "#platform/pack/server";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { loadWholePack } from "../pack/whole-pack.ts";
import { gatherLines } from "./gathered-lines.ts";
import { jsonLog } from "./json-log.ts";
import { keyFaults } from "./key-faults.ts";
import { portIsFree } from "./port-is-free.ts";
import { serve } from "./serve.ts";

/** Lines about requests wait so long for others. */
const LINES_WAIT_MILLISECONDS = 50;

const lines = gatherLines((text) => { process.stdout.write(text); }, LINES_WAIT_MILLISECONDS);
const log = jsonLog(lines.now, () => new Date(), lines.later);
process.on("exit", () => { lines.now(); });
process.exitCode = await main();

/** Starts the server; gives the exit code when it could not. */
async function main(): Promise<number> {
  const { config, problems } = readConfig(process.env);
  if (config === null) return refuse(problems.map(({ field, problem, remedy }) => both(`${field}：${problem.zh}。${remedy.zh}`, `${field}: ${problem.en}. ${remedy.en}`)));
  const read = await readPackDirectory(config.packFolder);
  if (read === null) return refuse([both(`没有这个资料包：${config.packFolder}`, `There is no such pack: ${config.packFolder}`)]);
  const { pack, packNotices, places, problems: wrong, ...parts } = await loadWholePack(read);
  if (pack === null || places === null || wrong.length > 0) return refuse(wrong.map((found) => packProblem(config.packFolder, found)));
  // Before the database is touched: another Anxin on this port may be using the same one.
  if (!await portIsFree(config.port)) return refuse([portTaken(config.port)]);

  const started = await startDatabase(config, log).catch(databaseTrouble);
  if ("refusal" in started) return refuse([started.refusal]);
  const database = started;
  try {
    const clock = await loadClock(database.pool, { packKey: pack.key, drillStart: pack.clock.drillStart });
    const secret = config.secretKey ?? await ownSecret(config.dataFolder);
    const people = { pool: database.pool, clock, city: pack.city, secret, publicUrl: config.publicUrl, audit: appendAudit(clock) };
    const faults = [
      ...(config.mode === "production" ? await productionFaults(people, await secretOrigin(config.dataFolder, config.secretKey)) : []),
      ...keyFaults(await keyring({ pool: database.pool, district: pack.city.code, secret, clock }).sealedElsewhere(), config),
    ];
    if (faults.length > 0) {
      await database.stop();
      return refuse(faults);
    }
    const demo = config.mode === "demo" ? await seedDemoPeople(people) : [];
    const serving = await serve({ ...config, ...parts, pool: database.pool, jobsUrl: database.jobsUrl, clock, pack, notices: packNotices, places, buildFolder: ownFolder(), log, secret });
    say(both(`安心已经启动：${config.publicUrl}`, `Anxin is running at ${config.publicUrl}`));
    if (demo.length > 0) say(both(
      `工作台：${config.publicUrl}/desk/，演示人员 ${demo.map(({ login }) => login).join("、")}，密码 ${DEMO_PASSWORD}`,
      `Desk: ${config.publicUrl}/desk/, demo people ${demo.map(({ login }) => login).join(", ")}, password ${DEMO_PASSWORD}`,
    ));
    stopOnSignal(async () => {
      await serving.stop();
      await database.stop();
    });
    return 0;
  } catch (error) {
    await database.stop();
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return refuse([portTaken(config.port)]);
    throw error;
  }
}

/** Why the database cannot be used, in words; what only our mistake can cause is thrown on. */
function databaseTrouble(error: unknown): { readonly refusal: LocalText } {
  if (error instanceof DatabaseRefused) return { refusal: both(error.message, error.message) };
  if (error instanceof MigrationRefused) return { refusal: both(`数据库不能升级：${error.message}`, `The database cannot be brought up to date: ${error.message}`) };
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^(?:ECONN|ENOTFOUND|EHOST|ETIMEDOUT|28|3D|53|57)/.test(code)) {
    return { refusal: both(`连不上数据库（${code}）。检查 DATABASE_URL 和数据库是否在运行。`, `The database does not answer (${code}). Check DATABASE_URL and whether it runs.`) };
  }
  throw error;
}

/** The bundle stands in the folder that the build left its other files in. */
function ownFolder(): string {
  return dirname(fileURLToPath(import.meta.url));
}

/** One key press arrives twice: from the terminal and from npm. */
const SAME_PRESS_MILLISECONDS = 1_000;

/** The first signal, or the end of the process that started us, lets running requests end; a later signal does not wait. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stoppingSince: number | null = null;
  const begin = (signal: string): void => {
    stoppingSince = performance.now();
    log.info("stopping", { signal });
    void stop().then(() => { log.info("stopped"); process.exit(0); }, () => process.exit(1));
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stoppingSince === null) begin(signal);
      else if (performance.now() - stoppingSince > SAME_PRESS_MILLISECONDS) process.exit(1);
    });
  }
  process.on("disconnect", () => { if (stoppingSince === null) begin("disconnect"); });
}

function packProblem(folder: string, { file, line, field, problem, remedy }: PackProblem): LocalText {
  const place = `${folder}/${file}:${line}${field === "" ? "" : ` ${field}`}`;
  return both(`${place} — ${problem.zh} — ${remedy.zh}`, `${place} — ${problem.en} — ${remedy.en}`);
}

function portTaken(port: number): LocalText {
  return both(
    `${port} 端口已被占用。关掉占用它的程序（也许安心已经在运行），或换一个端口：PORT=8081 npm start`,
    `Port ${port} is taken. Stop the program that uses it (Anxin may be running already), or choose another: PORT=8081 npm start`,
  );
}

function both(zh: string, en: string): LocalText {
  return { zh, en };
}

function say({ zh, en }: LocalText): void {
  process.stderr.write(zh === en ? `${zh}\n` : `${zh}\n${en}\n`);
}

function refuse(reasons: readonly LocalText[]): number {
  for (const reason of reasons) say(reason);
  return 1;
}
