#!/usr/bin/env node
// Runs a TypeScript file of the project on Node 24: node bin/node24.mjs FILE [WORDS…]
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { install, node24, root } from "./setup.mjs";

const [file, ...words] = process.argv.slice(2);
await install();
// The file is the project's; the words may name files from where npm was called.
const { status, signal } = spawnSync(node24(), ["--disable-warning=ExperimentalWarning", resolve(root, file), ...words], { stdio: "inherit", cwd: process.env.INIT_CWD ?? root });
if (signal !== null) process.kill(process.pid, signal);
process.exitCode = status ?? 1;
