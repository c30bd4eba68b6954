/** Tables as CSV, written and read. */
export { csvText } from "./write-csv.ts";
export { readCsv, type CsvReading } from "./read-csv.ts";
