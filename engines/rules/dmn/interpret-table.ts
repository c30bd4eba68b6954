import type { OutputColumn, Rule } from "../table/decision-table.ts";
import type { TableExpression } from "./dmn-model.ts";
import { feel, feelEqual, feelTest, type Note } from "./feel.ts";
import { type FeelContext, type FeelValue, isList } from "./feel-value.ts";
import { conform, type TypeScope } from "./types.ts";

/** What a row gives: a value for each column of results. */
type Hit = readonly FeelValue[];

/**
 * A decision table row by row, every cell through FEEL (DMN 1.5, 8.2). Slow and literal: the measure of the compiled tables, and the way
 * for tables that are not compiled.
 */
export function interpretTable(table: TableExpression, scope: FeelContext, types: TypeScope, note: Note): FeelValue {
  const inputs = table.inputs.map(({ expression, typeRef, allowed }) => {
    const { ok, value } = conform(feel(expression, scope, note, types), typeRef, types);
    if (!ok) note("fact-type", `${expression}: ${typeRef}`, expression);
    const isAllowed = value === null || allowed === null || feelTest(allowed, value, scope, note, types) === true;
    if (!isAllowed) note("value-not-allowed", allowed ?? "", expression);
    return { value, isAllowed };
  });
  // A value outside the input values is no value the table speaks of (8.2.3).
  if (inputs.some(({ isAllowed }) => !isAllowed)) return null;
  const hits = hitsOf(table, inputs.map(({ value }) => value), scope, types, note).map((rule) => resultsOf(rule, table.outputs, scope, types, note));
  return hits.length > 0 ? byPolicy(table, hits, scope, note) : withoutHit(table, scope, types, note);
}

/** The rows that hold. FIRST needs only one, the others all, if only to see that there is no second. */
function hitsOf({ rules, hitPolicy }: TableExpression, values: readonly FeelValue[], scope: FeelContext, types: TypeScope, note: Note): readonly Rule[] {
  const holds = ({ tests }: Rule): boolean => tests.every((test, column) => feelTest(test, values[column] ?? null, scope, note, types) === true);
  if (hitPolicy !== "first") return rules.filter(holds);
  const first = rules.find(holds);
  return first === undefined ? [] : [first];
}

function resultsOf(rule: Rule, outputs: readonly OutputColumn[], scope: FeelContext, types: TypeScope, note: Note): Hit {
  return outputs.map(({ typeRef }, column) => {
    const text = rule.outputs[column] ?? "";
    const { ok, value } = conform(text === "" ? null : feel(text, scope, note, types), typeRef, types);
    if (!ok) note("result-type", `${text}: ${typeRef}`, text);
    return value;
  });
}

/** One column gives its value, several a context by their names (8.2.10). */
function asValue(outputs: readonly OutputColumn[], hit: Hit): FeelValue {
  if (outputs.length === 1) return hit[0] ?? null;
  return Object.fromEntries(outputs.map(({ name }, column) => [name ?? String(column + 1), hit[column] ?? null]));
}

function byPolicy(table: TableExpression, hits: readonly Hit[], scope: FeelContext, note: Note): FeelValue {
  const values = hits.map((hit) => asValue(table.outputs, hit));
  const first = values[0] ?? null;
  switch (table.hitPolicy) {
    case "unique":
      if (values.length === 1) return first;
      note("several-hits", String(values.length));
      return null;
    case "any":
      if (values.every((value) => feelEqual(value, first))) return first;
      note("different-outputs", String(values.length));
      return null;
    case "first": return first;
    case "priority": return asValue(table.outputs, inOutputOrder(table.outputs, hits, scope, note)[0] ?? []);
    case "output-order": return inOutputOrder(table.outputs, hits, scope, note).map((hit) => asValue(table.outputs, hit));
    case "rule-order": return values;
    case "collect": return table.aggregation === null ? values : aggregated(table.aggregation, values, note);
  }
}

/** The order of the output values, from the first column on; what is not among them comes last (8.2.8). */
function inOutputOrder(outputs: readonly OutputColumn[], hits: readonly Hit[], scope: FeelContext, note: Note): readonly Hit[] {
  const orders = outputs.map(({ allowed }) => { const list = allowed === null ? null : feel(`[${allowed}]`, scope, note); return list !== null && isList(list) ? list : []; });
  const rank = (hit: Hit, column: number): number => {
    const order = orders[column] ?? [];
    const place = order.findIndex((value) => feelEqual(value, hit[column] ?? null));
    return place === -1 ? order.length : place;
  };
  return hits.toSorted((a, b) => {
    for (let column = 0; column < outputs.length; column += 1) {
      const difference = rank(a, column) - rank(b, column);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** `count` counts rows; the others take numbers, durations or words as FEEL's functions of those names do (8.2.11). */
function aggregated(aggregation: "sum" | "min" | "max" | "count", values: readonly FeelValue[], note: Note): FeelValue {
  if (aggregation === "count") return values.length;
  const answer = feel(`${aggregation}(values)`, { values }, note);
  if (answer === null) note("aggregation", aggregation);
  return answer;
}

/** No row holds: the default output entries, where there are some (8.2.9). */
function withoutHit(table: TableExpression, scope: FeelContext, types: TypeScope, note: Note): FeelValue {
  if (table.outputs.every(({ fallback }) => fallback === null)) return null;
  return asValue(table.outputs, table.outputs.map(({ fallback }) => (fallback === null ? null : feel(fallback, scope, note, types))));
}
