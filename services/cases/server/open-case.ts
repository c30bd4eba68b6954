import { type CaseActor, type CaseEvent, type CaseType, standingAfter } from "#engines/cases";
import { type Answers, checkAnswers, type FieldFault, readText, valueInWords } from "#engines/forms";
import { inTransaction, newId } from "#platform/db/server";
import { faultPoint } from "#platform/fault-points/server";
import type { HeldFile } from "#platform/files/server";
import { once } from "#platform/release/server";
import { randomUUID } from "node:crypto";
import type { ClientBase } from "pg";
import { NAME_MAX } from "../contact-bound.ts";
import { type CaseParts, keepable, keepFiles } from "./case-record.ts";
import { type CaseAddress, type Contact, type KeptCase, keptEvent, withStanding } from "./kept-case.ts";
import type { VersionedType } from "./kept-types.ts";
import { insertUnderFreeNumber } from "./free-number.ts";
import { findBySource, insertAnswers, insertContact, insertEvent } from "./store.ts";

/** A file as it was sent with the answer to a question. */
export type SentFile = { readonly field: string; readonly name: string; readonly bytes: Uint8Array };

/** What somebody asks for. `by`: who opens it; the applicant, or an officer for somebody or of the office's own. */
export type OpenOrder = {
  readonly type: string; readonly commandKey: string; readonly answers: Readonly<Record<string, unknown>>; readonly contact: Contact; readonly files: readonly SentFile[];
  readonly via: Exclude<KeptCase["via"], "record">; readonly by: Exclude<CaseActor, { kind: "clock" }>; readonly districts: readonly string[];
};

/** What came of it. `not-offered`: there is no such type, or not for this caller. */
export type OpenOutcome =
  | { readonly kind: "opened"; readonly address: CaseAddress; readonly id: string; readonly secret: string }
  | { readonly kind: "wrong"; readonly faults: readonly FieldFault[] }
  | { readonly kind: "not-offered" } | { readonly kind: "not-yours" } | { readonly kind: "key-used" };

/** A case that a record of a register opens, once for each `source`. */
export type RecordOrder = { readonly type: string; readonly answers: Answers; readonly source: string };

/** Opens a case once: files are held first, the rest is one transaction. Whoever calls it has seen to it that the caller may open this type. */
export async function openCase(parts: CaseParts, order: OpenOrder): Promise<OpenOutcome> {
  const { pool, clock, city, files, receipts, types, audit } = parts;
  const version = types.find(order.type);
  if (version === null) return { kind: "not-offered" };
  const { type } = version;
  const told = tellContact(type, order.contact, parts);
  // Before the bytes are taken: as many stand-ins as there are files.
  const first = checkAnswers(type.form, withFiles(type, order.answers, order.files.map(({ field }) => ({ field, id: randomUUID() }))), parts.form);
  const faults = [...first.faults, ...told.faults];
  if (faults.length > 0) return { kind: "wrong", faults };
  const district = String(first.answers[type.district]);
  if (!order.districts.includes(district)) return { kind: "not-yours" };
  const person = order.by.kind === "officer" ? order.by.person : "applicant";
  const held: { field: string; file: HeldFile }[] = [];
  for (const { field, name, bytes } of order.files) {
    const outcome = await files.hold({ district, name, bytes, madeBy: person, removable: true });
    if (outcome.kind === "refused") return { kind: "wrong", faults: [{ field, problem: outcome.refusal.problem, remedy: outcome.refusal.remedy }] };
    held.push({ field, file: outcome.file });
  }
  const answers = checkAnswers(type.form, withFiles(type, order.answers, held.map(({ field, file }) => ({ field, id: file.facts.id }))), parts.form).answers;
  const { contact } = told;
  // What was sent, by which the same form is known again: files by their content, since each sending gives them other ids.
  const sent = { type: type.key, answers: withFiles(type, first.answers, []), files: held.map(({ field, file }) => [field, file.facts.sha256]), contact, via: order.via };
  const carried = await inTransaction(pool, { districts: [...new Set([city.code, district])], actor: person }, async (tx) => {
    // Under the city: the same form with another district is the same form still.
    const outcome = await once<{ number: string; id: string } | null>(tx, { district: city.code, key: order.commandKey, action: "cases.open", object: `cases:${type.key}`, person, body: receipts.sealOf(sent), now: clock.machineNow() }, async () => {
      const kept = await insertOpened(tx, parts, { version, district, answers, actor: order.by, via: order.via, proxy: contact.forWhom !== null, source: null });
      if (kept === null) return null;
      await insertContact(tx, kept, contact);
      await keepFiles(tx, files, kept, 1, held.map(({ file }) => file));
      await audit(tx, { district, actor: person, action: "cases.open", object: `case:${kept.number}`, details: { type: type.key, via: order.via, files: held.length } });
      return { number: kept.number, id: kept.id };
    }, (opened) => opened !== null);
    faultPoint("cases.before-commit-submit");
    return outcome;
  });
  if (carried.kind === "key-used") return { kind: "key-used" };
  if (carried.outcome === null) return { kind: "wrong", faults: [{ field: "request.number", ...NONE_FREE }] };
  const { number, id } = carried.outcome;
  return { kind: "opened", address: { district, number }, id, secret: receipts.secretOf({ district, number, id }) };
}

