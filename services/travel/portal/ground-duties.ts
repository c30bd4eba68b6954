import type { Notice, NoticeClause, NoticeObligation } from "#services/notices";
import type { Voice } from "../decision/index.ts";

/** The duties that the rows of an answer carry out, where they stand in their notice. */
export function dutiesOf({ notice: noticeKey, clauses }: { readonly notice: Voice["notice"]; readonly clauses: readonly string[] }, notices: readonly Notice[]): readonly { readonly notice: Notice; readonly clause: NoticeClause; readonly duty: NoticeObligation | null }[] {
  const notice = notices.find(({ key }) => key === noticeKey);
  if (notice === undefined) return [];
  return clauses.flatMap((key) => {
    const clause = notice.clauses.find((each) => each.key === key || each.obligations.some((duty) => duty.key === key));
    return clause === undefined ? [] : [{ notice, clause, duty: clause.obligations.find((duty) => duty.key === key) ?? null }];
  });
}
