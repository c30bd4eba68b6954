
/** Registers: facts that units keep, as types of records. Pure. */
export type { Freshness, PublicView, RecordCheck, RecordFlag, RecordTest, RecordType } from "./record-type.ts";
export { recordTypeInFile } from "./record-type-file.ts";
