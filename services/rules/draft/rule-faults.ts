import { missingWords, namedValues, wordsIn, type CompiledTable } from "#engines/rules";
import type { LocalText } from "#platform/i18n";
import type { ClauseChoice, RuleComparison, RuleFault, RuleFinding, TriedCase } from "./desk-view.ts";
import { own } from "./own.ts";
import type { RuleContent } from "./rule-content.ts";

const fault = (field: string, problem: LocalText, remedy: LocalText): RuleFault => ({ field, problem, remedy });
const isEmpty = ({ zh, en }: LocalText): boolean => zh.trim() === "" || en.trim() === "";

/** What is missing or wrong in the words around the table: names, sentences, clauses, verdicts, days. */
export function contentFaults(content: RuleContent, compiled: CompiledTable, clauses: readonly ClauseChoice[] | null): RuleFault[] {
  const { title, table, facts, outcomes, near, effectiveFrom, effectiveTo, notice } = content;
  const [zh, en] = [missingWords(compiled, wordsIn(content, "zh")), missingWords(compiled, wordsIn(content, "en"))];
  const unnamed = new Set([...zh.facts, ...en.facts]);
  const unspoken = new Set([...zh.rows, ...en.rows]);
  return [
    ...(isEmpty(title) ? [fault("title", { zh: "规则表还没有中英文名字", en: "The rule has no name in both languages" }, { zh: "写上名字。", en: "Write its name." })] : []),
    ...(clauses === null ? [fault("notice", { zh: `没有这份已签发的通知：${notice}`, en: `There is no released notice ${notice}` }, { zh: "先签发那份通知，或者换一份。", en: "Have that notice released first, or choose another." })] : []),
    ...[...unnamed].map((fact) => fault(`facts.${fact}`, { zh: `“${fact}”还没有中英文名字`, en: `${fact} has no name in both languages` }, { zh: "写上群众看得懂的名字。", en: "Write a name residents understand." })),
    ...table.inputs.flatMap(({ expression }) => namedValues(compiled, expression).filter((value) => isEmpty(own(own(facts, expression)?.values ?? {}, value) ?? { zh: "", en: "" })).map((value) => fault(
      `facts.${expression}.values.${value}`, { zh: `“${nameOf(content, expression)}”里的“${value}”还没有中英文叫法`, en: `The value ${value} of ${expression} has no name in both languages` }, { zh: "写上叫法。", en: "Write how it is called." }))),
    ...[...unspoken].map((row) => fault(`rows.${row}`, { zh: `规则 ${row} 没有写明理由`, en: `Rule ${row} gives no reason in both languages` }, { zh: "用中英文各写一句为什么。", en: "Write one sentence in each language that says why." })),
    ...[...new Set([...zh.unknown, ...en.unknown])].map((fact) => fault("rows", { zh: `理由里的 {${fact}} 不是表里的事实`, en: `{${fact}} in a reason is no fact of the table` }, { zh: "改成表头里有的事实。", en: "Use a fact the table asks for." })),
    ...(outcomes.length === 0 ? [fault("outcomes", { zh: "还没有列出结论", en: "The verdicts are not listed" }, { zh: "从宽到严列出所有结论。", en: "List all verdicts, from free to strict." })] : []),
    ...(content.examples.length === 0 ? [fault("examples", { zh: "一个例子也没有", en: "There is no example" }, { zh: "至少写一个例子和它应当得到的结论。", en: "Write at least one example with the verdict it must get." })] : []),
    ...content.approvals.filter(({ document }) => document.trim().length < DOCUMENT_CHARACTERS_MIN).map(({ row }) => fault(`rows.${row}`, { zh: `规则 ${row} 的批准文件没有写清楚`, en: `The document that approves rule ${row} is not named` }, { zh: "写上发文字号或者全名。", en: "Write its document number or its full name." })),
    ...(isEmpty(near) ? [fault("near", { zh: "没有写“差一点”的句子", en: "The sentence for a near miss is missing" }, { zh: "写上，里面用 {fact}、{value}、{asks}。", en: "Write it, with {fact}, {value} and {asks}." })] : []),
    ...clauseFaults(compiled, clauses ?? []),
    ...verdictFaults(content, compiled),
    ...outcomes.filter(({ name }) => isEmpty(name)).map(({ value }) => fault(`outcomes.${value}`, { zh: `结论“${value}”还没有中英文叫法`, en: `The verdict ${value} has no name in both languages` }, { zh: "写上叫法。", en: "Write how it is called." })),
    ...(effectiveTo !== null && effectiveTo <= effectiveFrom ? [fault("effectiveTo", { zh: "失效的日子不在生效之后", en: "It would end before it begins" }, { zh: "改晚一些，或者不写。", en: "Choose a later day, or leave it open." })] : []),
  ];
}

