// Brings the installed packages in step with the lock file. Needs nothing but Node 20 and npm.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const marker = join(root, "node_modules", ".anxin-installed");
const lock = join(root, ".data", "install.lock");

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
  await holdLock();
  try {
    if (isInstalled(wanted)) return;
    say("正在安装依赖（第一次约需一两分钟）……", "Installing packages (a minute or two the first time)…");
    await npmCi();
    writeFileSync(marker, wanted);
  } finally {
    rmSync(lock, { force: true });
  }
}

const isInstalled = (wanted) => existsSync(marker) && readFileSync(marker, "utf8") === wanted;

function npmCi() {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, ...cacheForNpm() }, shell: process.platform === "win32" });
    const ticking = setInterval(() => process.stderr.write(`  … ${Math.round((Date.now() - started) / 1000)} s\n`), 10_000);
    const ended = (code, reason) => {
      clearInterval(ticking);
      if (code === 0) { say(`依赖已装好（${Math.round((Date.now() - started) / 1000)} 秒）。`, `Packages installed (${Math.round((Date.now() - started) / 1000)} s).`); resolve(); return; }
      rmSync(lock, { force: true });
      stop(`依赖没有装好（${reason}）。检查网络后再运行一次。`, `The packages could not be installed (${reason}). Check the network and run it again.`);
    };
    child.once("error", (error) => ended(1, error.message));
    child.once("exit", (code, signal) => ended(code, `npm ci: ${code ?? signal}`));
  });
}

// npm keeps its cache in the home folder; without one that can be written it uses a temporary folder.
function cacheForNpm() {
  if (process.env.npm_config_cache) return {};
  const probe = spawnSync("sh", ["-c", 'test -n "$HOME" && mkdir -p "$HOME/.npm" && test -w "$HOME/.npm"'], { stdio: "ignore" });
  return probe.status === 0 ? {} : { npm_config_cache: join(tmpdir(), `anxin-npm-${process.getuid?.() ?? 0}`) };
}

/** Waits until no other living process installs here. */
async function holdLock() {
  mkdirSync(dirname(lock), { recursive: true });
  let told = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = Number(readOr(lock, ""));
    // A lock without a number is being written, or was cut off a while ago.
    if (holder > 0 ? !isAlive(holder) : ageOf(lock) > 5_000) { rmSync(lock, { force: true }); continue; }
    if (!told) say("另一个安心正在安装，等它完成……", "Another Anxin is installing, waiting for it…");
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

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
