/**
 * Every place where `ANXIN_FAULT` can end the server, in the order they are passed. Between two of them something is written, decided or
 * answered, so that losing the process leaves another state behind at each. A name that is not here does not compile.
 */
export const FAULT_NAMES = [
  // The first start of an installation: the pack's notices are kept and signed in one transaction.
  "pack.after-version", "key.after-row", "pack.after-release", "pack.after-audit", "pack.after-commit",
  // An import: the file with its chunks, the draft, the audit, the command, the answer.
  "import.after-reading", "import.after-file-row", "import.between-chunks", "import.after-file", "import.after-draft-row", "import.after-revision", "import.after-audit", "import.before-commit", "import.after-commit", "import.after-answer",
  // Handing in.
  "check.after-state", "check.before-commit", "check.after-commit", "check.after-answer",
  // A release: the signature (nothing written yet), the release, the version, the draft's state, the audit, the command, what is served, the answer.
  "release.after-signature", "release.after-release", "release.after-version", "release.after-state", "release.after-audit", "release.before-commit", "release.after-commit", "release.after-snapshot", "release.after-answer",
  // Levels of risk, a list or a change: the statement, the areas, the audit, the command, the answer.
  "levels.after-statement", "levels.after-areas", "levels.after-audit", "levels.after-commit", "levels.after-answer",
  // A case opened, and a case moved: everything is written, nothing is committed.
  "cases.before-commit-submit", "cases.before-commit-move",
  // A table imported into a register: batches of records, the audit, the command, the answer.
  "registers.between-batches", "registers.before-commit-import", "registers.after-commit-import",
] as const;

/** The name of a place. */
export type FaultName = (typeof FAULT_NAMES)[number];
