/** @jsxImportSource react */
import { useLanguage, useWords, type DeskIconName } from "#platform/desk-ui";
import { messages, numberInWords } from "#platform/i18n";
import { Button, Input } from "antd";
import { useId, useState, type ReactNode } from "react";
import type { RuleDifference } from "../draft/index.ts";
import { caseInWords } from "../draft/cell-words.ts";
import { outcomeOf } from "../draft/edit-outcomes.ts";
import { addRow, approve, rowAt, setVerdict } from "../draft/edit-table.ts";
import { useLevelWords } from "./level-words.ts";
import { ReportCard } from "./report-card.tsx";
import { ClauseLinks } from "./row-line.tsx";
import { VerdictChip } from "./states.tsx";
import { thenFocus, useRule } from "./use-rule.ts";

type Look = { readonly tone: "no" | "warn" | "idle" | "ok"; readonly icon: DeskIconName };

/** Where the rule answers otherwise than the level above: a person for an example, both answers, and the two ways to settle it. */
export function DifferenceCard({ difference }: { readonly difference: RuleDifference }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const level = useLevelWords();
  const { content, editable, change, openRow, go } = useRule();
  const { kind, lowerRow, lower, upper, cases, example, upperClauses, document } = difference;
  const isFree = kind === "added" && String(lower) === content.outcomes[0]?.value;
  const look: Look = document !== null ? { tone: "ok", icon: "ok" } : kind === "stricter" ? { tone: "no", icon: "no" } : isFree ? { tone: "idle", icon: "ring" } : { tone: "warn", icon: "warn" };
  // Rows that contradict each other answer nothing yet: neither following nor a document would settle that.
  const isTorn = kind === "incomparable" && lower === null;
  const canFollow = !isTorn && lowerRow !== null && rowAt(content.table, lowerRow) >= 0 && outcomeOf(content, upper) !== undefined;
  function fill(): void {
    const { name } = addRow(content, example);
    thenFocus(() => { change((now) => { const added = addRow(now, example); return outcomeOf(now, upper) === undefined ? added.content : setVerdict(added.content, added.name, String(upper)); }, "now"); openRow(name); }, `verdict-${name}`);
  }
  const title = say.title(say[kind](level.inSentence), lowerRow === null ? "" : say.row(lowerRow), numberInWords(cases, language));
  return (
    <ReportCard {...look} title={title} rows={[
      [say.example, caseInWords(example, content, language)],
      [level.above, upper === null ? say.nothing : <><VerdictChip value={upper} content={content} /> {upperClauses.length === 0 ? null : <ClauseLinks keys={upperClauses} />}</>],
      [level.own, lower === null ? (isTorn ? say.torn : say.nothing) : <VerdictChip value={lower} content={content} />],
      ...(document === null ? [] : [[say.document, document] as const]),
    ]}>
      {kind === "incomparable" ? <p>{isTorn ? say.settleFirst : say.sameVerdicts}</p> : null}
      <p className="row">
        {editable && document === null && !isFree && kind === "silent" ? <Button size="small" onClick={fill}>{say.fill}</Button> : null}
        {editable && document === null && !isFree && canFollow ? <Button size="small" type={kind === "stricter" ? "primary" : "default"} onClick={() => { thenFocus(() => { change((now) => setVerdict(now, lowerRow, String(upper)), "now"); }, "report"); }}>{say.follow(level.inSentence)}</Button> : null}
        {lowerRow === null ? null : <Button size="small" onClick={() => { go(`rows.${lowerRow}`); }}>{say.see(lowerRow)}</Button>}
      </p>
      {editable && lowerRow !== null && !isFree && !isTorn && kind !== "silent" ? <Attach key={document} row={lowerRow} document={document} /> : null}
    </ReportCard>
  );
}

/** The document that allows a row to differ; what is typed goes into the rule when it is said to. */
function Attach({ row, document }: { readonly row: string; readonly document: string | null }): ReactNode {
  const say = useWords(words);
  const { change } = useRule();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(document ?? "");
  if (!open) return <p><Button size="small" id={`attach-${id}`} aria-expanded={false} onClick={() => { thenFocus(() => { setOpen(true); }, id); }}>{document === null ? say.attach : say.changeDocument}</Button></p>;
  return (
    <form onSubmit={(event) => { event.preventDefault(); thenFocus(() => { change((now) => approve(now, row, typed), "now"); setOpen(false); }, `attach-${id}`); }} noValidate>
      <div className="field"><label htmlFor={id}>{say.document}</label><span className="hint" id={`${id}-hint`}>{say.documentHint}</span><Input id={id} value={typed} maxLength={400} aria-describedby={`${id}-hint`} onChange={(event) => { setTyped(event.target.value); }} /></div>
      <p className="row"><Button size="small" htmlType="submit">{say.keep}</Button><Button size="small" onClick={() => { thenFocus(() => { setOpen(false); }, `attach-${id}`); }}>{say.cancel}</Button></p>
    </form>
  );
}

const words = messages({
  title: (what: string, row: string, count: string) => ({ zh: `${what}${row} · ${count} 种`, en: `${what}${row} · ${count === "1" ? "1 case" : `${count} cases`}` }), row: (name: string) => ({ zh: ` · 规则 ${name}`, en: ` · row ${name}` }),
  stricter: (level: string) => ({ zh: `比${level}严`, en: `Stricter than ${level}` }), looser: (level: string) => ({ zh: `比${level}宽`, en: `Looser than ${level}` }), silent: (level: string) => ({ zh: `${level}有规定，这里没有管`, en: `No answer where ${level} has one` }),
  added: (level: string) => ({ zh: `${level}没有管`, en: `Ordered here and not by ${level}` }), incomparable: (level: string) => ({ zh: `和${level}没法比`, en: `Not comparable with ${level}` }), sameVerdicts: { zh: "两边用同一套结论才能比。", en: "They can be compared when both use the same verdicts." },
  torn: { zh: "几条规则互相冲突", en: "Rows contradict each other" }, settleFirst: { zh: "先把冲突改好，才能比。", en: "Settle the contradiction first; then they can be compared." },
  example: { zh: "反例", en: "A case" }, nothing: { zh: "没有规定", en: "No rule" }, document: { zh: "批准文件", en: "Approved by" }, documentHint: { zh: "写发文字号或者全名；条件或结论一改，就要重新附", en: "Its number or full name; once the row changes, it must be attached anew" },
  follow: (level: string) => ({ zh: `改成和${level}一样`, en: `Answer like ${level}` }), attach: { zh: "附批准文件", en: "Attach the approval" }, changeDocument: { zh: "改批准文件", en: "Change the approval" }, fill: { zh: "补一条规则", en: "Add a row for it" },
  keep: { zh: "附上", en: "Attach" }, cancel: { zh: "取消", en: "Cancel" }, see: (row: string) => ({ zh: `看 ${row}`, en: `See ${row}` }),
});
