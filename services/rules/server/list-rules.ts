import { inTransaction } from "#platform/db/server";
import type { City } from "#platform/pack";
import { releasesOf } from "#platform/release/server";
import type { Pool } from "pg";
import type { RuleList } from "../draft/index.ts";
import { latestRule, RULE_KIND, type ProveRule } from "./rule-archive.ts";
import { nameOf, summaryOf } from "./rule-views.ts";
import { listDrafts } from "./store.ts";

const DRAFTS_MAX = 200;

type Asked = { readonly pool: Pool; readonly city: Pick<City, "code" | "name" | "districts">; readonly prove: ProveRule };

/** What an officer sees: drafts of the districts they work for, rules in force there and, as everybody is bound by them, the city's. */
export async function listRules({ pool, city, prove }: Asked, person: string, districts: readonly string[]): Promise<Pick<RuleList, "drafts" | "released">> {
  return inTransaction(pool, { districts: [...new Set([...districts, city.code])], actor: person }, async (tx) => {
    const drafts = await listDrafts(tx, districts, DRAFTS_MAX);
    const released: RuleList["released"] = [];
    for (const district of [city.code, ...districts.filter((code) => code !== city.code)]) {
      const keys = [...new Set((await releasesOf(tx, district, RULE_KIND, null)).map(({ key }) => key))].toSorted();
      for (const key of keys) {
        const latest = await latestRule(tx, district, key, prove);
        // What cannot be proved is not shown as in force; the log has told of it.
        if (latest === null || latest.content === null) continue;
        const { release, content } = latest;
        released.push({
          district, districtName: nameOf(city, district), ruleKey: key, version: release.version, title: content.title, rows: content.table.rules.length, effectiveFrom: content.effectiveFrom, effectiveTo: content.effectiveTo,
          recordedAt: release.policyAt, drill: release.drill, draftId: drafts.find((draft) => draft.district === district && draft.ruleKey === key && (draft.state === "draft" || draft.state === "in-check"))?.id ?? null,
        });
      }
    }
    return { drafts: drafts.map((draft) => summaryOf(city, draft)), released };
  });
}