/** Opens a case from a record in the caller's transaction, whose context holds the record's district; the same source gives the case it opened before. Throws on answers that do not fit the type's form. */
export async function openFromRecord(tx: ClientBase, parts: CaseParts, { type: key, answers: given, source }: RecordOrder): Promise<CaseAddress> {
  const version = parts.types.find(key);
  if (version === null) throw new Error(`the pack has no type of cases ${key}`);
  const { answers, faults } = checkAnswers(version.type.form, given, parts.form);
  if (faults.length > 0) throw new Error(`${key} cannot be opened from a record: ${faults.map(({ field, problem }) => `${field}: ${problem.en}`).join("; ")}`);
  const district = String(answers[version.type.district]);
  const kept = await insertOpened(tx, parts, { version, district, answers, actor: { kind: "clock" }, via: "record", proxy: false, source });
  if (kept === null) {
    const before = await findBySource(tx, district, key, source);
    if (before === null) throw new Error(`no free number in ${district} for the case of ${source}`);
    return { district, number: before.number };
  }
  await parts.audit(tx, { district, actor: "server", action: "cases.open", object: `case:${kept.number}`, details: { type: key, via: "record", source } });
  return { district, number: kept.number };
}

type Opening = { readonly version: VersionedType; readonly district: string; readonly answers: Answers; readonly actor: CaseActor; readonly via: KeptCase["via"]; readonly proxy: boolean; readonly source: string | null };

/** Null when its source opened one already, or no number is free. */
async function insertOpened(tx: ClientBase, parts: CaseParts, { version: { type, sha256 }, district, answers, actor, via, proxy, source }: Opening): Promise<KeptCase | null> {
  const { clock, calendar } = parts;
  const at = clock.policyNow().toISOString();
  const event: CaseEvent = { seq: 1, at, actor, kind: "opened", state: type.initial, via, proxy };
  const standing = standingAfter(type, null, event, calendar);
  const kept = await insertUnderFreeNumber(tx, { openedAt: at }, (number) => withStanding({
    ...standing, district, id: newId(clock.machineNow()), number, type: type.key, typeSha256: sha256, notice: type.notice, clause: type.clause, title: titleOf(type, answers, parts), via, proxy,
    open: true, waiting: false, satisfied: null, openedAt: at, closedAt: null, eraseAt: null, erasedAt: null, handedTo: null, from: null, source, drill: clock.drill,
  }, type, standing, at));
  if (kept === null) return null;
  await insertEvent(tx, kept, keptEvent(event));
  await insertAnswers(tx, kept, keepable(type.form, answers));
  return kept;
}

