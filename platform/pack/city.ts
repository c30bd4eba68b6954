import type { LocalText } from "#platform/i18n";

/** Where a fact comes from, in words, and the day it was taken from there (ISO date). */
export type Source = { readonly source: LocalText; readonly asOf: string };

/** A fact the notice itself does not state: its value, where it comes from and the day it was taken from there. */
export type Sourced<T> = Source & { readonly value: T };

/** A public body of the city or above it, as named in official papers. */
export type Body = Source & {
  readonly key: string;
  readonly name: LocalText;
  readonly phone: Sourced<string> | null;
};

/** 旗县市区: six-digit division code, official and short name. Population is people, 2020 census. */
export type District = {
  readonly code: string;
  readonly name: LocalText;
  readonly shortName: LocalText;
  readonly population: number;
};

/** The city an install serves: one install, one city. */
export type City = {
  readonly code: string;
  readonly name: LocalText;
  readonly shortName: LocalText;
  readonly districts: readonly District[];
  /** A district that does not exist, for drills only, so that no real one is blamed for what is practised; null when the pack has none. */
  readonly invented: Omit<District, "population"> | null;
  /** Codes and names of the city and its districts. */
  readonly divisionSource: Source;
  readonly populationSource: Source;
  readonly bodies: readonly Body[];
  /** Public service line, e.g. 12345. */
  readonly helpline: Sourced<string>;
  /** Where to report anyone who asks a fee in the service's name. */
  readonly feeReport: Sourced<LocalText>;
};
