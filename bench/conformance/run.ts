import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { feelEqual } from "../../engines/rules/dmn/feel.ts";
import { type FeelValue, isContext, isList } from "../../engines/rules/dmn/feel-value.ts";
import { type Evaluation, interpret, type Question } from "../../engines/rules/dmn/interpret.ts";
import { type Library, putTogether } from "../../engines/rules/dmn/library.ts";
import type { DmnModel } from "../../engines/rules/dmn/dmn-model.ts";
import { problemWords } from "../../engines/rules/dmn/dmn-problems.ts";
import { readDmn } from "../../engines/rules/dmn/read-dmn.ts";
import { type Expectation, parseTckFile, type TckCase } from "./tck-cases.ts";

/** The folders of the TCK by level. */
const LEVELS = { 2: "compliance-level-2", 3: "compliance-level-3" } as const;
/** The TCK gives some expected results, of exp and log, with 8 places only. */
const NUMBERS_AGREE = 1e-8;
type Level = keyof typeof LEVELS;

/** `near`: passed by the tolerance for numbers alone. `silent`: an error was expected, and what we gave is null without naming one. */
type Outcome = { readonly test: string; readonly kind: "passed" | "failed" | "declined"; readonly reason: string; readonly near?: boolean; readonly silent?: boolean };

const [directory, ...options] = process.argv.slice(2);
const wanted = options.find((each) => each.startsWith("--level="))?.slice("--level=".length) ?? "all";
if (directory === undefined || !existsSync(join(directory, LEVELS[2]))) {
  process.stderr.write(`npm run tck -- DIR [--level=2|3|all] [--failures] needs the TestCases folder of the public DMN TCK (github.com/dmn-tck/tck).\n${directory === undefined ? "No folder was given." : `${directory} has no ${LEVELS[2]}.`} Nothing was measured.\n`);
  process.exit(1);
}
const levels = ([2, 3] as const).filter((level) => wanted === "all" || wanted === String(level));
const byLevel = new Map<Level, ReadonlyMap<string, readonly Outcome[]>>();
for (const level of levels) byLevel.set(level, await runLevel(join(directory, LEVELS[level])));

process.stdout.write("level  passed  failed  declined (Java, PMML)  of\n");
for (const [level, folders] of byLevel) {
  const all = [...folders.values()].flat();
  const count = (kind: Outcome["kind"]): string => String(all.filter((each) => each.kind === kind).length).padStart(6);
  process.stdout.write(`${String(level).padEnd(5)}  ${count("passed")}  ${count("failed")}    ${count("declined")}               ${all.length}\n`);
}
process.stdout.write("A test is one case with all its results.\n");
for (const [level, folders] of byLevel) {
  const all = [...folders.values()].flat();
  process.stdout.write(`Level ${level}: ${all.filter(({ near }) => near === true).length} of the passed only because numbers may differ by ${NUMBERS_AGREE} (ours are binary floats, some results are expected with 8 places); ${all.filter(({ silent }) => silent === true).length} expect an error and get null, which is how FEEL answers, with a warning at most.\n`);
}
for (const [level, folders] of byLevel) printMisses(level, folders);

const second = byLevel.get(2);
if (second !== undefined && [...second.values()].flat().some(({ kind }) => kind !== "passed")) {
  process.stdout.write("\nLevel 2 is not complete.\n");
  process.exitCode = 1;
}

async function runLevel(folder: string): Promise<ReadonlyMap<string, readonly Outcome[]>> {
  const outcomes = new Map<string, readonly Outcome[]>();
  const folders = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory()).map(({ name }) => name).toSorted();
  for (const name of folders) outcomes.set(name, await runFolder(join(folder, name)));
  return outcomes;
}

