export { readDocument } from "./read-document.ts";
export { writeSheet, type WrittenSheet } from "./write-sheet.ts";
export { readSheet, type SheetOutcome } from "./read-sheet.ts";
