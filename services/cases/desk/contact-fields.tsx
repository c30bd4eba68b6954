/** @jsxImportSource react */
import { FieldFault, useWords } from "#platform/desk-ui";
import { messages, type LocalText } from "#platform/i18n";
import { useState, type ReactNode } from "react";
import { NAME_MAX } from "../contact-bound.ts";

/** Who asks, as typed. */
export type Contact = { readonly name: string; readonly telephone: string; readonly forWhom: string };
/** Nobody yet. */
export const NOBODY: Contact = { name: "", telephone: "", forWhom: "" };

/** What is missing, where it must be there. */
export function contactFaults({ name, telephone }: Contact, required: boolean): readonly { readonly field: string; readonly problem: LocalText; readonly remedy: LocalText }[] {
  return required ? [...(name.trim() === "" ? [{ field: "contact.name", ...NO_NAME }] : []), ...(telephone.trim() === "" ? [{ field: "contact.telephone", ...NO_TELEPHONE }] : [])] : [];
}

/** Name and telephone of who asks; for whom, when they ask for somebody else. */
export function ContactFields({ contact, change, proxy, required, error }: { readonly contact: Contact; readonly change: (contact: Contact) => void; readonly proxy: boolean; readonly required: boolean; readonly error: unknown }): ReactNode {
  const say = useWords(words);
  const [forAnother, setForAnother] = useState(contact.forWhom !== "");
  const field = (name: keyof Contact, label: string, hint: string | null, type = "text"): ReactNode => (
    <div className="field asked">
      <label htmlFor={`new-contact.${name}`}>{label}</label>{hint === null ? null : <span className="hint" id={`contact-${name}-hint`}>{hint}</span>}
      <FieldFault id={`contact-${name}-error`} error={error} field={`contact.${name}`} />
      <input className="native-input" id={`new-contact.${name}`} type={type} autoComplete="off" maxLength={name === "telephone" ? 30 : NAME_MAX} value={contact[name]} aria-describedby={`${hint === null ? "" : `contact-${name}-hint `}contact-${name}-error`} onChange={(event) => { change({ ...contact, [name]: event.target.value }); }} />
    </div>
  );
  return (
    <>
      <div className="counts about">{field("name", required ? say.name : say.nameOptional, null)}{field("telephone", required ? say.telephone : say.telephoneOptional, say.why, "tel")}</div>
      {proxy ? <label className="choice"><input type="checkbox" checked={forAnother} onChange={(event) => { setForAnother(event.target.checked); if (!event.target.checked) change({ ...contact, forWhom: "" }); }} /><span>{say.proxy}</span></label> : null}
      {proxy && forAnother ? field("forWhom", say.forWhom, say.forWhomHint) : null}
    </>
  );
}

const NO_NAME = { problem: { zh: "没有填姓名", en: "The name is missing" }, remedy: { zh: "问一下对方怎么称呼。", en: "Ask who they are." } };
const NO_TELEPHONE = { problem: { zh: "没有填电话", en: "The telephone number is missing" }, remedy: { zh: "问一个能打通的号码。", en: "Ask for a number that reaches them." } };
const words = messages({
  name: { zh: "姓名", en: "Name" }, nameOptional: { zh: "姓名（可不留）", en: "Name (may be left out)" }, telephone: { zh: "电话", en: "Telephone" }, telephoneOptional: { zh: "电话（可不留）", en: "Telephone (may be left out)" }, why: { zh: "只用来回复这件事", en: "Used to answer this case alone" },
  proxy: { zh: "替别人办", en: "They ask for somebody else" }, forWhom: { zh: "替谁办", en: "For whom" }, forWhomHint: { zh: "姓名和关系，例如：李秀芬，母亲", en: "Name and relation, such as: Li Xiufen, mother" },
});
