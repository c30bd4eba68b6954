/** Largest upload, in bytes. Official notices with pictures stay far below it. */
export const BYTES_MAX = 20 * 1024 * 1024;
/** Largest decoded text, in UTF-8 bytes: about 1.7 million Chinese characters. */
export const TEXT_BYTES_MAX = 5 * 1024 * 1024;

/** Files inside a .docx; Word writes a few dozen, one more per picture. */
export const ZIP_ENTRIES_MAX = 2_000;
/** Declared size of everything inside a .docx, unpacked. */
export const ZIP_DECLARED_BYTES_MAX = 200 * 1024 * 1024;
/** Unpacked size of the parts of a .docx that are read. */
export const DOCX_PARTS_BYTES_MAX = 40 * 1024 * 1024;

/** Elements within elements in a .docx; Word stays below a hundred. */
export const XML_DEPTH_MAX = 1_000;

/** One extraction may take this long and this much memory before it is stopped. */
export const EXTRACTION_MILLISECONDS_MAX = 20_000;
export const EXTRACTION_HEAP_MEGABYTES_MAX = 384;
/** All memory of the process that reads the file: unpacked streams of a PDF are not on the heap. */
export const EXTRACTION_MEMORY_BYTES_MAX = 640 * 1024 * 1024;
/** Extractions at one time, and uploads that may wait for their turn. */
export const EXTRACTIONS_AT_ONCE = 2;
export const EXTRACTIONS_WAITING_MAX = 16;

/** Unpacked size of the parts of a workbook that are read: a hundred thousand rows of a dozen cells. */
export const SHEET_PARTS_BYTES_MAX = 120 * 1024 * 1024;
/** What a sheet may hold once it is read: one text can stand in a hundred thousand cells, so that a small file says nothing of it. */
export const SHEET_COLUMNS_MAX = 200;
export const SHEET_CELLS_MAX = 2_000_000;
export const SHEET_CELL_SIGNS_MAX = 32_767;
export const SHEET_SIGNS_MAX = 20_000_000;
/** Reading a large workbook takes longer and holds more than a document. */
export const SHEET_MILLISECONDS_MAX = 60_000;
export const SHEET_HEAP_MEGABYTES_MAX = 1_024;
export const SHEET_MEMORY_BYTES_MAX = 1_400 * 1024 * 1024;
