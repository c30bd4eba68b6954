import type { LocalText } from "#platform/i18n";
import { keyedDiff, textDiff, type DiffPart } from "#platform/release";
import { dutyPairs, sameDuty } from "./duty-pairs.ts";
import type { Notice, NoticeClause } from "./notice.ts";

/**
 * What became of a clause. `changed`: its words are others; `reread`: the same words, but other duties were read in them; `explained`: only what is
 * said of it in plain words is another; `hidden` and `shown`: no longer public, and public again.
 */
export const CLAUSE_CHANGES = ["same", "added", "removed", "changed", "reread", "explained", "hidden", "shown"] as const;

/** What became of a clause, and how many of its duties came, went or changed. */
export type ClauseChange = { readonly key: string; readonly kind: (typeof CLAUSE_CHANGES)[number]; readonly title: LocalText; readonly added: number; readonly removed: number; readonly changed: number };
/** How one version of a notice became another: its words, and its clauses in the order of the newer one. */
export type NoticeChanges = { readonly text: readonly DiffPart[]; readonly clauses: readonly ClauseChange[] };

/**
 * Compares two versions as the caller may see them: give public forms for the public. Versions never change, so two of them are
 * compared once for as long as both are held.
 */
export function noticeChanges(before: Notice, after: Notice): NoticeChanges {
  const known = compared.get(after)?.get(before);
  if (known !== undefined) return known;
  const changes = { text: textDiff(...comparedTexts(before, after)), clauses: clauseChanges(before, after) };
  compared.set(after, (compared.get(after) ?? new WeakMap<Notice, NoticeChanges>()).set(before, changes));
  return changes;
}

const compared = new WeakMap<Notice, WeakMap<Notice, NoticeChanges>>();

/** What became of every clause, in the order of the newer version. */
export function clauseChanges(before: Notice, after: Notice): readonly ClauseChange[] {
  return keyedDiff(before.clauses, after.clauses, ({ key }) => key, () => false).map(({ key, before: was, after: now }) => {
    const kind = clauseChange(key, { notice: before, clause: was }, { notice: after, clause: now });
    const pairs = kind === "hidden" || kind === "shown" ? [] : dutyPairs(was?.obligations ?? [], now?.obligations ?? []);
    return {
      key, kind, title: (now ?? was)?.title ?? { zh: "", en: "" }, added: pairs.filter((pair) => pair.before === null).length, removed: pairs.filter((pair) => pair.after === null).length,
      changed: pairs.filter((pair) => pair.before !== null && pair.after !== null && !sameDuty(pair.before, pair.after)).length,
    };
  });
}

type Side = { readonly notice: Notice; readonly clause: NoticeClause | null };

function clauseChange(key: string, was: Side, now: Side): ClauseChange["kind"] {
  const [wasHidden, isHidden] = [isWithheld(was, key), isWithheld(now, key)];
  if (isHidden && !wasHidden) return "hidden";
  if (wasHidden && !isHidden) return "shown";
  if (was.clause === null) return "added";
  if (now.clause === null) return "removed";
  if (wordsOf(was.notice, was.clause) !== wordsOf(now.notice, now.clause)) return "changed";
  if (!dutyPairs(was.clause.obligations, now.clause.obligations).every(({ before, after }) => before !== null && after !== null && sameDuty(before, after))) return "reread";
  return explanation(was.clause) === explanation(now.clause) ? "same" : "explained";
}

/** Officers see hidden clauses and that they are; the public form only says that there are some. */
const isWithheld = ({ notice, clause }: Side, key: string): boolean => clause?.hidden ?? notice.withheld?.some((kept) => kept.key === key) ?? false;
const wordsOf = ({ text }: Notice, { range }: NoticeClause): string => text.slice(...range).trim();
const explanation = ({ title, summary, obligations }: NoticeClause): string =>
  JSON.stringify([title, summary, obligations.map(({ plain }) => plain)].flat().map((words) => (words === null ? null : [words.zh, words.en, "actors" in words ? words.actors : []])));

/** What is kept back in one version is left out of both: covered words tell nothing, and what became hidden was not deleted. */
function comparedTexts(before: Notice, after: Notice): [before: string, after: string] {
  return [withoutClauses(before, after.withheld?.map(({ key }) => key) ?? []), withoutClauses(after, [])];
}

function withoutClauses({ text, clauses, withheld = [] }: Notice, keys: readonly string[]): string {
  const ranges = [...withheld, ...clauses.filter(({ key }) => keys.includes(key))].map(({ range }) => range).toSorted(([one], [other]) => other - one);
  return ranges.reduce((rest, [start, end]) => rest.slice(0, start) + rest.slice(end).replace(/^\n/u, ""), text);
}
