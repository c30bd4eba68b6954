/** @jsxImportSource react */
import { useLanguage, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { Button, Input } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import type { RuleContent } from "../draft/index.ts";
import { asks, choicesOf, factInWords, valueInWords } from "../draft/cell-words.ts";
import { addValue, deleteColumn, deleteValue, isPlainName, nameFact, nameValue, rowsNaming } from "../draft/edit-columns.ts";
import { rowName } from "../draft/edit-table.ts";
import { NewColumn } from "./new-column.tsx";
import { FieldFault } from "./row-faults.tsx";
import { TwoTongues } from "./two-tongues.tsx";
import { thenFocus, useRule } from "./use-rule.ts";

type Column = RuleContent["table"]["inputs"][number];
const EMPTY = { zh: "", en: "" };

/** What the table asks of a person: each fact's name and its values' names, as residents read them. */
export function FactsTab(): ReactNode {
  const say = useWords(words);
  const { content, editable } = useRule();
  return (
    <fieldset disabled={!editable} className="stack">
      <legend className="vh">{say.title}</legend>
      {content.table.inputs.map((column) => <Fact key={column.expression} column={column} />)}
      {editable ? <NewColumn /> : null}
    </fieldset>
  );
}

function Fact({ column }: { readonly column: Column }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { content, change, editable } = useRule();
  const [asking, setAsking] = useState(false);
  const fact = column.expression;
  const named = content.facts[fact];
  const choices = choicesOf(column);
  const called = factInWords(fact, content, language);
  return (
    <details className="part" id={`facts.${fact}`} open={content.table.inputs.length <= 2}>
      <summary><b>{called}</b> <span className="quiet">{say[asks(column)]}{choices.length === 0 ? null : `${say.colon}${choices.map(({ value }) => valueInWords(value, named, language)).join(say.comma)}`}</span></summary>
      <TwoTongues id={`facts.${fact}`} label={say.name} value={named?.name ?? EMPTY} set={(name) => { change((now) => nameFact(now, fact, name)); }} describedBy={`facts.${fact}-fault`} />
      <FieldFault id={`facts.${fact}-fault`} field={`facts.${fact}`} />
      {choices.map(({ text, value }) => <div key={text}>
        <TwoTongues id={`facts.${fact}.values.${value}`} label={say.value(String(value))} value={named?.values[String(value)] ?? EMPTY} set={(name) => { change((now) => nameValue(now, fact, String(value), name)); }} describedBy={`facts.${fact}.values.${value}-fault`} />
        <FieldFault id={`facts.${fact}.values.${value}-fault`} field={`facts.${fact}.values.${value}`} />
        {editable && asks(column) === "choices" && choices.length > 1 ? <RemoveValue fact={fact} text={text} value={String(value)} /> : null}
      </div>)}
      {editable && asks(column) === "choices" ? <NewValue fact={fact} taken={choices.map(({ value }) => String(value))} /> : null}
      {!editable ? null : asking
        ? <p className="row" role="group" aria-label={say.sure(called)}>{say.sure(called)}<Button size="small" danger onClick={() => { thenFocus(() => { change((now) => deleteColumn(now, fact), "now"); }, "new-fact"); }}>{say.removeFact}</Button><Button size="small" onClick={() => { thenFocus(() => { setAsking(false); }, `remove-${fact}`); }}>{say.keep}</Button></p>
        : <p><Button size="small" id={`remove-${fact}`} onClick={() => { setAsking(true); }}>{say.removeFact}</Button></p>}
    </details>
  );
}

/** A value that a row rests on alone stays until that row says something else. */
function RemoveValue({ fact, text, value }: { readonly fact: string; readonly text: string; readonly value: string }): ReactNode {
  const say = useWords(words);
  const { content, change } = useRule();
  const held = rowsNaming(content, fact, text).filter(({ only }) => only).map(({ at }) => rowName(content.table.rules[at] ?? { id: null }, at));
  if (held.length > 0) return <p className="quiet">{say.held(held.join(say.comma))}</p>;
  return <p><Button size="small" aria-label={`${say.removeValue} ${value}`} onClick={() => { thenFocus(() => { change((now) => deleteValue(now, fact, text), "now"); }, `new-value-${fact}`); }}>{say.removeValue}</Button></p>;
}

function NewValue({ fact, taken }: { readonly fact: string; readonly taken: readonly string[] }): ReactNode {
  const say = useWords(words);
  const { change } = useRule();
  const [typed, setTyped] = useState("");
  const value = typed.trim();
  const isTaken = taken.includes(value) || (value !== "" && !isPlainName(value));
  function add(event: FormEvent): void {
    event.preventDefault();
    if (value === "" || isTaken) return;
    thenFocus(() => { change((now) => addValue(now, fact, value, EMPTY), "now"); setTyped(""); }, `facts.${fact}.values.${value}.zh`);
  }
  return (
    <form className="field" onSubmit={add} noValidate><label htmlFor={`new-value-${fact}`}>{say.newValue}</label><span className="hint" id={`new-value-${fact}-hint`}>{say.newValueHint}</span>
      <span className="row"><Input className="short" id={`new-value-${fact}`} value={typed} maxLength={100} spellCheck={false} aria-describedby={`new-value-${fact}-hint new-value-${fact}-taken`} onChange={(event) => { setTyped(event.target.value); }} /><Button htmlType="submit">{say.add}</Button></span>
      {isTaken ? <p className="field-error" id={`new-value-${fact}-taken`}>{say.taken}</p> : null}</form>
  );
}

const words = messages({
  title: { zh: "问哪些事", en: "Facts" }, name: { zh: "叫什么", en: "Name" }, value: (value: string) => ({ zh: `选项 ${value} 叫什么`, en: `Name of the value ${value}` }), colon: { zh: "：", en: ": " }, comma: { zh: "、", en: ", " },
  choices: { zh: "从几项里选", en: "one of several" }, "yes-no": { zh: "是或者不是", en: "yes or no" }, number: { zh: "数字", en: "a number" }, date: { zh: "日期", en: "a day" }, text: { zh: "文字", en: "text" },
  newValue: { zh: "加一个选项", en: "Add a value" }, newValueHint: { zh: "表里用的短名，例如 driver；群众看到的叫法在加好以后写", en: "A short word for the table, such as driver; how residents read it is written next" }, add: { zh: "加上", en: "Add" }, taken: { zh: "这个短名已经有了，或者不能用，换一个", en: "This word is taken or cannot be used; choose another" },
  removeValue: { zh: "去掉这个选项", en: "Take this value away" }, held: (rows: string) => ({ zh: `规则 ${rows} 只管这一项，先改那里，才能去掉。`, en: `Row ${rows} is about this value alone; change it there before it can be taken away.` }),
  removeFact: { zh: "不再问这件事", en: "Ask this no more" }, sure: (name: string) => ({ zh: `去掉“${name}”这一栏，每条规则里的这个条件都没有了。`, en: `The column ${name} goes, and with it this condition of every row.` }), keep: { zh: "留着", en: "Keep it" },
});
