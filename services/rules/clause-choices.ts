import type { Notice } from "#services/notices";
import type { ClauseChoice } from "./draft/index.ts";

/** What rows of a rule can be bound to: the clauses of a notice and, below each, its duties. Null when there is no such notice, or it was withdrawn. */
export function choicesIn(notices: readonly Notice[], noticeKey: string): readonly ClauseChoice[] | null {
  const notice = notices.find(({ key }) => key === noticeKey);
  if (notice === undefined || notice.withdrawn !== null) return null;
  return notice.clauses.flatMap(({ key, number, title, obligations }): ClauseChoice[] => {
    const path = `/n/${noticeKey}/${key}`;
    return [
      { key, number, words: { zh: title.zh, en: title.en }, path },
      ...obligations.flatMap((duty): ClauseChoice[] => (duty.key === null ? [] : [{ key: duty.key, number, words: { zh: duty.plain?.zh ?? duty.quote, en: duty.plain?.en ?? duty.quote }, path }])),
    ];
  });
}
