import { outputText, verdictOf } from "./edit-table.ts";
import type { RuleContent, RuleOutcome } from "./rule-content.ts";

/** The verdict with this value; undefined where it is not listed. */
export const outcomeOf = ({ outcomes }: Pick<RuleContent, "outcomes">, value: unknown): RuleOutcome | undefined => (value === null ? undefined : outcomes.find((each) => each.value === String(value)));

/** With a verdict changed; its value stays, as rows and examples know it by that. */
export const changeOutcome = (content: RuleContent, value: string, change: Partial<Omit<RuleOutcome, "value">>): RuleContent =>
  ({ ...content, outcomes: content.outcomes.map((each) => (each.value === value ? { ...each, ...change } : each)) });

/** With one verdict more, the strictest until it is moved. */
export function addOutcome(content: RuleContent, outcome: RuleOutcome): RuleContent {
  return outcomeOf(content, outcome.value) === undefined ? allowing({ ...content, outcomes: [...content.outcomes, outcome] }) : content;
}

/** One place freer (-1) or stricter (1). */
export function moveOutcome(content: RuleContent, value: string, by: -1 | 1): RuleContent {
  const at = content.outcomes.findIndex((each) => each.value === value);
  const [one, other] = [content.outcomes[at], content.outcomes[at + by]];
  return one === undefined || other === undefined ? content : allowing({ ...content, outcomes: content.outcomes.with(at, other).with(at + by, one) });
}

/** Is a verdict given by a row or expected by an example? Then it cannot be taken away. */
export const isUsed = ({ table, examples }: RuleContent, value: string): boolean => table.rules.some((row) => verdictOf(row) === value) || examples.some(({ expect }) => expect === value);

/** Without a verdict that nothing gives. */
export const deleteOutcome = (content: RuleContent, value: string): RuleContent => (isUsed(content, value) ? content : allowing({ ...content, outcomes: content.outcomes.filter((each) => each.value !== value) }));

/** Where the table lists the values of its result, the list says what the verdicts say; by priority, the strictest wins and stands first. */
function allowing(content: RuleContent): RuleContent {
  const { table, outcomes } = content;
  if (table.outputs[0]?.allowed == null) return content;
  const isRanked = table.hitPolicy === "priority" || table.hitPolicy === "output-order";
  const texts = outcomes.map(({ value }) => outputText(value, table));
  return { ...content, table: { ...table, outputs: table.outputs.map((output, at) => (at === 0 ? { ...output, allowed: (isRanked ? texts.toReversed() : texts).join(", ") } : output)) } };
}

/** With another way to settle which of several matching rows counts. By priority the verdicts' order is written down: the strictest wins. */
export function setHitPolicy(content: RuleContent, hitPolicy: RuleContent["table"]["hitPolicy"]): RuleContent {
  const { table } = content;
  const outputs = hitPolicy === "priority" ? table.outputs.map((output, at) => (at === 0 ? { ...output, allowed: output.allowed ?? "-" } : output)) : table.outputs;
  return allowing({ ...content, table: { ...table, hitPolicy, outputs, aggregation: hitPolicy === "collect" ? table.aggregation : null } });
}
