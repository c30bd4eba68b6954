/** @jsxImportSource react */
import { Panel, useWords } from "#platform/desk-ui";
import { MODALITIES } from "#engines/reading";
import { messages } from "#platform/i18n";
import { Button, Input } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import type { DraftCorrection, DraftView, EditRefusal } from "../draft/index.ts";
import { Refused } from "./order-form.tsx";
import { orderWords } from "./order-words.ts";
import type { TypedFields } from "./use-typed.ts";

type AddOrderProps = { readonly orders: DraftView["orders"]; readonly typed: TypedFields; readonly type: (typed: TypedFields) => void; readonly correct: (correction: DraftCorrection) => EditRefusal | null };

/** An order the reader did not see, by the notice's own words. */
export function AddOrder({ orders, typed, type, correct }: AddOrderProps): ReactNode {
  const say = useWords(words);
  const named = useWords(orderWords);
  const [refusal, setRefusal] = useState<EditRefusal | null>(null);
  const modality = MODALITIES.find((each) => each === typed["modality"]) ?? "must";
  const excerpt = typed["excerpt"] ?? "";
  function submit(event: FormEvent): void {
    event.preventDefault();
    const words = excerpt.trim();
    if (words === "") return;
    const beside = orders.find(({ quote }) => quote.includes(words));
    const refused = correct({ quote: beside?.quote ?? words, ...(beside === undefined ? {} : { modality: beside.modality }), change: { kind: "add", excerpt: words, modality } });
    setRefusal(refused);
    if (refused === null) type({});
    document.getElementById("add-excerpt")?.focus();
  }
  return (
    <Panel title={say.title}>
      <form onSubmit={submit} noValidate>
        <div className="field"><label htmlFor="add-excerpt">{say.excerpt}</label><Input.TextArea id="add-excerpt" rows={2} lang="zh-CN" value={excerpt} maxLength={2000} onChange={(event) => { setRefusal(null); type(event.target.value === "" ? {} : { ...typed, excerpt: event.target.value }); }} aria-describedby="add-excerpt-error" {...(refusal === null ? {} : { "aria-invalid": true, status: "error" as const })} /><div role="alert"><Refused id="add-excerpt-error" refusal={refusal} /></div></div>
        <p className="row"><label htmlFor="add-modality">{named.strength}</label><select id="add-modality" className="native" value={modality} onChange={(event) => { type({ ...typed, modality: event.target.value }); }}>{MODALITIES.map((each) => <option key={each} value={each}>{named[each]}</option>)}</select><Button htmlType="submit">{say.add}</Button></p>
      </form>
    </Panel>
  );
}

const words = messages({
  title: { zh: "漏了一项任务？", en: "Was a duty missed?" },
  excerpt: { zh: "从原文里复制那几句", en: "Copy its words from the text" },
  add: { zh: "加上", en: "Add" },
});
