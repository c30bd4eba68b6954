import { type Literal, literalText, literalValue, parseLiteral, parseUnaryTests, type Test } from "#engines/rules";
import { inLanguage, messages, type Language } from "#platform/i18n";
import type { RuleContent } from "./rule-content.ts";

type Column = RuleContent["table"]["inputs"][number];
type FactWords = RuleContent["facts"][string];
/** What a column asks for: one of named values, yes or no, a number, a day, or any text. */
export type ColumnAsks = "choices" | "yes-no" | "number" | "date" | "text";
/** A value a column names: as FEEL writes it, and as cases tell it. */
export type Choice = { readonly text: string; readonly value: string | number | boolean };

/** The values a column lists, in their order; empty where it lists none. */
export function choicesOf({ typeRef, allowed }: Column): readonly Choice[] {
  const tests = parseUnaryTests(allowed ?? "-");
  const listed = tests.kind === "some" && !tests.negated ? tests.tests.flatMap((test) => (test.kind === "equals" ? [test.literal] : [])) : [];
  if (tests.kind === "some" && listed.length === tests.tests.length) return listed.map(choice);
  return allowed === null && typeRef === "boolean" ? [choice({ kind: "boolean", value: true }), choice({ kind: "boolean", value: false })] : [];
}

const choice = (literal: Literal): Choice => ({ text: literalText(literal), value: literalValue(literal) });

/** What the column asks for. */
export function asks(column: Column): ColumnAsks {
  if (column.typeRef === "boolean") return "yes-no";
  if (choicesOf(column).length > 0) return "choices";
  return column.typeRef === "number" || column.typeRef === "date" ? column.typeRef : "text";
}

/** A cell as boxes to tick: any value, or those named; `except`: all but those named. */
export type TickedCell = { readonly any: boolean; readonly except: boolean; readonly texts: readonly string[] };

/** The cell as boxes to tick; null where it says something that boxes cannot (a range, a calculation, a value the column does not list). */
export function tickedCell(cell: string, column: Column): TickedCell | null {
  const tests = parseUnaryTests(cell);
  if (tests.kind === "any") return { any: true, except: false, texts: [] };
  if (tests.kind === "unread") return null;
  const listed = new Set(choicesOf(column).map(({ text }) => text));
  const texts = tests.tests.map((test) => (test.kind === "equals" ? literalText(test.literal) : null));
  return texts.every((text) => text !== null && listed.has(text)) ? { any: false, except: tests.negated, texts: texts.filter((text) => text !== null) } : null;
}

/** The cell that these boxes say, with its values in the column's order. With no value ticked it asks for nothing. */
export function cellOfTicks({ any, except, texts }: TickedCell, column: Column): string {
  const ticked = choicesOf(column).filter(({ text }) => texts.includes(text)).map(({ text }) => text).join(", ");
  if (any || ticked === "") return "-";
  return except ? `not(${ticked})` : ticked;
}

/** The cell that lets through exactly this value of a case; null lets through any. */
export function cellOfValue(value: string | number | boolean | null, column: Column): string {
  if (value === null) return "-";
  const listed = choicesOf(column).find((each) => each.value === value);
  if (listed !== undefined) return listed.text;
  if (typeof value !== "string") return String(value);
  if (column.typeRef === "date") return `date("${value}")`;
  return column.typeRef === "number" && parseLiteral(value)?.kind === "number" ? value : JSON.stringify(value);
}

/** Can the check judge this cell, or does it have to be worked out each time? */
export const isReadable = (cell: string): boolean => parseUnaryTests(cell).kind !== "unread";

/** A cell as people read it: `任意`, `中、高`, `除师生外`, `60 及以上`; a cell that is worked out as FEEL writes it. */
export function cellInWords(cell: string, facts: FactWords | undefined, language: Language): string {
  const say = words(language);
  const tests = parseUnaryTests(cell);
  if (tests.kind === "any") return say.any;
  if (tests.kind === "unread") return tests.text;
  const listed = tests.tests.map((test) => testInWords(test, facts, language)).join(say.comma);
  return tests.negated ? say.except(listed) : listed;
}

/** The value of a fact as people read it; null: any. */
export function valueInWords(value: string | number | boolean | null, facts: FactWords | undefined, language: Language): string {
  const say = words(language);
  if (value === null) return say.any;
  const named = facts?.values[String(value)];
  if (named !== undefined && inLanguage(named, language) !== "") return inLanguage(named, language);
  if (typeof value === "boolean") return value ? say.yes : say.no;
  return /^…+$/u.test(String(value)) ? say.other : String(value);
}

/** How a fact is called. */
export function factInWords(expression: string, content: Pick<RuleContent, "facts">, language: Language): string {
  const named = content.facts[expression]?.name;
  return named === undefined || inLanguage(named, language) === "" ? expression : inLanguage(named, language);
}

/** A case as people read it, fact by fact in the table's order, without those that may be anything. */
export function caseInWords(example: Readonly<Record<string, string | number | boolean | null>>, content: Pick<RuleContent, "facts" | "table">, language: Language): string {
  const say = words(language);
  const order = [...new Set([...content.table.inputs.map(({ expression }) => expression), ...Object.keys(example)])];
  const told = order.flatMap((fact) => { const value = example[fact] ?? null; return value === null ? [] : [say.fact(factInWords(fact, content, language), valueInWords(value, content.facts[fact], language))]; });
  return told.length === 0 ? say.anyCase : told.join(say.semicolon);
}

function testInWords(test: Test, facts: FactWords | undefined, language: Language): string {
  const say = words(language);
  if (test.kind === "equals") return valueInWords(literalValue(test.literal), facts, language);
  const bound = (end: NonNullable<typeof test.low>): string => String(literalValue({ kind: test.of, order: end.order }));
  const { low, high } = test;
  const isDay = test.of === "date";
  const from = low === null ? null : (isDay ? (low.closed ? say.since : say.after) : low.closed ? say.from : say.above)(bound(low));
  const to = high === null ? null : (isDay ? (high.closed ? say.until : say.before) : high.closed ? say.upTo : say.below)(bound(high));
  return from === null || to === null ? from ?? to ?? say.any : say.between(from, to);
}

const words = messages({
  any: { zh: "任意", en: "Any" }, other: { zh: "别的", en: "Anything else" }, anyCase: { zh: "任何情况", en: "Any case" }, yes: { zh: "是", en: "Yes" }, no: { zh: "不是", en: "No" },
  comma: { zh: "、", en: ", " }, semicolon: { zh: "；", en: "; " },
  except: (listed: string) => ({ zh: `除${listed}外`, en: `All but ${listed}` }),
  fact: (name: string, value: string) => ({ zh: `${name}：${value}`, en: `${name}: ${value}` }),
  from: (bound: string) => ({ zh: `${bound} 及以上`, en: `${bound} or more` }), above: (bound: string) => ({ zh: `超过 ${bound}`, en: `more than ${bound}` }),
  upTo: (bound: string) => ({ zh: `${bound} 及以下`, en: `${bound} or less` }), below: (bound: string) => ({ zh: `不到 ${bound}`, en: `less than ${bound}` }),
  since: (day: string) => ({ zh: `${day} 起`, en: `from ${day}` }), after: (day: string) => ({ zh: `${day} 以后`, en: `after ${day}` }),
  until: (day: string) => ({ zh: `到 ${day} 为止`, en: `until ${day}` }), before: (day: string) => ({ zh: `${day} 以前`, en: `before ${day}` }),
  between: (low: string, high: string) => ({ zh: `${low}，${high}`, en: `${low} and ${high}` }),
});
