import { z } from "zod";

/** What the desk asks and is told about registers: JSON under /api/registers. Both sides read these schemas. */

const words = z.object({ zh: z.string(), en: z.string() });
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.object({ latitude: z.number(), longitude: z.number() })]);
export const valuesBody = z.record(z.string(), value);
export const commandKey = z.string().min(8).max(100);
const district = z.string().regex(/^\d{6}$/u);
/** The number of a version. */
const number = z.int().min(1).max(2_147_483_647);
/** A record as it was seen. */
const seenBody = z.strictObject({ district, id: z.guid(), base: number });
const fault = z.object({ field: z.string(), problem: words, remedy: words });

/** GET /api/registers: every register of the pack with how it stands in the caller's districts; `burden`: fields asked of one unit in a week. */
export const registersView = z.object({
  registers: z.array(z.object({
    key: z.string(), name: words, about: words, notice: z.string(), clause: z.string(), clauseTitle: words, clauseNumber: z.string().nullable(), count: z.number(), counted: z.enum(["all", "at-least"]), stale: z.number(), flagged: z.number(), burdenPerWeek: z.number(), mayKeep: z.boolean(), publicKind: z.enum(["places", "list", "totals", "own"]).nullable(),
  })),
  /** Fields asked in a week of each kind of unit, over all registers; and of whom most is asked. */
  burden: z.array(z.object({ unit: words, fieldsPerWeek: z.number(), registers: z.array(z.string()) })),
});
/** The registers as the desk is told of them. */
export type RegistersView = z.infer<typeof registersView>;

/** A record as a list shows it. `shown`: by column, in words (personal ones masked). */
export const recordRow = z.object({ district: z.string(), id: z.string(), shown: z.record(z.string(), words), flags: z.array(z.string()), number: z.number(), recordedAt: z.string(), confirmedAt: z.string(), stale: z.boolean(), dueOn: z.string().nullable() });
export type RecordRow = z.infer<typeof recordRow>;

/** GET /api/registers/{key}/records. `text`: the beginning of what names a record, or words in it. `asOf`: as was known at that moment (ISO). */
export const recordsQuery = z.object({ district: z.union([district, z.literal("")]).optional(), text: z.string().max(100).optional(), flag: z.string().regex(/^[a-z0-9-]{0,80}$/u).optional(), stale: z.literal("1").optional(), sort: z.enum(["name", "recorded"]).optional(), after: z.string().max(300).optional(), asOf: z.string().max(40).optional() });
export const registerView = z.object({
  key: z.string(), name: words, about: words, notice: z.string(), clause: z.string(), clauseTitle: words, clauseNumber: z.string().nullable(), fields: z.array(z.unknown()), columns: z.array(z.string()), identity: z.array(z.string()), district: z.string(), flags: z.array(z.object({ key: z.string(), name: words, bad: z.boolean() })),
  freshness: z.object({ says: words, source: words }).nullable(), mayKeep: z.boolean(), districts: z.array(z.object({ code: z.string(), name: words })),
});
/** One register as the desk is told of it. */
export type RegisterView = z.infer<typeof registerView>;
export const recordsView = z.object({ rows: z.array(recordRow), next: z.string().nullable(), count: z.number(), counted: z.enum(["all", "at-least"]), names: z.record(z.string(), z.string()),
  /** More names hold the words than were looked through: not all of them are listed. */
  cut: z.boolean().optional(),
});
export type RecordsView = z.infer<typeof recordsView>;

/** GET …/records/{district}/{id}: one record whole, with its versions; personal values are shown and the look is audited. */
export const recordView = z.object({
  district: z.string(), id: z.string(), number: z.number(), removed: z.boolean(), values: valuesBody, shown: z.array(z.object({ key: z.string(), name: words, shown: words, personal: z.boolean() })), flags: z.array(z.string()),
  versions: z.array(z.object({ number: z.number(), recordedAt: z.string(), recordedBy: z.string(), how: z.enum(["form", "import", "bulk", "confirmed", "removed"]), changes: z.array(z.object({ name: words, before: words.nullable(), after: words.nullable() })) })),
  names: z.record(z.string(), z.string()),
});
export type RecordView = z.infer<typeof recordView>;

/** POST …/records keeps a record: a new one, or (`base`: the number that was seen) the next version of it. 409 when it changed in between, 422 with every fault. */
export const keepBody = z.strictObject({ commandKey, id: z.guid().nullable(), base: number.nullable(), values: valuesBody });
export const keptView = z.object({ district: z.string(), id: z.string(), number: z.number() });
/** POST …/confirm: still as it stands. POST …/remove: with a reason. */
export const confirmBody = z.strictObject({ commandKey, records: z.array(seenBody).min(1).max(500) });
export const removeBody = z.strictObject({ commandKey, ...seenBody.shape, reason: z.string().trim().min(1).max(300) });
/** POST …/bulk: one field of several records. */
export const bulkBody = z.strictObject({ commandKey, records: z.array(seenBody).min(1).max(500), field: z.string(), value: value.nullable() });
export const doneView = z.object({ count: z.number() });

/** POST …/imports/preview: a table pasted (`text`) or a file (multipart `file`: CSV or XLSX). Nothing is kept. Rows by what they would do; the first 200 of each kind are shown. */
export const previewView = z.object({
  /** Names the rows as they were read; sent again with the import, so that what is imported is what was seen. */
  sha256: z.string(), rows: z.number(), columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })), missingColumns: z.array(words),
  counts: z.object({ new: z.number(), changed: z.number(), same: z.number(), wrong: z.number() }),
  shown: z.array(z.object({ line: z.number(), kind: z.enum(["new", "changed", "same", "wrong"]), name: z.string(), changes: z.array(z.object({ name: words, before: words.nullable(), after: words.nullable() })), faults: z.array(fault) })),
});
export type PreviewView = z.infer<typeof previewView>;
/** POST …/imports: the same table again (multipart `file` or field `text`) with `commandKey`, `sha256` and `leaveOutWrong` (`1`). All right rows or none; answers how many. */
export const importedView = z.object({ new: z.number(), changed: z.number(), same: z.number(), leftOut: z.number() });
