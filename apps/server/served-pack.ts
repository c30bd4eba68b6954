import type { Clock } from "#platform/clock";
import { createTestDatabase, type TestDatabase } from "#platform/db/server";
import type { LogFacts } from "#platform/http";
import type { Pack } from "#platform/pack";
import { readPackDirectory } from "#platform/pack/server";
import type { PackNotice } from "#services/notices";
import type { RiskLevel } from "#services/travel";
import { gazetteer, type CityPlaces } from "#engines/places";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadWholePack, type WholePack } from "../pack/whole-pack.ts";
import { serve, type Serving } from "./serve.ts";

/** The shipped pack on a database of its own, on a free port, with a clock that a test sets by day. */
export type ServedPack = {
  readonly address: string;
  readonly serving: Serving;
  readonly database: TestDatabase;
  readonly pack: Pack;
  readonly packNotices: readonly PackNotice[];
  readonly clock: Clock;
  readonly dataFolder: string;
  /** Every line of the log so far. */
  readonly logged: [event: string, facts: LogFacts][];
  readonly setDay: (day: string) => void;
  readonly machineNow: Date;
  /** Records a level that the city states of a place, from the day of the clock on, and waits until it is served. */
  readonly setLevel: (place: string, level: RiskLevel, commandKey: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** What a browser says it takes. */
export const BROWSER: Readonly<Record<string, string>> = { accept: "text/html,*/*;q=0.8" };

/** Serves the shipped pack for a test; the drill's day is 26 January 2021. `oidc`: the city's own sign-in, when the test is about who has accounts there. */
export async function serveShippedPack({ oidc = null }: { readonly oidc?: Parameters<typeof serve>[0]["oidc"] } = {}): Promise<ServedPack> {
  const machineNow = new Date("2026-11-23T10:00:00Z");
  let day = "2021-01-26";
  const clock: Clock = { policyNow: () => new Date(`${day}T01:00:00Z`), machineNow: () => machineNow, drill: true };
  const { pack, packNotices, places, ...parts } = await shippedPack();
  const buildFolder = await smallBuild();
  const database = await createTestDatabase();
  const logged: [string, LogFacts][] = [];
  const note = (event: string, facts: LogFacts = {}) => { logged.push([event, facts]); };
  const serving = await serve({
    pool: database.pool, clock, port: 0, publicUrl: "http://localhost:8080", ...parts, pack, notices: packNotices, places, buildFolder,
    log: { info: note, warn: note, error: note }, refreshMilliseconds: 20,
    secret: Buffer.alloc(32, 9), oidc, s3: null, jobsUrl: null, dataFolder: buildFolder,
  });
  return {
    address: `http://127.0.0.1:${serving.port}`, serving, database, pack, packNotices, clock, dataFolder: buildFolder, logged, machineNow,
    setDay: (next) => { day = next; },
    setLevel: async (name, level, commandKey) => {
      const found = gazetteer(places).find(name);
      if (found.kind !== "one" || serving.travel === null) throw new Error(`no place is called ${name}`);
      const { recorder, levels } = serving.travel;
      await levels.refresh();
      const outcome = await recorder.recordChange({ person: "01890000-0000-7000-8000-00000000000b", commandKey, base: levels.current().number }, { place: { written: [name], division: found.division.code, below: found.rest === "" ? [] : [found.rest] }, level, from: clock.policyNow(), to: null, source: "演练" });
      if (outcome.kind !== "recorded") throw new Error(outcome.kind);
      await levels.refresh();
    },
    stop: async () => {
      await serving.stop();
      await database.drop();
      await rm(buildFolder, { recursive: true });
    },
  };
}

/** Waits until something holds; five seconds at most. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 5_000;
  while (!await holds()) {
    if (performance.now() > end) throw new Error("did not come true in five seconds");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function shippedPack(): Promise<Omit<WholePack, "pack" | "places"> & { readonly pack: Pack; readonly places: CityPlaces }> {
  const whole = await loadWholePack(await readPackDirectory(fileURLToPath(new URL("../../packs/hulunbuir-2021-spring-festival", import.meta.url))) ?? { files: new Map(), problems: [] });
  const { pack, places } = whole;
  if (pack === null || places === null || whole.problems.length > 0) throw new Error(`the shipped pack does not load: ${JSON.stringify(whole.problems)}`);
  return { ...whole, pack, places };
}

/** What a build leaves: one script by its hashed name. */
async function smallBuild(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "build-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "assets/manifest.json"), JSON.stringify({ read: "read.0a1b.js" }));
  await writeFile(join(folder, "assets/read.0a1b.js"), "export {};");
  return folder;
}
