import type { LocalText } from "#platform/i18n";

/** Something wrong in a pack: where it stands, what it is and what to do about it. */
export type PackProblem = {
  /** Path inside the pack, with `/`. */
  readonly file: string;
  /** First line is 1. A file that is missing altogether has line 1. */
  readonly line: number;
  /** Address inside the file, e.g. `districts[3].code`; empty for the file itself. */
  readonly field: string;
  readonly problem: LocalText;
  readonly remedy: LocalText;
};

/** What is wrong and what to do, before it is known where. */
export type Fault = { readonly problem: LocalText; readonly remedy: LocalText };

/** A path into a YAML file as people write it: `districts[3].code`. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? String(step) : `.${String(step)}`))
    .join("");
}
