import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimFolder, DataFolderInUse } from "./owner-lock.ts";

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), "anxin-claim-")); });
afterEach(async () => { await rm(folder, { recursive: true, force: true }); });

test("of many that claim at once, one gets the folder; then the next", async () => {
  for (let round = 0; round < 20; round += 1) {
    const claims = await Promise.allSettled(Array.from({ length: 8 }, () => claimFolder(folder)));
    const got = claims.filter((claim) => claim.status === "fulfilled");
    expect(got).toHaveLength(1);
    for (const claim of claims) if (claim.status === "rejected") expect(claim.reason).toBeInstanceOf(DataFolderInUse);
    await got[0]?.value();
  }
});

test("another process that holds the folder is named, until it is killed; forgetting to let go does not let go", async () => {
  const holding = `const { claimFolder } = await import(${JSON.stringify(new URL("owner-lock.ts", import.meta.url).href)});
    await claimFolder(${JSON.stringify(folder)}); await new Promise((resolve) => setTimeout(resolve, 10)); gc(); process.stdout.write("held"); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ["--expose-gc", "--disable-warning=ExperimentalWarning", "--input-type=module", "-e", holding], { stdio: ["ignore", "pipe", "inherit"], timeout: 60_000 });
  await new Promise((resolve) => other.stdout.once("data", resolve));
  await expect(claimFolder(folder)).rejects.toThrow(String(other.pid));
  other.kill("SIGKILL");
  await new Promise((resolve) => other.once("exit", resolve));
  await (await claimFolder(folder))();
});

test("the number of a living process in the way is no claim", async () => {
  await writeFile(join(folder, "owner.pid"), String(process.ppid));
  await (await claimFolder(folder))();
});
