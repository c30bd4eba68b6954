export type { Notice, NoticeClause, NoticeObligation } from "./notice.ts";
export * from "./draft/index.ts";
export * from "./pack/index.ts";
export * from "./task-table/index.ts";
