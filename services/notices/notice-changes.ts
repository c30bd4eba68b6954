import type { LocalText } from "#platform/i18n";
import { keyedDiff, textDiff, type DiffPart } from "#platform/release";
import type { Notice, NoticeClause, NoticeObligation } from "./notice.ts";

/** What became of a clause, and how many of its duties came, went or changed. */
export type ClauseChange = { readonly key: string; readonly kind: "same" | "added" | "removed" | "changed"; readonly title: LocalText; readonly added: number; readonly removed: number; readonly changed: number };
/** How one version of a notice became another: its words, and its clauses in the order of the newer one. */
export type NoticeChanges = { readonly text: readonly DiffPart[]; readonly clauses: readonly ClauseChange[] };

/**
 * Compares two versions as the caller may see them: give public forms for the public. Versions never change, so two of them are
 * compared once for as long as both are held.
 */
export function noticeChanges(before: Notice, after: Notice): NoticeChanges {
  const known = compared.get(after)?.get(before);
  if (known !== undefined) return known;
  const changes = { text: textDiff(before.text, after.text), clauses: clauseChanges(before, after) };
  compared.set(after, (compared.get(after) ?? new WeakMap<Notice, NoticeChanges>()).set(before, changes));
  return changes;
}

const compared = new WeakMap<Notice, WeakMap<Notice, NoticeChanges>>();

/** What became of every clause, in the order of the newer version. */
export function clauseChanges(before: Notice, after: Notice): readonly ClauseChange[] {
  return keyedDiff(before.clauses, after.clauses, ({ key }) => key, sameClause).map(({ key, kind, before: was, after: now }) => {
    const duties = keyedDiff(was?.obligations ?? [], now?.obligations ?? [], dutyName, sameDuty);
    const count = (wanted: string): number => duties.filter((duty) => duty.kind === wanted).length;
    return { key, kind, title: (now ?? was)?.title ?? { zh: "", en: "" }, added: count("added"), removed: count("removed"), changed: count("changed") };
  });
}

const dutyName = ({ key, quote, modality }: NoticeObligation): string => key ?? `${modality} ${quote}`;

function sameDuty(one: NoticeObligation, other: NoticeObligation): boolean {
  return (["quote", "modality", "polarity", "approver", "condition", "exception", "deadline"] as const).every((field) => one[field] === other[field]) && one.actors.join() === other.actors.join();
}

function sameClause(one: NoticeClause, other: NoticeClause): boolean {
  return one.title.zh === other.title.zh && one.title.en === other.title.en && one.summary.zh === other.summary.zh && one.summary.en === other.summary.en
    && one.obligations.length === other.obligations.length
    && keyedDiff(one.obligations, other.obligations, dutyName, sameDuty).every(({ kind }) => kind === "same");
}
