import type { Answers, FormSetting } from "#engines/forms";
import { changedFields, completeRecord, nameOf, recordKey, type Digest, type RecordType } from "#engines/registers";
import type { AppendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import { inTransaction } from "#platform/db/server";
import type { FieldProblem } from "#platform/http";
import { dayInChina } from "#platform/i18n";
import { once } from "#platform/release/server";
import type { ClientBase, Pool } from "pg";
import { findByKeys, findRecords, type WholeRecord } from "../lists/server/store.ts";
import { WritingRefused, type RecordWriter, type WantedRecord, type Writing } from "./record-writer.ts";
import { lockTallies } from "./store.ts";

/** What came of a command. `changed`: somebody else was before. `key-used`: the command key stands for another command. */
export type KeepOutcome<Done> =
  | { readonly kind: "done"; readonly done: Done }
  | { readonly kind: "wrong"; readonly faults: readonly FieldProblem[] }
  | { readonly kind: "changed" } | { readonly kind: "missing" } | { readonly kind: "key-used" };

/** A record as it was seen. */
export type SeenRecord = { readonly district: string; readonly id: string; readonly base: number };

/** Who commands: a person, under a key of their own making. Whoever calls has seen to it that the person keeps records of the districts. */
export type Commander = { readonly person: string; readonly commandKey: string };

/** Keeps, confirms, removes and changes records; each command in one transaction and once. */
export type RecordKeeping = {
  readonly keep: (by: Commander, type: RecordType, given: { readonly district: string; readonly id: string | null; readonly base: number | null; readonly values: Readonly<Record<string, unknown>> }) => Promise<KeepOutcome<{ readonly district: string; readonly id: string; readonly number: number }>>;
  readonly confirm: (by: Commander, type: RecordType, records: readonly SeenRecord[]) => Promise<KeepOutcome<{ readonly count: number }>>;
  readonly remove: (by: Commander, type: RecordType, record: SeenRecord, reason: string) => Promise<KeepOutcome<{ readonly count: number }>>;
  readonly bulk: (by: Commander, type: RecordType, records: readonly SeenRecord[], field: string, value: unknown) => Promise<KeepOutcome<{ readonly count: number }>>;
};

/** What keeping records needs. */
export type KeepingParts = { readonly pool: Pool; readonly clock: Clock; readonly audit: AppendAudit; readonly writer: RecordWriter; readonly form: FormSetting; readonly digestOf: (register: string) => Digest };

export function recordKeeping({ pool, clock, audit, writer, form, digestOf }: KeepingParts): RecordKeeping {
  const settingOf = (type: RecordType) => ({ form, digest: digestOf(type.key), today: dayInChina(clock.policyNow()) });

  /** One command in one transaction; what is refused inside leaves nothing behind. */
  async function carryOut<Done>({ person, commandKey }: Commander, { action, object, districts, body }: { readonly action: string; readonly object: string; readonly districts: readonly string[]; readonly body: unknown }, work: (tx: ClientBase) => Promise<KeepOutcome<Done>>): Promise<KeepOutcome<Done>> {
    const [first = ""] = districts.toSorted();
    try {
      const carried = await inTransaction(pool, { districts, actor: person }, (tx) => once<KeepOutcome<Done>>(
        tx, { district: first, key: commandKey, action, object, person, body, now: clock.machineNow() }, () => work(tx), ({ kind }) => kind === "done"));
      return carried.kind === "key-used" ? carried : carried.outcome;
    } catch (error) {
      if (error instanceof WritingRefused) return error.faults === null ? { kind: "changed" } : { kind: "wrong", faults: error.faults };
      throw error;
    }
  }

  /** Several records that were seen, locked; or why they cannot be changed. */
  async function several(tx: ClientBase, type: RecordType, given: readonly SeenRecord[]): Promise<readonly WholeRecord[] | "changed" | "missing"> {
    // Chosen twice, a record is changed once; seen in two versions, it has changed.
    const records = [...new Map(given.map((each) => [`${each.district} ${each.id} ${each.base}`, each])).values()];
    await lockTallies(tx, type.key, districtsOf(records));
    const found = await findRecords(tx, type.key, records);
    const ordered = records.map(({ district, id }) => found.find((each) => each.district === district && each.id === id));
    if (ordered.some((each) => each === undefined)) return "missing";
    return ordered.some((each, at) => each?.number !== records[at]?.base || each?.removed === true) ? "changed" : ordered.filter((each) => each !== undefined);
  }

  /** Writes the same kind of change to records of several districts, each with an entry in its district's audit. */
  async function writeAll(tx: ClientBase, type: RecordType, wanted: readonly WantedRecord[], writing: Writing, details: Readonly<Record<string, string | readonly string[]>>): Promise<number> {
    const written = await writer.write(tx, type, wanted, writing);
    for (const [district, inDistrict] of [...Map.groupBy(written, (each) => each.district)].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
      await audit(tx, { district, actor: writing.person, action: ACTIONS[writing.how], object: `register:${type.key}`, details: { records: inDistrict.map(({ id, number }) => `${id}:${number}`), ...details } });
    }
    return written.length;
  }

  return {
    keep: (by, type, { district, id, base, values: given }) => carryOut(by, { action: ACTIONS.form, object: `register:${type.key}`, districts: [district], body: digestedBody(type, { id, base, values: given }, digestOf(type.key)) }, async (tx) => {
      await lockTallies(tx, type.key, [district]);
      const [before = null] = id === null ? [] : await findRecords(tx, type.key, [{ district, id }]);
      if (id !== null && before === null) return { kind: "missing" };
      if (before !== null && (before.removed || before.number !== base)) return { kind: "changed" };
      const setting = settingOf(type);
      const { values, faults } = completeRecord(type, given, before === null ? null : wholeValues(before), setting);
      if (faults.length > 0) return { kind: "wrong", faults };
      const key = recordKey(type, values, setting.digest);
      const [same = null] = key === null ? [] : await findByKeys(tx, type.key, [{ district, key }]);
      if (same !== null && same.id !== id) return { kind: "wrong", faults: [{ field: type.identity.find((each) => each !== type.district) ?? type.district, ...thereAlready(nameOf(type, same.values)) }] };
      const [written] = await writer.write(tx, type, [{ district, values, before }], { how: "form", person: by.person });
      if (written === undefined) throw new Error("a record that was written is not there");
      await audit(tx, { district, actor: by.person, action: ACTIONS.form, object: `record:${type.key}:${written.id}`, details: { number: written.number, fields: changedFields(type, before === null ? {} : wholeValues(before), values) } });
      return { kind: "done", done: written };
    }),
    confirm: (by, type, records) => carryOut(by, { action: ACTIONS.confirmed, object: `register:${type.key}`, districts: districtsOf(records), body: { records } }, async (tx) => {
      const found = await several(tx, type, records);
      if (typeof found === "string") return { kind: found };
      return { kind: "done", done: { count: await writeAll(tx, type, found.map((before) => ({ district: before.district, values: wholeValues(before), before })), { how: "confirmed", person: by.person }, {}) } };
    }),
    remove: (by, type, record, reason) => carryOut(by, { action: ACTIONS.removed, object: `register:${type.key}`, districts: [record.district], body: { record, reason } }, async (tx) => {
      const found = await several(tx, type, [record]);
      if (typeof found === "string") return { kind: found };
      // Why it was removed stands with its last version, not in the audit: people write names into reasons.
      return { kind: "done", done: { count: await writeAll(tx, type, found.map((before) => ({ district: before.district, values: wholeValues(before), before })), { how: "removed", person: by.person, reason }, {}) } };
    }),
    bulk: (by, type, records, key, value) => carryOut(by, { action: ACTIONS.bulk, object: `register:${type.key}`, districts: districtsOf(records), body: { records, field: key, value: digestedBody(type, { values: { [key]: value } }, digestOf(type.key)) } }, async (tx) => {
      const field = type.fields.find((each) => each.key === key);
      if (field === undefined || field.kind === "identity-number" || key === type.district || type.identity.includes(key)) return { kind: "wrong", faults: [{ field: "field", ...NOT_IN_BULK }] };
      const found = await several(tx, type, records);
      if (typeof found === "string") return { kind: found };
      const wanted = found.map((before) => {
        const { [key]: _was, ...rest } = wholeValues(before);
        return { before, ...completeRecord(type, value === null ? rest : { ...rest, [key]: value }, wholeValues(before), settingOf(type)) };
      });
      const wrong = wanted.find(({ faults }) => faults.length > 0);
      if (wrong !== undefined) return { kind: "wrong", faults: wrong.faults.map((fault) => ({ ...fault, problem: { zh: `${nameOf(type, wrong.values)}：${fault.problem.zh}`, en: `${nameOf(type, wrong.values)}: ${fault.problem.en}` } })) };
      const changed = wanted.filter(({ before, values }) => changedFields(type, wholeValues(before), values).length > 0);
      return { kind: "done", done: { count: await writeAll(tx, type, changed.map(({ before, values }) => ({ district: before.district, values, before })), { how: "bulk", person: by.person }, { field: key }) } };
    }),
  };
}

/** What is open and what is personal, together. */
export function wholeValues({ values, personal }: Pick<WholeRecord, "values" | "personal">): Answers {
  return { ...values, ...personal };
}

/** A command is known again by a digest of what was sent; of an identity number not even a digest without the key may stand there. */
function digestedBody<Body extends { readonly values: Readonly<Record<string, unknown>> }>({ fields }: RecordType, body: Body, digest: Digest): unknown {
  return { ...body, values: Object.fromEntries(Object.entries(body.values).map(([key, value]) => [key, fields.some((field) => field.key === key && field.privacy === "personal") ? digest(key, JSON.stringify(value)) : value])) };
}

const districtsOf = (records: readonly { readonly district: string }[]): readonly string[] => [...new Set(records.map(({ district }) => district))];
const ACTIONS = { form: "registers.keep", confirmed: "registers.confirm", removed: "registers.remove", bulk: "registers.bulk", import: "registers.import" } as const;

function thereAlready(name: string): { readonly problem: FieldProblem["problem"]; readonly remedy: FieldProblem["remedy"] } {
  return { problem: { zh: `已经有这条记录${name === "" ? "" : `：${name}`}`, en: `This record is there already${name === "" ? "" : `: ${name}`}` }, remedy: { zh: "打开那条记录，在那里改。", en: "Open that record and change it there." } };
}
const NOT_IN_BULK = { problem: { zh: "这一项不能成批改", en: "This field cannot be changed in bulk" }, remedy: { zh: "一条一条改，或者用表格导入。", en: "Change the records one by one, or import a table." } };
