import type { Words } from "#engines/forms";
import type { RecordType } from "./record-type.ts";

/** How many fields one unit of a kind is asked in a week, by which registers. */
export type Burden = { readonly unit: Words; readonly fieldsPerWeek: number; readonly registers: readonly string[] };

type Asked = Pick<RecordType, "key" | "fields" | "unit" | "period" | "freshness">;

/** Fields asked of one unit in a week by a register: all of them in each period, or whenever they are to be confirmed. What is told once and kept up to date asks nothing by the week. */
export function fieldsPerWeek({ fields, period, freshness }: Pick<Asked, "fields" | "period" | "freshness">): number {
  const times = period !== null ? { day: 7, week: 1, month: 12 / 52.18 }[period.every] : freshness?.kind === "every" ? (7 * 24) / freshness.hours : 0;
  return Math.round(fields.length * times * 10) / 10;
}

/** The burden of every kind of unit over all registers, the most asked first. A kind is known by the name of the field that names it; without one, districts themselves are asked. */
export function burdens(types: readonly Asked[]): readonly Burden[] {
  const kinds = Map.groupBy(types, (type) => unitKind(type).zh);
  return [...kinds.values()].map((asking) => {
    const [first] = asking;
    const counted = asking.filter((type) => fieldsPerWeek(type) > 0);
    return { unit: first === undefined ? DISTRICTS : unitKind(first), fieldsPerWeek: Math.round(counted.reduce((sum, type) => sum + fieldsPerWeek(type), 0) * 10) / 10, registers: counted.map(({ key }) => key) };
  }).filter((burden) => burden.fieldsPerWeek > 0).toSorted((one, other) => other.fieldsPerWeek - one.fieldsPerWeek);
}

/** What kind of unit a register asks. */
export function unitKind({ fields, unit }: Pick<RecordType, "fields" | "unit">): Words {
  return fields.find(({ key }) => key === unit)?.name ?? DISTRICTS;
}

const DISTRICTS: Words = { zh: "地方", en: "District" };
