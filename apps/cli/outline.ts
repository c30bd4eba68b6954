import type { Modality, Reading } from "#engines/reading";
import { inLanguage, type Language } from "#platform/i18n";
import { clauseWords, sourceFacts, strengthWords, taskRows, type TaskRow } from "#services/notices";

type OutlineOptions = { readonly textSha256: string; readonly language: Language; readonly colour: boolean; readonly madeAt: Date };

/** A reading for the terminal: what it is, every duty under its clause with its strength, who and by when, and what to check. */
export function outlineInColour(reading: Reading, options: OutlineOptions): string {
  const { language } = options;
  const paint = options.colour ? painted : plain;
  const facts = sourceFacts(reading, options).map(({ label, value }) => `${paint(label, DIM)}  ${oneLine(value)}`);
  const lines: string[] = [...facts];
  let clause = "";
  for (const row of taskRows(reading)) {
    const words = oneLine(clauseWords(row.clause, language));
    if (words !== clause) lines.push("", paint(words, BOLD));
    clause = words;
    lines.push(dutyLine(row, language, paint));
  }
  return `${lines.join("\n")}\n`;
}

type Paint = (words: string, code: number) => string;

const painted: Paint = (words, code) => `\u001b[${code}m${words}\u001b[0m`;
const plain: Paint = (words) => words;

function dutyLine(row: TaskRow, language: Language, paint: Paint): string {
  const { actors, actorsInferred, approver, deadline, modality, quote } = row.obligation;
  const say = (zh: string, en: string) => inLanguage({ zh, en }, language);
  const beside = [
    actors.length === 0 ? null : actors.join("、") + (actorsInferred ? say("（推断）", " (inferred)") : ""),
    approver === null ? null : say(`批准：${approver}`, `approved by ${approver}`),
    deadline === null ? null : say(`时限：${deadline}`, `by ${deadline}`),
  ].filter((part) => part !== null);
  const first = `  ${paint(`[${strengthWords(row, language)}]`, COLOURS[modality])} ${oneLine(quote)}`;
  return beside.length === 0 ? first : `${first}\n      ${paint(oneLine(beside.join(" · ")), DIM)}`;
}

/** What a notice says must not move the cursor of a terminal. */
function oneLine(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

const BOLD = 1;
const DIM = 2;
const COLOURS: Readonly<Record<Modality, number>> = {
  "must": 34, "must-not": 31, "in-principle": 35, "encouraged": 32, "permitted": 36, "needs-approval": 33,
};
