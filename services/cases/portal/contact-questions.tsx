import type { CaseType } from "#engines/cases";
import type { FieldFault } from "#engines/forms";
import { inLanguage, type Language } from "#platform/i18n";
import { FormField, type AskedField, type FieldError } from "#platform/portal-ui";
import type { VNode } from "preact";
import { NAME_MAX } from "../contact-bound.ts";
import type { WrittenForm } from "../portal-views.ts";

type ContactProps = { readonly type: Pick<CaseType, "contact" | "proxy">; readonly from: number; readonly texts: WrittenForm["texts"]; readonly faults: readonly FieldFault[]; readonly language: Language };

/** Name, telephone and, where one may ask for another, for whom; nothing where nobody is asked who they are. */
export function ContactQuestions({ type, from, texts, faults, language }: ContactProps): VNode | null {
  const asked = contactFields(type);
  if (asked.length === 0) return null;
  return (
    <>
      {asked.map(({ name, field }, at) => {
        const fault = faults.find((each) => each.field === name);
        return <FormField field={field} id={idOf(name)} name={name} number={from + at} written={texts[name]} error={fault === undefined ? null : inLanguage(fault.problem, language)} districts={[]} language={language} />;
      })}
    </>
  );
}

/** What is wrong in it, for the box above the form. */
export function contactErrors(faults: readonly FieldFault[], language: Language): FieldError[] {
  return faults.filter(({ field }) => field in FIELDS).map((fault) => ({ fieldId: idOf(fault.field), problem: inLanguage(fault.problem, language), remedy: inLanguage(fault.remedy, language) }));
}

/** How many questions they are. */
export function contactCount(type: ContactProps["type"]): number {
  return contactFields(type).length;
}

const idOf = (name: string): string => name.replace(".", "-");

function contactFields({ contact, proxy }: ContactProps["type"]): readonly { readonly name: string; readonly field: AskedField }[] {
  const required = contact === "required";
  const names = [...(contact === "none" ? [] : ["contact.name", "contact.telephone"]), ...(proxy ? ["contact.forWhom"] : [])] as readonly (keyof typeof FIELDS)[];
  return names.map((name) => ({ name, field: { ...FIELDS[name], required: required && name !== "contact.forWhom" } }));
}

const FIELDS = {
  "contact.name": { key: "name", kind: "text", lengthMax: NAME_MAX, name: { zh: "怎么称呼您", en: "Your name" }, hint: null },
  "contact.telephone": { key: "telephone", kind: "telephone", name: { zh: "您的电话", en: "Your telephone" }, hint: { zh: "有要核实的，办理人打给您", en: "Whoever handles it may call you to check" } },
  "contact.forWhom": { key: "forWhom", kind: "text", lengthMax: NAME_MAX, name: { zh: "替别人办的，那个人是谁", en: "For somebody else? Who is it" }, hint: { zh: "给自己办的不用填；老人、孩子、不方便上网的人，您都可以代办", en: "Leave it empty if it is for yourself. You may ask for an elder, a child, or anybody who cannot do it here" } },
} as const;
