import type { Form, Words } from "#engines/forms";

/** Where a setting comes from and when it was taken from there. */
export type Sourced = { readonly source: Words; readonly asOf: string };

/** Something that is said of two fields of a record, or of one and the day. `below`: both there and the first less. `missing`: not there. `passed`: a day before today. */
export type RecordTest =
  | { readonly test: "below" | "above" | "after" | "before"; readonly field: string; readonly than: string }
  | { readonly test: "missing" | "present"; readonly field: string }
  | { readonly test: "passed"; readonly field: string }
  | { readonly test: "is"; readonly field: string; readonly is: readonly (string | boolean)[] }
  | { readonly test: "all" | "any"; readonly of: readonly RecordTest[] };

/** A mark that a record carries while its test holds: 短缺, 逾期. `bad` ones are what officers are to see to; `chased` ones stand in the worklist until they are gone. */
export type RecordFlag = { readonly key: string; readonly name: Words; readonly when: RecordTest; readonly bad: boolean; readonly chased: boolean };

/** A record that breaks it is refused: 已发 > 应发. */
export type RecordCheck = { readonly refuse: RecordTest; readonly field: string; readonly problem: Words; readonly remedy: Words };

/** How fresh records are to be: confirmed again after so many hours, or seen to by the day that a field of each names. Sourced. */
export type Freshness =
  | (Sourced & { readonly kind: "every"; readonly hours: number })
  | (Sourced & { readonly kind: "by-field"; readonly field: string; readonly doneWhen: RecordTest | null });

/** What residents see of a register. */
export type PublicView =
  /** Places with opening hours, those open now first, nearest first. */
  | { readonly kind: "places"; readonly hours: string; readonly point: string | null; readonly address: string; readonly telephone: string | null; readonly fields: readonly string[] }
  /** Entries with these fields, by district. */
  | { readonly kind: "list"; readonly fields: readonly string[] }
  /** Sums by district and by the values of a field; no entry, no name. Sums of fewer than five entries are kept back. */
  | { readonly kind: "totals"; readonly by: string | null; readonly sums: readonly string[] }
  /** One's own entries, found by identity number and name. */
  | { readonly kind: "own"; readonly identity: string; readonly person: string; readonly fields: readonly string[]; readonly totals: { readonly by: string | null; readonly sums: readonly string[] } | null };

/** A kind of record that units keep: which facts, under which key, how fresh, what residents see. Pack data. */
export type RecordType = {
  readonly key: string;
  readonly name: Words;
  readonly about: Words;
  readonly notice: string;
  readonly clause: string;
  readonly duties: readonly string[];
  readonly fields: Form;
  /** Fields that together name a record in its district: entered again, it is the same record. */
  readonly identity: readonly string[];
  /** The field of kind `district`; whose record it is. */
  readonly district: string;
  /** The field that names the unit that is asked (a campus, a shop); null: the district itself. */
  readonly unit: string | null;
  /** The field whose day or month makes a period: the same unit reports again in each. Null: a record is kept up to date. */
  readonly period: { readonly field: string; readonly every: "day" | "week" | "month" } | null;
  /** Fields that are a data element of the city (数据元), known by a name over all registers: asked once of a unit and period, wherever. */
  readonly elements: Readonly<Record<string, string>>;
  /** Fields shown in the desk's list, in order. */
  readonly columns: readonly string[];
  readonly checks: readonly RecordCheck[];
  readonly flags: readonly RecordFlag[];
  readonly freshness: Freshness | null;
  readonly public: PublicView | null;
  /** Cases that a new record opens, with their answers taken from it (`$field`) or as they stand. */
  readonly opens: readonly { readonly case: string; readonly when: RecordTest | null; readonly answers: Readonly<Record<string, string>> }[];
  /** How many days a record is kept after it was removed or its period ended; null: as long as the installation. */
  readonly retention: (Sourced & { readonly days: number }) | null;
};
