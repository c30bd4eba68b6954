import type { Bucket, ChaseItem, WorklistItem } from "../desk-views.ts";
import { BUCKETS_IN_ORDER } from "./bucket-looks.ts";

/** A line of the list: a case, or records of a register that are to be seen to. */
export type WorklistLine = { readonly kind: "case"; readonly item: WorklistItem } | { readonly kind: "chase"; readonly chase: ChaseItem };
/** Lines that stand together, worst first. */
export type WorklistGroup = { readonly bucket: Bucket; readonly lines: readonly WorklistLine[]; /** How many there are in all, when more than are shown. */ readonly total: number };

/**
 * Lines in their groups, groups without lines left out. Cases come in the server's order; records are set in where their deadline puts them. `counts`: of
 * all cases that fit; null where they are not counted, and then no more is said than is seen.
 */
export function groupedWorklist(items: readonly WorklistItem[], chases: readonly ChaseItem[], counts: Readonly<Record<Bucket, number>> | null): readonly WorklistGroup[] {
  return BUCKETS_IN_ORDER.map((bucket) => {
    const cases = items.filter((item) => item.bucket === bucket).map((item): WorklistLine => ({ kind: "case", item }));
    const lines = chases.filter((chase) => chase.bucket === bucket).reduce(setIn, cases);
    return { bucket, lines, total: Math.max((counts?.[bucket] ?? 0) + lines.length - cases.length, lines.length) };
  }).filter(({ lines }) => lines.length > 0);
}

function setIn(lines: readonly WorklistLine[], chase: ChaseItem): WorklistLine[] {
  const at = lines.findIndex((line) => later(dueOf(line), chase.dueAt));
  return at < 0 ? [...lines, { kind: "chase", chase }] : [...lines.slice(0, at), { kind: "chase", chase }, ...lines.slice(at)];
}

const dueOf = (line: WorklistLine): string | null => (line.kind === "case" ? line.item : line.chase).dueAt;

/** Is the first due after the second; what has no deadline is due last. */
function later(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return other !== null;
  return new Date(one).getTime() > new Date(other).getTime();
}
