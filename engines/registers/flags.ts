import type { Answers, FieldFault } from "#engines/forms";
import { holds, turnsOn } from "./record-test.ts";
import type { RecordType } from "./record-type.ts";

/** Keys of the flags that a record carries on a day, in the order of its type. */
export function flagsOf({ flags }: Pick<RecordType, "flags">, values: Answers, today: string): readonly string[] {
  return flags.filter(({ when }) => holds(when, values, today)).map(({ key }) => key);
}

/** The next day on which the flags may be others though nobody changes the record; null when they hang on no day to come. */
export function flagsTurnOn({ flags }: Pick<RecordType, "flags">, values: Answers, today: string): string | null {
  return flags.map(({ when }) => turnsOn(when, values, today)).filter((day) => day !== null).toSorted()[0] ?? null;
}

/** What a record is refused for. */
export function refusalsOf({ checks }: Pick<RecordType, "checks">, values: Answers, today: string): readonly FieldFault[] {
  return checks.filter(({ refuse }) => holds(refuse, values, today)).map(({ field, problem, remedy }) => ({ field, problem, remedy }));
}
