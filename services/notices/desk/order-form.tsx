/** @jsxImportSource react */
import { DeskIcon, useLanguage, useWords } from "#platform/desk-ui";
import { MODALITIES } from "#engines/reading";
import { inLanguage, messages } from "#platform/i18n";
import { Button, Input } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import type { DraftCorrection, DraftView, EditField, EditRefusal } from "../draft/index.ts";
import { orderWords } from "./order-words.ts";
import type { TypedFields } from "./use-typed.ts";

type Order = DraftView["orders"][number];
type OrderFormProps = {
  readonly order: Order;
  readonly following: Order | undefined;
  /** The sentence of the text the duty stands in, for screens where the text is far away. */
  readonly sentence: string;
  readonly editable: boolean;
  readonly typed: TypedFields;
  readonly type: (typed: TypedFields) => void;
  /** Takes the edit, or says why it cannot be taken. */
  readonly correct: (correction: DraftCorrection) => EditRefusal | null;
  /** It was no duty: the row goes away, the keyboard goes on to the next. */
  readonly remove: (correction: DraftCorrection) => EditRefusal | null;
};

const PARTICULARS = ["approver", "condition", "exception", "deadline"] as const;

/** Puts one duty right by the notice's own words. What is typed and not applied yet is kept by whoever holds the form. */
export function OrderForm({ order, following, sentence, editable, typed, type, correct, remove }: OrderFormProps): ReactNode {
  const say = useWords(words);
  const named = useWords(orderWords);
  const [refusal, setRefusal] = useState<EditRefusal | null>(null);
  const meant = { quote: order.quote, modality: order.modality };
  const stands: TypedFields = { modality: order.modality, actors: order.actors.join("、"), before: "", ...Object.fromEntries(PARTICULARS.map((name) => [name, order[name] ?? ""])) };
  const value = (field: string): string => typed[field] ?? stands[field] ?? "";
  const write = (field: string, next: string): void => {
    const { [field]: _before, ...others } = typed;
    type(next === stands[field] ? others : { ...others, [field]: next });
    setRefusal(null);
  };
  const modality = MODALITIES.find((each) => each === value("modality")) ?? order.modality;
  function attempt(take: typeof correct, change: DraftCorrection["change"], applied: readonly string[]): void {
    const refused = take({ ...meant, change });
    setRefusal(refused);
    if (refused === null) type(Object.fromEntries(Object.entries(typed).filter(([field]) => !applied.includes(field))));
    else if (refused.field !== "merge" && refused.field !== "duty") document.getElementById(`o-${refused.field}`)?.focus();
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    const names = value("actors").split(/[、，,\n]/u).map((name) => name.trim()).filter((name) => name !== "");
    const changed = PARTICULARS.flatMap((name) => { const now = value(name).trim(); return (order[name] ?? "") === now ? [] : [[name, now === "" ? null : now] as const]; });
    const change = { kind: "set" as const, ...(modality === order.modality ? {} : { modality }), ...(names.join("、") === order.actors.join("、") ? {} : { actors: names }), ...Object.fromEntries(changed) };
    if (Object.keys(change).length > 1) attempt(correct, change, ["modality", "actors", ...PARTICULARS]);
    else type(value("before") === "" ? {} : { before: value("before") });
  }
  const refused = (field: EditField): ReactNode => <div role="alert"><Refused id={`o-${field}-error`} refusal={refusal?.field === field ? refusal : null} /></div>;
  const wrong = (field: EditField): Readonly<Record<string, unknown>> => (refusal?.field === field ? { "aria-invalid": true, status: "error" as const } : {});
  const pending = Object.keys(typed).some((field) => field !== "before");
  return (
    <form className="order-form" onSubmit={submit}>
      <p className="sentence" lang="zh-CN">{sentence}</p>
      <fieldset disabled={!editable}>
        <legend className="vh">{say.change}</legend>
        <div className="field"><label htmlFor="o-modality">{named.strength}</label><select id="o-modality" className="native" value={modality} onChange={(event) => { write("modality", event.target.value); }}>{MODALITIES.map((each) => <option key={each} value={each}>{named[each]}</option>)}</select></div>
        <div className="field"><label htmlFor="o-actors">{named.actors}</label><span className="hint" id="o-actors-hint">{order.actorsInferred ? say.inferred : say.actorsHint}</span><Input id="o-actors" lang="zh-CN" value={value("actors")} maxLength={2000} onChange={(event) => { write("actors", event.target.value); }} aria-describedby="o-actors-hint o-actors-error" {...wrong("actors")} />{refused("actors")}</div>
        {PARTICULARS.map((name) => <div className="field" key={name}><label htmlFor={`o-${name}`}>{named[name]}</label><Input id={`o-${name}`} lang="zh-CN" value={value(name)} maxLength={2000} onChange={(event) => { write(name, event.target.value); }} aria-describedby={`o-${name}-error`} {...wrong(name)} />{refused(name)}</div>)}
        {editable ? (
          <>
            {pending ? <p className="quiet pending">{say.pending}</p> : null}
            <p className="row"><Button type="primary" htmlType="submit">{say.apply}</Button><Button onClick={() => { attempt(remove, { kind: "remove" }, Object.keys(typed)); }}>{say.remove}</Button>
              {following === undefined ? null : <Button aria-describedby="o-merge-error" onClick={() => { attempt(correct, { kind: "merge", with: following.quote }, []); }}>{say.merge}</Button>}</p>
            {refused("merge")}{refused("duty")}
            <div className="field split"><label htmlFor="o-before">{say.splitLabel}</label><span className="row"><Input id="o-before" lang="zh-CN" className="short" value={value("before")} maxLength={200} onChange={(event) => { write("before", event.target.value); }} aria-describedby="o-before-error" {...wrong("before")} /><Button disabled={value("before").trim() === ""} onClick={() => { attempt(correct, { kind: "split", before: value("before").trim() }, ["before"]); }}>{say.split}</Button></span>{refused("before")}</div>
          </>
        ) : null}
      </fieldset>
    </form>
  );
}

/** Why an edit was not taken, beside what was written. */
export function Refused({ id, refusal }: { readonly id: string; readonly refusal: EditRefusal | null }): ReactNode {
  const { language } = useLanguage();
  const say = useWords(words);
  return refusal === null ? null : <p className="field-error" id={id}><DeskIcon name="no" />{inLanguage(refusal.problem, language)}{say.stop}{inLanguage(refusal.remedy, language)}{say.end}</p>;
}

const words = messages({
  change: { zh: "改这项任务", en: "Change this duty" },
  actorsHint: { zh: "用原文的字；几个用顿号隔开", en: "In the notice's own words; separate several by 、" },
  inferred: { zh: "这一句没有写，从前文看出来的；用原文的字改", en: "Not said in this sentence, taken from before; correct it in the notice's own words" },
  pending: { zh: "还没用上的改动：按“改好了”才算数。", en: "Not applied yet: press “Apply” to make it count." },
  apply: { zh: "改好了", en: "Apply" },
  remove: { zh: "这不是任务", en: "This is no duty" },
  merge: { zh: "和下一项并成一项", en: "Join with the next" },
  splitLabel: { zh: "其实是两件事？第二件从哪几个字开始", en: "Two duties in one? The second begins with the words" },
  split: { zh: "拆开", en: "Split" },
  stop: { zh: "。", en: ". " }, end: { zh: "。", en: "." },
});
