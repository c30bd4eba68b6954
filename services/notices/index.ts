export type { Notice, NoticeClause, NoticeObligation } from "./notice.ts";
export * from "./draft/index.ts";
export * from "./pack/index.ts";
export * from "./task-table/index.ts";
export { clauseLabel, clauseNumeral } from "./clause-label.ts";
export { clausePath, noticePath } from "./notice-paths.ts";
