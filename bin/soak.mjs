#!/usr/bin/env node
// npm run soak: the server killed at every named place from the first start to a release, PostgreSQL with it; then PostgreSQL alone. A quarter of an hour.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { install, node24, root } from "./setup.mjs";

await install();
const node = node24();
const { status } = spawnSync(node, ["--disable-warning=ExperimentalWarning", join(root, "node_modules/vitest/vitest.mjs"), "run", "--project", "journeys", "journeys/faults"], {
  cwd: root, stdio: "inherit", env: { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}`, ANXIN_SOAK: "all" },
});
process.exitCode = status ?? 1;
