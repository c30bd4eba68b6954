#!/usr/bin/env node
// The command line tool. Needs nothing installed but npm's packages; runs on the Node 24 that they bring when this Node is older.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const main = join(root, "apps", "cli", "main.ts");
const own = Number(process.versions.node.split(".")[0]) >= 24;
const system = process.platform === "win32" ? "win" : process.platform;
const brought = join(root, "node_modules", `node-${system}-${process.arch}`, "bin", process.platform === "win32" ? "node.exe" : "node");

if (!existsSync(join(root, "node_modules", "zod"))) {
  stop("还没有安装。在项目文件夹里运行 npm start（或 npm ci）。", "Not installed yet. Run npm start (or npm ci) in the project folder.");
} else if (own) {
  await import(pathToFileURL(main).href);
} else if (existsSync(brought)) {
  const { status, signal, error } = spawnSync(brought, ["--disable-warning=ExperimentalWarning", main, ...process.argv.slice(2)], { stdio: "inherit" });
  if (error) stop(`Node 24 启动不了：${error.message}`, `Node 24 does not start: ${error.message}`);
  else if (signal) process.kill(process.pid, signal);
  else process.exitCode = status ?? 1;
} else {
  stop(
    `需要 Node 24，这里是 ${process.versions.node}。装好 Node 24，或在项目文件夹里重新运行 npm ci。`,
    `Node 24 is needed, this is ${process.versions.node}. Install Node 24, or run npm ci again in the project folder.`,
  );
}

function stop(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
  process.exitCode = 1;
}
