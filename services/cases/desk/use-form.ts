import { askedFields, readAnswers, type Answers, type FieldFault, type Form, type FormSetting } from "#engines/forms";
import type { FormDraft } from "#platform/desk-ui";
import type { LocalText } from "#platform/i18n";
import { useState } from "react";

/** A form while it is filled in: what is typed, the questions asked so far, and what it comes to. */
export type FormWork = { readonly draft: FormDraft; readonly fields: Form; readonly change: (key: string, value: string | readonly string[]) => void; readonly read: () => { readonly answers: Answers; readonly faults: readonly FieldFault[] } };

/** Holds what is typed into a form; `begin` is there from the beginning. A question that depends on another appears when that one is answered. */
export function useForm(form: Form, districts: readonly { readonly code: string; readonly name: LocalText }[], begin: FormDraft = {}): FormWork {
  const [draft, setDraft] = useState<FormDraft>(begin);
  // Opening hours are read by the server, which knows their usual form.
  const setting: FormSetting = { districts: districts.map(({ code, name }) => ({ code, names: [name.zh, name.en] })), hours: (text) => text };
  const read = () => readAnswers(form, draft, setting);
  return { draft, fields: askedFields(form, read().answers), change: (key, value) => { setDraft((before) => ({ ...before, [key]: value })); }, read };
}
