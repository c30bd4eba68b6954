import { valueInWords, yuan, type Answers, type Field, type Words } from "#engines/forms";
import { periodOf } from "./elements.ts";
import { flagsOf } from "./flags.ts";
import { normalised } from "./record-key.ts";
import type { RecordType } from "./record-type.ts";

/** Which sums are taken: by the values of a field, of these fields. */
export type Totalled = { readonly by: string | null; readonly sums: readonly string[] };

/** An entry as sums need it: nothing personal. `who` tells entries of one person or unit from those of others. */
export type TotalledEntry = { readonly district: string; readonly who: string; readonly values: Answers };

/** Sums of a district and a value of `by`; of fewer than five people or units, or where one is nearly all, they are kept back. */
export type Total = {
  readonly district: string; readonly by: string | null; readonly byName: Words | null; readonly entries: number; readonly keptBack: boolean;
  readonly sums: readonly { readonly name: Words; readonly shown: Words }[]; readonly flags: readonly { readonly name: Words; readonly entries: number; readonly bad: boolean }[];
};

/** With fewer, whoever knows the others could work out one. */
export const ENTRIES_MIN = 5;
/** Where one has more than this part of a sum, the sum is very nearly its own. */
const LARGEST_PART_MAX = 0.8;

type Kept = Pick<RecordType, "fields" | "flags" | "period">;
/** `whose`: the place of each person or unit in `parts`, where their part of each sum stands; a million of them are held once. */
type Sum = { entries: number; whose: Map<string, number>; sums: number[]; parts: number[][]; flags: number[] };

/** Adds entries up one by one, so that a register of a million is never held at once. */
export type Adding = { readonly add: (entry: TotalledEntry) => void; readonly totals: () => readonly Total[] };

/** Begins sums of a register on a day. Where units report by periods, only the entries of a district's last period that has begun count: two days of one stock are not two stocks, and a line of a year to come hides nothing. */
export function addTotals(type: Kept, { by, sums }: Totalled, today: string, districts: (code: string) => Words): Adding {
  const found = new Map<string, Sum>();
  const lastPeriods = new Map<string, string>();
  const byField = type.fields.find(({ key }) => key === by);
  const summed = type.fields.filter(({ key }) => sums.includes(key));
  return {
    add: ({ district, who, values }) => {
      const period = periodOf(type, values);
      if (period > today.slice(0, period.length)) return;
      const last = lastPeriods.get(district) ?? "";
      if (period < last) return;
      if (period > last) for (const place of found.keys()) if (place.startsWith(`${district}|`)) found.delete(place);
      lastPeriods.set(district, period);
      const value = by === null ? "" : String(values[by] ?? "");
      const place = `${district}|${value}`;
      let sum = found.get(place);
      if (sum === undefined) found.set(place, sum = { entries: 0, whose: new Map(), sums: summed.map(() => 0), parts: summed.map(() => []), flags: type.flags.map(() => 0) });
      sum.entries += 1;
      let owner = sum.whose.get(who);
      if (owner === undefined) sum.whose.set(who, owner = sum.whose.size);
      for (const [at, { key }] of summed.entries()) {
        const number = values[key];
        if (typeof number !== "number") continue;
        sum.sums[at] = (sum.sums[at] ?? 0) + number;
        const parts = sum.parts[at];
        if (parts !== undefined) parts[owner] = (parts[owner] ?? 0) + number;
      }
      const flags = flagsOf(type, values, today);
      for (const [at, { key }] of type.flags.entries()) if (flags.includes(key)) sum.flags[at] = (sum.flags[at] ?? 0) + 1;
    },
    totals: () => [...found].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([place, sum]) => {
      const [district = "", value = ""] = [place.slice(0, 6), place.slice(7)];
      const isLeaking = sum.whose.size < ENTRIES_MIN || sum.parts.some((parts, at) => largestOf(parts) > (sum.sums[at] ?? 0) * LARGEST_PART_MAX);
      const byName = byField === undefined || value === "" ? null : namedBy(byField, value, districts);
      if (isLeaking) return { district, by: value === "" ? null : value, byName, entries: 0, keptBack: true, sums: [], flags: [] };
      return {
        district, by: value === "" ? null : value, byName, entries: sum.entries, keptBack: false,
        sums: summed.map((field, at) => ({ name: field.name, shown: sumInWords(field, sum.sums[at] ?? 0) })),
        flags: type.flags.map(({ name, bad }, at) => ({ name, bad, entries: sum.flags[at] ?? 0 })),
      };
    }),
  };
}

/** Of however many: a call takes no more than a hundred thousand arguments. Who has no part of a sum has nothing. */
function largestOf(parts: readonly (number | undefined)[]): number {
  let largest = 0;
  for (const part of parts) if (part !== undefined && part > largest) largest = part;
  return largest;
}

/** Whose entry it is: the unit's, or the person's or thing's that its key names, whatever the period. */
export function whoseEntry(type: Pick<RecordType, "unit" | "identity" | "period">, values: Answers, keyText: string): string {
  if (type.unit !== null) return normalised(values[type.unit] ?? "");
  const parts = keyText.split("|");
  return type.identity.map((key, at) => (key === type.period?.field ? "" : parts[at] ?? "")).join("|");
}

function sumInWords(field: Field, sum: number): Words {
  if (field.kind === "money") return { zh: `${yuan(sum)}元`, en: `${yuan(sum)} yuan` };
  const rounded = field.kind === "number" ? Number(sum.toFixed(field.decimals)) : sum;
  return { zh: valueInWords(field, rounded, "zh", String), en: valueInWords(field, rounded, "en", String) };
}

function namedBy(field: Field, value: string, districts: (code: string) => Words): Words {
  const typed = field.kind === "yes-no" ? value === "true" : value;
  return { zh: valueInWords(field, typed, "zh", (code) => districts(code).zh), en: valueInWords(field, typed, "en", (code) => districts(code).en) };
}
