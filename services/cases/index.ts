/** Requests that move through states by a deadline: what a pack may say of them, and what pages and the desk are told. */
export { type CaseTypesReading, type KnownRegister, loadCaseTypes } from "./pack/load-case-types.ts";
export * from "./desk-views.ts";
export type { ApplicantMove, CaseStatus, ClauseOf, OfferedType, StatusStep, StatusTold, WrittenForm } from "./portal-views.ts";
export { type ClauseCounts, COUNTED_MIN } from "./clause-counts.ts";
export { clauseOf, dutiesOf, type NoticeInForce } from "./clause-of.ts";
