/** @jsxImportSource react */
import { Facts, Panel, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import type { CaseView } from "../desk-views.ts";
import { maskedName, maskedTelephone } from "./masked.ts";

/** Who asked. Covered until it is needed, so that nobody reads it off a screen in passing. */
export function ContactPanel({ contact }: Pick<CaseView, "contact">): ReactNode {
  const say = useWords(words);
  const [open, setOpen] = useState(false);
  if (contact === null) return <Panel title={say.title}><p className="quiet">{say.nobody}</p></Panel>;
  const { name, telephone, forWhom } = contact;
  if (name === null && telephone === null && forWhom === null) return <Panel title={say.title}><p className="quiet">{say.nothing}</p></Panel>;
  return (
    <Panel title={say.title} beside={<Button size="small" aria-expanded={open} onClick={() => { setOpen(!open); }}>{open ? say.cover : say.show}</Button>}>
      <Facts rows={[
        [say.name, name === null ? say.none : open ? name : maskedName(name)],
        [say.telephone, telephone === null ? say.none : open ? <a key="call" href={`tel:${telephone}`}>{telephone}</a> : maskedTelephone(telephone)],
        ...(forWhom === null ? [] : [[say.forWhom, open ? forWhom : maskedName(forWhom)] as const]),
      ]} />
    </Panel>
  );
}

const words = messages({
  title: { zh: "联系人", en: "Contact" }, nobody: { zh: "没有留联系方式。", en: "No contact is known." }, nothing: { zh: "没有留姓名和电话。", en: "Neither name nor telephone was left." }, show: { zh: "显示", en: "Show" }, cover: { zh: "遮住", en: "Cover" },
  name: { zh: "姓名", en: "Name" }, telephone: { zh: "电话", en: "Telephone" }, forWhom: { zh: "替谁办", en: "For whom" }, none: { zh: "没有留", en: "Not left" },
});
