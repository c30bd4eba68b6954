import type { RuleVersion } from "#engines/rules";
import type { Released } from "#platform/release";
import { releasedBytes, releasesOf } from "#platform/release/server";
import type { ClientBase } from "pg";
import { compileRule, type RuleContent } from "../draft/index.ts";
import { readRuleForm } from "../released-form.ts";

/** The kind under which rules are released. */
export const RULE_KIND = "rule";

/** A released version as it was signed; `content` null when it was changed behind our back, or a newer program wrote it. */
export type ReleasedRule = { readonly release: Released; readonly content: RuleContent | null };

/** Proves that the bytes were signed by the city's key for rules. */
export type ProveRule = (release: Released, bytes: Uint8Array) => Promise<boolean>;

/** Every released version of a rule in a district, newest first, each proved by its signature. */
export async function releasedRules(tx: ClientBase, district: string, ruleKey: string, prove: ProveRule): Promise<readonly ReleasedRule[]> {
  const [releases, bytes] = [await releasesOf(tx, district, RULE_KIND, ruleKey), await releasedBytes(tx, district, RULE_KIND, ruleKey)];
  return Promise.all(releases.map(async (release): Promise<ReleasedRule> => {
    const kept = bytes.get(release.version);
    const form = kept === undefined || !await prove(release, kept) ? null : readRuleForm(kept);
    const isThis = form !== null && form.district === district && form.key === ruleKey && form.version === release.version;
    return { release, content: isThis ? form.content : null };
  }));
}

/** The version the next one follows; null when none was released. Throws nothing: an unreadable one has no content. */
export const latestRule = async (tx: ClientBase, district: string, ruleKey: string, prove: ProveRule): Promise<ReleasedRule | null> =>
  (await releasedRules(tx, district, ruleKey, prove))[0] ?? null;

/**
 * The versions as `decideAt` takes them. Recorded at the policy clock's time: in a drill "what was known that day" is asked of the drill's
 * days. Versions that cannot be read are left out, so that nobody is answered by them.
 */
export function ruleVersions(rules: readonly ReleasedRule[]): readonly RuleVersion[] {
  return rules.flatMap(({ release, content }) => (content === null ? [] : [{
    version: release.version, effectiveFrom: content.effectiveFrom, effectiveTo: content.effectiveTo, recordedAt: release.policyAt, table: compileRule(content.table),
  }]));
}
