import type { Reading } from "#engines/reading";
import type { DraftCorrection } from "./draft-content.ts";

/** A name for a remark that stays the same for the same text, so that "seen" holds. */
export function remarkName({ kind, range, detail }: Reading["remarks"][number]): string {
  return `${kind} ${range === null ? "" : range.join("-")} ${detail}`.slice(0, 400);
}

/** The same for a correction of the version before that does not fit the amended text. */
export function lostName({ quote, modality, change }: DraftCorrection): string {
  return `lost ${change.kind} ${modality ?? ""} ${change.kind === "add" ? change.excerpt : quote}`.slice(0, 400);
}
