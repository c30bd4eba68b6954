/** @jsxImportSource react */
import { useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { Button, Input } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import type { RuleOutcome } from "../draft/index.ts";
import { addOutcome, changeOutcome, deleteOutcome, isUsed, moveOutcome, outcomeOf } from "../draft/edit-outcomes.ts";
import { FieldFault } from "./row-faults.tsx";
import { VerdictChip } from "./states.tsx";
import { TwoTongues } from "./two-tongues.tsx";
import { thenFocus, useRule } from "./use-rule.ts";

const TONES = ["ok", "warn", "bar", "appr", "no"] as const satisfies readonly RuleOutcome["tone"][];

/** The verdicts from free to strict: the order in which two levels are compared. */
export function OutcomesTab(): ReactNode {
  const say = useWords(words);
  const { content, editable } = useRule();
  return (
    <fieldset disabled={!editable} className="stack">
      <legend className="vh">{say.title}</legend>
      <p>{say.order}</p>
      <ol className="stack">{content.outcomes.map((outcome, at) => <Outcome key={outcome.value} outcome={outcome} at={at} />)}</ol>
      {editable ? <NewOutcome /> : null}
    </fieldset>
  );
}

function Outcome({ outcome, at }: { readonly outcome: RuleOutcome; readonly at: number }): ReactNode {
  const say = useWords(words);
  const { content, change, editable } = useRule();
  const { value, name, tone } = outcome;
  const id = `outcomes.${value}`;
  const move = (by: -1 | 1): void => { thenFocus(() => { change((now) => moveOutcome(now, value, by), "now"); }, `${id}-${by < 0 ? "freer" : "stricter"}`, `${id}-${by < 0 ? "stricter" : "freer"}`); };
  return (
    <li className="part open" id={id} tabIndex={-1}>
      <p className="row"><VerdictChip value={value} content={content} /><span className="mono quiet">{value}</span></p>
      <TwoTongues id={id} label={say.name} value={name} set={(next) => { change((now) => changeOutcome(now, value, { name: next })); }} describedBy={`${id}-fault`} />
      <FieldFault id={`${id}-fault`} field={id} />
      <div className="field"><label htmlFor={`${id}-tone`}>{say.tone}</label><select className="native short" id={`${id}-tone`} value={tone} onChange={(event) => { const chosen = TONES.find((each) => each === event.target.value); if (chosen !== undefined) change((now) => changeOutcome(now, value, { tone: chosen }), "now"); }}>{TONES.map((each) => <option key={each} value={each}>{say[each]}</option>)}</select></div>
      {editable ? <p className="row">
        <Button size="small" id={`${id}-freer`} aria-label={`${say.freer} ${value}`} disabled={at === 0} onClick={() => { move(-1); }}>{say.freer}</Button><Button size="small" id={`${id}-stricter`} aria-label={`${say.stricter} ${value}`} disabled={at === content.outcomes.length - 1} onClick={() => { move(1); }}>{say.stricter}</Button>
        {isUsed(content, value) ? <span className="quiet">{say.used}</span> : <Button size="small" danger aria-label={`${say.remove} ${value}`} onClick={() => { thenFocus(() => { change((now) => deleteOutcome(now, value), "now"); }, "new-outcome"); }}>{say.remove}</Button>}
      </p> : null}
    </li>
  );
}

function NewOutcome(): ReactNode {
  const say = useWords(words);
  const { content, change } = useRule();
  const [typed, setTyped] = useState("");
  const value = typed.trim();
  const isTaken = outcomeOf(content, value) !== undefined;
  function add(event: FormEvent): void {
    event.preventDefault();
    if (value === "" || isTaken) return;
    thenFocus(() => { change((now) => addOutcome(now, { value, name: { zh: "", en: "" }, tone: "no" }), "now"); setTyped(""); }, `outcomes.${value}.zh`);
  }
  return (
    <form className="field" onSubmit={add} noValidate><label htmlFor="new-outcome">{say.new}</label><span className="hint" id="new-outcome-hint">{say.newHint}</span>
      <span className="row"><Input className="short" id="new-outcome" value={typed} maxLength={100} spellCheck={false} autoCapitalize="none" aria-describedby="new-outcome-hint new-outcome-taken" onChange={(event) => { setTyped(event.target.value); }} /><Button htmlType="submit">{say.add}</Button></span>
      {isTaken ? <p className="field-error" id="new-outcome-taken">{say.taken}</p> : null}</form>
  );
}

const words = messages({
  title: { zh: "结论", en: "Verdicts" }, order: { zh: "从宽到严排。和上级、和正在用的版本对比，就按这个顺序看谁更严。", en: "From free to strict: by this order the level above and the version in force are compared with." },
  name: { zh: "叫什么", en: "Name" }, tone: { zh: "什么颜色", en: "Colour" }, ok: { zh: "绿，打勾", en: "Green, a tick" }, warn: { zh: "黄，三角", en: "Amber, a triangle" }, bar: { zh: "黄，拦住的路", en: "Amber, a barred road" }, appr: { zh: "蓝，盖章", en: "Blue, a stamp" }, no: { zh: "红，禁止", en: "Red, a barred octagon" },
  freer: { zh: "往宽移", en: "Move freer" }, stricter: { zh: "往严移", en: "Move stricter" }, remove: { zh: "删掉", en: "Delete" }, used: { zh: "有规则或例子在用，不能删", en: "Rows or examples give it, so it stays" },
  new: { zh: "加一个结论", en: "Add a verdict" }, newHint: { zh: "表里用的短名，例如 must-not；加在最严的一头，再移到该在的地方", en: "A short word for the table, such as must-not; it is added as the strictest, then move it" }, add: { zh: "加上", en: "Add" }, taken: { zh: "已经有这个结论", en: "This verdict is there already" },
});
