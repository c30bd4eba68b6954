import { rowName } from "./edit-table.ts";
import type { RuleContent } from "./rule-content.ts";

/** Both officers changed this, differently; `path` is its place in the rule: `rows`, `1-03`, `tests`, `age`. */
export type RuleConflict = { readonly path: readonly string[]; readonly mine: unknown; readonly theirs: unknown };

/**
 * Two officers changed the same rule: everything either of them changed since `base` is kept. Where both changed the same thing
 * differently, theirs (saved already) stands and the conflict is told with both. Rows are known by their name, columns by their fact,
 * verdicts by their value, examples by their place, documents by their row; the order of rows is one thing.
 */
export function mergeRules(base: RuleContent, mine: RuleContent, theirs: RuleContent): { readonly merged: RuleContent; readonly conflicts: readonly RuleConflict[] } {
  const conflicts: RuleConflict[] = [];
  return { merged: fromNames(merge(toNames(base), toNames(mine), toNames(theirs), [], conflicts), theirs), conflicts };
}

/** What one officer wrote since `base`, piece by piece; `theirs` is what stood there before. */
export function ruleEdits(base: RuleContent, mine: RuleContent): RuleConflict[] {
  const edits: RuleConflict[] = [];
  collect(toNames(base), toNames(mine), [], edits);
  return edits;
}

/** The rule with this put at a place that `mergeRules` told of. */
export const withRuleValue = (content: RuleContent, path: readonly string[], value: unknown): RuleContent => fromNames(putAt(toNames(content), path, value), content);

type Named = Readonly<Record<string, unknown>>;

/** Lists as records by name, each with the order of its names beside it, so that a change of one member is a change of nothing else. */
function toNames({ table, outcomes, examples, approvals, ...rest }: RuleContent): Named {
  const { inputs, outputs, annotations, rules, ...how } = table;
  const rows = rules.map((rule, at): [string, Named] => [rowName(rule, at), {
    id: rule.id, description: rule.description, outputs: rule.outputs,
    tests: Object.fromEntries(inputs.map(({ expression }, column) => [expression, rule.tests[column] ?? "-"])), notes: Object.fromEntries(annotations.map((name, column) => [name, rule.annotations[column] ?? ""])),
  }]);
  return {
    ...rest, how, outputs, annotations,
    table: Object.fromEntries(rows), order: { table: rows.map(([name]) => name), columns: inputs.map(({ expression }) => expression), outcomes: outcomes.map(({ value }) => value) },
    columns: Object.fromEntries(inputs.map((column) => [column.expression, column])), outcomes: Object.fromEntries(outcomes.map((outcome) => [outcome.value, outcome])),
    examples: examples.length === 0 ? {} : Object.fromEntries(examples.map((example, at) => [exampleName(examples, at), example])),
    approvals: Object.fromEntries(approvals.map(({ row, document }) => [row, document])),
  };
}

/** Examples go by what they are called, those called alike by their number besides. */
function exampleName(examples: RuleContent["examples"], at: number): string {
  const { zh = "" } = examples[at]?.name ?? {};
  const before = examples.slice(0, at).filter(({ name }) => name.zh === zh).length;
  return before === 0 ? zh : `${zh} ${before + 1}`;
}

