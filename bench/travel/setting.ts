import { gazetteer, type CityPlaces, type Gazetteer } from "#engines/places";
import { appendAudit, type AppendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import { loadClock } from "#platform/clock/server";
import { DEFAULT_PACK } from "#platform/config";
import { startDatabase } from "#platform/db/server";
import { loadPack, type Pack, type PackParts } from "#platform/pack";
import { readPackDirectory } from "#platform/pack/server";
import { loadNotices } from "#services/notices";
import { loadRules, type PackRule } from "#services/rules";
import { loadPlaces } from "#services/travel";
import { join } from "node:path";
import type { Pool } from "pg";

/** The shipped pack beside a server that runs on the same database: the same clock, the same places. */
export type Setting = {
  readonly pool: Pool;
  readonly pack: Pack;
  readonly parts: PackParts;
  readonly rules: readonly PackRule[];
  readonly cityPlaces: CityPlaces;
  readonly places: Gazetteer;
  readonly clock: Clock;
  readonly audit: AppendAudit;
  readonly stop: () => Promise<void>;
};

/** Somebody who records, in the audit. */
export const PERSON = "01890000-0000-7000-8000-00000000000b";

/** Looks into the database of a server that has been started on it. */
export async function settingOn(databaseUrl: string, dataFolder: string): Promise<Setting> {
  const read = await readPackDirectory(join(import.meta.dirname, "..", "..", DEFAULT_PACK));
  const { pack, parts } = loadPack(read?.files ?? new Map());
  const { places: loaded } = loadPlaces(parts);
  if (pack === null || loaded === null) throw new Error("the shipped pack does not load");
  const { rules } = await loadRules(parts, loadNotices(parts).notices);
  const { invented } = pack.city;
  const cityPlaces = invented === null ? loaded : { ...loaded, divisions: [...loaded.divisions ?? [], { code: invented.code, name: invented.shortName.zh }] };
  const { pool, stop } = await startDatabase({ databaseUrl, serverDatabaseUrl: null, dataFolder }, { info: () => undefined, warn: () => undefined });
  const clock = await loadClock(pool, { packKey: pack.key, drillStart: pack.clock.drillStart });
  return { pool, pack, parts, rules, cityPlaces, places: gazetteer(cityPlaces), clock, audit: appendAudit(clock), stop };
}
