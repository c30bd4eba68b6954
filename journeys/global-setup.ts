import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { asStarted } from "./as-started.ts";
import { freePort } from "./free-port.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the product under test answers, without a closing slash. */
    readonly site: string;
    /** The same product with each pack, for journeys that release notices. */
    readonly cities: readonly { readonly pack: string; readonly site: string }[];
  }
}

const ROOT = join(import.meta.dirname, "..");
/** Not the folder a running `npm start` serves from. */
const BUILD = join(ROOT, ".build.journeys");

/** Before all journeys: the product itself, built and started as `npm start` does, on a free port with a data folder of its own. */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  const built = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", join(ROOT, "bin/build.mjs"), BUILD], { stdio: ["ignore", "inherit", "inherit"], env: asStarted() });
  if (built.status !== 0) throw new Error("the product does not build");
  const running: { readonly server: ChildProcess; readonly data: string }[] = [];
  const stopAll = async () => { await Promise.all(running.map(({ server, data }) => stop(server, data))); };
  const serve = async (pack: string): Promise<string> => {
    const data = mkdtempSync(join(tmpdir(), "anxin-journeys-"));
    chmodSync(data, 0o755);
    const site = `http://127.0.0.1:${await freePort()}`;
    const server = start(site, data, pack);
    running.push({ server, data });
    await ready(site, server);
    return site;
  };
  try {
    const [site, ...cities] = await Promise.all([serve(PACKS[0]), ...PACKS.map(async (pack) => ({ pack, site: await serve(pack) }))]);
    project.provide("site", site);
    project.provide("cities", cities);
  } catch (error) {
    await stopAll();
    throw error;
  }
  return stopAll;
}

/** The first is the one the product ships with. */
const PACKS = ["packs/hulunbuir-2021-spring-festival", "packs/beiling-2027-cold-wave"] as const;

function start(site: string, data: string, pack: string): ChildProcess {
  const server = spawn(process.execPath, [join(BUILD, "server.mjs")], {
    cwd: ROOT, stdio: ["ignore", "ignore", "pipe"], env: { ...asStarted(), PORT: new URL(site).port, PUBLIC_URL: site, ANXIN_DATA: data, PACK: pack },
  });
  server.stderr?.pipe(process.stderr);
  server.once("exit", (code, signal) => { if (code !== 0) process.stderr.write(`the product ended: ${code ?? signal}\n`); });
  return server;
}

async function stop(server: ChildProcess, data: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => { server.once("exit", resolve); });
    server.kill("SIGTERM");
    await ended;
  }
  rmSync(data, { recursive: true, force: true });
}

async function ready(site: string, server: ChildProcess): Promise<void> {
  const end = performance.now() + 60_000;
  while (performance.now() < end) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    const answer = await fetch(`${site}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server was not ready in a minute");
}