async function runFolder(folder: string): Promise<readonly Outcome[]> {
  const files = readdirSync(folder).toSorted();
  const models = new Map<string, DmnModel | string>();
  for (const file of files.filter((each) => each.endsWith(".dmn"))) {
    const reading = await readDmn(readFileSync(join(folder, file), "utf8"));
    models.set(file, reading.kind === "read" ? reading.model : reading.problems.map((each) => `${each.element}: ${problemWords(each, "en").problem}`).join(" "));
  }
  return files.filter((each) => each.endsWith(".xml")).flatMap((file) => {
    const { modelName, cases } = parseTckFile(readFileSync(join(folder, file), "utf8"));
    const main = models.get(modelName) ?? `There is no ${modelName}.`;
    const others = [...models].filter(([name]) => name !== modelName).map(([, model]) => model).filter((model) => typeof model !== "string");
    const together = typeof main === "string" ? main : putTogether(main, others);
    if (typeof together === "string") return cases.map(({ id }) => ({ test: id, kind: "failed" as const, reason: `refused: ${together}` }));
    if (together.kind === "refused") return cases.map(({ id }) => ({ test: id, kind: "failed" as const, reason: `refused: ${together.problems.map((each) => problemWords(each, "en").problem).join(" ")}` }));
    return cases.map((each) => runCase(together.library, each));
  });
}

function runCase(library: Library, test: TckCase): Outcome {
  let [near, silent] = [false, false];
  for (const expectation of test.expected) {
    const evaluation = interpret(library, questionOf(library, test, expectation), test.facts);
    if (evaluation.kind === "declined") return { test: test.id, kind: "declined", reason: `calls ${evaluation.language}` };
    const value = evaluation.kind === "value" ? picked(evaluation.value, library, test, expectation) : null;
    const expected = expectation.isError ? null : expectation.value;
    near ||= !agrees(value, expected, 0);
    silent ||= expectation.isError && evaluation.kind === "value";
    if (!agrees(value, expected, NUMBERS_AGREE)) return { test: test.id, kind: "failed", reason: reasonOf(expectation, value, evaluation) };
  }
  return { test: test.id, kind: "passed", reason: "", near, silent };
}

function questionOf({ main }: Library, { service }: TckCase, { node }: Expectation): Question {
  if (service !== null) return { kind: "service", name: service };
  if (main.decisions.some(({ name }) => name === node)) return { kind: "decision", name: node };
  return { kind: main.services.some(({ name }) => name === node) ? "service" : "knowledge", name: node };
}

/** A service with several outputs gives a context; the test asks for one of them. */
function picked(value: FeelValue, { main }: Library, { service }: TckCase, { node }: Expectation): FeelValue {
  const several = (main.services.find(({ name }) => name === service)?.outputs.length ?? 1) > 1;
  return several && isContext(value) && node in value ? value[node] ?? null : value;
}

function agrees(value: FeelValue, expected: FeelValue, tolerance: number): boolean {
  if (typeof value === "number" && typeof expected === "number") return value === expected || Math.abs(value - expected) < tolerance;
  if (isList(value) && isList(expected)) return value.length === expected.length && value.every((item, index) => agrees(item, expected[index] ?? null, tolerance));
  if (isContext(value) && isContext(expected)) return Object.keys(value).length === Object.keys(expected).length && Object.keys(expected).every((name) => name in value && agrees(value[name] ?? null, expected[name] ?? null, tolerance));
  return feelEqual(value, expected);
}

function reasonOf({ node, value: expected, isError }: Expectation, value: FeelValue, evaluation: Evaluation): string {
  const trouble = evaluation.troubles[0];
  return `${node}: ${shown(value)} instead of ${isError ? "an error" : shown(expected)}${trouble === undefined ? "" : ` (${trouble.code}: ${trouble.detail})`}`;
}

function shown(value: FeelValue): string {
  return JSON.stringify(value) ?? String(value);
}

function printMisses(level: Level, folders: ReadonlyMap<string, readonly Outcome[]>): void {
  process.stdout.write(`\nMisses of level ${level}, by folder\n`);
  for (const [name, outcomes] of folders) {
    const failed = outcomes.filter(({ kind }) => kind === "failed");
    const declined = outcomes.filter(({ kind }) => kind === "declined");
    if (failed.length + declined.length === 0) continue;
    process.stdout.write(`  ${name}: ${outcomes.length - failed.length - declined.length} of ${outcomes.length}${declined.length > 0 ? `, ${declined.length} declined (Java)` : ""}\n`);
    if (options.includes("--failures")) for (const { test, reason } of failed) process.stdout.write(`      ${test}  ${reason.slice(0, 220)}\n`);
  }
}
