export { applyCorrections, CORRECTION_REFUSALS } from "./correct-reading.ts";
export type { Correction, CorrectionRefusal, Particulars } from "./correct-reading.ts";
export { LONGEST_TEXT, readNotice } from "./read-notice.ts";
export * from "./reading.ts";