/** The shortest document numbers have more signs than this. */
const DOCUMENT_CHARACTERS_MIN = 4;

const nameOf = ({ facts }: RuleContent, fact: string): string => own(facts, fact)?.name.zh || fact;

/** No row without a clause: a condition that no clause states is an addition of our own (层层加码). */
function clauseFaults(compiled: CompiledTable, clauses: readonly ClauseChoice[]): RuleFault[] {
  const known = new Set(clauses.map(({ key }) => key));
  return compiled.rows.toSorted((one, other) => one.row - other.row).flatMap(({ id, clauses: bound }): RuleFault[] => {
    if (bound.length === 0) return [fault(`rows.${id}`, { zh: `规则 ${id} 没有依据的条款`, en: `Rule ${id} names no clause` }, { zh: "选上它落实的条款；没有条款的规则就是加码。", en: "Choose the clause it carries out; a rule without one is an addition of our own." })];
    const foreign = bound.filter((key) => !known.has(key));
    return foreign.map((key) => fault(`rows.${id}`, { zh: `规则 ${id} 的依据“${key}”不在通知里`, en: `The notice has no clause ${key}, which rule ${id} names` }, { zh: "从通知的条款里选。", en: "Choose one of the notice's clauses." }));
  });
}

/** Verdicts that the list of verdicts does not have: they could be neither named nor compared. */
function verdictFaults({ outcomes }: RuleContent, compiled: CompiledTable): RuleFault[] {
  if (outcomes.length === 0) return [];
  const known = new Set(outcomes.map(({ value }) => value));
  const first = compiled.table.outputs[0]?.name ?? null;
  return compiled.rows.toSorted((one, other) => one.row - other.row).flatMap(({ id, value }): RuleFault[] => {
    const verdict = value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>)[first ?? ""] : value;
    return known.has(String(verdict)) ? [] : [fault(`rows.${id}`, { zh: `规则 ${id} 的结论“${String(verdict ?? "")}”不在结论表里`, en: `The verdict of rule ${id} is not among the verdicts` }, { zh: "选一个结论，或者先把它加进结论表。", en: "Choose a verdict, or add this one to the list." })];
  });
}

/** What the check found, as faults; a row that is merely not needed keeps nobody from releasing. */
export function findingFaults(findings: readonly RuleFinding[], content: RuleContent): RuleFault[] {
  return findings.flatMap((found): RuleFault[] => {
    const words = FINDINGS[found.kind];
    if (words === undefined) return [];
    const [rows, cases] = [found.rows.join("、"), found.cases.toLocaleString("en")];
    const column = found.column === null ? "" : nameOf(content, content.table.inputs[found.column]?.expression ?? "");
    const filled = (text: string): string => text.replace("{rows}", rows).replace("{cases}", cases).replace("{column}", column).replace("{text}", found.text ?? "");
    return [fault(found.rows.length === 0 ? "table" : `rows.${found.rows[0] ?? ""}`, { zh: filled(words[0].zh), en: filled(words[0].en) }, words[1])];
  });
}

const FINDINGS: Readonly<Partial<Record<RuleFinding["kind"], readonly [LocalText, LocalText]>>> = {
  gap: [{ zh: "有 {cases} 种情况没有规则管", en: "{cases} cases have no rule" }, { zh: "补一条规则。", en: "Add a rule." }],
  conflict: [{ zh: "规则 {rows} 互相冲突，共 {cases} 种情况", en: "Rules {rows} contradict each other in {cases} cases" }, { zh: "改窄其中一条，或者写明谁优先。", en: "Narrow one of them, or say which goes first." }],
  unreachable: [{ zh: "规则 {rows} 永远轮不到", en: "Rule {rows} can never apply" }, { zh: "改它的条件，或者删掉。", en: "Change its conditions or remove it." }],
  masked: [{ zh: "规则 {rows}：前一条总被后一条抢先", en: "Rules {rows}: the first never wins, the second always does" }, { zh: "改顺序或条件，或者删掉。", en: "Change the order or the conditions, or remove it." }],
  "outside-domain": [{ zh: "规则 {rows} 里的 {text} 不在允许的值里", en: "{text} in rule {rows} is not an allowed value" }, { zh: "换成允许的值，或者先把它加进去。", en: "Use an allowed value, or add this one first." }],
  "type-clash": [{ zh: "规则 {rows} 里的 {text} 和这一栏“{column}”的种类对不上", en: "{text} in rule {rows} is not of the kind of its column {column}" }, { zh: "数就写数，日子写 date(\"2021-01-26\")，选项加引号。", en: "Write numbers as numbers, days as date(\"2021-01-26\"), choices in quotes." }],
  "too-large": [{ zh: "表太大，没能查完", en: "The table is too large to be checked" }, { zh: "把一张表拆成几张，每张不超过 500 条。", en: "Split it into tables of at most 500 rules." }],
  "not-checkable": [{ zh: "规则 {rows} 里的 {text} 机器查不全", en: "{text} in rule {rows} cannot be checked over all cases" }, { zh: "改成列出的值或范围。", en: "Write it as values or ranges." }],
};

