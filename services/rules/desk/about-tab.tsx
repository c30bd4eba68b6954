/** @jsxImportSource react */
import { Facts, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import type { ReactNode } from "react";
import { FieldFault } from "./row-faults.tsx";
import { TwoTongues } from "./two-tongues.tsx";
import { useRule } from "./use-rule.ts";

/** How the rule is called, when it applies, and the sentence for those it nearly concerns. */
export function AboutTab(): ReactNode {
  const say = useWords(words);
  const { content: { title, near, notice, effectiveFrom, effectiveTo }, editable, change } = useRule();
  return (
    <fieldset disabled={!editable}>
      <legend className="vh">{say.legend}</legend>
      <TwoTongues id="title" label={say.title} value={title} set={(next) => { change((now) => ({ ...now, title: next })); }} describedBy="title-fault" />
      <FieldFault id="title-fault" field="title" />
      <div className="cells">
        <div className="field"><label htmlFor="effectiveFrom">{say.from}</label><input className="native-input" id="effectiveFrom" type="date" value={effectiveFrom} aria-describedby="effectiveFrom-fault" onChange={(event) => { const day = event.target.value; if (day !== "") change((now) => ({ ...now, effectiveFrom: day })); }} /><FieldFault id="effectiveFrom-fault" field="effectiveFrom" /></div>
        <div className="field"><label htmlFor="effectiveTo">{say.to}</label><input className="native-input" id="effectiveTo" type="date" value={effectiveTo ?? ""} aria-describedby="effectiveTo-fault" onChange={(event) => { const day = event.target.value; change((now) => ({ ...now, effectiveTo: day === "" ? null : day })); }} /><FieldFault id="effectiveTo-fault" field="effectiveTo" /></div>
      </div>
      <p className="quiet" id="near-hint">{say.nearHint}</p>
      <TwoTongues id="near" label={say.near} value={near} lines={2} max={2000} set={(next) => { change((now) => ({ ...now, near: next })); }} describedBy="near-hint near-fault" />
      <FieldFault id="near-fault" field="near" />
      <Facts rows={[[say.notice, <span className="mono" key="notice">{notice}</span>]]} />
      <div id="notice" tabIndex={-1}><FieldFault id="notice-fault" field="notice" /></div>
    </fieldset>
  );
}

const words = messages({
  legend: { zh: "名字和有效期", en: "Name and dates" }, title: { zh: "规则表的名字", en: "Name of the rule" }, from: { zh: "从哪天起用", en: "In force from" }, to: { zh: "到哪天前为止（不写就一直用）", en: "Until before (empty: until further notice)" }, notice: { zh: "落实哪份通知", en: "Notice it carries out" },
  near: { zh: "“差一点”的句子", en: "Sentence for a near miss" }, nearHint: { zh: "有人只差一个条件时，告诉他差在哪里。{fact} 是哪件事，{value} 是他的情况，{asks} 是规则要的。", en: "For people who miss a row by one condition: {fact} is what it is about, {value} is how it is with them, {asks} what the row asks for." },
});
