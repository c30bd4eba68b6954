import type { Answers } from "#engines/forms";
import { addressOfRow, holdsPeople, previewRows, readColumns, readRow, type PreviewRow, type RecordType, type TableColumns } from "#engines/registers";
import { inTransaction, newId } from "#platform/db/server";
import { faultPoint } from "#platform/fault-points/server";
import { dayInChina, type LocalText } from "#platform/i18n";
import { once } from "#platform/release/server";
import type { ClientBase } from "pg";
import { findByKeys, type WholeRecord } from "../lists/server/store.ts";
import { wholeValues, type Commander, type KeepingParts, type KeepOutcome } from "./keep-records.ts";
import { noteReading } from "./reading-people.ts";
import { WritingRefused, type WantedRecord } from "./record-writer.ts";
import { insertImport, lockTallies } from "./store.ts";
import type { TableFile } from "./table-file.ts";

/** What a table would do, row by row. */
export type TablePreview = { readonly columns: TableColumns; readonly rows: readonly PreviewRow[]; readonly counts: Readonly<Record<PreviewRow["kind"], number>> };

/** What an import did. */
export type Imported = { readonly new: number; readonly changed: number; readonly same: number; readonly leftOut: number };

/** Says what tables would do to a register, and does it: all rows that are right or none. */
export type RecordImports = {
  readonly preview: (person: string, type: RecordType, table: TableFile, keeps: readonly string[]) => Promise<TablePreview>;
  readonly run: (by: Commander, type: RecordType, table: TableFile, keeps: readonly string[], leaveOutWrong: boolean) => Promise<KeepOutcome<Imported>>;
};

/** Rows that are looked at before others get their turn. */
const AT_ONCE = 1_000;

export function recordImports({ pool, clock, audit, writer, form, digestOf, districts }: KeepingParts & { readonly districts: (code: string) => LocalText }): RecordImports {
  async function look(tx: ClientBase, type: RecordType, { head, rows }: TableFile, keeps: readonly string[]): Promise<{ readonly preview: TablePreview; readonly wanted: readonly WantedRecord[] }> {
    const columns = readColumns(type, head);
    const setting = { form, digest: digestOf(type.key), today: dayInChina(clock.policyNow()), mayKeep: (code: string) => keeps.includes(code), districts };
    const lookAt = previewRows(type, columns, setting);
    const looked: PreviewRow[] = [];
    const wanted: WantedRecord[] = [];
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const read = rows.slice(at, at + AT_ONCE).map(({ line, cells }) => readRow(type, columns, cells, line, form));
      const addresses = read.map((row) => addressOfRow(type, row, setting)).filter((address) => address !== null && keeps.includes(address.district)).filter((address) => address !== null);
      const known = new Map((await findByKeys(tx, type.key, addresses)).map((record) => [`${record.district} ${record.keyText}`, record]));
      const batch = read.map((row) => lookAt(row, (district, key) => asKnown(known.get(`${district} ${key}`))));
      const doing = batch.map((row, place) => ({ row, place })).filter(({ row: { kind } }) => kind === "new" || kind === "changed");
      const records = doing.map(({ row: { district, key, values } }): WantedRecord => ({ district: district ?? "", values, before: known.get(`${district ?? ""} ${key ?? ""}`) ?? null }));
      const elsewhere = await writer.toldElsewhere(tx, type, records);
      for (const [place, fault] of elsewhere) {
        const row = doing[place];
        if (row !== undefined) batch[row.place] = { ...row.row, kind: "wrong", faults: [fault] };
      }
      looked.push(...batch);
      wanted.push(...records.filter((_, place) => !elsewhere.has(place)));
    }
    const count = (kind: PreviewRow["kind"]): number => looked.filter((row) => row.kind === kind).length;
    return { preview: { columns, rows: looked, counts: { new: count("new"), changed: count("changed"), same: count("same"), wrong: count("wrong") } }, wanted };
  }

  return {
    preview: (person, type, table, keeps) => inTransaction(pool, { districts: keeps, actor: person }, async (tx) => {
      const { preview } = await look(tx, type, table, keeps);
      // What a row would change, or that it would change nothing, tells what stands there.
      if (holdsPeople(type)) await noteReading(audit, tx, preview.rows.flatMap(({ district, known }) => (district === null || known === null ? [] : [{ district, id: known.id }])), { actor: person, action: "registers.read", object: `register:${type.key}`, details: {} });
      return preview;
    }),
    run: async ({ person, commandKey }, type, table, keeps, leaveOutWrong) => {
      const [home = ""] = keeps.toSorted();
      try {
        const carried = await inTransaction(pool, { districts: keeps, actor: person }, (tx) => once<KeepOutcome<Imported>>(
          tx, { district: home, key: commandKey, action: ACTION, object: `register:${type.key}`, person, body: { sha256: table.sha256, leaveOutWrong }, now: clock.machineNow() },
          async () => {
            await lockTallies(tx, type.key, keeps);
            const { preview: { counts, rows }, wanted } = await look(tx, type, table, keeps);
            const wrong = rows.find(({ kind }) => kind === "wrong");
            if (wrong !== undefined && !leaveOutWrong) return { kind: "wrong", faults: wrong.faults.map((fault) => ({ ...fault, problem: { zh: `第 ${wrong.line} 行：${fault.problem.zh}`, en: `Line ${wrong.line}: ${fault.problem.en}` } })) };
            const written = await writer.write(tx, type, wanted, { how: "import", person });
            const importId = newId(clock.machineNow());
            const byDistrict = Map.groupBy(written, ({ district }) => district);
            for (const district of [...byDistrict.keys()].toSorted()) {
              const inDistrict = byDistrict.get(district) ?? [];
              const added = inDistrict.filter(({ number }) => number === 1).length;
              await insertImport(tx, district, { district, id: importId, register: type.key, sha256: table.sha256, added, changed: inDistrict.length - added, leftOut: counts.wrong, importedBy: person, importedAt: clock.policyNow() });
              await audit(tx, { district, actor: person, action: ACTION, object: `register:${type.key}`, details: { import: importId, sha256: table.sha256, new: added, changed: inDistrict.length - added, leftOut: counts.wrong } });
            }
            return { kind: "done", done: { new: counts.new, changed: counts.changed, same: counts.same, leftOut: counts.wrong } };
          },
          ({ kind }) => kind === "done",
        ).then((result) => { faultPoint("registers.before-commit-import"); return result; }));
        faultPoint("registers.after-commit-import");
        return carried.kind === "key-used" ? carried : carried.outcome;
      } catch (error) {
        if (error instanceof WritingRefused) return error.faults === null ? { kind: "changed" } : { kind: "wrong", faults: error.faults };
        throw error;
      }
    },
  };
}

const ACTION = "registers.import";

function asKnown(record: WholeRecord | undefined): { readonly id: string; readonly number: number; readonly values: Answers } | null {
  return record === undefined ? null : { id: record.id, number: record.number, values: wholeValues(record) };
}
