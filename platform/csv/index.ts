/** Tables as CSV, written and read. */
export { csvText } from "./write-csv.ts";
export { readCsv, readNumberedCsv, type CsvReading, type NumberedReading } from "./read-csv.ts";
