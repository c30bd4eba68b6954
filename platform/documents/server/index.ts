export { readDocument } from "./read-document.ts";
export { readSheet, type SheetOutcome } from "./read-sheet.ts";
