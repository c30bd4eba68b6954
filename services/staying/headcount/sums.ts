import type { FiledHeadcount } from "./headcount.ts";

/** Headcounts of several bodies together. `largest`: the people of the largest of them; `latest`: how many are of the day that was asked for. */
export type HeadcountSum = {
  readonly bodies: number;
  readonly latest: number;
  readonly total: number;
  readonly staying: number;
  readonly leaving: number;
  readonly largest: number;
  readonly reasons: Readonly<Record<string, number>>;
};

/** The last day somebody counted; null when nobody did. */
export function latestDay(filed: readonly FiledHeadcount[]): string | null {
  return filed.filter(isCounted).reduce<string | null>((last, { day }) => (last === null || day > last ? day : last), null);
}

/** Adds up headcounts, one a body. A body of nobody is none: that is how a filing under a wrong name is taken back. */
export function sumOf(filed: readonly FiledHeadcount[], day: string | null): HeadcountSum {
  const reasons: Record<string, number> = {};
  let [bodies, latest, total, staying, leaving, largest] = [0, 0, 0, 0, 0, 0];
  for (const each of filed.filter(isCounted)) {
    bodies += 1;
    latest += each.day === day ? 1 : 0;
    total += each.total;
    staying += each.staying;
    leaving += each.leaving;
    largest = Math.max(largest, each.total);
    for (const [reason, people] of Object.entries(each.reasons)) reasons[reason] = (reasons[reason] ?? 0) + people;
  }
  return { bodies, latest, total, staying, leaving, largest, reasons };
}

/** Sums by district and kind, in the order of both; what has no body is left out. */
export function sumsByPlace(filed: readonly FiledHeadcount[], districts: readonly string[], kinds: readonly string[]): readonly (HeadcountSum & { readonly district: string; readonly kind: string })[] {
  const day = latestDay(filed);
  return districts.flatMap((district) => kinds.map((kind) => ({ district, kind, ...sumOf(filed.filter((each) => each.district === district && each.kind === kind), day) }))).filter(({ bodies }) => bodies > 0);
}

const isCounted = ({ total }: FiledHeadcount): boolean => total > 0;
