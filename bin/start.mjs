#!/usr/bin/env node
// npm start: installs, builds, and runs the server on Node 24.
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { install, node24, root, say, stop } from "./setup.mjs";

await install();
const node = node24();
const folder = join(root, ".build");
const built = spawnSync(node, ["--disable-warning=ExperimentalWarning", join(root, "bin", "build.mjs"), folder], { stdio: ["ignore", "inherit", "inherit"] });
if (built.status !== 0) stop("构建没有成功，原因见上。", "The build did not succeed, see above.");
say("正在启动数据库和服务……", "Starting the database and the server…");
const server = spawn(node, ["--enable-source-maps", join(folder, "server.mjs")], { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
server.once("error", (error) => stop(`服务启动不了：${error.message}`, `The server does not start: ${error.message}`));
server.once("exit", (code, signal) => {
  if (signal !== null) process.kill(process.pid, signal);
  process.exit(code ?? 1);
});
