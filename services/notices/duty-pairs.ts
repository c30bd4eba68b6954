import { alike } from "./draft/alike.ts";
import type { NoticeObligation } from "./notice.ts";

/** A duty of one version and what it is in another; null where it came or went. */
export type DutyPair = { readonly before: NoticeObligation | null; readonly after: NoticeObligation | null };

/**
 * Which duty became which. The same words come first, then names an officer or a pack gave, then words that are much the same. A name that is only a
 * number in its clause (`heating.duty-2`) tells nothing alone: it belongs to whatever now stands in that place.
 */
export function dutyPairs(before: readonly NoticeObligation[], after: readonly NoticeObligation[]): readonly DutyPair[] {
  const [left, pairs] = [new Set(before), new Map<NoticeObligation, NoticeObligation>()];
  for (const isPair of [sameWords, sameName, muchTheSame]) {
    for (const now of after) {
      const was = pairs.has(now) ? undefined : [...left].find((candidate) => isPair(candidate, now));
      if (was !== undefined) { pairs.set(now, was); left.delete(was); }
    }
  }
  return [...after.map((now) => ({ before: pairs.get(now) ?? null, after: now })), ...[...left].map((was) => ({ before: was, after: null }))];
}

/** Do both say the same, but for the plain words? */
export function sameDuty(one: NoticeObligation, other: NoticeObligation): boolean {
  return (["quote", "modality", "polarity", "approver", "condition", "exception", "deadline"] as const).every((field) => one[field] === other[field]) && one.actors.join() === other.actors.join();
}

type Test = (one: NoticeObligation, other: NoticeObligation) => boolean;
const sameWords: Test = (one, other) => one.quote === other.quote && one.modality === other.modality;
const sameName: Test = (one, other) => one.key !== null && one.key === other.key && !/\.duty-\d+$/u.test(one.key);
const muchTheSame: Test = (one, other) => alike(one.quote, other.quote);
