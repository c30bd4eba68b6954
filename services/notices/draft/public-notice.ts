import type { Range } from "#engines/reading";
import { createHash } from "node:crypto";
import type { Notice } from "../notice.ts";

/**
 * The notice as the public sees it: clauses an officer keeps back are gone, and their words in the text are covered sign
 * by sign, so that every other range still fits. Without such clauses it is the notice itself.
 */
export function publicNotice(notice: Notice): Notice {
  const hidden = notice.clauses.filter((clause) => clause.hidden);
  if (hidden.length === 0) return notice;
  const ranges = hidden.map(({ range }) => range);
  const isCovered = ([start, end]: Range): boolean => ranges.some(([from, to]) => start < to && end > from);
  const text = cover(notice.text, ranges);
  const { reading } = notice;
  return {
    ...notice, text, textSha256: createHash("sha256").update(text, "utf8").digest("hex"),
    clauses: notice.clauses.filter((clause) => !clause.hidden),
    withheld: hidden.map(({ key, range }) => ({ key, range })),
    reading: {
      ...reading,
      sections: reading.sections.filter(({ range }) => !isCovered(range)),
      obligations: reading.obligations.filter((order) => !order.ranges.some(isCovered)),
      remarks: reading.remarks.filter(({ range }) => range === null || !isCovered(range)),
    },
  };
}

/** Line breaks stay, so that the text keeps its shape. */
function cover(text: string, ranges: readonly Range[]): string {
  let covered = text;
  for (const [start, end] of ranges) covered = covered.slice(0, start) + covered.slice(start, end).replace(/[^\n]/gu, (sign) => "■".repeat(sign.length)) + covered.slice(end);
  return covered;
}
