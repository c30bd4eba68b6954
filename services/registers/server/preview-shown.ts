import type { PreviewRow, RecordType } from "#engines/registers";
import type { z } from "zod";
import type { previewView } from "../desk-views.ts";
import type { TablePreview } from "./import-records.ts";
import type { TableFile } from "./table-file.ts";

/** Rows of each kind that are shown; the counts tell the rest. */
const SHOWN_MOST = 200;
const KINDS = ["wrong", "changed", "new", "same"] as const;

/** What of a preview is shown: the first rows of each kind, in the table's order. */
export function previewShown(type: RecordType, table: Pick<TableFile, "sha256">, { columns, rows, counts }: TablePreview): z.output<typeof previewView> {
  const shown = KINDS.flatMap((kind) => rows.filter((row) => row.kind === kind).slice(0, SHOWN_MOST)).toSorted((one, other) => one.line - other.line);
  return {
    sha256: table.sha256, rows: rows.length, columns: columns.columns.map((column) => ({ ...column })), missingColumns: columns.missing.map(({ name }) => ({ ...name })), counts: { ...counts },
    shown: shown.map((row) => ({ line: row.line, kind: row.kind, name: nameShown(type, row), changes: row.changes.map(({ name, before, after }) => ({ name: { ...name }, before: before === null ? null : { ...before }, after: after === null ? null : { ...after } })), faults: row.faults.map(({ field, problem, remedy }) => ({ field, problem: { ...problem }, remedy: { ...remedy } })) })),
  };
}

/** A row of a person is known by its line. */
const nameShown = (type: RecordType, { name, line }: PreviewRow): string => (name === "" ? `${type.name.zh} ${line}` : name);
