import type { BothWords, CompiledTable, DecisionTable, RuleVersion } from "#engines/rules";
import type { LocalText } from "#platform/i18n";

/** Whose word it is, from the highest down. */
export const RANKS = ["state", "region", "city", "district"] as const;
export type Rank = (typeof RANKS)[number];

/** How a verdict is shown; `bar`: a way that is in principle closed. */
export type VerdictTone = "ok" | "warn" | "bar" | "appr" | "no";
/** A verdict a rule can give. */
export type Verdict = { readonly value: string; readonly name: LocalText; readonly tone: VerdictTone };

/** What a version of a rule says in words. `notice`: key of the notice its rows carry out; null where rows rest on something else. */
export type RuleText = BothWords & {
  readonly title: LocalText;
  readonly notice: string | null;
  /** From free to strict. */
  readonly outcomes: readonly Verdict[];
  /** Documents that allow rows to be stricter than the level above. */
  readonly approvals: readonly { readonly row: string; readonly document: string }[];
};

/** A version of a rule as it was released, with its words; `text` null where it cannot be read or proved: then it withholds the answer. */
export type RuleEdition = RuleVersion & { readonly text: RuleText | null; readonly plain: DecisionTable | null };

/** Conditions a level asks of people on their way: a table that collects their names, and their words. */
export type Conditions = { readonly table: CompiledTable; readonly words: Readonly<Record<string, LocalText>> };

/** Somebody whose word counts in an answer. Silent where its table has no row. */
export type Authority = {
  readonly key: string;
  readonly rank: Rank;
  readonly name: LocalText;
  readonly title: LocalText;
  /** Where it is stated, for what is not in a notice of the city; null for rules whose rows name clauses. */
  readonly source: LocalText | null;
  /** Newest first or not: days and times of recording decide. Empty where the level says nothing of whether one may travel. */
  readonly editions: readonly RuleEdition[];
  readonly conditions: Conditions | null;
  /** Sentences that go with every answer while the level is in force. */
  readonly told: readonly LocalText[];
  /** Asia/Shanghai dates for what is not an edition: conditions and sentences. */
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  /** Since when it was known, as an instant (ISO 8601 UTC). */
  readonly recordedAt: string;
};

/** Was the level in force on this day (ISO date)? */
export const isInForce = ({ effectiveFrom, effectiveTo }: Pick<Authority, "effectiveFrom" | "effectiveTo">, on: string): boolean => effectiveFrom <= on && (effectiveTo === null || on < effectiveTo);
