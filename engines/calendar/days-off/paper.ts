import type { Day } from "../day.ts";
import type { Feast } from "./feasts.ts";

/** The paper that arranged a day: who may ask for it and where it stands. */
export type Paper = {
  readonly title: string;
  /** 发文字号; null where no copy we saw bears it. */
  readonly number: string | null;
  /** The day at its foot, or, where no copy we saw bears one, the day it was published. */
  readonly dated: Day;
};

/** One item of a paper: which days are off for a holiday, and which weekend days are worked for it. */
export type Arrangement = {
  readonly feasts: readonly Feast[];
  /** Single days, or first and last as in ISO 8601: `2021-02-11/2021-02-17`. */
  readonly off: readonly string[];
  readonly work: readonly Day[];
};

/**
 * What a paper says of a year, item by item. It announces the year, or changes what was announced; then what it says of a day holds
 * against every paper before it.
 */
export type ArrangedYear = {
  readonly year: number;
  readonly announces: boolean;
  readonly paper: Paper;
  readonly arrangements: readonly Arrangement[];
};
