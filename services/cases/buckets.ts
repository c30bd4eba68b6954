import type { Bucket } from "./desk-views.ts";

const DAY = 86_400_000;
/** Asia/Shanghai, without summer time. */
const AHEAD = 8 * 3_600_000;

/** When the day in China ends in which a moment lies. */
export function endOfDay(at: string): string {
  return new Date((Math.floor((Date.parse(at) + AHEAD) / DAY) + 1) * DAY - AHEAD).toISOString();
}

/** Why an open case stands where it stands in the list. What is due at 24:00 is due on the day that ends. Null when it is closed. */
export function bucketOf({ open, waiting, dueAt, warnAt }: { readonly open: boolean; readonly waiting: boolean; readonly dueAt: string | null; readonly warnAt: string | null }, now: string): Bucket | null {
  if (!open) return null;
  if (waiting || dueAt === null) return "waiting";
  const today = endOfDay(now);
  if (dueAt <= now) return "overdue";
  if (dueAt <= today) return "today";
  return Date.parse(dueAt) <= Date.parse(today) + 3 * DAY || (warnAt !== null && warnAt <= today) ? "soon" : "later";
}
