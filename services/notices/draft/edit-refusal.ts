import { applyCorrections, type Correction, type Obligation, type Reading } from "#engines/reading";
import type { LocalText } from "#platform/i18n";
import { refusalInWords } from "./refusal-words.ts";

/** Where an officer wrote what is refused. */
export type EditField = "actors" | "approver" | "condition" | "exception" | "deadline" | "before" | "merge" | "excerpt" | "duty";
/** An edit that cannot be taken, told beside the field it was written in. */
export type EditRefusal = { readonly field: EditField; readonly problem: LocalText; readonly remedy: LocalText };

/** Why this edit of the orders as they stand would change nothing; null when it can be taken. The server decides again. */
export function editRefusal(text: string, orders: readonly Omit<Obligation, "part">[], correction: Correction): EditRefusal | null {
  const { change } = correction;
  const { refused: [first] } = applyCorrections(shown(text, orders), text, [correction]);
  if (first === undefined) return null;
  // Words in what a web page has around its notice do not count, and only the server knows where that is.
  const isAlone = change.kind === "add" && !orders.some(({ quote }) => quote.includes(correction.quote));
  if (isAlone && first.reason === "several-orders") return null;
  return { field: fieldOf(correction, first.words), ...refusalInWords(first, change.kind) };
}

/** A screen has the text and the orders, no more; an edit needs no more. */
function shown(text: string, orders: readonly Omit<Obligation, "part">[]): Reading {
  return {
    title: null, documentNumber: null, date: null, issuer: null, publisher: null, addressees: [], sections: [], attachments: [], remarks: [],
    obligations: orders.map((order) => ({ ...order, part: "body" })), leaves: [{ kind: "item", range: [0, text.length] }],
  };
}

function fieldOf({ change }: Correction, words: string): EditField {
  if (change.kind === "split") return "before";
  if (change.kind === "merge") return "merge";
  if (change.kind === "add") return "excerpt";
  if (change.kind === "remove") return "duty";
  if (change.actors?.includes(words) === true) return "actors";
  return (["approver", "condition", "exception", "deadline"] as const).find((name) => change[name] === words) ?? "duty";
}
