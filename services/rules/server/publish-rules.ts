import type { AppendAudit } from "#platform/audit/server";
import { inTransaction } from "#platform/db/server";
import { contentSha256 } from "#platform/release";
import { releaseVersion, type ReleaseParts } from "#platform/release/server";
import type { ClientBase, Pool } from "pg";
import type { PackRule } from "../pack/load-rules.ts";
import { ruleForm } from "../released-form.ts";
import { releasedRules, RULE_KIND, type ProveRule } from "./rule-archive.ts";
import { lockRule } from "./store.ts";

/** What became of a rule of the pack: released now, there already, or left out because officers have released since. */
export type PackRuleOutcome = { readonly district: string; readonly ruleKey: string; readonly kind: "published" | "there" | "differs"; readonly version: number };

/**
 * Keeps and signs the rules a pack brings for its city and its districts, each once. Once a person has released a rule, only people change it. Safe
 * from several servers at once, and again after one was killed.
 */
export async function publishRules(pool: Pool, city: string, brought: readonly PackRule[], { audit, prove, ...parts }: ReleaseParts & { readonly audit: AppendAudit; readonly prove: ProveRule }): Promise<readonly PackRuleOutcome[]> {
  // One order everywhere, so that two servers do not wait for each other.
  const placed = brought.map((rule) => ({ district: rule.district ?? city, rule })).toSorted((one, other) => (`${one.district} ${one.rule.key}` < `${other.district} ${other.rule.key}` ? -1 : 1));
  return inTransaction(pool, { districts: [...new Set([city, ...placed.map(({ district }) => district)])], actor: "server" }, async (tx) => {
    // All rules before anything is signed or audited.
    for (const { district, rule } of placed) await lockRule(tx, district, rule.key);
    const outcomes: PackRuleOutcome[] = [];
    for (const { district, rule } of placed) outcomes.push(await publish(tx, district, rule, prove, parts));
    for (const { district, ruleKey, version } of outcomes.filter(({ kind }) => kind === "published")) await audit(tx, { district, actor: "server", action: "rules.release-pack", object: `rule:${ruleKey}`, details: { version } });
    return outcomes;
  });
}

async function publish(tx: ClientBase, district: string, { key, content }: PackRule, prove: ProveRule, parts: ReleaseParts): Promise<PackRuleOutcome> {
  const released = await releasedRules(tx, district, key, prove);
  const wanted = contentSha256(content);
  const [newest] = released;
  // An older version that says the same is not in force any more.
  if (newest !== undefined && newest.content !== null && contentSha256(newest.content) === wanted) return { district, ruleKey: key, kind: "there", version: newest.release.version };
  const latest = released[0]?.release.version ?? 0;
  if (released.some(({ release }) => release.releasedBy !== "pack")) return { district, ruleKey: key, kind: "differs", version: latest };
  const version = latest + 1;
  await releaseVersion(tx, district, {
    kind: RULE_KIND, key, version, action: latest === 0 ? "release" : "amend", checkedBy: "pack", releasedBy: "pack", editCount: 0, note: "", content: (facts) => ruleForm(district, key, version, content, facts),
  }, parts);
  return { district, ruleKey: key, kind: "published", version };
}
