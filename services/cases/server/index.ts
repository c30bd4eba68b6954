export { caseService, type CaseService, type CaseServiceOptions } from "./case-service.ts";
export { caseJobs } from "./clock-jobs.ts";
export { caseDeskRoutes, type CaseDeskOptions } from "./desk-routes.ts";
export type { FindMatches, MatchCriteria, MatchedRecord } from "./find-matches.ts";
export { type CountsKeeper, keepCounts } from "./keep-counts.ts";
export type { RecordOrder } from "./open-case.ts";
export type { CasesPortal } from "./portal.ts";
export { CASE_FORM_LIMITS } from "./portal-form.ts";
export { casePortalRoutes, type CasePortalOptions } from "./portal-routes.ts";
