/** @jsxImportSource react */
import { FieldError } from "#platform/desk-ui";
import type { ReactNode } from "react";

type Props = { readonly id: string; readonly label: string; readonly value: string; readonly error: unknown; readonly change: (value: string) => void };

/** A number of people as it is typed; what is no number is told by the server beside it. */
export function NumberField({ id, label, value, error, change }: Props): ReactNode {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input className="native-input" id={id} inputMode="numeric" autoComplete="off" maxLength={12} value={value} aria-describedby={`${id}-error`} onChange={(event) => { change(event.target.value); }} />
      <FieldError id={`${id}-error`} error={error} field={id} />
    </div>
  );
}

/** What was typed as a number, full-width digits and commas of thousands too; null when it is none. */
export function numberIn(typed: string): number | null {
  const plain = typed.normalize("NFKC").replaceAll(/[\s,]/gu, "");
  return /^\d+$/u.test(plain) ? Number(plain) : null;
}
