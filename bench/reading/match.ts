import type { Modality, Range } from "#engines/reading";

/** Right answers, false answers, misses. */
export type Counts = { hits: number; extra: number; missed: number };
export type Order = { readonly range: Range; readonly modality: Modality };

/** Right answers, false answers and misses of each modality, orders paired as `pairOrders` does. */
export function matchOrders(text: string, found: readonly Order[], labelled: readonly Order[]): Map<Modality, Counts> {
  const counts = new Map<Modality, Counts>();
  const of = (modality: Modality): Counts => {
    const known = counts.get(modality) ?? { hits: 0, extra: 0, missed: 0 };
    counts.set(modality, known);
    return known;
  };
  const pairs = pairOrders(text, found, labelled);
  const paired = new Set(pairs.values());
  found.forEach((order, index) => { if (pairs.has(index)) of(order.modality).hits += 1; else of(order.modality).extra += 1; });
  labelled.forEach((label, index) => { if (!paired.has(index)) of(label.modality).missed += 1; });
  return counts;
}

/** Pairs orders one to one by modality and overlap inside one sentence, the largest overlaps first: index of `found` to index of `labelled`. */
export function pairOrders(text: string, found: readonly Order[], labelled: readonly Order[]): ReadonlyMap<number, number> {
  const pairs: { left: number; right: number; overlap: number }[] = [];
  found.forEach((order, left) => labelled.forEach((label, right) => {
    if (order.modality !== label.modality) return;
    const start = Math.max(order.range[0], label.range[0]);
    const end = Math.min(order.range[1], label.range[1]);
    if (end - start >= 2 && !/[。！？]/u.test(text.slice(start, end - 1))) pairs.push({ left, right, overlap: end - start });
  }));
  pairs.sort((one, other) => other.overlap - one.overlap);
  const chosen = new Map<number, number>();
  const usedRight = new Set<number>();
  for (const { left, right } of pairs) {
    if (chosen.has(left) || usedRight.has(right)) continue;
    chosen.set(left, right);
    usedRight.add(right);
  }
  return chosen;
}

/** Sections agree when number and heading agree, in order; marks and pads do not count. */
export function matchSections(found: readonly { no: string; heading: string }[], labelled: readonly { no: string; heading: string }[]): Counts {
  const bare = (words: string): string => words.replace(/[\s\u3000。；：，、:;,.]/gu, "").slice(0, 28);
  const rest = labelled.map((section) => `${section.no} ${bare(section.heading)}`);
  let hits = 0;
  for (const section of found) {
    const at = rest.findIndex((label) => agree(label, `${section.no} ${bare(section.heading)}`));
    if (at < 0) continue;
    hits += 1;
    rest.splice(0, at + 1);
  }
  return { hits, extra: found.length - hits, missed: labelled.length - hits };
}

// A heading of a run-on item is its first words: how many were copied is no error.
function agree(label: string, found: string): boolean {
  if (label === found) return true;
  const [short, long] = label.length < found.length ? [label, found] : [found, label];
  return short.length >= 22 && long.startsWith(short);
}

/** Share with its 95% interval after Wilson (1927). */
export function share(part: number, whole: number): { value: number; low: number; high: number } {
  if (whole === 0) return { value: Number.NaN, low: 0, high: 1 };
  const z = 1.96;
  const p = part / whole;
  const middle = (p + (z * z) / (2 * whole)) / (1 + (z * z) / whole);
  const half = (z * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole))) / (1 + (z * z) / whole);
  return { value: p, low: middle - half, high: middle + half };
}

/** F1 of precision and recall; NaN when there was nothing to find and nothing found. */
export const f1 = ({ hits, extra, missed }: Counts): number => (2 * hits) / (2 * hits + extra + missed);
