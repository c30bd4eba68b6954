import { readNumberedCsv } from "#platform/csv";
import { explainRefusal } from "#platform/documents";
import { readSheet } from "#platform/documents/server";
import type { LocalText } from "#platform/i18n";
import { createHash } from "node:crypto";

/** A table as it was handed in. `sha256` names its bytes. */
export type TableFile = { readonly kind: "table"; readonly sha256: string; readonly head: readonly string[]; readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[] };
/** Or why it cannot be read. */
export type TableRefused = { readonly kind: "refused"; readonly status: 413 | 422 | 503; readonly problem: LocalText; readonly remedy: LocalText };

/** Rows of one import; more are sent in several tables. */
export const IMPORT_ROWS_MAX = 100_000;

/** Reads a table: an .xlsx in a process of its own, anything else as CSV or pasted cells with tabs between. */
export async function readTableFile(bytes: Uint8Array): Promise<TableFile | TableRefused> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const sheet = await readSheet(bytes, IMPORT_ROWS_MAX);
    if (sheet.kind === "refused") {
      if (sheet.reason === "too-large") return TOO_MUCH;
      const [zh, en] = [explainRefusal(sheet.reason, "zh-CN"), explainRefusal(sheet.reason, "en")];
      return { kind: "refused", status: sheet.reason === "busy" ? 503 : 422, problem: { zh: zh.problem, en: en.problem }, remedy: sheet.reason === "busy" ? { zh: zh.remedy, en: en.remedy } : SAVE_AGAIN };
    }
    const [head, ...rows] = sheet.rows;
    return head === undefined || rows.length === 0 ? EMPTY : rows.length > IMPORT_ROWS_MAX ? TOO_MANY : { kind: "table", sha256, head: head.cells, rows };
  }
  const table = await readNumberedCsv(bytes, IMPORT_ROWS_MAX);
  if (table.kind === "refused") return table.reason === "empty" ? EMPTY : table.reason === "broken" ? broken(table.line) : NO_TABLE;
  if (table.isCut) return TOO_MANY;
  return table.rows.length === 0 ? EMPTY : { kind: "table", sha256, head: table.head, rows: table.rows };
}

const refused = (status: TableRefused["status"], zh: string, en: string, remedyZh: string, remedyEn: string): TableRefused => ({ kind: "refused", status, problem: { zh, en }, remedy: { zh: remedyZh, en: remedyEn } });
const broken = (line: number | null): TableRefused => refused(422, `第 ${line ?? "?"} 行的引号没有配对`, `The quotes in line ${line ?? "?"} do not match`, "改好引号，或者从表格软件重新导出。", "Mend the quotes, or export it again from the spreadsheet.");
const SAVE_AGAIN = { zh: "用表格软件打开，另存为 .xlsx 或 CSV 再传；行太多就分成几份。", en: "Open it in a spreadsheet, save it as .xlsx or CSV and send that; split it if it is long." };
const EMPTY = refused(422, "表里没有内容", "There is nothing in the table", "第一行写栏名，下面一行一条记录。", "Name the columns in the first row, one record a row below.");
const TOO_MANY = refused(413, `超过 ${IMPORT_ROWS_MAX} 行`, `There are more than ${IMPORT_ROWS_MAX} rows`, "分成几份导入。", "Import it in several parts.");
const TOO_MUCH = refused(413, "表里的内容太多", "The table holds too much", "去掉不用的栏和很长的文字，分成几份导入。", "Leave out columns and long texts that are not needed, and import it in several parts.");
const NO_TABLE = refused(422, "这不是表格", "This is no table", "传 .xlsx 或 CSV 文件，或者从表格里复制后粘贴。", "Send an .xlsx or CSV file, or copy the cells and paste them.");
