import { gazetteer, type CityPlaces, type Gazetteer } from "#engines/places";
import type { AppendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import type { Log } from "#platform/http";
import type { City } from "#platform/pack";
import { keepRules, ruleVersions, type ProveRule, type RuleKeeper, type RuleSnapshot } from "#services/rules/server";
import { travelAnswers, type TravelAnswers, type TravelPack, type TravelRule, type TravelRules } from "#services/travel";
import { keepLevels, levelRecorder, type LevelKeeper, type LevelRecorder } from "#services/travel/server";
import { createHash } from "node:crypto";
import type { Pool } from "pg";

/** "May I travel?" of this install, ready to be refreshed and asked. */
export type TravelService = {
  readonly travel: TravelPack;
  readonly places: Gazetteer;
  readonly rules: RuleKeeper;
  readonly levels: LevelKeeper;
  readonly recorder: LevelRecorder;
  readonly answers: TravelAnswers;
};

type TravelParts = {
  readonly pool: Pool; readonly city: City; readonly clock: Clock; readonly audit: AppendAudit; readonly log: Log; readonly travel: TravelPack; readonly places: CityPlaces; readonly prove: ProveRule;
  /** Pages that show levels or rules are to be made anew. */
  readonly forgetPages: () => void;
};

/** Joins released rules and kept levels, which do not know each other, into answers; records the pack's own list when nothing has been recorded of it. */
export async function travelService({ pool, city, clock, audit, log, travel, places: cityPlaces, prove, forgetPages }: TravelParts): Promise<TravelService> {
  // English pages call the city's districts by their English names: those can be written too.
  const english = [...city.districts, ...(city.invented === null ? [] : [city.invented])].flatMap(({ code, name, shortName }) => [...new Set([name.en.replace(/\s*\(.*\)$/u, ""), shortName.en])].map((called) => ({ name: called, code })));
  const places = gazetteer({ ...cityPlaces, aliases: [...cityPlaces.aliases, ...english] });
  const districts = [city, ...city.districts, ...(city.invented === null ? [] : [city.invented])].map(({ code }) => code);
  const rules = keepRules({ pool, districts, ruleKeys: [travel.ruleKey], prove, log, changed: forgetPages });
  const levels = keepLevels({ pool, district: city.code, places, policyNow: clock.policyNow, log, changed: forgetPages });
  const recorder = levelRecorder({ pool, district: city.code, clock, audit });
  if (travel.list !== null && travel.list.list.asOf !== null) {
    const { list: { asOf, areas, remarks }, bytes, source } = travel.list;
    const brought = await recorder.bringList({ asOf: new Date(`${asOf}:00+08:00`), areas, remarks, source: source.zh, sha256: createHash("sha256").update(bytes).digest("hex") });
    if (brought === "recorded") log.info("risk-list-recorded", { areas: areas.length });
  }
  const answers = travelAnswers({ city, travel, places, policyNow: clock.policyNow, levels: levels.current, rules: keptBySnapshot(rules.current, travel.ruleKey) });
  return { travel, places, rules, levels, recorder, answers };
}

/** Released rules as travel takes them; compiled once a snapshot. */
function keptBySnapshot(current: () => RuleSnapshot, ruleKey: string): () => TravelRules {
  let [from, kept]: [RuleSnapshot | null, TravelRules] = [null, { id: "", of: () => [] }];
  return () => {
    const snapshot = current();
    if (snapshot === from) return kept;
    const byDistrict = new Map<string, readonly TravelRule[]>();
    [from, kept] = [snapshot, {
      id: snapshot.id,
      of: (district) => {
        const known = byDistrict.get(district);
        if (known !== undefined) return known;
        const released = snapshot.of(district, ruleKey);
        const versions = ruleVersions(released);
        const found = released.map(({ content }, at): TravelRule | null => {
          const version = versions[at];
          return version === undefined ? null : { ...version, plain: content?.table ?? null, text: content, above: content?.above ?? null };
        }).filter((each) => each !== null);
        byDistrict.set(district, found);
        return found;
      },
    }];
    return kept;
  };
}
