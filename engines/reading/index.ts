export { LONGEST_TEXT, readNotice } from "./read-notice.ts";
export * from "./reading.ts";
