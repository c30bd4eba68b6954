import type { Answers, Value } from "#engines/forms";
import type { RecordTest } from "./record-type.ts";

/** Whether what a test says of a record is so on a day (`2021-01-26`). What is not there is neither less nor more than anything. */
export function holds(test: RecordTest, values: Answers, today: string): boolean {
  switch (test.test) {
    case "below": return compared(values[test.field], values[test.than]) === -1;
    case "above": return compared(values[test.field], values[test.than]) === 1;
    // Days and moments are written so that their order is the order of their signs.
    case "before": return compared(values[test.field], values[test.than]) === -1;
    case "after": return compared(values[test.field], values[test.than]) === 1;
    case "missing": return values[test.field] === undefined;
    case "present": return values[test.field] !== undefined;
    case "passed": { const day = dayOf(values[test.field]); return day !== null && day < today; }
    case "is": return isOneOf(values[test.field], test.is);
    case "all": return test.of.every((each) => holds(each, values, today));
    case "any": return test.of.some((each) => holds(each, values, today));
  }
}

/** The next day on which a test may turn out otherwise though nobody changes the record; null when there is none. */
export function turnsOn(test: RecordTest, values: Answers, today: string): string | null {
  if ("of" in test) return test.of.map((each) => turnsOn(each, values, today)).filter((day) => day !== null).toSorted()[0] ?? null;
  if (test.test !== "passed") return null;
  const day = dayOf(values[test.field]);
  return day === null || day < today ? null : nextDay(day);
}

/** Fields a test looks at. */
export function fieldsOfTest(test: RecordTest): readonly string[] {
  if ("of" in test) return test.of.flatMap(fieldsOfTest);
  return "than" in test ? [test.field, test.than] : [test.field];
}

function compared(one: Value | undefined, other: Value | undefined): -1 | 0 | 1 | null {
  if ((typeof one === "number" && typeof other === "number") || (typeof one === "string" && typeof other === "string")) return one < other ? -1 : one > other ? 1 : 0;
  return null;
}

function isOneOf(value: Value | undefined, among: readonly (string | boolean)[]): boolean {
  if (Array.isArray(value)) return (value as readonly string[]).some((each) => among.includes(each));
  return (typeof value === "string" || typeof value === "boolean") && among.includes(value);
}

/** The day of a day or a moment. */
const dayOf = (value: Value | undefined): string | null => (typeof value === "string" ? value.slice(0, 10) : null);
const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
