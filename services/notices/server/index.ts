export { deskRoutes } from "./desk-routes.ts";
export { editionRoutes } from "./edition-routes.ts";
export { draftDesk, type DraftDesk } from "./draft-desk.ts";
export { noticeArchive, type KeptVersion, type NoticeArchive } from "./notice-archive.ts";
export { noticeReader, type NoticeReader, type ReaderLimits } from "./notice-reader.ts";
export { pageRoutes } from "./page-routes.ts";
export { publishPack, type PackOutcome } from "./publish-pack.ts";
export { clauseExtras, homeDoors, type NoticePortal } from "./portal.ts";
export { READ_UPLOAD_LIMITS, readRoutes, type ReadRoutesOptions } from "./read-routes.ts";
export { searchRoutes, searchSources } from "./search-routes.ts";
export { keepSnapshot, noticesChanged, type NoticeSnapshot, type SnapshotKeeper } from "./snapshot.ts";
export {
  taskTable, TASK_TABLE_FORMATS, type TaskTableFile, type TaskTableFormat, type TaskTableOptions,
} from "../task-table/task-table.ts";
