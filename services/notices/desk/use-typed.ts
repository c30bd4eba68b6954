import { keepWork, recallWork, useSession } from "#platform/desk-ui";
import { useCallback, useState } from "react";

/** What stands in the form of one duty and is not applied yet: field by field, only what differs from the duty. */
export type TypedFields = Readonly<Record<string, string>>;
export type Typed = { readonly of: (form: string) => TypedFields; readonly set: (form: string, fields: TypedFields) => void; readonly count: number };

/** Keeps what is typed in the forms of a draft's duties until it is applied: while other duties are opened, and in this browser beyond that. */
export function useTyped(draft: string): Typed {
  const { session } = useSession();
  const keptAs = `${session.personId}.draft.${draft}.typed`;
  const [forms, setForms] = useState<Readonly<Record<string, TypedFields>>>(() => (recallWork(keptAs) ?? {}) as Record<string, TypedFields>);
  const set = useCallback((form: string, fields: TypedFields) => {
    setForms((before) => {
      const next = { ...before, [form]: fields };
      if (Object.keys(fields).length === 0) delete next[form];
      keepWork(keptAs, next);
      return next;
    });
  }, [keptAs]);
  return { of: (form) => forms[form] ?? {}, set, count: Object.keys(forms).length };
}
