import { FeelRange } from "feelin";
import { isLess, isLevel } from "./feel-order.ts";
import type { FeelValue } from "./feel-value.ts";

/** A relation of two ranges, or of a point and a range; null where it is none of them. */
type Relation = (a: FeelValue, b: FeelValue) => FeelValue;

/** The relations of ranges that feelin 8.2 has by name only (DMN 1.5, 10.3.4.7, table 78). */
export const RANGE_RELATIONS: Readonly<Record<string, Relation>> = {
  "overlaps before": ofRanges((a, b) => startsBefore(a, b) && reaches(a, b) && endsWithin(a, b)),
  "overlaps after": ofRanges((a, b) => startsBefore(b, a) && reaches(b, a) && endsWithin(b, a)),
  finishes: (a, b) => pointOrRange(a, b, (point, range) => range["end included"] && isLevel(range.end, point), finishes),
  "finished by": (a, b) => pointOrRange(b, a, (point, range) => range["end included"] && isLevel(range.end, point), finishes),
  starts: (a, b) => pointOrRange(a, b, (point, range) => range["start included"] && isLevel(range.start, point), starts),
  "started by": (a, b) => pointOrRange(b, a, (point, range) => range["start included"] && isLevel(range.start, point), starts),
  during: (a, b) => (b instanceof FeelRange ? b.includes(a) : null),
  coincides: (a, b) => (a instanceof FeelRange && b instanceof FeelRange ? sameStart(a, b) && sameEnd(a, b) : a === null || b === null || a instanceof FeelRange || b instanceof FeelRange ? null : isLevel(a, b)),
};

function ofRanges(relation: (a: FeelRange, b: FeelRange) => boolean): Relation {
  return (a, b) => (a instanceof FeelRange && b instanceof FeelRange ? relation(a, b) : null);
}

function pointOrRange(a: FeelValue, range: FeelValue, ofPoint: (point: FeelValue, range: FeelRange) => boolean, ofRange: (a: FeelRange, b: FeelRange) => boolean): FeelValue {
  if (!(range instanceof FeelRange) || a === null) return null;
  return a instanceof FeelRange ? ofRange(a, range) : ofPoint(a, range);
}

function startsBefore(a: FeelRange, b: FeelRange): boolean {
  return isLess(a.start, b.start) || (isLevel(a.start, b.start) && a["start included"] && !b["start included"]);
}

function reaches(a: FeelRange, b: FeelRange): boolean {
  return isLess(b.start, a.end) || (isLevel(a.end, b.start) && a["end included"] && b["start included"]);
}

function endsWithin(a: FeelRange, b: FeelRange): boolean {
  return isLess(a.end, b.end) || (isLevel(a.end, b.end) && (!a["end included"] || b["end included"]));
}

function startsWithin(a: FeelRange, b: FeelRange): boolean {
  return isLess(b.start, a.start) || (isLevel(a.start, b.start) && (!a["start included"] || b["start included"]));
}

function sameStart(a: FeelRange, b: FeelRange): boolean {
  return isLevel(a.start, b.start) && a["start included"] === b["start included"];
}

function sameEnd(a: FeelRange, b: FeelRange): boolean {
  return isLevel(a.end, b.end) && a["end included"] === b["end included"];
}

function starts(a: FeelRange, b: FeelRange): boolean {
  return sameStart(a, b) && endsWithin(a, b);
}

function finishes(a: FeelRange, b: FeelRange): boolean {
  return sameEnd(a, b) && startsWithin(a, b);
}
