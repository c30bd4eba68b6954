/** Registers: facts that units keep, as types of records. Pure. */
export type { Freshness, PublicView, RecordCheck, RecordFlag, RecordTest, RecordType } from "./record-type.ts";
export { holdsPeople } from "./people.ts";
export { recordTypeInFile } from "./record-type-file.ts";
export { fieldsOfTest, holds, turnsOn } from "./record-test.ts";
export { flagsOf, flagsTurnOn, refusalsOf } from "./flags.ts";
export { type Digest, nameOf, normalised, numberDigest, recordKey, sealedValues, sortText } from "./record-key.ts";
export { dueOn, staleFrom } from "./freshness.ts";
export { type Change, changedFields, differenceInWords, isSame, maskedValue, shownValue } from "./difference.ts";
export { type Burden, burdens, fieldsPerWeek, unitKind } from "./burden.ts";
export { elementsOf, elementTwice, periodOf, type ToldElement } from "./elements.ts";
export { type Adding, addTotals, ENTRIES_MIN, type Total, type TotalledEntry, whoseEntry } from "./totals.ts";
export { completeRecord, type CompleteRecord, type RecordSetting } from "./complete-record.ts";
export { readColumns, readRow, type TableColumns, type TableRow } from "./table/read-table.ts";
export { addressOfRow, type KnownRecord, previewRows, type PreviewRow, type PreviewSetting } from "./table/preview.ts";
export { writtenValue } from "./table/written-value.ts";
export { checkElements, checkRecordType, type TypeFault } from "./check-record-type.ts";
