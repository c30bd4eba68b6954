import { asks, choicesOf, tickedCell, cellOfTicks, type ColumnAsks } from "./cell-words.ts";
import type { RuleContent } from "./rule-content.ts";

/** A case: the value of each fact; null or absent where it may be anything. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;
type Words = RuleContent["title"];

/** What a new column may ask for. */
export const NEW_COLUMNS = ["choices", "yes-no", "number", "date"] as const satisfies readonly ColumnAsks[];
/** What a new column may ask for. */
export type NewColumn = (typeof NEW_COLUMNS)[number];
const TYPES: Readonly<Record<NewColumn, string>> = { choices: "string", "yes-no": "boolean", number: "number", date: "date" };

/** How a fact is called. */
export const nameFact = (content: RuleContent, fact: string, name: Words): RuleContent => withWords(content, fact, (words) => ({ ...words, name }));

/** How a value of a fact is called. */
export const nameValue = (content: RuleContent, fact: string, value: string, name: Words): RuleContent => withWords(content, fact, (words) => ({ ...words, values: { ...words.values, [value]: name } }));

/** May a new fact be called this in the table? A plain word that begins with a letter and is not there yet. */
export const isFreeFact = ({ table }: RuleContent, fact: string): boolean => /^\p{L}[\p{L}\p{N}_]*$/u.test(fact) && !RESERVED.has(fact) && isPlainName(fact) && table.inputs.every(({ expression }) => expression !== fact);

/** `constructor` and the like are no names: programs take them for something else. */
export const isPlainName = (name: string): boolean => name !== "" && !(name in Object.prototype);

const RESERVED = new Set(["and", "or", "not", "true", "false", "null", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "between", "instance", "of", "function"]);

/** With a column more; its cells ask for nothing yet. Choices begin with the values given. */
export function addColumn(content: RuleContent, { fact, kind, name, values }: { readonly fact: string; readonly kind: NewColumn; readonly name: Words; readonly values: readonly string[] }): RuleContent {
  const { table } = content;
  const allowed = kind === "choices" ? values.map((value) => JSON.stringify(value)).join(", ") : null;
  return {
    ...content, facts: { ...content.facts, [fact]: { name, values: Object.fromEntries(kind === "choices" ? values.map((value) => [value, { zh: value, en: "" }]) : []) } },
    table: { ...table, inputs: [...table.inputs, { id: null, label: name.zh, expression: fact, typeRef: TYPES[kind], allowed }], rules: table.rules.map((row) => ({ ...row, tests: [...table.inputs.map((_, at) => row.tests[at] ?? "-"), "-"] })) },
  };
}

/** Without a column, its words, and what examples say of it. */
export function deleteColumn(content: RuleContent, fact: string): RuleContent {
  const { table } = content;
  const at = table.inputs.findIndex(({ expression }) => expression === fact);
  if (at < 0) return content;
  return {
    ...content, facts: without(content.facts, fact), examples: content.examples.map((example) => ({ ...example, facts: without(example.facts, fact) })),
    table: { ...table, inputs: table.inputs.toSpliced(at, 1), rules: table.rules.map((row) => ({ ...row, tests: row.tests.toSpliced(at, 1) })) },
  };
}

/** With one value more to choose. Its text is part of the table, its name what people read. */
export function addValue(content: RuleContent, fact: string, value: string, name: Words): RuleContent {
  const column = content.table.inputs.find(({ expression }) => expression === fact);
  if (column === undefined || asks(column) !== "choices" || !isPlainName(value) || choicesOf(column).some((each) => each.value === value)) return content;
  return nameValue(withAllowed(content, fact, [...choicesOf(column).map(({ text }) => text), JSON.stringify(value)]), fact, value, name);
}

/** Which rows name a value of a fact, and which would be left with nothing else: those ask for other values first. */
export function rowsNaming({ table }: RuleContent, fact: string, text: string): readonly { readonly at: number; readonly only: boolean }[] {
  const column = table.inputs.findIndex(({ expression }) => expression === fact);
  const asked = table.inputs[column];
  return asked === undefined ? [] : table.rules.flatMap((row, at) => {
    const ticked = tickedCell(row.tests[column] ?? "-", asked);
    return ticked?.texts.includes(text) === true ? [{ at, only: !ticked.except && ticked.texts.length === 1 }] : [];
  });
}

/** Without one of the values: rows that name it among others name the others still. Unchanged while a row names it alone. */
export function deleteValue(content: RuleContent, fact: string, text: string): RuleContent {
  const at = content.table.inputs.findIndex(({ expression }) => expression === fact);
  const column = content.table.inputs[at];
  const gone = column === undefined ? undefined : choicesOf(column).find((each) => each.text === text);
  if (column === undefined || gone === undefined || rowsNaming(content, fact, text).some(({ only }) => only)) return content;
  const rules = content.table.rules.map((row) => {
    const ticked = tickedCell(row.tests[at] ?? "-", column);
    return ticked === null ? row : { ...row, tests: row.tests.with(at, cellOfTicks({ ...ticked, texts: ticked.texts.filter((each) => each !== text) }, column)) };
  });
  const left = withAllowed({ ...content, table: { ...content.table, rules } }, fact, choicesOf(column).map((each) => each.text).filter((each) => each !== text));
  return withWords(left, fact, (words) => ({ ...words, values: without(words.values, String(gone.value)) }));
}

const withAllowed = (content: RuleContent, fact: string, texts: readonly string[]): RuleContent =>
  ({ ...content, table: { ...content.table, inputs: content.table.inputs.map((column) => (column.expression === fact ? { ...column, allowed: texts.join(", ") } : column)) } });

function withWords(content: RuleContent, fact: string, change: (words: RuleContent["facts"][string]) => RuleContent["facts"][string]): RuleContent {
  return { ...content, facts: { ...content.facts, [fact]: change(content.facts[fact] ?? { name: { zh: "", en: "" }, values: {} }) } };
}

const without = <Value>(record: Readonly<Record<string, Value>>, name: string): Record<string, Value> => Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
