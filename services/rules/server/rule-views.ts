import type { City } from "#platform/pack";
import type { RuleSummary, RuleView } from "../draft/index.ts";
import type { OpenRule } from "./rule-desk.ts";
import type { RuleDraftSummary } from "./store.ts";

type Place = Pick<City, "code" | "name" | "districts">;

/** A draft as the desk's lists show it. */
export function summaryOf(city: Place, { district, id, ruleKey, title, state, revision, baseVersion, createdBy, createdAt, changedBy, changedAt, releasedVersion, sentBack }: RuleDraftSummary): RuleSummary {
  return { id, district, districtName: nameOf(city, district), ruleKey, title: { ...title }, state, revision, baseVersion, createdBy, createdAt: createdAt.toISOString(), changedBy, changedAt: changedAt.toISOString(), releasedVersion, sentBack };
}

/** A draft as it is opened; names are added where they are known. */
export function viewOf(city: Place, { draft, checked, clauses, milliseconds, at }: OpenRule): Omit<RuleView, "names"> {
  const { report, above, inForce, examples, faults } = checked;
  return {
    draft: summaryOf(city, { ...draft, title: draft.content.title, sentBack: draft.state === "draft" && draft.returns[0]?.revision === draft.revision }),
    content: draft.content, editors: [...draft.editors], clauses: clauses.map((choice) => ({ ...choice })), faults: faults.map((each) => ({ ...each })),
    report: { ...report, findings: [...report.findings], milliseconds, at: at.toISOString() }, above, inForce, examples: examples.map((each) => ({ ...each })),
    returns: draft.returns.map(({ reason, by, at: when }) => ({ reason, by, at: when.toISOString() })),
  };
}

/** The name of a district of the city, or of the city itself. */
export function nameOf(city: Place, district: string): { zh: string; en: string } {
  const { zh, en } = district === city.code ? city.name : city.districts.find(({ code }) => code === district)?.name ?? { zh: district, en: district };
  return { zh, en };
}