/** 加码 and the like: stricter or freer than the level above without a document, silent where it speaks. */
export function comparisonFaults({ differences, unlike, complete, cases, proved }: RuleComparison, order: readonly string[]): RuleFault[] {
  return [
    ...((!complete || proved < cases || cases === 0) && unlike.length === 0 ? [fault("above", { zh: "和上一级没能对比完", en: "It could not be compared in full with the level above" }, { zh: "把表拆小，去掉机器查不了的格。", en: "Split the table, and write cells as values or ranges." })] : []),
    ...unlike.map((fact) => fault(`facts.${fact}`, { zh: `“${fact}”和上一级的不是一类值，没法对比`, en: `${fact} is another kind of value than in the level above` }, { zh: "改成和上一级一样的种类。", en: "Make it the same kind as in the level above." })),
    ...differences.filter(({ document }) => document === null).flatMap(({ kind, lower, lowerRow, cases: unlikeCases }): RuleFault[] => {
      // Leave given where nothing is ordered binds nobody.
      if (kind === "added" && String(lower) === order[0]) return [];
      const [problem, remedy] = COMPARED[kind];
      const filled = (text: string): string => text.replace("{row}", lowerRow ?? "").replace("{cases}", unlikeCases.toLocaleString("en"));
      return [fault(lowerRow === null ? "above" : `rows.${lowerRow}`, { zh: filled(problem.zh), en: filled(problem.en) }, remedy)];
    }),
  ];
}

const LIKE_ABOVE = { zh: "改成和上一级一样，或者附上批准文件。", en: "Make it like the level above, or attach the document that approves it." };
const COMPARED: Readonly<Record<RuleComparison["differences"][number]["kind"], readonly [LocalText, LocalText]>> = {
  stricter: [{ zh: "规则 {row} 比上一级更严（{cases} 种情况）", en: "Rule {row} is stricter than the level above ({cases} cases)" }, LIKE_ABOVE],
  added: [{ zh: "规则 {row} 管了上一级没有管的事（{cases} 种情况）", en: "Rule {row} orders what the level above does not ({cases} cases)" }, LIKE_ABOVE],
  looser: [{ zh: "规则 {row} 比上一级宽（{cases} 种情况）", en: "Rule {row} is looser than the level above ({cases} cases)" }, LIKE_ABOVE],
  silent: [{ zh: "上一级有规定的 {cases} 种情况，这张表没有管", en: "The table says nothing of {cases} cases the level above decides" }, { zh: "补上规则。", en: "Add rules for them." }],
  incomparable: [{ zh: "规则 {row} 的结论和上一级的没法比", en: "The verdict of rule {row} cannot be compared with the level above" }, { zh: "用同一套结论。", en: "Use the same verdicts." }],
};

/** Examples are tests: each must come out as it says. */
export function exampleFaults({ examples, outcomes }: RuleContent, results: readonly { readonly passed: boolean; readonly got: TriedCase }[]): RuleFault[] {
  const called = (value: unknown): LocalText => outcomes.find((each) => each.value === String(value))?.name ?? { zh: String(value ?? "—"), en: String(value ?? "—") };
  return examples.flatMap(({ name, expect }, at) => {
    const result = results[at];
    if (result === undefined || result.passed) return [];
    const [wanted, got] = [called(expect), called(result.got.value)];
    return [fault(`examples[${at}]`, { zh: `例子“${name.zh || String(at + 1)}”应当是“${wanted.zh}”，算出来是“${got.zh}”`, en: `The example ${name.en || String(at + 1)} should give ${wanted.en} but gives ${got.en}` }, { zh: "改规则，或者改例子。", en: "Change the rule, or the example." })];
  });
}
