import type { ColumnKind, ValueClass } from "./column.ts";
import type { CompiledTable } from "./compile-table.ts";
import { addDecimals, type Decimal } from "./decimal.ts";
import { type Literal, literalText, literalValue } from "./literal.ts";

/**
 * Values of a column that the table does not tell apart, as plain data: one of them, and all of them as FEEL writes them (`(3..7)`,
 * `[date("2021-02-11")..date("2021-02-16")]`). `other`: every text the table does not name.
 */
export type PlainClass = { readonly example: string | number | boolean; readonly text: string; readonly other: boolean };

/** What a column asks for, as plain data. `classes` is empty where only an interpreter can tell values apart. */
export type ColumnValues = { readonly name: string; readonly label: string; readonly kind: ColumnKind; readonly allowed: string | null; readonly classes: readonly PlainClass[] };

/** The columns of a table with the values it tells apart: what a form can offer, and what an example's value stands for. */
export function columnValues({ table, columns }: CompiledTable): ColumnValues[] {
  return columns.map(({ name, label, partition: { kind, classes } }, at) => ({
    name, label, kind, allowed: table.inputs[at]?.allowed ?? null,
    classes: kind === "opaque" ? [] : classes.map((each) => ({ example: literalValue(each.example), text: textOf(kind, each), other: each.other })),
  }));
}

function textOf(kind: ColumnKind, { example, within, other }: ValueClass): string {
  if (other) return "-";
  if (within === null || !("order" in example)) return literalText(example);
  const { kind: of } = example;
  const written = (order: Decimal): string => literalText({ kind: of, order } satisfies Literal);
  // Between two days are the days behind the one and before the other.
  const [low, high] = kind === "date" ? [moved(within.low, ONE), moved(within.high, MINUS_ONE)] : [within.low, within.high];
  const isDate = kind === "date";
  if (low === null) return high === null ? "-" : `${isDate ? "<=" : "<"} ${written(high)}`;
  if (high === null) return `${isDate ? ">=" : ">"} ${written(low)}`;
  return isDate ? `[${written(low)}..${written(high)}]` : `(${written(low)}..${written(high)})`;
}

const ONE: Decimal = { digits: 1n, scale: 0 };
const MINUS_ONE: Decimal = { digits: -1n, scale: 0 };
const moved = (day: Decimal | null, by: Decimal): Decimal | null => (day === null ? null : addDecimals(day, by));
