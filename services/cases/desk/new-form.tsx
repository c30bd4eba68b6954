/** @jsxImportSource react */
import type { Form } from "#engines/forms";
import { DeskIcon, faultsProblem, FormFields, FormProblem, Panel, requestJson, useCommand, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import type { z } from "zod";
import type { CaseTypesView, openedView } from "../desk-views.ts";
import { ContactFields, contactFaults, NOBODY, type Contact } from "./contact-fields.tsx";
import type { Receipt } from "./receipt-panel.tsx";
import { useForm } from "./use-form.ts";

/** How somebody reached the office. */
const WAYS = ["telephone", "counter", "paper", "officer"] as const;

/** The questions of one type, asked for somebody who is on the telephone, at the counter, or wrote. */
export function NewForm({ type, view, done }: { readonly type: CaseTypesView["types"][number]; readonly view: CaseTypesView; readonly done: (receipt: Receipt) => void }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const queries = useQueryClient();
  // The pack's check holds every form of a type to be one.
  const form = type.form as Form;
  // Who has one district is not asked for it.
  const only = view.districts.length === 1 ? view.districts[0] : undefined;
  const work = useForm(form, view.districts, only === undefined ? {} : { [type.district]: only.code });
  const [via, setVia] = useState<(typeof WAYS)[number]>(type.group === "inner" ? "officer" : "telephone");
  const [contact, setContact] = useState<Contact>(NOBODY);
  const { busy, error, setError, run } = useCommand();
  const asksContact = type.contact !== "none" && via !== "officer";
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const { answers, faults } = work.read();
    const all = [...faults, ...(asksContact ? contactFaults(contact, type.contact === "required") : [])];
    if (all.length > 0) return setError(faultsProblem(all, language));
    const told = (text: string): string | null => (asksContact && text.trim() !== "" ? text.trim() : null);
    const body = { type: type.key, via, answers, contact: { name: told(contact.name), telephone: told(contact.telephone), forWhom: type.proxy ? told(contact.forWhom) : null } };
    run(body, async (commandKey) => {
      const opened = await requestJson<z.infer<typeof openedView>>("/api/cases", { method: "POST", body: { ...body, commandKey } });
      await queries.invalidateQueries({ queryKey: ["cases", "worklist"] });
      done({ ...opened, typeName: type.name, via });
    });
  };
  return (
    <form onSubmit={send} noValidate className="stack">
      <FormProblem error={error} form="new-" />
      {type.before === null ? null : <div className="alert warn"><DeskIcon name="warn" /><div><p><b>{say.before}</b></p><p>{inLanguage(type.before, language)}</p></div></div>}
      <Panel title={say.way}>
        <fieldset><legend>{say.via}</legend><div className="row choices">{WAYS.map((way) => <label className="choice" key={way}><input type="radio" name="via" checked={via === way} onChange={() => { setVia(way); }} /><span>{say[way]}</span></label>)}</div></fieldset>
        {asksContact ? <ContactFields contact={contact} change={setContact} proxy={type.proxy} required={type.contact === "required"} error={error} /> : <p className="quiet">{type.contact === "none" ? say.nobodyAsked : say.ownCase}</p>}
      </Panel>
      <Panel title={inLanguage(type.name, language)}>
        <FormFields form="new-" fields={work.fields} draft={work.draft} change={work.change} error={error} districts={view.districts} />
        {form.some(({ kind }) => kind === "files") ? <p className="quiet pending">{say.files}</p> : null}
        <Button type="primary" htmlType="submit" loading={busy}>{say.send}</Button>
        <p className="quiet after">{say.afterwards}</p>
      </Panel>
    </form>
  );
}

const words = messages({
  before: { zh: "先告诉对方", en: "Tell them first" }, way: { zh: "谁来找、怎么来的", en: "Who asks, and how" }, via: { zh: "怎么来的", en: "How it came" }, telephone: { zh: "来电", en: "By telephone" }, counter: { zh: "来访", en: "At the counter" }, paper: { zh: "来信", en: "By letter" }, officer: { zh: "本机关提出", en: "By the office itself" },
  nobodyAsked: { zh: "这一类不问姓名和电话。", en: "Nobody is asked for a name or a telephone number here." }, ownCase: { zh: "本机关提出的，不用留联系人。", en: "The office's own needs no contact." },
  files: { zh: "照片和材料这里不收：对方凭受理号和查询码，可以在网上补交。", en: "Pictures and papers are not taken here: with number and secret they can be added on the website." },
  send: { zh: "受理", en: "Open the case" }, afterwards: { zh: "受理以后给出受理号和查询码，只显示一次，请当面念给对方。", en: "The receipt number and secret are shown once afterwards; read them out." },
});
