import { gazetteer, type Gazetteer } from "#engines/places";
import { appendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import { createTestDatabase, type TestDatabase } from "#platform/db/server";
import { createHash } from "node:crypto";
import { listedArea, type ListedArea, type RiskLevel } from "../risk-list/index.ts";
import { levelRecorder, type LevelRecorder, type ListOrder } from "./record-levels.ts";
import { keepLevels, type LevelKeeper } from "./keep-levels.ts";

/** A city's levels on a database of their own; the policy clock is set by the test. */
export type ExampleLevels = {
  readonly database: TestDatabase;
  readonly recorder: LevelRecorder;
  readonly keeper: LevelKeeper;
  readonly setNow: (moment: string) => void;
  readonly stop: () => Promise<void>;
};

export const CITY = "150700";
export const PLACES: Gazetteer = gazetteer();

/** Nothing is recorded yet. Moments are Asia/Shanghai, `2021-01-26T09:00`. */
export async function exampleLevels(): Promise<ExampleLevels> {
  const database = await createTestDatabase();
  let now = inChina("2021-01-26T09:00");
  const clock: Clock = { machineNow: () => new Date("2026-11-29T08:00:00Z"), policyNow: () => now, drill: true };
  return {
    database, recorder: levelRecorder({ pool: database.pool, district: CITY, clock, audit: appendAudit(clock) }),
    keeper: keepLevels({ pool: database.pool, district: CITY, places: PLACES, policyNow: () => now, log: { info: () => undefined, warn: () => undefined, error: () => undefined }, changed: () => undefined }),
    setNow: (moment) => { now = inChina(moment); },
    stop: () => database.drop(),
  };
}

/** A minute in China as an instant. */
export const inChina = (minute: string): Date => new Date(`${minute}:00+08:00`);

/** Places of two counties, by letters, so that tests can speak of them. */
export function area(level: RiskLevel, name: string): ListedArea {
  return listedArea(PLACES, level, ["河北省", "石家庄市", "藁城区"], `${name}村`);
}

/** A list of these places, as of a minute. */
export function list(asOf: string, areas: readonly ListedArea[], salt = ""): ListOrder {
  return { asOf: inChina(asOf), areas, remarks: [], source: "国家名单", sha256: createHash("sha256").update(JSON.stringify([asOf, areas, salt])).digest("hex") };
}
