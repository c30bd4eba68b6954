import { dayInChina } from "#platform/i18n";
import type { ClientBase } from "pg";
import type { KeptCase } from "./kept-case.ts";
import { drawNumber } from "./receipt.ts";
import { findBySource, insertCase } from "./store.ts";

/**
 * Keeps a case under a number of its day that is free in its district, under `first` where that one is. A day of the calendar has its numbers for all years together: where those of
 * five digits are mostly taken, one of six is drawn, then of seven. Null when none was found, or when the case's source opened one already.
 */
export async function insertUnderFreeNumber(tx: ClientBase, { openedAt }: Pick<KeptCase, "openedAt">, make: (number: string) => KeptCase, first: string | null = null): Promise<KeptCase | null> {
  const day = dayInChina(new Date(openedAt));
  const draws = [...(first === null ? [] : [() => first]), ...DIGITS.flatMap((digits) => Array.from({ length: TRIES_OF_A_LENGTH }, () => () => drawNumber(day, digits)))];
  for (const draw of draws) {
    const kept = make(draw());
    if (await insertCase(tx, kept)) return kept;
    // Its number was not what stood in the way.
    if (kept.source !== null && await findBySource(tx, kept.district, kept.type, kept.source) !== null) return null;
  }
  return null;
}

const DIGITS = [5, 6, 7] as const;
/** Half taken, one draw in a million comes to six digits; nine in ten taken, one in eight. */
const TRIES_OF_A_LENGTH = 20;
