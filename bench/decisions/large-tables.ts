import { checkTable, compareTables, compileTable, type DecisionTable } from "../../engines/rules/index.ts";

const ROWS = 40;
const ANSWERS = ["go", "go-report", "ask", "stay"];
const WORDS = [5, 4, 6, 3, 4];
const BORDERS = [3, 7, 14, 30, 60];
const ROUNDS = 7;

/** What a table of 40 rows and 8 inputs costs to check, and to compare with itself after three rows were changed; in milliseconds of the clock. */
export function largeTables(): { readonly cases: number; readonly check: readonly number[]; readonly compare: readonly number[]; readonly complete: boolean; readonly differences: number } {
  const upper = compileTable(largeTable());
  const lower = compileTable(changed(largeTable()));
  const check = Array.from({ length: ROUNDS }, () => timed(() => checkTable(upper)));
  const compare = Array.from({ length: ROUNDS }, () => timed(() => compareTables(lower, upper, { order: ANSWERS })));
  const [report, comparison] = [checkTable(upper), compareTables(lower, upper, { order: ANSWERS })];
  return { cases: report.cases, check, compare, complete: report.complete && comparison.proved === comparison.cases, differences: comparison.differences.length };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Five enumerations and three numbers; a cell in two is left open, as in tables that people write. Invented, and the same every time. */
function largeTable(): DecisionTable {
  const below = numbers();
  const inputs = [...WORDS.map((_, at) => ({ id: null, label: null, expression: `word${at}`, typeRef: "string", allowed: wordsOf(at).join(", ") })),
    ...[0, 1, 2].map((at) => ({ id: null, label: null, expression: `number${at}`, typeRef: "number", allowed: "[0..365]" }))];
  const cell = (column: number): string => {
    if (below(2) === 0) return "-";
    if (column >= WORDS.length) return [`<= ${BORDERS[below(5)]}`, `> ${BORDERS[below(5)]}`, `[${BORDERS[below(3)]}..${BORDERS[2 + below(3)]}]`][below(3)] ?? "-";
    const words = wordsOf(column);
    const [one = "", other = ""] = [words[below(words.length)], words[below(words.length)]];
    return [one, one === other ? one : `${one}, ${other}`, `not(${one})`][below(3)] ?? "-";
  };
  const rules = Array.from({ length: ROWS }, (_, row) => ({
    id: `row-${row + 1}`, description: null, tests: inputs.map((_input, column) => (row === ROWS - 1 ? "-" : cell(column))), outputs: [JSON.stringify(ANSWERS[below(ANSWERS.length)])], annotations: [],
  }));
  return { kind: "table", id: "large", hitPolicy: "first", aggregation: null, annotations: [], inputs, outputs: [{ id: null, label: null, name: null, typeRef: "string", allowed: null, fallback: null }], rules };
}

/** As a lower level might: one row made stricter, one cell widened, one row taken out of force. */
function changed(table: DecisionTable): DecisionTable {
  const rules = table.rules.map((rule, row) => {
    if (row === 4) return { ...rule, outputs: ["\"stay\""] };
    if (row === 11) return { ...rule, tests: rule.tests.with(0, "-") };
    return row === 20 ? { ...rule, tests: rule.tests.with(5, "[0..0]") } : rule;
  });
  return { ...table, rules };
}

const wordsOf = (column: number): string[] => Array.from({ length: WORDS[column] ?? 0 }, (_, at) => `"w${at}"`);

function numbers(): (below: number) => number {
  let seed = 7;
  return (below) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
}
