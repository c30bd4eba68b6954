import type { Blob } from "node:buffer";
import type Stream from "node:stream";
import writeXlsxFile, { type CellObject, type Feature, type Sheet } from "write-excel-file/node";
import { inLanguage } from "#platform/i18n";
import { TASK_COLUMNS } from "./columns.ts";
import { printable } from "./printable.ts";
import type { TaskTableContent } from "./table-content.ts";

/** What the library could be given for pictures; none are. */
type FileContent = Stream | Buffer | Blob;

/** The table as a workbook: tasks on the first sheet, where they come from on the second; A4 landscape, as wide as the page. */
export async function workbookFile(content: TaskTableContent): Promise<Uint8Array> {
  const sheets: Sheet<FileContent>[] = [taskSheet(content), sourceSheet(content)];
  return writeXlsxFile(sheets, { fontFamily: "宋体", fontSize: 10.5, features: [PRINT_LAYOUT] }).toBuffer();
}

const BORDER = { borderStyle: "thin", borderColor: "#8c8c8c" } as const;
const HEADER = { ...BORDER, fontFamily: "黑体", backgroundColor: "#e9eef5", align: "center", alignVertical: "center", wrap: true } as const;
/** Excel counts widths in Latin digits: this many to a share, so that the table prints on A4 in letters one can read. */
const DIGITS_PER_SHARE = 1.5;
const LINE_HEIGHT_POINTS = 14.5;
const ROW_HEIGHT_POINTS_MAX = 400;

function taskSheet({ rows, language }: TaskTableContent): Sheet<FileContent> {
  const header = TASK_COLUMNS.map(({ label }): CellObject => ({ value: inLanguage(label, language), type: String, height: 30, ...HEADER }));
  const data = rows.map((row) => {
    const words = TASK_COLUMNS.map((column) => cellText(column.words(row, language)));
    const height = rowHeight(words);
    return words.map((text, index): CellObject => ({
      value: text, type: String, height, ...BORDER, wrap: true, alignVertical: "center", align: TASK_COLUMNS[index]?.align ?? "left",
    }));
  });
  return {
    sheet: inLanguage({ zh: "任务分解表", en: "Tasks" }, language), data: [header, ...data], orientation: "landscape", stickyRowsCount: 1,
    columns: TASK_COLUMNS.map(({ width }) => ({ width: width * DIGITS_PER_SHARE + 1 })),
  };
}

function sourceSheet({ title, facts, language }: TaskTableContent): Sheet<FileContent> {
  const name = inLanguage({ zh: "来源", en: "Source" }, language);
  const lines = facts.map(({ label, value }): CellObject[] => [
    { value: cellText(label), type: String, ...BORDER, fontFamily: "黑体", wrap: true, alignVertical: "center" },
    { value: cellText(value), type: String, ...BORDER, wrap: true, alignVertical: "center", height: linesNeeded(value, 45) * LINE_HEIGHT_POINTS + 8 },
  ]);
  return {
    sheet: name, orientation: "landscape", columns: [{ width: 28 }, { width: 90 }],
    data: [[{ value: cellText(title), type: String, fontFamily: "黑体", fontSize: 14, height: 28, alignVertical: "center" }], ...lines],
  };
}

/** Wrapped rows need their height said: not every program works it out on opening. */
function rowHeight(words: readonly string[]): number {
  const lines = words.map((text, index) => linesNeeded(text, charactersIn(TASK_COLUMNS[index]?.width ?? 0)));
  return Math.min(Math.max(...lines, 1) * LINE_HEIGHT_POINTS + 6, ROW_HEIGHT_POINTS_MAX);
}

/** Chinese characters that stand side by side in a column: a little over two digits each, and the cell's own margin. */
function charactersIn(width: number): number {
  return Math.max(1, Math.floor((width * DIGITS_PER_SHARE) / 2.1));
}

function linesNeeded(text: string, width: number): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / width)), 0);
}

function widthOf(line: string): number {
  return [...line].reduce((sum, character) => sum + (character < "\u2000" ? 0.5 : 1), 0);
}

/** A cell holds 32,767 characters; `_x0041_` in a workbook would be read as the character of that code. */
function cellText(words: string): string {
  const text = printable(words).replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  return text.length > CELL_LENGTH_MAX ? `${printable(text.slice(0, CELL_LENGTH_MAX))}…` : text;
}

const CELL_LENGTH_MAX = 32_000;

/** What the library has no option for: fit the width of the page, narrow margins, and the header row on every page. */
const PRINT_LAYOUT: Feature<FileContent> = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml) => xml
          .replace(/(<worksheet[^>]*>)/, `$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
          .replace(/<pageMargins[^>]*\/>/, `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>`)
          .replace(/<pageSetup ([^>]*)\/>/, `<pageSetup $1 fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`),
      },
      "xl/workbook.xml": {
        transform: (xml) => {
          const name = /<sheet [^>]*name="([^"]*)"/.exec(xml)?.[1] ?? "";
          const titles = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${name}'!$1:$1</definedName></definedNames>`;
          return xml.replace(/<definedNames\/>|(?=<calcPr|<\/workbook>)/, () => titles);
        },
      },
    },
  },
};