function titleOf(type: CaseType, answers: Answers, { city }: CaseParts): string {
  const [field, value] = [type.form.find(({ key }) => key === type.title), answers[type.title]];
  const shown = field === undefined || value === undefined ? type.name.zh : valueInWords(field, value, "zh", (code) => [...city.districts, ...(city.invented === null ? [] : [city.invented])].find((each) => each.code === code)?.name.zh ?? code);
  return [...shown.replaceAll(/\s+/gu, " ")].slice(0, TITLE_MAX).join("");
}
const TITLE_MAX = 200;

/** The answers with these files under their questions; what a caller wrote there itself does not count. */
function withFiles(type: CaseType, answers: Readonly<Record<string, unknown>>, files: readonly { readonly field: string; readonly id: string }[]): Readonly<Record<string, unknown>> {
  const questions = type.form.filter(({ kind }) => kind === "files").map(({ key }) => key);
  const rest = Object.fromEntries(Object.entries(answers).filter(([key]) => !questions.includes(key)));
  const given = [...new Set(files.map(({ field }) => field))].map((field) => [field, files.filter((file) => file.field === field).map(({ id }) => id)] as const);
  return { ...rest, ...Object.fromEntries(given) };
}

/** Who asks, as far as the type wants to know, and what is wrong with it. */
export function tellContact({ contact, proxy }: Pick<CaseType, "contact" | "proxy">, { name, telephone, forWhom }: Contact, { form }: Pick<CaseParts, "form">): { readonly contact: Contact; readonly faults: readonly FieldFault[] } {
  const text = (given: string | null): string | null => { const plain = (given ?? "").normalize("NFC").replaceAll(/[\s\p{Cc}]+/gu, " ").trim(); return plain === "" ? null : plain; };
  const tooLong = (field: string, said: string | null): readonly FieldFault[] => (said === null || [...said].length <= NAME_MAX ? [] : [{ field, ...LONG_NAME }]);
  const [ofWhom, whom] = [text(name), proxy ? text(forWhom) : null];
  if (contact === "none") return { contact: { name: null, telephone: null, forWhom: whom }, faults: tooLong("contact.forWhom", whom) };
  const every = { key: "contact.telephone", name: { zh: "电话", en: "Telephone" }, hint: null, required: false, onlyIf: null, privacy: "personal" } as const;
  const read = readText({ ...every, kind: "telephone" }, telephone ?? "", form);
  const said: Contact = { name: ofWhom, telephone: typeof read.value === "string" ? read.value : null, forWhom: whom };
  const isRequired = contact === "required";
  return {
    contact: said,
    faults: [
      ...(isRequired && said.name === null ? [{ field: "contact.name", ...NO_NAME }] : []),
      ...(read.fault === null ? isRequired && said.telephone === null ? [{ field: "contact.telephone", ...NO_TELEPHONE }] : [] : [{ field: "contact.telephone", ...read.fault }]),
      ...tooLong("contact.name", ofWhom), ...tooLong("contact.forWhom", whom),
    ],
  };
}

const NONE_FREE = { problem: { zh: "今天的受理号已经用完", en: "There are no numbers left for today" }, remedy: { zh: "明天再交；急事请打热线。", en: "Send it again tomorrow; call the helpline if it is urgent." } };
const LONG_NAME = { problem: { zh: `姓名超过 ${NAME_MAX} 个字`, en: `The name is longer than ${NAME_MAX} signs` }, remedy: { zh: "写短一些；其他的写在情况里。", en: "Make it shorter; the rest belongs into what you tell." } };
const NO_NAME = { problem: { zh: "没有写姓名", en: "The name is missing" }, remedy: { zh: "写您的姓名，办理时要联系您。", en: "Give your name, so that you can be reached." } };
const NO_TELEPHONE = { problem: { zh: "没有写电话", en: "The telephone number is missing" }, remedy: { zh: "写能找到您的电话。", en: "Give a number at which you can be reached." } };
