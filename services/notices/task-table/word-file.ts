import {
  AlignmentType, Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun,
  VerticalAlign, WidthType, type IRunOptions,
} from "docx";
import { inLanguage } from "#platform/i18n";
import { TASK_COLUMNS, type TaskColumn } from "./columns.ts";
import { printable } from "./printable.ts";
import type { TaskTableContent } from "./table-content.ts";

/** The table as a Word file: A4 landscape, header row on every page, facts about the source above and below. */
export async function wordFile(content: TaskTableContent): Promise<Uint8Array> {
  const [note, ...facts] = content.facts;
  const document = new Document({
    title: printable(content.title),
    creator: "Anxin",
    styles: { default: { document: { run: { font: TEXT_FONT, size: TEXT_SIZE } } } },
    sections: [{
      properties: { page: { size: { width: A4_SHORT, height: A4_LONG, orientation: PageOrientation.LANDSCAPE }, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
      footers: { default: new Footer({ children: [pageNumber()] }) },
      children: [
        new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 120 }, children: lines(content.title, { font: TITLE_FONT, size: 32 }) }),
        new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 160 }, children: lines(note?.value ?? "", {}) }),
        table(content),
        ...facts.map(({ label, value }, index) => new Paragraph({
          spacing: { before: index === 0 ? 240 : 40 }, children: [...lines(`${label}：`, { font: TITLE_FONT }), ...lines(value, {})],
        })),
      ],
    }],
  });
  return Packer.toBuffer(document);
}

/** Official fonts, by the names Chinese systems know them; elsewhere Word and WPS fall back to a font of the same kind. */
const TEXT_FONT = { ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman", eastAsia: "仿宋" } as const;
const TITLE_FONT = { ascii: "Arial", hAnsi: "Arial", cs: "Arial", eastAsia: "黑体" } as const;
/** Half points: 10 points, between the fifth size and the small fifth. */
const TEXT_SIZE = 20;
/** Twentieths of a point. The library turns width and height itself for landscape. */
const A4_SHORT = 11_906;
const A4_LONG = 16_838;
const MARGIN = 850;
const TABLE_WIDTH = A4_LONG - 2 * MARGIN;
const WIDTH_SUM = TASK_COLUMNS.reduce((sum, { width }) => sum + width, 0);

function table({ rows, language }: TaskTableContent): Table {
  const header = new TableRow({
    tableHeader: true, cantSplit: true,
    children: TASK_COLUMNS.map((column) => cell(column, inLanguage(column.label, language), { font: TITLE_FONT }, true)),
  });
  const body = rows.map((row) => new TableRow({
    cantSplit: row.obligation.quote.length < SPLIT_LENGTH_MIN,
    children: TASK_COLUMNS.map((column) => cell(column, column.words(row, language), {}, false)),
  }));
  return new Table({
    rows: [header, ...body], layout: TableLayoutType.FIXED, width: { size: TABLE_WIDTH, type: WidthType.DXA }, columnWidths: TASK_COLUMNS.map(twentieths),
  });
}

/** A row longer than this may go over the page: kept whole it would leave most of one empty. */
const SPLIT_LENGTH_MIN = 400;

function cell(column: TaskColumn, words: string, run: IRunOptions, isHeader: boolean): TableCell {
  return new TableCell({
    width: { size: twentieths(column), type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, margins: { top: 40, bottom: 40, left: 60, right: 60 },
    ...(isHeader ? { shading: { fill: "E9EEF5" } } : {}),
    children: [new Paragraph({ alignment: isHeader || column.align === "center" ? AlignmentType.CENTER : AlignmentType.LEFT, children: lines(words, run) })],
  });
}

function twentieths({ width }: TaskColumn): number {
  return Math.floor((TABLE_WIDTH * width) / WIDTH_SUM);
}

function lines(words: string, run: IRunOptions): TextRun[] {
  return printable(words).split("\n").map((text, index) => new TextRun({ ...run, text, ...(index > 0 ? { break: 1 } : {}) }));
}

function pageNumber(): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })] });
}
