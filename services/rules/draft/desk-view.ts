import { key } from "#platform/pack";
import { RELEASE_STATES } from "#platform/release";
import { z } from "zod";
import { ruleContent } from "./rule-content.ts";

/** What the desk's screens and the server say to each other about rules: one source for both. */
const localText = z.object({ zh: z.string(), en: z.string() });
const iso = z.string();
const names = z.record(z.string(), z.string());
const value: z.ZodType<Scalar> = z.union([z.string(), z.number(), z.boolean(), z.null()]);
type Scalar = string | number | boolean | null;
const facts = z.record(z.string(), value);
const commandKey = z.string().min(8).max(100);
const division = z.string().regex(/^[1-9]\d{5}$/, "division-code");

/** A draft of a rule in a list. */
export const ruleSummary = z.object({
  id: z.string(), district: z.string(), districtName: localText, ruleKey: z.string(), title: localText, state: z.enum(RELEASE_STATES), revision: z.number(), baseVersion: z.number().nullable(),
  createdBy: z.string(), createdAt: iso, changedBy: z.string(), changedAt: iso, releasedVersion: z.number().nullable(), sentBack: z.boolean(),
});
/** A draft of a rule in a list. */
export type RuleSummary = z.output<typeof ruleSummary>;

/** A rule in force, or to be. */
const released = z.object({ district: z.string(), districtName: localText, ruleKey: z.string(), version: z.number(), title: localText, rows: z.number(), effectiveFrom: iso, effectiveTo: iso.nullable(), recordedAt: iso, drill: z.boolean(), draftId: z.string().nullable() });

/** What the caller may see: drafts of their districts, rules of their districts and of the city. `editable`: districts they may begin a draft for. */
export const ruleList = z.object({ drafts: z.array(ruleSummary), released: z.array(released), editable: z.array(z.object({ code: z.string(), name: localText })), notices: z.array(z.object({ key: z.string(), title: localText })), names });
/** Drafts and rules in force, as far as the caller may see. */
export type RuleList = z.output<typeof ruleList>;

/** A fault that keeps a rule from being handed in. `field`: the part of the content (`rows.1-03`, `examples[2]`, `effectiveFrom`). */
const fault = z.object({ field: z.string(), problem: localText, remedy: localText });

const finding = z.object({
  kind: z.enum(["gap", "conflict", "unreachable", "masked", "redundant", "outside-domain", "type-clash", "not-checkable", "too-large"]),
  /** Rows' ids. */
  rows: z.array(z.string()), column: z.number().nullable(), text: z.string().nullable(), cases: z.number(), example: facts.nullable(),
});
const difference = z.object({
  kind: z.enum(["stricter", "looser", "silent", "added", "incomparable"]), lowerRow: z.string().nullable(), upperRow: z.string().nullable(), lower: value, upper: value, cases: z.number(), example: facts,
  /** Keys of the clauses behind the upper row. */
  upperClauses: z.array(z.string()),
  /** The document that allows it; null when there is none. */
  document: z.string().nullable(),
});
const comparison = z.object({ differences: z.array(difference), cases: z.number(), proved: z.number(), same: z.number(), unlike: z.array(z.string()), complete: z.boolean() });
const fact = z.object({ fact: z.string(), value });

/** A case decided, with its reasons in words. `value` null with `needs` (facts to ask) or `error` (why there is no verdict). */
export const triedCase = z.object({
  value, needs: z.array(z.string()), error: z.object({ code: z.string(), fact: z.string().nullable(), rows: z.array(z.string()) }).nullable(),
  rows: z.array(z.string()), clauses: z.array(z.string()), used: z.array(fact), reasons: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }), almosts: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
});
/** A case decided, with its reasons in words. */
export type TriedCase = z.output<typeof triedCase>;

/** A draft as it is opened: content, check report, comparison, examples, what is still open. */
export const ruleView = z.object({
  draft: ruleSummary, content: ruleContent, editors: z.array(z.string()), names,
  report: z.object({ cases: z.number(), proved: z.number(), good: z.number(), complete: z.boolean(), findings: z.array(finding), milliseconds: z.number(), at: iso }),
  /** With the level above; null when there is none. */
  above: z.object({ title: localText, source: localText, comparison }).nullable(),
  /** With the version in force: whose answers change; null for a new rule. */
  inForce: z.object({ version: z.number(), effectiveFrom: iso, comparison }).nullable(),
  examples: z.array(z.object({ passed: z.boolean(), got: triedCase })),
  /** What rows can be bound to: clauses and duties of the notice, by key. */
  clauses: z.array(z.object({ key: z.string(), number: z.string().nullable(), words: localText, path: z.string() })),
  faults: z.array(fault),
  returns: z.array(z.object({ reason: z.string(), by: z.string(), at: iso })),
});
/** A draft as it is opened. */
export type RuleView = z.output<typeof ruleView>;
/** What a row can be bound to: a clause of the notice or one of its duties. `path` is its public address. */
export type ClauseChoice = RuleView["clauses"][number];
/** What keeps a rule from being handed in. */
export type RuleFault = RuleView["faults"][number];
/** What a check of the whole table found. */
export type RuleFinding = RuleView["report"]["findings"][number];
/** How two levels, or two versions, answer differently. */
export type RuleComparison = z.output<typeof comparison>;
/** One pair of rows that answer differently. */
export type RuleDifference = z.output<typeof difference>;

/** Begins a draft: of the rule in force in that district, or, where there is none yet, of the city's; `from`: of a new rule out of a file of DMN. The same command makes one draft. */
export const beginBody = z.strictObject({
  district: division, ruleKey: key.max(60), commandKey,
  from: z.strictObject({ notice: key.max(60), dmn: z.string().min(1).max(4_000_000), decision: z.string().max(200).nullable() }).nullable(),
});
/** What the draft is to say now; `revision` is the state it was changed from. */
export const saveBody = z.strictObject({ revision: z.int().positive(), content: ruleContent });
/** Hands in, takes back or discards. */
export const moveBody = z.strictObject({ revision: z.int().positive() });
/** Sends a draft back to whoever changed it; they read the reason. */
export const sendBackBody = z.strictObject({ revision: z.int().positive(), reason: z.string().trim().min(1, "没有写退回的原因|The reason is missing|写上要改什么|Write what is to be changed").max(1_000) });
/** Releases; sent again under the same key it releases nothing again. */
export const releaseBody = z.strictObject({ revision: z.int().positive(), commandKey, note: z.string().max(500) });
/** What was released. */
export const releasedView = z.object({ version: z.number(), sha256: z.string(), effectiveFrom: iso, releasedAt: iso });
/** One person's case, tried on the draft; nothing is kept. Facts not yet known are left out. */
export const tryBody = z.strictObject({ facts: z.record(z.string().max(200), z.union([z.string().max(400), z.number(), z.boolean()])) });
/** A file of DMN 1.1 to 1.5; `decision` names one of its tables, where there are several. */
export const importBody = z.strictObject({ revision: z.int().positive(), dmn: z.string().min(1).max(4_000_000), decision: z.string().max(200).nullable() });
/** Which draft an address means. */
export const ruleDraftId = z.object({ id: z.uuid() });
