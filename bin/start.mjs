#!/usr/bin/env node
// npm start: installs, builds, and runs the server on Node 24.
import { spawn, spawnSync } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { install, node24, root, say, stop } from "./setup.mjs";

const PARENT_CHECK_MILLISECONDS = 500;

await install();
const node = node24();
const folder = join(root, ".build");
const built = spawnSync(node, ["--disable-warning=ExperimentalWarning", join(root, "bin", "build.mjs"), folder], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
if (built.error) stop(`Node 24 启动不了：${built.error.message}`, `Node 24 does not start: ${built.error.message}`);
if (built.signal) process.kill(process.pid, built.signal);
if (built.status !== 0) stop("构建没有成功，原因见上。", "The build did not succeed, see above.");
say("正在启动数据库和服务……", "Starting the database and the server…");
run();

function run() {
  // The channel tells the server when this process ends without a word: then it stops in order.
  const server = spawn(node, ["--enable-source-maps", "--disable-warning=ExperimentalWarning", join(folder, "server.mjs")], { cwd: root, stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
  if (process.env.npm_lifecycle_event === "start") stopWithNpm(server);
  server.once("error", (error) => stop(`服务启动不了：${error.message}`, `The server does not start: ${error.message}`));
  server.once("exit", (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]));
}

/** npm outlives what it runs unless it is killed; whoever kills npm means the server. */
function stopWithNpm(server) {
  const npm = process.ppid;
  setInterval(() => { if (process.ppid !== npm) server.kill("SIGTERM"); }, PARENT_CHECK_MILLISECONDS).unref();
}
