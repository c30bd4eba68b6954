import type { DecisionTable } from "../../engines/rules/index.ts";

/** A journey somebody asks about; the names are those of the table's inputs. */
export type Journey = {
  readonly origin: string;
  readonly destination: string;
  readonly reason: string;
  readonly group: string;
  readonly approval: boolean;
  readonly days: number;
};

const RISKS = ["low", "medium", "high"];
const REASONS = ["medical", "work", "supplies", "study", "family", "tourism"];
const GROUPS = ["general", "student", "teacher", "aged", "front-line"];
const DAYS_MAX = 30;

// origin, destination, reason, group, approval in hand, days away; then what is said. Invented: no city's rules.
const ROWS: readonly (readonly [string, string, string, string, string, string, string])[] = [
  ['"high"', '-', '"medical"', '-', 'true', '-', '"go-escorted"'],
  ['"high"', '-', 'not("medical", "supplies")', '-', '-', '-', '"stay"'],
  ['"high"', '"high"', '-', '-', '-', '-', '"stay"'],
  ['"high"', '-', '"supplies"', '"front-line"', 'true', '<= 3', '"go-tested"'],
  ['"high"', '-', '-', '-', '-', '-', '"ask-headquarters"'],
  ['-', '"high"', '"medical"', '-', '-', '<= 7', '"go-report"'],
  ['-', '"high"', '"supplies", "work"', '"front-line"', 'true', '-', '"go-tested"'],
  ['-', '"high"', '-', '-', '-', '-', '"stay"'],
  ['"medium"', '-', '"tourism"', '-', '-', '-', '"stay"'],
  ['"medium"', '"medium", "low"', '"medical"', '-', '-', '-', '"go-report"'],
  ['"medium"', '-', '-', '"student", "teacher"', 'false', '-', '"ask-school"'],
  ['"medium"', '-', '"work", "supplies"', 'not("aged")', 'true', '[1..14]', '"go-tested"'],
  ['"medium"', '-', '-', '-', 'true', '<= 3', '"go-tested"'],
  ['"medium"', '-', '-', '-', '-', '-', '"ask-district"'],
  ['"low"', '"medium"', '"tourism"', '"student", "teacher", "aged"', '-', '-', '"stay"'],
  ['"low"', '"medium"', 'not("tourism")', '-', '-', '(3..14]', '"go-report"'],
  ['"low"', '"medium"', '-', '-', 'false', '> 14', '"ask-district"'],
  ['"low"', '"low"', '"study", "family"', '"student"', '-', '>= 7', '"go-report"'],
  ['"low"', '"low"', '-', '-', '-', '-', '"go"'],
  ['-', '-', '-', '-', '-', '-', '"go-report"'],
];

const enumeration = (values: readonly string[]): string => values.map((value) => JSON.stringify(value)).join(", ");
const input = (expression: keyof Journey, typeRef: string, allowed: string | null) => ({ id: null, label: null, expression, typeRef, allowed });

/** The table every contender is given, in its own words. */
export const TRAVEL: DecisionTable = {
  kind: "table", id: "travel", hitPolicy: "first", aggregation: null, annotations: ["clause"],
  inputs: [
    input("origin", "string", enumeration(RISKS)), input("destination", "string", enumeration(RISKS)), input("reason", "string", enumeration(REASONS)),
    input("group", "string", enumeration(GROUPS)), input("approval", "boolean", null), input("days", "number", `[1..${DAYS_MAX}]`),
  ],
  outputs: [{ id: null, label: null, name: null, typeRef: "string", allowed: null, fallback: null }],
  rules: ROWS.map(([origin, destination, reason, group, approval, days, answer], at) => ({
    id: `row-${at + 1}`, description: null, tests: [origin, destination, reason, group, approval, days], outputs: [answer], annotations: [`clause-${(at % 7) + 1}`],
  })),
};

/** What a row of the table answers. */
export const answerOf = (row: number): string => JSON.parse(TRAVEL.rules[row]?.outputs[0] ?? '""') as string;

/** Every journey there is, in an order without a pattern but the same every time: a processor learns patterns that life does not have. */
export function everyJourney(): readonly Journey[] {
  const days = Array.from({ length: DAYS_MAX }, (_, at) => at + 1);
  const sizes = [RISKS.length, RISKS.length, REASONS.length, GROUPS.length, 2, days.length];
  const order = shuffled(sizes.reduce((product, size) => product * size, 1));
  return order.map((number) => {
    const [origin = 0, destination = 0, reason = 0, group = 0, approval = 0, day = 0] = digits(number, sizes);
    return { origin: RISKS[origin] ?? "", destination: RISKS[destination] ?? "", reason: REASONS[reason] ?? "", group: GROUPS[group] ?? "", approval: approval === 1, days: days[day] ?? 0 };
  });
}

function digits(number: number, sizes: readonly number[]): number[] {
  let left = number;
  return sizes.map((size) => { const digit = left % size; left = Math.floor(left / size); return digit; });
}

function shuffled(length: number): number[] {
  const numbers = Array.from({ length }, (_, at) => at);
  let seed = 1;
  for (let at = length - 1; at > 0; at -= 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((seed / 2 ** 32) * (at + 1));
    [numbers[at], numbers[other]] = [numbers[other] ?? 0, numbers[at] ?? 0];
  }
  return numbers;
}
