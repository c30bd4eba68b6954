import { OUTSIDE_DOMAIN, plainFact } from "./column.ts";
import type { CompiledColumn, CompiledTable, Facts } from "./compile-table.ts";
import type { Decision } from "./decision.ts";
import { Explanation } from "./explanation.ts";
import { neededFacts } from "./needed-facts.ts";
import { answerOf } from "./outcome.ts";

/** Decides a case. Never throws; the same facts give the same answer. */
export function decide(table: CompiledTable, facts: Facts): Decision {
  if (table.words === 1 && table.unread.length === 0 && hitAtOnce(table, facts)) return answerOf(table, facts, table.scratch, table.columns.length);
  const found = placed(table, facts);
  if (found !== null) return found;
  const { scratch, columns, words } = table;
  const hits = columns.length;
  for (let word = 0; word < words; word += 1) {
    let mask = lastWord(table, word);
    for (let at = 0; at < hits; at += 1) mask &= columns[at]?.masks[(scratch[at] ?? 0) + word] ?? 0;
    scratch[hits + word] = mask;
  }
  if (table.unread.length > 0) {
    const problem = askInterpreter(table, facts, scratch, hits);
    if (problem !== null) return problem;
  }
  return answerOf(table, facts, scratch, hits);
}

/**
 * The way most tables go: one word of rows, every cell compiled, every fact there. Class and mask of a fact are taken in one step and
 * the rows that hit are left in the scratch; false where a fact is missing or wrong, which the longer way tells.
 */
function hitAtOnce({ columns, rows, scratch }: CompiledTable, facts: Facts): boolean {
  let mask = rows.length === 32 ? -1 : (1 << rows.length) - 1;
  for (let at = 0; at < columns.length; at += 1) {
    const { name, partition, masks } = columns[at] as CompiledColumn;
    const value = facts[name];
    if (value === undefined || value === null) return false;
    const index = partition.index !== null && typeof value === "string" ? (partition.index.get(value) ?? partition.elsewhere) : partition.classOf(value);
    if (index < 0) return false;
    mask &= masks[index] as number;
  }
  scratch[columns.length] = mask;
  return true;
}

/** Decides a case and says why: rows that hit, rows missed by one fact, facts used, clauses. Words are made only when they are shown. */
export function decideExplained(table: CompiledTable, facts: Facts): { readonly decision: Decision; readonly explanation: Explanation | null } {
  const found = placed(table, facts);
  if (found !== null) return { decision: found, explanation: null };
  const { scratch, columns, words } = table;
  const hits = columns.length;
  const rows = new Int32Array(2 * words);
  for (let word = 0; word < words; word += 1) {
    let mask = lastWord(table, word);
    // Rows that all columns but one let through so far.
    let near = 0;
    for (let at = 0; at < hits; at += 1) {
      const through = columns[at]?.masks[(scratch[at] ?? 0) + word] ?? 0;
      near = (near & through) | (mask & ~through);
      mask &= through;
    }
    scratch[hits + word] = mask;
    rows[words + word] = near;
  }
  if (table.unread.length > 0) {
    const problem = askInterpreter(table, facts, scratch, hits);
    if (problem !== null) return { decision: problem, explanation: null };
  }
  for (let word = 0; word < words; word += 1) rows[word] = scratch[hits + word] ?? 0;
  return { decision: answerOf(table, facts, scratch, hits), explanation: new Explanation(table, facts, rows) };
}

/** Finds each fact's class; an answer only where that already says all: a fact missing, of the wrong type or outside. */
function placed(table: CompiledTable, facts: Facts): Decision | null {
  const { columns, scratch, words } = table;
  let missing = false;
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at];
    if (column === undefined) continue;
    const value = facts[column.name];
    if (value === undefined || value === null) { missing = true; continue; }
    const index = column.partition.classOf(value);
    if (index < 0) return { kind: "error", error: { code: index === OUTSIDE_DOMAIN ? "outside-domain" : "wrong-type", fact: column.name, value: plainFact(value) } };
    scratch[at] = index * words;
  }
  return missing ? neededFacts(table, facts) : null;
}

/** All rows of a word. */
const lastWord = (table: CompiledTable, word: number): number => {
  const left = table.rows.length - 32 * word;
  return left >= 32 ? -1 : (1 << left) - 1;
};

/** Takes out the rows whose unread cells say no. Where one row wins, those behind a row that is in are not asked about. */
function askInterpreter(table: CompiledTable, facts: Facts, masks: Int32Array, from: number): Decision | null {
  const { hitPolicy } = table.table;
  const single = hitPolicy === "first" || (hitPolicy === "priority" && !table.unranked);
  for (const { bit, column, text } of table.unread) {
    const name = table.columns[column]?.name ?? "";
    const word = from + (bit >>> 5);
    if (single && rowsBefore(masks, from, bit)) return null;
    if (((masks[word] ?? 0) & (1 << (bit & 31))) === 0) continue;
    const through = table.feel?.test(text, facts[name] ?? "", facts, name);
    if (through === undefined) return { kind: "error", error: { code: "cell-not-decidable", rows: [table.rows[bit]?.row ?? bit] } };
    if (!through) masks[word] = (masks[word] ?? 0) & ~(1 << (bit & 31));
  }
  return null;
}

function rowsBefore(masks: Int32Array, from: number, bit: number): boolean {
  for (let word = 0; word < bit >>> 5; word += 1) if ((masks[from + word] ?? 0) !== 0) return true;
  return ((masks[from + (bit >>> 5)] ?? 0) & ((1 << (bit & 31)) - 1)) !== 0;
}
