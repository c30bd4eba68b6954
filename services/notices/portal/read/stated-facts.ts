import type { Modality } from "#engines/reading";
import type { LocalText } from "#platform/i18n";

/** What an officer states of an order: words of the text or the officer's own; null where it names none. */
export type StatedFacts = {
  readonly modality: Modality;
  readonly actors: readonly string[];
  readonly approver: string | null;
  readonly condition: string | null;
  readonly exception: string | null;
  readonly deadline: string | null;
};

/** What is wrong with a field of the form and what to do; `field` is its name. */
export type ReadRefusal = { readonly field: string; readonly problem: LocalText; readonly remedy: LocalText };
