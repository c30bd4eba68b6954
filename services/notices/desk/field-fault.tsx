/** @jsxImportSource react */
import { DeskIcon, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { DraftView } from "../draft/index.ts";

/** What the last save found wrong with something that was written; its input names `id` in `aria-describedby`. What is only missing stands in the list above. */
export function FieldFault({ id, faults, field, value }: { readonly id: string; readonly faults: DraftView["faults"]; readonly field: string; readonly value: string | null }): ReactNode {
  const { language } = useLanguage();
  const say = useWords(words);
  const fault = value === null || value === "" ? undefined : faults.find((each) => each.field === field);
  return <div role="status">{fault === undefined ? null : <p className="field-error" id={id}><DeskIcon name="no" />{inLanguage(fault.problem, language)}{say.stop}{inLanguage(fault.remedy, language)}{say.end}</p>}</div>;
}

const words = messages({ stop: { zh: "：", en: ": " }, end: { zh: "。", en: "." } });
