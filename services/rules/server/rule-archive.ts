import { versionAt, type RuleVersion } from "#engines/rules";
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
 * The versions that are in force on some day of a rule's time, as far as is known, the one of its first day first. One that cannot be read is among them
 * whenever it was recorded last: what it says is not known.
 */
export function versionsDuring(rules: readonly ReleasedRule[], { effectiveFrom, effectiveTo }: Pick<RuleContent, "effectiveFrom" | "effectiveTo">, known: string): readonly ReleasedRule[] {
  const dated = rules.map(({ release, content }) => ({ version: release.version, effectiveFrom: content?.effectiveFrom ?? "0001-01-01", effectiveTo: content?.effectiveTo ?? null, recordedAt: release.policyAt, table: null }));
  const days = [effectiveFrom, ...dated.flatMap((each) => [each.effectiveFrom, each.effectiveTo ?? effectiveFrom]).filter((day) => day > effectiveFrom && (effectiveTo === null || day < effectiveTo)).toSorted()];
  const found = new Set(days.flatMap((on) => versionAt(dated, { on, known })?.version ?? []));
  return [...found].flatMap((version) => rules.find(({ release }) => release.version === version) ?? []);
}

/**
 * The versions as `decideAt` takes them. Recorded at the policy clock's time: in a drill "what was known that day" is asked of the drill's
 * days. A version that cannot be read stands for every day from when it was recorded, and withholds the answer: no older one may give it.
 */
export function ruleVersions(rules: readonly ReleasedRule[]): readonly RuleVersion[] {
  return rules.map(({ release, content }) => ({
    version: release.version, effectiveFrom: content?.effectiveFrom ?? "0001-01-01", effectiveTo: content?.effectiveTo ?? null, recordedAt: release.policyAt, table: content === null ? null : compileRule(content.table),
  }));
}
