import { readText, type Answers, type Field, type FieldFault, type FormSetting, type Value } from "#engines/forms";
import type { RecordType } from "../record-type.ts";

/** Which column of a table is which field; `missing`: fields that must be there and that no column gives. */
export type TableColumns = { readonly columns: readonly { readonly header: string; readonly field: string | null }[]; readonly missing: readonly Field[] };

/** A row as it was read: values of the columns that are fields, nothing where a cell is empty. */
export type TableRow = { readonly line: number; readonly given: Answers; readonly faults: readonly FieldFault[] };

/**
 * Finds the fields that the first row of a table names: by key or by name in either language, whatever the spaces, the case, a star for "required" or a unit in brackets. A field
 * that is named twice counts once.
 */
export function readColumns({ fields }: Pick<RecordType, "fields">, head: readonly string[]): TableColumns {
  const taken = new Set<string>();
  const columns = head.map((header) => {
    const wanted = named(header);
    const field = fields.find(({ key, name }) => !taken.has(key) && (wanted === named(key) || wanted === named(name.zh) || wanted === named(name.en)))
      ?? fields.find(({ key, name }) => !taken.has(key) && [name.zh, name.en].some((each) => named(each) === named(withoutBrackets(header))));
    if (field !== undefined) taken.add(field.key);
    return { header, field: field?.key ?? null };
  });
  return { columns, missing: fields.filter(({ key, required, onlyIf }) => required && onlyIf === null && !taken.has(key)) };
}

/** Reads one row under these columns; each cell for itself, whole records are checked later. Never throws. */
export function readRow({ fields }: Pick<RecordType, "fields">, { columns }: Pick<TableColumns, "columns">, cells: readonly string[], line: number, setting: FormSetting): TableRow {
  const given: Record<string, Value> = {};
  const faults: FieldFault[] = [];
  for (const [at, { field: key }] of columns.entries()) {
    const field = key === null ? undefined : fields.find((each) => each.key === key);
    if (field === undefined) continue;
    const { value, fault } = readText(field, unescaped(cells[at] ?? ""), setting);
    if (fault !== null) faults.push({ field: field.key, ...fault });
    else if (value !== null) given[field.key] = value;
  }
  return { line, given, faults };
}

const named = (name: string): string => name.normalize("NFKC").toLowerCase().replaceAll(/[\s*:_/-]/gu, "");
const withoutBrackets = (name: string): string => name.normalize("NFKC").replaceAll(/\([^)]*\)/gu, "");
/** Tables we wrote ourselves hold an apostrophe before what a spreadsheet would take for a formula. */
const unescaped = (cell: string): string => (/^'[\s\u3000]*[=+\-@＝＋－＠]/u.test(cell) ? cell.slice(1) : cell);
