import type { CaseType, KnownRecord } from "#engines/cases";
import type { Answers, Words } from "#engines/forms";
import { dayInChina } from "#platform/i18n";

/** A record of a register that may bear on a case, as officers are shown it. */
export type MatchedRecord = KnownRecord & { readonly shown: readonly { readonly name: Words; readonly shown: Words }[] };

/** What is looked for: columns that equal answers, and between which columns of days a record is valid. */
export type MatchCriteria = { readonly equal: Readonly<Record<string, string | number | boolean>>; readonly from: string | null; readonly to: string | null };

/** Finds records of a register of a district that equal the criteria, each with whether it is valid on the day. Given by whoever wires cases and registers together. */
export type FindMatches = (register: string, district: string, criteria: MatchCriteria, day: string) => Promise<readonly MatchedRecord[]>;

/** The records that bear on a case now; null for a type that looks up none. An answer that was not given matches nothing. */
export async function recordsFor(type: CaseType, district: string, answers: Answers, find: FindMatches, now: Date): Promise<readonly MatchedRecord[] | null> {
  const { match } = type;
  if (match === null) return null;
  const equal: Record<string, string | number | boolean> = {};
  for (const { field, column } of match.on) {
    const value = answers[field];
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return [];
    equal[column] = value;
  }
  return find(match.register, district, { equal, from: match.from, to: match.to }, dayInChina(now));
}
