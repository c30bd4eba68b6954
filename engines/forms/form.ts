/** Words in the two languages of the product. */
export type Words = { readonly zh: string; readonly en: string };

/** One of the answers a question offers. */
export type Choice = { readonly key: string; readonly name: Words };

/** Asked only when an earlier question was answered with one of these. A yes-no question is answered `true` or `false`. */
export type Condition = { readonly field: string; readonly is: readonly (string | boolean)[] };

/** What kind of answer a question takes, with its bounds. */
export type FieldKind =
  /** One line. */
  | { readonly kind: "text"; readonly lengthMax: number }
  /** Several lines. */
  | { readonly kind: "long-text"; readonly lengthMax: number }
  /** A number with so many decimals, in a unit. */
  | { readonly kind: "number"; readonly unit: Words | null; readonly decimals: number; readonly min: number | null; readonly max: number | null }
  /** CNY, kept in fen, written in yuan. */
  | { readonly kind: "money"; readonly max: number | null }
  /** A day in Asia/Shanghai. */
  | { readonly kind: "day" }
  /** A minute in Asia/Shanghai: `2021-01-26T09:00`. */
  | { readonly kind: "moment" }
  | { readonly kind: "yes-no" }
  | { readonly kind: "choice"; readonly choices: readonly Choice[] }
  | { readonly kind: "choices"; readonly choices: readonly Choice[] }
  /** A district of the city, by its six-digit code. */
  | { readonly kind: "district" }
  | { readonly kind: "telephone" }
  /** 公民身份号码 (GB 11643): whoever keeps it keeps only a keyed digest and the last four signs. */
  | { readonly kind: "identity-number" }
  /** Opening hours in words: `工作日 08:00-17:00；休息日 09:00-12:00`. */
  | { readonly kind: "hours" }
  /** Latitude and longitude in degrees (WGS 84). */
  | { readonly kind: "point" }
  /** Pictures or documents, so many at most. */
  | { readonly kind: "files"; readonly most: number };

/** A question of a form, or a column of a register. */
export type Field = FieldKind & {
  /** Unique in its form; never changed once anything was kept under it. */
  readonly key: string;
  readonly name: Words;
  readonly hint: Words | null;
  readonly required: boolean;
  readonly onlyIf: Condition | null;
  /** `personal`: about a person; never in a list, an address, a log or the audit, and every look at it is audited. */
  readonly privacy: "open" | "personal";
};

/** Questions in the order they are asked. */
export type Form = readonly Field[];

/** Degrees of WGS 84. */
export type Point = { readonly latitude: number; readonly longitude: number };

/**
 * An answer as it is kept: text, telephone, choice, district, day, moment, hours and identity number as text; number in its unit; money in whole fen; yes-no as
 * truth; choices and files (their ids) as lists; a point as its degrees.
 */
export type Value = string | number | boolean | readonly string[] | Point;

/** Answers by field. What was not asked or not answered is not there. */
export type Answers = Readonly<Record<string, Value>>;

/** What is wrong with an answer, and what to do. */
export type FieldFault = { readonly field: string; readonly problem: Words; readonly remedy: Words };

/** What an installation knows that a form does not. */
export type FormSetting = {
  readonly districts: readonly { readonly code: string; readonly names: readonly string[] }[];
  /** Opening hours in their usual form; null when the text says none. */
  readonly hours: (text: string) => string | null;
};
