/** @jsxImportSource react */
import { DeskIcon, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import type { ReactNode } from "react";
import { useRule } from "./use-rule.ts";

/** What the last check found wrong with this row. */
export function RowFaults({ name }: { readonly name: string }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { view: { faults, draft } } = useRule();
  const own = draft.state === "draft" ? faults.filter(({ field }) => field === `rows.${name}`) : [];
  return <div role="status">{own.map(({ problem, remedy }, at) => <p className="field-error" key={`${problem.zh} ${at}`}><DeskIcon name="no" />{inLanguage(problem, language)}{say.colon}{inLanguage(remedy, language)}</p>)}</div>;
}

/** What the last check found wrong with one field beyond the table; its input names `id` in `aria-describedby`. */
export function FieldFault({ id, field }: { readonly id: string; readonly field: string }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { view: { faults, draft } } = useRule();
  const fault = draft.state === "draft" ? faults.find((each) => each.field === field) : undefined;
  return <div role="status">{fault === undefined ? null : <p className="field-error" id={id}><DeskIcon name="no" />{inLanguage(fault.problem, language)}{say.colon}{inLanguage(fault.remedy, language)}</p>}</div>;
}

const words = messages({ colon: { zh: "：", en: ": " } });
