export { caseService, type CaseService, type CaseServiceOptions } from "./case-service.ts";
export { caseJobs } from "./clock-jobs.ts";
export type { FindMatches, MatchCriteria, MatchedRecord } from "./find-matches.ts";
