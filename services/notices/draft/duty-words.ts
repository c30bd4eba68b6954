import type { Modality } from "#engines/reading";
import type { DutyWords } from "../notice.ts";
import type { DraftClause, DraftContent, DraftDuty } from "./draft-content.ts";

/** An order as read and corrected, as far as its plain words need it. `clause` is the path it stands at, `一/2`. */
export type DescribedOrder = { readonly clause: string; readonly quote: string; readonly modality: Modality };

/** The clause of the draft an order stands in. */
export function clauseOfOrder({ clauses }: DraftContent, { clause }: DescribedOrder): DraftClause | undefined {
  return clauses.find(({ place }) => clause === place || clause.startsWith(`${place}/`));
}

/** What the draft keeps for an order beside its key: plain words; undefined when it keeps nothing. */
export function dutyOfOrder(content: DraftContent, order: DescribedOrder): DraftDuty | undefined {
  const key = clauseOfOrder(content, order)?.key;
  return key === undefined || key === null ? undefined : content.duties.find((duty) => duty.key.startsWith(`${key}.`) && duty.modality === order.modality && order.quote.includes(duty.quote));
}

/**
 * The draft with these plain words for an order; `orders` are all of them, in their order. An order without a duty of its own gets one under its clause, by
 * the number it has there. Without a key the clause must get one first, and nothing changes.
 */
export function describeOrder(content: DraftContent, orders: readonly DescribedOrder[], order: DescribedOrder, plain: DutyWords): DraftContent {
  const clause = clauseOfOrder(content, order);
  if (clause === undefined || clause.key === null) return content;
  const known = dutyOfOrder(content, order);
  if (known !== undefined) return { ...content, duties: content.duties.map((duty) => (duty === known ? { ...duty, plain: draftWords(plain) } : duty)) };
  const taken = new Set(content.duties.map(({ key }) => key));
  let number = orders.filter((each) => clauseOfOrder(content, each) === clause).indexOf(order) + 1;
  while (taken.has(`${clause.key}.duty-${number}`)) number += 1;
  return { ...content, duties: [...content.duties, { key: `${clause.key}.duty-${number}`, quote: order.quote, modality: order.modality, plain: draftWords(plain) }] };
}

/** The draft with another key for a clause; what is kept for its duties goes along. */
export function renameClause(content: DraftContent, index: number, key: string | null): DraftContent {
  const before = content.clauses[index]?.key ?? null;
  const clauses = content.clauses.map((clause, at) => (at === index ? { ...clause, key } : clause));
  if (before === null || key === null || before === key) return { ...content, clauses };
  return { ...content, clauses, duties: content.duties.map((duty) => (duty.key.startsWith(`${before}.`) ? { ...duty, key: `${key}${duty.key.slice(before.length)}` } : duty)) };
}

/** As drafts keep them: lists of their own, and nothing where there is nothing to say. */
export function draftWords({ zh, en, actors = [] }: DutyWords): NonNullable<DraftDuty["plain"]> {
  return actors.length === 0 ? { zh, en } : { zh, en, actors: [...actors] };
}
