import { csvText, readCsv } from "#platform/csv";
import { inLanguage, minuteInWords, type Language, type LocalText } from "#platform/i18n";
import { clauseLabel, type Notice } from "#services/notices";
import type { RuleText } from "../decision/index.ts";
import { dutiesOf } from "../portal/ground-duties.ts";
import { faultWords } from "../portal/fault-words.ts";
import { NONE_WORDS } from "../portal/none-words.ts";
import type { AnswerView } from "./answer-view.ts";

/** One trip of a table, as `askedTripSchema` takes it. */
type TripCells = Readonly<Record<string, string>>;
/** A table of trips; columns nobody asks for come back as they were. */
export type CsvTrips =
  | { readonly kind: "trips"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly trips: readonly TripCells[] }
  | { readonly kind: "refused"; readonly field: string; readonly problem: LocalText; readonly remedy: LocalText };

/** Reads trips from a table whose columns are named by field (`from`, `to`, `on` …), by the pack's words for a fact (身份), or as people say (住在、去、哪天走). */
export function readCsvTrips(bytes: Uint8Array, facts: RuleText["facts"], rowsMax: number): CsvTrips {
  const table = readCsv(bytes, rowsMax);
  if (table.kind === "refused") return { kind: "refused", field: table.line === null ? "file" : `line ${table.line}`, ...REFUSALS[table.reason] };
  const names = table.head.map((column) => fieldOf(column, facts));
  for (const [needed, called] of NEEDED) if (!names.includes(needed)) return { kind: "refused", field: needed, problem: { zh: `没有“${called}”这一栏`, en: `There is no column ${needed}` }, remedy: { zh: "第一行写栏名：住在、去、哪天走，还可以有街道乡镇、中途、哪天回来和规则问的事。", en: "Name the columns in the first line: from, to, on; also fromPart, via, until and what the rule asks." } };
  if (table.rows.length === 0) return { kind: "refused", field: "file", ...REFUSALS.empty };
  if (table.rows.length > rowsMax) return { kind: "refused", field: "file", problem: { zh: `超过 ${rowsMax} 行`, en: `There are more than ${rowsMax} rows` }, remedy: { zh: "分成几份来问。", en: "Ask in several parts." } };
  const trips = table.rows.map((row) => Object.fromEntries(row.flatMap((cell, at) => {
    const name = names[at];
    return name === null || name === undefined ? [] : [[name, name in facts ? valueOf(cell, facts[name]) : name === "on" || name === "until" ? dayOf(cell) : cell]];
  })));
  return { kind: "trips", head: table.head, rows: table.rows, trips };
}

/** The table as it came, with the answers behind it. */
export function batchAsCsv({ head, rows }: Extract<CsvTrips, { kind: "trips" }>, answers: readonly AnswerView[], { facts, notices, language }: CsvWords): string {
  const say = (words: LocalText): string => inLanguage(words, language);
  const columns = [{ zh: "结论", en: "Answer" }, { zh: "原因", en: "Why" }, { zh: "依据", en: "Ground" }, { zh: "还缺什么", en: "Still missing" }, { zh: "路上的要求", en: "Asked on the way" }, { zh: "截至", en: "As of" }, { zh: "风险名单", en: "List of" }].map(say);
  return csvText([[...head, ...columns], ...rows.map((row, at) => [...head.map((_, column) => row[column] ?? ""), ...answerCells(answers[at], { facts, notices, language })])]);
}

/** What the words of an answer are taken from. */
export type CsvWords = { readonly facts: RuleText["facts"]; readonly notices: readonly Notice[]; readonly language: Language };

