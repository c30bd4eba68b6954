export {
  taskTable, TASK_TABLE_FORMATS, type TaskTableFile, type TaskTableFormat, type TaskTableOptions,
} from "../task-table/task-table.ts";
