/** @jsxImportSource react */
import { Panel, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages, type LocalText } from "#platform/i18n";
import { Input } from "antd";
import type { ReactNode } from "react";
import type { DeskGround, DraftContent } from "../draft/index.ts";

type FactsProps = { readonly content: DraftContent; readonly bodies: DeskGround["bodies"]; readonly editable: boolean; readonly change: (change: Partial<DraftContent>) => void };
type WordsField = "title" | "titleSource" | "dateSource";

/** What stands over the clauses: title, number, date, who issued it, where the original is. */
export function FactsPanel({ content, bodies, editable, change }: FactsProps): ReactNode {
  const say = useWords(words);
  const both = (field: WordsField) => <Both key={field} id={field} zh={say[`${field}-zh`]} en={say[`${field}-en`]} value={content[field]} set={(value) => { change({ [field]: value }); }} />;
  return (
    <Panel title={say.panel}>
      <fieldset disabled={!editable}>
        <legend className="vh">{say.panel}</legend>
        {both("title")}{both("titleSource")}
        <div className="field"><label htmlFor="documentNumber">{say.number}</label><span className="hint" id="number-hint">{say.numberHint}</span><Input id="documentNumber" value={content.documentNumber ?? ""} maxLength={100} aria-describedby="number-hint" onChange={(event) => { change({ documentNumber: event.target.value.trim() === "" ? null : event.target.value }); }} /></div>
        <div className="field"><label htmlFor="date">{say.date}</label><input className="native-input" type="date" id="date" value={content.date ?? ""} onChange={(event) => { change({ date: event.target.value === "" ? null : event.target.value }); }} /></div>
        {content.date === null ? null : both("dateSource")}
        {(["issuer", "publisher", "operator"] as const).map((role) => <BodyField key={role} role={role} label={say[role]} none={say.choose} value={content[role]} bodies={bodies} set={(key) => { change({ [role]: key }); }} />)}
        <Both id="origin.name" zh={say["origin-zh"]} en={say["origin-en"]} value={content.origin.name} set={(name) => { change({ origin: { ...content.origin, name } }); }} />
        <div className="field"><label htmlFor="origin.address">{say.address}</label><Address value={content.origin.address} set={(address) => { change({ origin: { ...content.origin, address } }); }} /></div>
        <label className="choice"><input type="checkbox" checked={content.textKind === "restatement"} onChange={(event) => { change(event.target.checked ? { textKind: "restatement", textNote: content.textNote ?? { zh: "", en: "" } } : { textKind: "original", textNote: null }); }} />{say.restated}</label>
        {content.textNote === null ? null : <Both id="textNote" zh={say["note-zh"]} en={say["note-en"]} value={content.textNote} set={(textNote) => { change({ textNote }); }} />}
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

/** Half an address is not sent: it would be refused while somebody is still typing. */
function Address({ value, set }: { readonly value: string | null; readonly set: (address: string | null) => void }): ReactNode {
  return <Input key={value ?? ""} id="origin.address" type="url" inputMode="url" placeholder="https://" defaultValue={value ?? ""} onBlur={(event) => {
    const typed = event.target.value.trim();
    if (typed === "") { if (value !== null) set(null); } else if (/^https?:\/\/[^\s/]+\.[^\s]+$/u.test(typed) && typed !== value) set(typed);
  }} />;
}

const words = messages({
  panel: { zh: "基本情况", en: "About the notice" },
  choose: { zh: "（请选）", en: "(choose)" },
  "title-zh": { zh: "标题（中文）", en: "Title, in Chinese" }, "title-en": { zh: "标题（英文）", en: "Title, in English" },
  "titleSource-zh": { zh: "标题从哪里来（中文）", en: "Where the title comes from, in Chinese" }, "titleSource-en": { zh: "标题从哪里来（英文）", en: "Where the title comes from, in English" },
  "dateSource-zh": { zh: "日期从哪里来（中文）", en: "Where the date comes from, in Chinese" }, "dateSource-en": { zh: "日期从哪里来（英文）", en: "Where the date comes from, in English" },
  number: { zh: "文号", en: "Document number" }, numberHint: { zh: "没有就空着", en: "Leave it empty if there is none" },
  date: { zh: "成文日期", en: "Date of the notice" },
  issuer: { zh: "制发机关", en: "Issued by" }, publisher: { zh: "发布机关", en: "Published by" }, operator: { zh: "承办单位", en: "Operated by" },
  "origin-zh": { zh: "原件在哪里（中文）", en: "Where the original stands, in Chinese" }, "origin-en": { zh: "原件在哪里（英文）", en: "Where the original stands, in English" },
  address: { zh: "原页面的网址", en: "Address of the original page" },
  restated: { zh: "这是转述，不是原文", en: "This restates the notice; it is not the original" },
  "note-zh": { zh: "转述的说明（中文）", en: "Note on the restatement, in Chinese" }, "note-en": { zh: "转述的说明（英文）", en: "Note on the restatement, in English" },
});
