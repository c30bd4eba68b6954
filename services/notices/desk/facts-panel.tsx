/** @jsxImportSource react */
import { Panel, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages, type LocalText } from "#platform/i18n";
import { Input } from "antd";
import type { ReactNode } from "react";
import type { DeskGround, DraftContent, DraftView } from "../draft/index.ts";
import { FieldFault } from "./field-fault.tsx";
import { fieldWords } from "./field-words.ts";

type FactsProps = { readonly content: DraftContent; readonly bodies: DeskGround["bodies"]; readonly faults: DraftView["faults"]; readonly editable: boolean; readonly change: (change: Partial<DraftContent>) => void };
type WordsField = "title" | "titleSource" | "dateSource";

/** What stands over the clauses: title, number, date, who issued it, where the original is. */
export function FactsPanel({ content, bodies, faults, editable, change }: FactsProps): ReactNode {
  const say = useWords(words);
  const named = useWords(fieldWords);
  const both = (field: WordsField) => <Both key={field} id={field} zh={named[`${field}.zh`]} en={named[`${field}.en`]} value={content[field]} set={(value) => { change({ [field]: value }); }} />;
  return (
    <Panel title={say.panel}>
      <fieldset disabled={!editable}>
        <legend className="vh">{say.panel}</legend>
        {both("title")}{both("titleSource")}
        <div className="field"><label htmlFor="documentNumber">{named.documentNumber}</label><span className="hint" id="number-hint">{say.numberHint}</span><Input id="documentNumber" value={content.documentNumber ?? ""} maxLength={100} aria-describedby="number-hint" onChange={(event) => { change({ documentNumber: event.target.value.trim() === "" ? null : event.target.value }); }} /></div>
        <div className="field"><label htmlFor="date">{named.date}</label><input className="native-input" type="date" id="date" value={content.date ?? ""} onChange={(event) => { change({ date: event.target.value === "" ? null : event.target.value }); }} /></div>
        {content.date === null ? null : both("dateSource")}
        {(["issuer", "publisher", "operator"] as const).map((role) => <BodyField key={role} role={role} label={named[role]} none={say.choose} value={content[role]} bodies={bodies} set={(key) => { change({ [role]: key }); }} />)}
        <Both id="origin.name" zh={named["origin.name.zh"]} en={named["origin.name.en"]} value={content.origin.name} set={(name) => { change({ origin: { ...content.origin, name } }); }} />
        <div className="field"><label htmlFor="origin.address">{named["origin.address"]}</label><Input id="origin.address" type="url" inputMode="url" placeholder="https://" value={content.origin.address ?? ""} maxLength={2000} aria-describedby="origin.address-fault" onChange={(event) => { const address = event.target.value.trim(); change({ origin: { ...content.origin, address: address === "" ? null : address } }); }} /><FieldFault id="origin.address-fault" faults={faults} field="origin.address" value={content.origin.address} /></div>
        <label className="choice"><input type="checkbox" checked={content.textKind === "restatement"} onChange={(event) => { change(event.target.checked ? { textKind: "restatement", textNote: content.textNote ?? { zh: "", en: "" } } : { textKind: "original", textNote: null }); }} />{named.textKind}</label>
        {content.textNote === null ? null : <Both id="textNote" zh={named["textNote.zh"]} en={named["textNote.en"]} value={content.textNote} set={(textNote) => { change({ textNote }); }} />}
      </fieldset>
    </Panel>
  );
}

function Both({ id, zh, en, value, set }: { readonly id: string; readonly zh: string; readonly en: string; readonly value: LocalText; readonly set: (value: { zh: string; en: string }) => void }): ReactNode {
  return (["zh", "en"] as const).map((tongue) => (
    <div className="field" key={tongue}><label htmlFor={`${id}.${tongue}`}>{tongue === "zh" ? zh : en}</label><Input id={`${id}.${tongue}`} lang={tongue === "zh" ? "zh-CN" : "en"} value={value[tongue]} maxLength={4000} onChange={(event) => { set({ ...value, [tongue]: event.target.value }); }} /></div>
  ));
}

function BodyField({ role, label, none, value, bodies, set }: { readonly role: string; readonly label: string; readonly none: string; readonly value: string | null; readonly bodies: DeskGround["bodies"]; readonly set: (key: string | null) => void }): ReactNode {
  const { language } = useLanguage();
  return <div className="field"><label htmlFor={role}>{label}</label><select className="native" id={role} value={value ?? ""} onChange={(event) => { set(event.target.value === "" ? null : event.target.value); }}><option value="">{none}</option>{bodies.map(({ key, name }) => <option key={key} value={key}>{inLanguage(name, language)}</option>)}</select></div>;
}

const words = messages({
  panel: { zh: "基本情况", en: "About the notice" },
  choose: { zh: "（请选）", en: "(choose)" },
  numberHint: { zh: "没有就空着", en: "Leave it empty if there is none" },
});
