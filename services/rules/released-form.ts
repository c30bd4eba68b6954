import type { SignedFacts } from "#platform/release";
import { z } from "zod";
import { ruleContent, type RuleContent } from "./draft/index.ts";

/** A rule as it is signed. `form` is raised when the fields change their meaning. */
export type RuleForm = { readonly form: 1; readonly kind: "rule"; readonly district: string; readonly key: string; readonly version: number; readonly content: RuleContent; readonly release: SignedFacts };

/** What is hashed and signed of a rule. */
export function ruleForm(district: string, key: string, version: number, content: RuleContent, release: SignedFacts): RuleForm {
  return { form: 1, kind: "rule", district, key, version, content, release };
}

/** The rule in signed bytes; null when they say something this program does not understand. */
export function readRuleForm(bytes: Uint8Array): RuleForm | null {
  try {
    const parsed = formSchema.safeParse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const formSchema = z.object({
  form: z.literal(1), kind: z.literal("rule"), district: z.string(), key: z.string(), version: z.int().positive(), content: ruleContent,
  release: z.object({ action: z.enum(["release", "amend", "withdraw"]), drill: z.boolean(), releasedAt: z.string(), policyAt: z.string() }),
});