function fromNames(named: Named, like: RuleContent): RuleContent {
  const { how, outputs, annotations, table, columns, order, outcomes, examples, approvals, ...rest } = named as {
    readonly how: Pick<RuleContent["table"], "kind" | "id" | "hitPolicy" | "aggregation">; readonly outputs: RuleContent["table"]["outputs"]; readonly annotations: string[];
    readonly table: Record<string, { readonly id: string | null; readonly description: string | null; readonly outputs: string[]; readonly tests: Record<string, string>; readonly notes: Record<string, string> }>;
    readonly columns: Record<string, RuleContent["table"]["inputs"][number]>; readonly order: Readonly<Record<"table" | "columns" | "outcomes", readonly string[]>>;
    readonly outcomes: Record<string, RuleContent["outcomes"][number]>; readonly examples: Record<string, RuleContent["examples"][number]>; readonly approvals: Record<string, string>;
  };
  const listed = <Item>(record: Readonly<Record<string, Item>>, names: readonly string[]): Item[] => [...new Set([...names, ...Object.keys(record)])].flatMap((name) => { const item = record[name]; return item === undefined ? [] : [item]; });
  const inputs = listed(columns, order.columns);
  return {
    ...like, ...rest as Partial<RuleContent>, outcomes: listed(outcomes, order.outcomes), examples: Object.values(examples).filter((example) => example !== undefined),
    approvals: Object.entries(approvals).flatMap(([row, document]) => (document === undefined ? [] : [{ row, document }])),
    table: { ...how, inputs, outputs, annotations, rules: listed(table, order.table).map(({ id, description, outputs: results, tests, notes }) => ({ id, description, tests: inputs.map(({ expression }) => tests[expression] ?? "-"), outputs: results, annotations: annotations.map((name) => notes[name] ?? "") })) },
  };
}

function merge(base: Named, mine: Named, theirs: Named, path: readonly string[], conflicts: RuleConflict[]): Named {
  // In their order; what only I added comes last.
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  return Object.fromEntries(names.map((name) => [name, mergeValue(base[name], mine[name], theirs[name], [...path, name], conflicts)] as const).filter(([, value]) => value !== undefined));
}

function mergeValue(base: unknown, mine: unknown, theirs: unknown, path: readonly string[], conflicts: RuleConflict[]): unknown {
  if (same(mine, theirs) || same(mine, base)) return theirs;
  if (same(theirs, base)) return mine;
  if (isNamed(mine) && isNamed(theirs) && (isNamed(base) || base === undefined)) return merge(base ?? {}, mine, theirs, path, conflicts);
  if (path[0] === "order") return mergeOrder(list(base), list(mine), list(theirs), path, conflicts);
  conflicts.push({ path, mine, theirs });
  return theirs;
}

/** Their order with my new names behind those they stood behind; mine where only I moved any. Both moved: theirs, and it is told. */
function mergeOrder(base: readonly string[], mine: readonly string[], theirs: readonly string[], path: readonly string[], conflicts: RuleConflict[]): string[] {
  const kept = base.filter((name) => mine.includes(name) && theirs.includes(name));
  const moved = (order: readonly string[]): boolean => !same(order.filter((name) => kept.includes(name)), kept);
  if (moved(mine) && moved(theirs)) conflicts.push({ path, mine, theirs });
  const [first, second] = moved(mine) && !moved(theirs) ? [mine, theirs] : [theirs, mine];
  const merged = first.filter((name) => second.includes(name) || !base.includes(name));
  for (const [at, name] of second.entries()) {
    if (merged.includes(name) || base.includes(name)) continue;
    const before = second.slice(0, at).findLast((each) => merged.includes(each));
    merged.splice(before === undefined ? 0 : merged.indexOf(before) + 1, 0, name);
  }
  return merged;
}

function collect(was: unknown, mine: unknown, path: readonly string[], edits: RuleConflict[]): void {
  if (same(was, mine)) return;
  if (isNamed(was) && isNamed(mine)) for (const name of new Set([...Object.keys(was), ...Object.keys(mine)])) collect(was[name], mine[name], [...path, name], edits);
  else edits.push({ path, mine, theirs: was });
}

function putAt(whole: unknown, [name, ...rest]: readonly string[], value: unknown): Named {
  const inner = isNamed(whole) ? whole : {};
  return name === undefined ? inner : { ...inner, [name]: rest.length === 0 ? value : putAt(inner[name], rest, value) };
}

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);
const isNamed = (value: unknown): value is Named => typeof value === "object" && value !== null && !Array.isArray(value);
const same = (one: unknown, other: unknown): boolean => text(one) === text(other);

/** Equal values have equal texts, whatever the order of their members. */
function text(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isNamed(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1))) : inner)) ?? "";
}
