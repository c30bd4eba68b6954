/** @jsxImportSource react */
import { DeskIcon, DeskProblem, FieldError, useWords } from "#platform/desk-ui";
import { messages, type Language } from "#platform/i18n";
import { Input } from "antd";
import type { ReactNode } from "react";

/** Does a refusal speak of the file or of what is in it? Then it is told beside the file. */
export const dmnField = ({ field, errors }: DeskProblem): boolean => field === "dmn" || field === "decision" || isInside(field ?? "") || errors.some((each) => each.field === "dmn" || isInside(each.field));
/** Every other name is an element of the file. */
const ASKED = new Set(["", "dmn", "decision", "district", "ruleKey", "commandKey", "revision", "from", "notice"]);
const isInside = (field: string): boolean => !ASKED.has(field.split(".").at(-1) ?? "");

/** What is told when no file was chosen. */
export const missingFile = (language: Language): { readonly field: string; readonly problem: string; readonly remedy: string } => ({ field: "dmn", problem: words(language).noFile, remedy: words(language).noFileRemedy });

/** A DMN file, and which of its tables, with everything the server found wrong in it. */
export function DmnFields({ error, decision, setDecision, choose }: { readonly error: unknown; readonly decision: string; readonly setDecision: (name: string) => void; readonly choose: (file: File | null) => void }): ReactNode {
  const say = useWords(words);
  const inside = error instanceof DeskProblem ? error.errors.filter(({ field }) => isInside(field)) : [];
  const several = decision !== "" || (error instanceof DeskProblem && (error.field === "decision" || error.errors.some(({ field }) => field === "decision")));
  return (
    <>
      <div className="field">
        <label htmlFor="dmn">{say.file}</label><span className="hint" id="dmn-hint">{say.fileHint}</span>
        <input id="dmn" type="file" accept=".dmn,.xml" className="native-input" aria-describedby="dmn-hint dmn-error" onChange={(event) => { choose(event.target.files?.[0] ?? null); }} />
        <FieldError id="dmn-error" error={error} field="dmn" />
        {inside.length === 0 ? null : <div role="alert"><p className="field-error"><DeskIcon name="no" />{say.wrong(inside.length)}</p><ul className="plain-list">{inside.map(({ field, problem, remedy }, at) => <li key={`${field} ${at}`}><span className="mono">{field}</span>{say.colon}{problem.replace(/[。.]$/u, "")}{say.stop}{remedy}</li>)}</ul></div>}
      </div>
      {several ? <div className="field"><label htmlFor="decision">{say.decision}</label><span className="hint" id="decision-hint">{say.decisionHint}</span><Input id="decision" value={decision} maxLength={200} aria-describedby="decision-hint decision-error" onChange={(event) => { setDecision(event.target.value); }} /><FieldError id="decision-error" error={error} field="decision" /></div> : null}
    </>
  );
}

const words = messages({
  file: { zh: "DMN 文件", en: "DMN file" }, fileHint: { zh: "DMN 1.1 到 1.5 的 .dmn 或 .xml 文件，里面有一张决策表", en: "A .dmn or .xml file of DMN 1.1 to 1.5 that holds a decision table" },
  noFile: { zh: "没有选文件", en: "No file is chosen" }, noFileRemedy: { zh: "选一个 .dmn 文件", en: "Choose a .dmn file" },
  wrong: (count: number) => ({ zh: `文件里有 ${count} 处不对`, en: count === 1 ? "One thing in the file is wrong" : `${count} things in the file are wrong` }), colon: { zh: "：", en: ": " }, stop: { zh: "。", en: ". " },
  decision: { zh: "用文件里的哪张表", en: "Which of its tables" }, decisionHint: { zh: "写决策的名字", en: "The decision's name" },
});
