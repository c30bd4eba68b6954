// Brings the installed packages in step with the lock file. Needs nothing but Node 20 and npm.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const state = join(root, ".data");
const marker = join(root, "node_modules", ".anxin-installed");

/** Says a line in both languages, on stderr: stdout belongs to the program that is started. */
export function say(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
}

/** Says why it cannot go on, and ends. */
export function stop(zh, en) {
  say(zh, en);
  process.exit(1);
}

/** Installs what the lock file names, unless that is done. Two at once wait for each other. */
export async function install() {
  if (Number(process.versions.node.split(".")[0]) < 20) {
    stop(`需要 Node 20 或更新的版本，这里是 ${process.versions.node}。请到 nodejs.org 安装。`, `Node 20 or newer is needed, this is ${process.versions.node}. Install it from nodejs.org.`);
  }
  const wanted = createHash("sha256").update(readFileSync(join(root, "package-lock.json"))).update(`${process.platform} ${process.arch}`).digest("hex");
  if (isInstalled(wanted)) return;
  const waiting = () => say("另一个安心正在安装，等它完成……", "Another Anxin is installing, waiting for it…");
  await alone("install", waiting, async () => {
    if (isInstalled(wanted)) return;
    say("正在安装依赖（第一次约需一两分钟）……", "Installing packages (a minute or two the first time)…");
    const started = Date.now();
    const reason = await npmCi();
    const seconds = Math.round((Date.now() - started) / 1000);
    if (reason === null) {
      writeFileSync(marker, wanted);
      say(`依赖已装好（${seconds} 秒）。`, `Packages installed (${seconds} s).`);
    } else {
      process.exitCode = 1;
      say(`依赖没有装好（${reason}），原因见上。检查网络后再运行一次。`, `The packages could not be installed (${reason}), see above. Check the network and run it again.`);
    }
  });
  if (!isInstalled(wanted)) process.exit(1);
}

const isInstalled = (wanted) => existsSync(marker) && readFileSync(marker, "utf8") === wanted;

/** Null when it went well, else how it ended. A signal that ends us ends npm first, so that it never writes beside the next one. */
function npmCi() {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, ...cacheForNpm() } });
    const ticking = setInterval(() => process.stderr.write(`  … ${Math.round((Date.now() - started) / 1000)} s\n`), 10_000);
    let stopped = false;
    const pass = (signal) => { stopped = true; child.kill(signal); };
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, pass);
    const ended = (reason) => {
      clearInterval(ticking);
      for (const signal of signals) process.off(signal, pass);
      if (stopped) process.exit(1);
      resolve(reason);
    };
    child.once("error", (error) => ended(error.message));
    child.once("exit", (code, signal) => ended(code === 0 ? null : `npm ci: ${code ?? signal}`));
  });
}

/** npm keeps its cache in the home folder; without one that can be written it keeps it here. Under npm the setting is always there. */
function cacheForNpm() {
  const cache = process.env.npm_config_cache || join(process.env.HOME || homedir(), ".npm");
  return canMake(cache) ? { npm_config_cache: cache } : { npm_config_cache: join(state, "npm-cache") };
}

function canMake(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const BEAT_MILLISECONDS = 1_000;
const SILENCE_MILLISECONDS_MAX = 15_000;

/** Does `work` while no other process does the same; calls `waiting` once when there is one. */
export async function alone(name, waiting, work) {
  const lock = join(state, `${name}.lock`);
  await hold(lock, waiting);
  const beating = setInterval(() => { try { utimesSync(lock, new Date(), new Date()); } catch { /* Taken away by hand: nothing to keep. */ } }, BEAT_MILLISECONDS);
  const letGo = () => { if (readOr(lock, "") === String(process.pid)) rmSync(lock, { force: true }); };
  process.once("exit", letGo);
  try {
    return await work();
  } finally {
    clearInterval(beating);
    process.off("exit", letGo);
    letGo();
  }
}

async function hold(lock, waiting) {
  let told = false;
  for (;;) {
    if (take(lock)) {
      // Two that broke the same stale lock may both think they hold it: the later one does.
      await pause(100);
      if (readOr(lock, "") === String(process.pid)) return;
    }
    if (isStale(lock)) { rmSync(lock, { force: true }); continue; }
    if (!told) waiting();
    told = true;
    await pause(250);
  }
}

function take(lock) {
  try {
    mkdirSync(state, { recursive: true });
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    return stop(`写不了文件夹 ${state}（${error.code}）。用拥有这个文件夹的用户运行，或把它交给当前用户。`, `The folder ${state} cannot be written (${error.code}). Run this as the user who owns it, or give it to the present user.`);
  }
}

/** Its process is gone, or it has been silent for long: numbers of processes are used again. */
function isStale(lock) {
  const holder = Number(readOr(lock, ""));
  return ageOf(lock) > SILENCE_MILLISECONDS_MAX || (holder > 0 && !isAlive(holder));
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function readOr(file, otherwise) {
  try { return readFileSync(file, "utf8"); } catch { return otherwise; }
}

function ageOf(file) {
  try { return Date.now() - statSync(file).mtimeMs; } catch { return 0; }
}

function isAlive(pid) {
  try { process.kill(pid, 0); return true; } catch (error) { return error.code === "EPERM"; }
}

/** The Node 24 that runs the product: this one when it is new enough, else the one npm brought. */
export function node24() {
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  const brought = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  if (existsSync(brought)) return brought;
  return stop(
    `需要 Node 24，这里是 ${process.versions.node}，npm 也没有适合这台机器的。请安装 Node 24 后再运行。`,
    `Node 24 is needed, this is ${process.versions.node}, and npm has none for this machine. Install Node 24 and run it again.`,
  );
}
