import { AGGREGATIONS, HIT_POLICIES } from "#engines/rules";
import { isoDate, key } from "#platform/pack";
import { z } from "zod";

/** Words in both languages; either may still be empty while somebody writes. */
const words = z.strictObject({ zh: z.string().max(2_000), en: z.string().max(2_000) });
const text = (max: number) => z.string().max(max);
/** `constructor` and the like are no names: programs take them for something else. */
const name = (max: number) => text(max).refine((given) => !(given in Object.prototype), "这个名字不能用|This name cannot be used|换一个名字|Choose another name");
const factName = name(200);
/** A fact as a case tells it. A day is written YYYY-MM-DD. */
const factValue = z.union([text(400), z.number(), z.boolean()]);

/** The table of the rules engine (`DecisionTable`), as it goes over the wire and into a release. Rows are bounded as the check is. */
export const tableSchema = z.strictObject({
  kind: z.literal("table"),
  id: text(200).nullable(),
  hitPolicy: z.enum(HIT_POLICIES),
  aggregation: z.enum(AGGREGATIONS).nullable(),
  inputs: z.array(z.strictObject({ id: text(200).nullable(), label: text(200).nullable(), expression: factName, typeRef: text(200).nullable(), allowed: text(4_000).nullable() })).max(40),
  outputs: z.array(z.strictObject({ id: text(200).nullable(), label: text(200).nullable(), name: text(200).nullable(), typeRef: text(200).nullable(), allowed: text(4_000).nullable(), fallback: text(1_000).nullable() })).max(10),
  annotations: z.array(text(200)).max(20),
  rules: z.array(z.strictObject({ id: name(200).nullable(), description: text(2_000).nullable(), tests: z.array(text(2_000)).max(40), outputs: z.array(text(2_000)).max(10), annotations: z.array(text(2_000)).max(20) })).max(5_000),
});

/** How a fact is asked for, and how its values are called. Values are named by their text, truths as `true` and `false`. */
const factWords = z.strictObject({ name: words, values: z.record(name(400), words) });

/** How a verdict is shown: in a colour and a shape, never the only sign. `bar`: a way that is in principle closed. */
export const OUTCOME_TONES = ["ok", "warn", "bar", "appr", "no"] as const;
/** A verdict of the table: the value of its first output, how it is called and shown. */
const outcome = z.strictObject({ value: text(200), name: words, tone: z.enum(OUTCOME_TONES) });

/** A case with the verdict it must get: an example is a test. */
const example = z.strictObject({ name: words, facts: z.record(factName, factValue), expect: text(200) });

/** A document that allows a row to be stricter than the level above (附批准文件). `row` is the row's id. */
const approval = z.strictObject({ row: text(200), document: text(400) });

/** A table of the level above that no Anxin releases: where it is stated, and when it was taken from there. */
const levelAbove = z.strictObject({ title: words, source: words, asOf: isoDate, table: tableSchema });

/**
 * A rule as officers change it and as it is released: the table, the words that explain it, the examples that test it. In force from
 * `effectiveFrom` to the day before `effectiveTo` (Asia/Shanghai dates; null: until further notice).
 */
export const ruleContent = z.strictObject({
  title: words,
  /** The notice whose clauses the rows carry out; rows name them in the annotation column `clause`. */
  notice: key.max(60),
  table: tableSchema,
  facts: z.record(factName, factWords),
  /** From free to strict; empty where the verdicts have no order. */
  outcomes: z.array(outcome).max(40),
  /** Why, by row id; `{fact}` stands for the value of a fact. */
  rows: z.record(name(200), words),
  /** The sentence for a row missed by one fact, with `{fact}`, `{value}` and `{asks}`. */
  near: words,
  examples: z.array(example).max(500),
  approvals: z.array(approval).max(500),
  above: levelAbove.nullable(),
  effectiveFrom: isoDate,
  effectiveTo: isoDate.nullable(),
});
/** A rule as officers change it and as it is released. */
export type RuleContent = z.output<typeof ruleContent>;
/** A verdict of a rule. */
export type RuleOutcome = RuleContent["outcomes"][number];
/** A case with the verdict it must get. */
export type RuleExample = RuleContent["examples"][number];
