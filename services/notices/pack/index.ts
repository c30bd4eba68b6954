export { assembleNotice } from "./assemble-notice.ts";
export { readCorrections, type RecordedCorrection } from "./corrections-file.ts";
export { loadNotices, type PackNotice } from "./load-notices.ts";
export type { NoticeParts } from "./notice-parts.ts";
export { readNoticeSettings, type NoticeSettings } from "./settings-file.ts";
