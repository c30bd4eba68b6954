import { askedFields, readAnswers, type Answers, type Field, type FieldFault, type FormSetting } from "#engines/forms";
import { requestJson, type FormDraft } from "#platform/desk-ui";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { RegisterView } from "../desk-views.ts";

/** What a register asks and how it is kept; changes with the pack alone. */
export function useRegister(key: string): UseQueryResult<RegisterView> {
  return useQuery({ queryKey: ["registers", "register", key], staleTime: 300_000, queryFn: () => requestJson<RegisterView>(`/api/registers/${key}`) });
}

/** The fields of a register; the pack's check holds them to be a form. */
export const fieldsOf = ({ fields }: RegisterView): readonly Field[] => fields as readonly Field[];

/** What forms of a register know beside it. Opening hours are read by the server, which knows their usual form. */
export const settingOf = ({ districts }: RegisterView): FormSetting => ({ districts: districts.map(({ code, name }) => ({ code, names: [name.zh, name.en] })), hours: (text) => text });

/** What is typed, as values: which questions are asked, what is wrong. `kept`: values whose end alone is known and that were not typed again. */
export function readDraft(register: RegisterView, draft: FormDraft, kept: Answers): { readonly fields: readonly Field[]; readonly values: Answers; readonly faults: readonly FieldFault[] } {
  const form = fieldsOf(register);
  const { answers, faults } = readAnswers(form, draft, settingOf(register));
  const stays = form.filter(({ key, kind }) => kind === "identity-number" && isEmpty(draft[key]) && kept[key] !== undefined);
  const values = { ...answers, ...Object.fromEntries(stays.map(({ key }) => [key, kept[key] ?? ""])) };
  return { fields: askedFields(form, values), values, faults: faults.filter(({ field }) => !stays.some(({ key }) => key === field)) };
}

const isEmpty = (value: string | readonly string[] | undefined): boolean => value === undefined || (typeof value === "string" ? value.trim() === "" : value.length === 0);
