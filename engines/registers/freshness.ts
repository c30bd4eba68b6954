import type { Answers } from "#engines/forms";
import { holds } from "./record-test.ts";
import type { RecordType } from "./record-type.ts";

/** From which moment on a record is stale: so many hours after it was confirmed, or when the day that it names has ended. Null: never, or it was seen to. */
export function staleFrom({ freshness }: Pick<RecordType, "freshness">, values: Answers, confirmedAt: Date, today: string): Date | null {
  if (freshness === null) return null;
  if (freshness.kind === "every") return new Date(confirmedAt.getTime() + freshness.hours * 3_600_000);
  const day = values[freshness.field];
  if (typeof day !== "string" || (freshness.doneWhen !== null && holds(freshness.doneWhen, values, today))) return null;
  return new Date(Date.parse(`${day.slice(0, 10)}T24:00:00+08:00`));
}

/** The last day on which it was not yet stale, in China. */
export function dueOn(from: Date | null): string | null {
  // What ends at midnight was due on the day before.
  return from === null ? null : new Date(from.getTime() - 1 + 8 * 3_600_000).toISOString().slice(0, 10);
}
