import { duration, FeelDate, FeelDateTime, FeelDuration, FeelTime } from "feelin";
import type { FactValue } from "../table/column.ts";
import type { Facts, Feel, Value } from "../table/compile-table.ts";
import type { DecisionTable } from "../table/decision-table.ts";
import { namesIn } from "./cell-names.ts";
import type { DmnModel } from "./dmn-model.ts";
import { feel, feelTest, type Note } from "./feel.ts";
import { type FeelContext, type FeelValue, isContext, isList } from "./feel-value.ts";
import { dateAndTimeOf, dateOf, timeOf } from "./temporal-text.ts";
import { isError } from "./trouble.ts";
import { conform, type TypeScope } from "./types.ts";

/**
 * The interpreter of FEEL for one table's cells and outputs, as `compileTable` takes it: what is more than constants and ranges is asked of
 * it. Facts are given as text, numbers and truths; what a column says is a date, time or duration is made one here.
 */
export function feelOfTable(table: DecisionTable): Feel {
  const names = table.inputs.map(({ expression }) => expression);
  const typeOf = new Map(table.inputs.map(({ expression, typeRef }) => [expression, typeRef]));
  const known = [...new Set(names.flatMap((name) => [name, name.split(".")[0] ?? name]))];
  const uses = new Map<string, readonly string[]>();
  return {
    test: (text, value, facts, column) => quietly((note) => {
      const asked = factOf(value, typeOf.get(column) ?? null);
      return asked === null ? undefined : feelTest(text, asked, scopeOf(names, typeOf, facts), note, TYPES) === true;
    }),
    evaluate: (text, facts, output) => quietly((note) => {
      const { ok, value } = conform(feel(text, scopeOf(names, typeOf, facts), note, TYPES), table.outputs[output]?.typeRef ?? null, TYPES);
      return ok ? plainValue(value) : undefined;
    }),
    uses: (text, part) => {
      const key = `${part} ${text}`;
      const seen = uses.get(key) ?? used(text, part, names, known);
      uses.set(key, seen);
      return seen;
    },
  };
}

/** A table's own types are FEEL's: item definitions are taken in when it is read from a model. */
const NO_MODEL: DmnModel = { kind: "dmn", id: null, name: "", namespace: "urn:none", description: null, imports: [], types: [], inputs: [], decisions: [], knowledge: [], services: [], sources: [] };
const TYPES: TypeScope = { model: NO_MODEL, imported: () => null, test: () => true };

function used(text: string, part: "test" | "output", columns: readonly string[], known: readonly string[]): readonly string[] {
  const found = namesIn(text, part, known)?.used ?? [];
  return columns.filter((column) => found.some((name) => column === name || column.startsWith(`${name}.`)));
}

/** What FEEL only warns of is an answer; what could not be read or run is none. */
function quietly<Answer>(ask: (note: Note) => Answer | undefined): Answer | undefined {
  let failed = false;
  const answer = ask((code, detail) => { failed ||= isError({ code, detail, element: "", expression: null }); });
  return failed ? undefined : answer;
}

/** The facts under the names their columns ask for; `a.b` is the b of a. Facts nobody told are null. */
function scopeOf(names: readonly string[], typeOf: ReadonlyMap<string, string | null>, facts: Facts): FeelContext {
  const scope: Record<string, FeelValue> = {};
  for (const name of names) {
    const given = facts[name];
    const value = given === undefined || given === null ? null : factOf(given, typeOf.get(name) ?? null);
    const [root = name, ...path] = name.split(".");
    scope[root] = path.length === 0 ? value : within(scope[root] ?? null, path, value);
  }
  return scope;
}

function within(context: FeelValue, [name = "", ...rest]: readonly string[], value: FeelValue): FeelContext {
  const own = context !== null && isContext(context) ? context : {};
  return { ...own, [name]: rest.length === 0 ? value : within(own[name] ?? null, rest, value) };
}

const FROM_TEXT: Readonly<Record<string, (text: string) => FeelValue>> = {
  date: dateOf, time: timeOf, "date and time": dateAndTimeOf, dateTime: dateAndTimeOf,
  ...Object.fromEntries(["duration", "days and time duration", "dayTimeDuration", "years and months duration", "yearMonthDuration"].map((type) => [type, (text: string) => duration(text)])),
};

/** A fact as FEEL has it; null where its text is none of the column's type. */
function factOf(fact: FactValue, typeRef: string | null): FeelValue {
  if (typeof fact === "bigint" || (typeRef === "number" && typeof fact === "string")) return Number.isNaN(Number(fact)) ? null : Number(fact);
  const read = typeof fact === "string" && typeRef !== null ? FROM_TEXT[typeRef] : undefined;
  if (read === undefined || typeof fact !== "string") return fact;
  try {
    return read(fact);
  } catch {
    return null;
  }
}

/** A value of FEEL as tables answer it: days, times and durations as text; functions and ranges are no answers. */
export function plainValue(value: FeelValue): Value | undefined {
  if (value === null || typeof value !== "object") return value;
  if (value instanceof FeelDate || value instanceof FeelDateTime || value instanceof FeelTime || value instanceof FeelDuration) return value.iso;
  if (isList(value)) {
    const items = value.map(plainValue);
    return items.includes(undefined) ? undefined : items.map((item) => item ?? null);
  }
  if (!isContext(value)) return undefined;
  const entries = Object.entries(value).map(([name, part]) => [name, plainValue(part)] as const);
  return entries.some(([, part]) => part === undefined) ? undefined : Object.fromEntries(entries.map(([name, part]) => [name, part ?? null]));
}
