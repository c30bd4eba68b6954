export { clauseWords, strengthWords, TASK_COLUMNS, type TaskColumn } from "./columns.ts";
export { deadlineDate } from "./deadline-date.ts";
export { sourceFacts, type SourceFact } from "./source-facts.ts";
export { taskRows, type TaskClause, type TaskRow } from "./task-rows.ts";
