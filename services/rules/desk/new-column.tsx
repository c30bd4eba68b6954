/** @jsxImportSource react */
import { useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { Button, Input } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import { addColumn, isFreeFact, isPlainName, NEW_COLUMNS, type NewColumn as Kind } from "../draft/edit-columns.ts";
import { thenFocus, useRule } from "./use-rule.ts";

/** One more thing to ask; no row asks for it until it is said there. */
export function NewColumn(): ReactNode {
  const say = useWords(words);
  const { content, change } = useRule();
  const [typed, setTyped] = useState("");
  const [kind, setKind] = useState<Kind>("choices");
  const [values, setValues] = useState("");
  const [fault, setFault] = useState<"name" | "values" | null>(null);
  const fact = typed.trim();
  const listed = [...new Set(values.split(/[,，、\s]+/u).filter(isPlainName))];
  function add(event: FormEvent): void {
    event.preventDefault();
    const wrong = !isFreeFact(content, fact) ? "name" : kind === "choices" && listed.length < 2 ? "values" : null;
    if (wrong !== null) { thenFocus(() => { setFault(wrong); }, wrong === "name" ? "new-fact" : "new-fact-values"); return; }
    thenFocus(() => { change((now) => addColumn(now, { fact, kind, name: { zh: "", en: "" }, values: listed }), "now"); setTyped(""); setValues(""); setFault(null); }, "new-fact");
    const added = document.getElementById(`facts.${fact}`);
    if (added instanceof HTMLDetailsElement) { added.open = true; document.getElementById(`facts.${fact}.zh`)?.focus(); }
  }
  return (
    <form className="part open" onSubmit={add} noValidate aria-label={say.title}>
      <h3>{say.title}</h3>
      <div className="cells">
        <div className="field"><label htmlFor="new-fact">{say.name}</label><span className="hint" id="new-fact-hint">{say.nameHint}</span><Input id="new-fact" value={typed} maxLength={60} spellCheck={false} autoCapitalize="none" aria-describedby="new-fact-hint new-fact-error" aria-invalid={fault === "name"} onChange={(event) => { setTyped(event.target.value); }} />{fault === "name" ? <p className="field-error" id="new-fact-error">{say.nameWrong}</p> : null}</div>
        <div className="field"><label htmlFor="new-fact-kind">{say.kind}</label><select className="native" id="new-fact-kind" value={kind} onChange={(event) => { setKind(NEW_COLUMNS.find((each) => each === event.target.value) ?? "choices"); }}>{NEW_COLUMNS.map((each) => <option key={each} value={each}>{say[each]}</option>)}</select></div>
        {kind === "choices" ? <div className="field"><label htmlFor="new-fact-values">{say.values}</label><span className="hint" id="new-fact-values-hint">{say.valuesHint}</span><Input id="new-fact-values" value={values} maxLength={400} spellCheck={false} autoCapitalize="none" aria-describedby="new-fact-values-hint new-fact-values-error" aria-invalid={fault === "values"} onChange={(event) => { setValues(event.target.value); }} />{fault === "values" ? <p className="field-error" id="new-fact-values-error">{say.valuesWrong}</p> : null}</div> : null}
      </div>
      <Button htmlType="submit">{say.add}</Button>
    </form>
  );
}

const words = messages({
  title: { zh: "多问一件事", en: "Ask one more thing" }, name: { zh: "在表里的短名", en: "Short name in the table" }, nameHint: { zh: "一个词，例如 purpose；群众看到的叫法在加好以后写", en: "One word, such as purpose; how residents read it is written next" }, nameWrong: { zh: "要以字母或汉字开头，没有空格，也不和别的重名", en: "Begin with a letter, use no spaces, and choose one that is not taken" },
  kind: { zh: "怎么回答", en: "How it is answered" }, choices: { zh: "从几项里选", en: "One of several" }, "yes-no": { zh: "是或者不是", en: "Yes or no" }, number: { zh: "数字", en: "A number" }, date: { zh: "日期", en: "A day" },
  values: { zh: "有哪几项", en: "The values" }, valuesHint: { zh: "短名，用逗号隔开，例如 work, visit, study", en: "Short words with commas, such as work, visit, study" }, valuesWrong: { zh: "至少写两项", en: "Write at least two" }, add: { zh: "加上", en: "Add" },
});
