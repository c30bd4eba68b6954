import type { Range } from "../reading.ts";
import { isPad } from "./paragraphs.ts";

const SEED_LENGTH = 24;
const SHORTEST_COPY = 80;

/**
 * Second and later copies of the body: pages built from two templates print the whole notice again. Compares
 * character by character from a seed of the first copy, not minding pads. Ranges in order; linear.
 */
export function repeatedCopies(text: string, bodyStarts: readonly number[]): { first: Range; copies: Range[] } | null {
  for (const start of bodyStarts) {
    const seed = text.slice(start, start + SEED_LENGTH);
    if (seed.length < SEED_LENGTH || seed.trim().length < SEED_LENGTH - 6) continue;
    const found = copiesFrom(text, start, seed);
    if (found !== null) return found;
  }
  return null;
}

function copiesFrom(text: string, start: number, seed: string): { first: Range; copies: Range[] } | null {
  const copies: Range[] = [];
  let firstEnd = start;
  let search = start + SEED_LENGTH;
  for (let round = 0; round < 8; round += 1) {
    const at = text.indexOf(seed, search);
    if (at < 0) break;
    const [end, copyEnd] = commonStretch(text, start, at);
    search = at + SEED_LENGTH;
    if (end - start < SHORTEST_COPY) continue;
    copies.push([at, copyEnd]);
    firstEnd = Math.max(firstEnd, end);
    search = copyEnd;
  }
  return copies.length === 0 ? null : { first: [start, firstEnd], copies };
}

/** How far the texts at `left` and `right` agree, pads apart; the left one never runs into the right one. */
function commonStretch(text: string, left: number, right: number): [number, number] {
  let a = left;
  let b = right;
  let endA = a;
  let endB = b;
  while (a < right && b < text.length) {
    const codeA = text.charCodeAt(a);
    const codeB = text.charCodeAt(b);
    if (codeA === codeB) {
      a += 1;
      b += 1;
      if (!isPad(codeA)) { endA = a; endB = b; }
    } else if (isPad(codeA)) a += 1;
    else if (isPad(codeB)) b += 1;
    else break;
  }
  return [endA, endB];
}
