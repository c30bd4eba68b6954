import { type Journey, TRAVEL } from "./travel-table.ts";

/** What a cell of the travel table asks. Read here a second time, so that contenders do not inherit a mistake of our engine's reader. */
export type Cell =
  | { readonly kind: "any" }
  | { readonly kind: "texts"; readonly values: readonly string[]; readonly negated: boolean }
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "range"; readonly low: End | null; readonly high: End | null };

/** One end of a range; `closed`: the end itself belongs to it. */
export type End = { readonly value: number; readonly closed: boolean };

/** A cell that asks something, with the fact it asks about. */
export type Question = { readonly fact: keyof Journey; readonly text: string; readonly cell: Exclude<Cell, { kind: "any" }> };

/** The questions of each row; cells that ask nothing are left out, to every contender's advantage. */
export function questionsByRow(): readonly (readonly Question[])[] {
  return TRAVEL.rules.map(({ tests }) => tests.flatMap((text, at) => {
    const cell = readCell(text);
    return cell.kind === "any" ? [] : [{ fact: TRAVEL.inputs[at]?.expression as keyof Journey, text, cell }];
  }));
}

/** Reads the forms that the travel table uses, and no others. */
export function readCell(text: string): Cell {
  if (text === "-") return { kind: "any" };
  if (text === "true" || text === "false") return { kind: "truth", value: text === "true" };
  const negated = /^not\((.*)\)$/.exec(text)?.[1];
  if (negated !== undefined || text.startsWith("\"")) return { kind: "texts", values: JSON.parse(`[${negated ?? text}]`) as string[], negated: negated !== undefined };
  const [, sign, bound] = /^([<>]=?) (\d+)$/.exec(text) ?? [];
  if (sign !== undefined) {
    const end = { value: Number(bound), closed: sign.endsWith("=") };
    return sign.startsWith(">") ? { kind: "range", low: end, high: null } : { kind: "range", low: null, high: end };
  }
  const [, open, low, high, close] = /^([[(])(\d+)\.\.(\d+)([\])])$/.exec(text) ?? [];
  if (open === undefined) throw new Error(`a cell of a form the bench does not know: ${text}`);
  return { kind: "range", low: { value: Number(low), closed: open === "[" }, high: { value: Number(high), closed: close === "]" } };
}
