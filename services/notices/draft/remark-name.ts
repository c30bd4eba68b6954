import type { Reading } from "#engines/reading";

/** A name for a remark that stays the same for the same text, so that "seen" holds. */
export function remarkName({ kind, range, detail }: Reading["remarks"][number]): string {
  return `${kind} ${range === null ? "" : range.join("-")} ${detail}`.slice(0, 400);
}
