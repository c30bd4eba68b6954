import { type Facts } from "./edit-columns.ts";
import { cellOfValue } from "./cell-words.ts";
import type { RuleContent } from "./rule-content.ts";

type Table = RuleContent["table"];
type Row = Table["rules"][number];

/** The annotation column that binds rows to clauses; the engine reads the same. */
const CLAUSE = "clause";

/** The name of a row: its id, or its number where a file gave none. */
export const rowName = (row: Pick<Row, "id">, at: number): string => row.id ?? String(at + 1);

/** Where the row of this name stands; -1 when there is none. */
export const rowAt = ({ rules }: Table, name: string): number => rules.findIndex((row, at) => rowName(row, at) === name);

/** The row with one of its conditions changed. */
export const setCell = (content: RuleContent, name: string, column: number, cell: string): RuleContent =>
  withRow(content, name, (row) => ({ ...row, tests: content.table.inputs.map((_, at) => (at === column ? cell : row.tests[at] ?? "-")) }));

/** The row with another result, as FEEL writes it. */
export const setOutput = (content: RuleContent, name: string, output: number, text: string): RuleContent =>
  withRow(content, name, (row) => ({ ...row, outputs: content.table.outputs.map((_, at) => (at === output ? text : row.outputs[at] ?? "")) }));

/** The row with another verdict. */
export const setVerdict = (content: RuleContent, name: string, value: string): RuleContent => setOutput(content, name, 0, outputText(value, content.table));

/** A verdict as FEEL writes it; nothing for none. */
export function outputText(value: string, { outputs }: Table): string {
  const typeRef = outputs[0]?.typeRef ?? "string";
  return value === "" || typeRef === "number" || typeRef === "boolean" ? value : JSON.stringify(value);
}

/** The verdict a row gives; null where it has to be worked out, `` where it gives none. */
export function verdictOf(row: Pick<Row, "outputs">): string | null {
  const text = row.outputs[0]?.trim() ?? "";
  if (text === "" || text === "-" || text === "null") return "";
  if (/^(?:true|false|-?\d+(?:\.\d+)?)$/u.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : null;
  } catch { return null; }
}

/** The keys of the clauses a row carries out. */
export const clausesOfRow = ({ annotations }: Table, row: Pick<Row, "annotations">): string[] =>
  annotations.flatMap((name, at) => (name === CLAUSE ? (row.annotations[at] ?? "").split(/[,，、\s]+/u).filter((key) => key !== "") : []));

/** The row bound to these clauses; the table gets its column for them when it has none. */
export function setClauses(content: RuleContent, name: string, keys: readonly string[]): RuleContent {
  const { table } = content;
  const first = table.annotations.indexOf(CLAUSE);
  if (first < 0) return setClauses({ ...content, table: { ...table, annotations: [...table.annotations, CLAUSE], rules: table.rules.map((row) => ({ ...row, annotations: [...padded(row.annotations, table.annotations.length), ""] })) } }, name, keys);
  return withRow(content, name, (row) => ({ ...row, annotations: table.annotations.map((each, at) => (at === first ? keys.join(", ") : each === CLAUSE ? "" : row.annotations[at] ?? "")) }));
}

/** Why the row answers so. */
export const setReason = (content: RuleContent, name: string, reason: RuleContent["rows"][string]): RuleContent => ({ ...content, rows: { ...content.rows, [name]: reason } });

/** The row one place up (-1) or down (1); the same content at the end of the table. */
export function moveRow(content: RuleContent, name: string, by: -1 | 1): RuleContent {
  const named = withNames(content);
  const { rules } = named.table;
  const at = rowAt(named.table, name);
  const [row, other] = [rules[at], rules[at + by]];
  if (row === undefined || other === undefined) return content;
  return { ...named, table: { ...named.table, rules: rules.with(at, other).with(at + by, row) } };
}

/** Without the row, its reason and the documents that allow it. */
export function deleteRow(content: RuleContent, name: string): RuleContent {
  const named = withNames(content);
  const { [name]: _reason, ...rows } = named.rows;
  return { ...named, table: { ...named.table, rules: named.table.rules.filter(({ id }) => id !== name) }, rows, approvals: named.approvals.filter(({ row }) => row !== name) };
}

/** With one row more at the end, for cases like this one; its verdict is still to be chosen. `name` is how the row is called. */
export function addRow(content: RuleContent, like: Facts = {}): { readonly content: RuleContent; readonly name: string } {
  const named = withNames(content);
  const { table } = named;
  const name = freeName(table, named);
  const row: Row = {
    id: name, description: null, tests: table.inputs.map((column) => cellOfValue(like[column.expression] ?? null, column)),
    outputs: table.outputs.map(() => ""), annotations: table.annotations.map(() => ""),
  };
  return { content: { ...named, table: { ...table, rules: [...table.rules, row] }, rows: { ...named.rows, [name]: { zh: "", en: "" } } }, name };
}

/** The document that lets a row be stricter than the level above; an empty one takes it away. */
export function approve(content: RuleContent, row: string, document: string): RuleContent {
  const others = content.approvals.filter((each) => each.row !== row);
  return { ...content, approvals: document.trim() === "" ? others : [...others, { row, document }] };
}

/** Names of rows go on as they began: after `1-08` comes `1-09`, otherwise `r-9`. Names once used in reasons or documents are not taken again. */
function freeName({ rules }: Table, { rows, approvals }: RuleContent): string {
  const taken = new Set([...rules.map(({ id }) => id), ...Object.keys(rows), ...approvals.map(({ row }) => row)]);
  const pattern = /^(.*?)(\d+)$/u.exec(rules.at(-1)?.id ?? "r-0");
  const [stem, digits] = [pattern?.[1] ?? "r-", pattern?.[2] ?? String(rules.length)];
  for (let next = Number(digits) + 1; ; next += 1) {
    const name = stem + String(next).padStart(digits.length, "0");
    if (!taken.has(name)) return name;
  }
}

/** Before rows change their places, those without an id keep the name they go by. */
function withNames(content: RuleContent): RuleContent {
  return { ...content, table: { ...content.table, rules: content.table.rules.map((row, at) => (row.id === null ? { ...row, id: rowName(row, at) } : row)) } };
}

function withRow(content: RuleContent, name: string, change: (row: Row) => Row): RuleContent {
  const wanted = rowAt(content.table, name);
  return { ...content, table: { ...content.table, rules: content.table.rules.map((row, at) => (at === wanted ? change(row) : row)) } };
}

const padded = (list: readonly string[], length: number): string[] => Array.from({ length }, (_, at) => list[at] ?? "");
