import type { Remark, Section } from "../reading.ts";
import { chineseNumber, numberOf } from "./numerals.ts";

/** Gaps and repeats in the numbers of each list. A list that goes on where its elder brother's ended (连续编号) has no gap. */
export function numberingRemarks(sections: readonly Section[]): Remark[] {
  const remarks: Remark[] = [];
  const ended = new Map<string, number>();
  const visit = (list: readonly Section[], depth: number): void => {
    const byStyle = Map.groupBy(list, (section) => `${depth}${styleOf(section.no)}`);
    for (const [style, same] of byStyle) remarks.push(...remarksOn(same, style, ended));
    for (const section of list) visit(section.children, depth + 1);
  };
  visit(sections, 0);
  return remarks;
}

function remarksOn(list: readonly Section[], style: string, ended: Map<string, number>): Remark[] {
  const remarks: Remark[] = [];
  const missing: string[] = [];
  const first = worth(list[0]?.no ?? "");
  let last = first !== null && first === (ended.get(style) ?? -1) + 1 ? first - 1 : 0;
  for (const section of list) {
    const value = worth(section.no);
    if (value === null) continue;
    if (value === last && last > 0) remarks.push({ kind: "numbering-repeated", range: section.range, detail: section.no });
    for (let gap = last + 1; gap < value && missing.length < 30; gap += 1) missing.push(/\d/u.test(section.no) ? String(gap) : chineseNumber(gap));
    last = value;
  }
  ended.set(style, last);
  if (missing.length > 0) remarks.unshift({ kind: "numbering-gap", range: null, detail: missing.join(" ") });
  return remarks;
}

const styleOf = (no: string): string => (/^第/u.test(no) ? no.at(-1) ?? "" : /\d[.．]/u.test(no) ? "decimal" : /\d/u.test(no) ? "arabic" : "chinese");

function worth(no: string): number | null {
  if (/^[①-⑳]$/u.test(no)) return no.charCodeAt(0) - 0x2460 + 1;
  return numberOf((no.split(/[.．]/u).at(-1) ?? "").replace(/^第|[编篇章节条]$|部分$/gu, ""));
}
