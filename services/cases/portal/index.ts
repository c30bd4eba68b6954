/** Residents' pages of cases: what can be asked, the forms, the receipt, how a request stands; what stands on clause pages and on the home page. */
export { RequestsPage, type RequestsPageProps } from "./requests-page.tsx";
export { RequestFormPage, type RequestFormPageProps } from "./request-form-page.tsx";
export { ReceiptPage, type ReceiptPageProps } from "./receipt-page.tsx";
export { TrackPage, type TrackPageProps } from "./track-page.tsx";
export { StatusPage, type StatusPageProps } from "./status-page.tsx";
export { caseCard, type CaseCardProps } from "./case-card.tsx";
export { caseDoors } from "./doors.ts";
export { caseScripts } from "./scripts.ts";
export { MOVE_PATH, NUDGE_PATH, RATE_PATH, REQUESTS_PATH, requestPath, SUPPLEMENT_PATH, TRACK_PATH } from "./request-paths.ts";
