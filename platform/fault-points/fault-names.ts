/** Every place where `ANXIN_FAULT` can end the server. A name that is not here does not compile. */
export const FAULT_NAMES = [
  "import.before-extraction", "import.after-extraction", "import.before-file", "import.after-file", "import.before-draft", "import.after-draft", "import.before-audit", "import.before-commit", "import.after-commit",
  "check.before-state", "check.before-commit", "check.after-commit",
  "release.before-version", "release.after-version", "release.before-command", "release.before-notice", "release.after-notice", "release.before-audit", "release.before-commit", "release.after-commit",
] as const;

/** The name of a place. */
export type FaultName = (typeof FAULT_NAMES)[number];