function answerCells(answer: AnswerView | undefined, { facts, notices, language }: CsvWords): readonly string[] {
  const say = (words: LocalText): string => inLanguage(words, language);
  const said = (words: { readonly zh: readonly string[]; readonly en: readonly string[] }): string => (language === "en" ? words.en : words.zh).join(" ");
  if (answer === undefined) return ["", "", "", "", "", "", ""];
  const moment = (instant: string | undefined): string => (instant === undefined ? "" : minuteInWords(new Date(instant), language));
  const verdict = answer.kind === "decided" && answer.verdict !== null ? answer.verdict.name : KINDS[answer.kind];
  const missing = [
    ...answer.missing.map(({ what, fact }) => (what === "origin" ? say({ zh: "住在哪个街道、小区", en: "which part of the place they live in" }) : what === "destination" ? say({ zh: "去哪个街道、小区", en: "which part of the place they go to" }) : say(facts[fact ?? ""]?.name ?? { zh: fact ?? "", en: fact ?? "" }))),
    ...answer.faults.map((each) => say(faultWords(each, facts).problem)),
  ];
  return [
    say(verdict), answer.why === null ? [...new Set(answer.grounds.map(({ reasons }) => said(reasons)))].join(" ") : say(NONE_WORDS[answer.why].what),
    answer.grounds.map((ground) => [say(ground.authority.title), ...dutiesOf(ground, notices).map(({ clause }) => clauseLabel(clause.number, language)), ...(ground.version === null ? [] : [say({ zh: `第 ${ground.version} 版`, en: `version ${ground.version}` })])].join(" ")).join(language === "en" ? "; " : "；"),
    missing.join(language === "en" ? "; " : "；"), answer.conditions.map(({ words }) => say(words)).join(" "),
    moment(answer.asOf?.at), moment(answer.asOf?.list?.asOf),
  ];
}

/** Names of columns, in words people use. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  from: ["住在", "从", "出发地", "现在在"], fromPart: ["街道乡镇", "街道", "乡镇", "小区", "村"], to: ["去", "到", "要去", "目的地"], via: ["中途", "途经", "经过"], on: ["哪天走", "出发", "出发日期", "日期"], until: ["哪天回来", "回来", "返回日期"],
};
const NEEDED = [["from", "住在"], ["to", "去"], ["on", "哪天走"]] as const;

function fieldOf(column: string, facts: RuleText["facts"]): string | null {
  const own = Object.entries(COLUMNS).find(([name, called]) => name.toLowerCase() === column.toLowerCase() || called.includes(column));
  if (own !== undefined) return own[0];
  return Object.entries(facts).find(([name, { name: words }]) => name === column || words.zh === column || words.en === column)?.[0] ?? null;
}

/** A value by its own name or by the words for it; anything else stays as it is, to be told as wrong. */
function valueOf(cell: string, fact: RuleText["facts"][string] | undefined): string {
  const known = Object.entries(fact?.values ?? {}).find(([value, words]) => value === cell || words.zh === cell || words.en === cell);
  if (known !== undefined) return known[0];
  return fact !== undefined && "true" in fact.values ? YES_NO[cell] ?? cell : cell;
}
const YES_NO: Readonly<Record<string, string>> = { 是: "true", 有: "true", 否: "false", 没有: "false", 无: "false", yes: "true", no: "false", TRUE: "true", FALSE: "false" };

/** 2021/2/1, 2021年2月1日 and 2021.2.1 are days as well. */
function dayOf(cell: string): string {
  const [, year, month = "", day = ""] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(cell) ?? [];
  return year === undefined ? cell : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

const KINDS: Readonly<Record<AnswerView["kind"], LocalText>> = {
  decided: { zh: "", en: "" }, missing: { zh: "还差一个信息", en: "One fact is missing" }, elsewhere: { zh: "由居住地的防控机构决定", en: "The control body where they live decides" }, none: { zh: "现在说不准", en: "Cannot tell" }, faults: { zh: "这一行要改", en: "This row needs changing" },
};
const REFUSALS = {
  "no-text": { problem: { zh: "这不是文字表格", en: "This is no table of text" }, remedy: { zh: "在表格软件里另存为 CSV 再发。", en: "Save it as CSV in the spreadsheet and send that." } },
  empty: { problem: { zh: "表里没有人", en: "The table is empty" }, remedy: { zh: "第一行写栏名，下面一行一个人。", en: "Name the columns in the first line, one person a line below." } },
  broken: { problem: { zh: "这一行的引号没有配对", en: "The quotes in this line do not match" }, remedy: { zh: "改好引号，或者从表格软件重新导出。", en: "Mend the quotes, or export it again from the spreadsheet." } },
} as const;
