import type { CaseType } from "#engines/cases";
import type { Notice, NoticeClause, NoticeObligation } from "#services/notices";
import type { ClauseOf } from "./portal-views.ts";

type Bound = Pick<CaseType, "notice" | "clause" | "duties">;
/** A notice as far as cases look at it. */
export type NoticeInForce = Pick<Notice, "key" | "withdrawn"> & { readonly clauses: readonly (Pick<NoticeClause, "key" | "number" | "title" | "hidden"> & { readonly obligations: readonly Pick<NoticeObligation, "key" | "quote">[] })[] };

/** The clause of a type in the notice in force; null when there is none of it, or the public may not see it. */
export function clauseOf(notices: readonly NoticeInForce[], { notice, clause }: Bound): ClauseOf | null {
  const found = notices.find(({ key, withdrawn }) => key === notice && withdrawn === null)?.clauses.find(({ key }) => key === clause);
  return found === undefined || found.hidden ? null : { notice, clause, number: found.number, title: found.title };
}

/** The duties of the clause that a type carries out, in the notice's own words. */
export function dutiesOf(notices: readonly NoticeInForce[], { notice, clause, duties }: Bound): readonly { readonly key: string; readonly quote: string }[] {
  const found = notices.find(({ key }) => key === notice)?.clauses.find(({ key }) => key === clause);
  return (found?.obligations ?? []).flatMap(({ key, quote }) => (key !== null && duties.includes(key) ? [{ key, quote }] : []));
}
