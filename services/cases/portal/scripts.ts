/** Enhancement scripts by the name pages ask for, as files of this repository to bundle. Pages work without them. */
export const caseScripts = [{ name: "request", file: "services/cases/portal/browser/request.ts" }] as const;

/** What forms and receipts ask for. */
export const REQUEST_SCRIPTS: readonly string[] = ["request"];
