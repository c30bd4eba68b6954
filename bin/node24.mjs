#!/usr/bin/env node
// Runs a TypeScript file of the project on Node 24: node bin/node24.mjs FILE [WORDS…]
import { spawnSync } from "node:child_process";
import { install, node24, root } from "./setup.mjs";

await install();
const { status, signal } = spawnSync(node24(), ["--disable-warning=ExperimentalWarning", ...process.argv.slice(2)], { stdio: "inherit", cwd: process.env.INIT_CWD ?? root });
if (signal !== null) process.kill(process.pid, signal);
process.exitCode = status ?? 1;
