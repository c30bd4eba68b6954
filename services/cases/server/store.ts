import type { CaseType } from "#engines/cases";
import type { Answers } from "#engines/forms";
import type { ClientBase } from "pg";
import { clockAt, soonAt, type CaseAddress, type Contact, type KeptCase, type KeptEvent, type KeptFile } from "./kept-case.ts";

/** A version of a type, under the hash by which cases name it. */
export type TypeVersion = { readonly key: string; readonly sha256: string; readonly content: Omit<CaseType, "key"> };

export async function insertTypeVersion(tx: ClientBase, city: string, { key, sha256, content }: TypeVersion, now: Date): Promise<void> {
  await tx.query("insert into cases.type_version (district, key, sha256, content, first_seen_at) values ($1, $2, $3, $4, $5) on conflict do nothing", [city, key, sha256, JSON.stringify(content), now]);
}

/** Null when no pack ever brought that version. */
export async function findTypeVersion(tx: ClientBase, city: string, key: string, sha256: string): Promise<TypeVersion | null> {
  const { rows: [row] } = await tx.query<TypeVersion>("select key, sha256, content from cases.type_version where district = $1 and key = $2 and sha256 = $3", [city, key, sha256]);
  return row ?? null;
}

export async function typeVersions(tx: ClientBase, city: string): Promise<readonly TypeVersion[]> {
  return (await tx.query<TypeVersion>("select key, sha256, content from cases.type_version where district = $1", [city])).rows;
}

/** False when the number is taken in the district, or the record opened a case of the type already. */
export async function insertCase(tx: ClientBase, kept: KeptCase): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into cases.case (district, id, number, type, type_sha256, notice, clause, title, state, since, revision, assignee, due_at, warn_at, soon_at, clock_at, escalated, waiting, open, via, proxy, nudges, satisfied, opened_at, from_district, from_number, source, drill)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28) on conflict do nothing`,
    [kept.district, kept.id, kept.number, kept.type, kept.typeSha256, kept.notice, kept.clause, kept.title, kept.state, kept.since, kept.revision, kept.assignee, kept.dueAt, kept.warnAt, soonAt(kept), clockAt(kept),
      kept.escalated, kept.waiting, kept.open, kept.via, kept.proxy, kept.nudges, kept.satisfied, kept.openedAt, kept.from?.district ?? null, kept.from?.number ?? null, kept.source, kept.drill]);
  return rowCount === 1;
}

/** Writes where a case stands now over the row of the revision before; false when that is not the row's revision any more. */
export async function updateCase(tx: ClientBase, before: number, kept: KeptCase): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update cases.case set state = $4, since = $5, revision = $6, assignee = $7, due_at = $8, warn_at = $9, soon_at = $10, clock_at = $11, escalated = $12, waiting = $13, open = $14, nudges = $15, satisfied = $16, closed_at = $17, erase_at = $18,
            merged_district = $19, merged_number = $20, handed_district = $21, handed_number = $22 where district = $1 and id = $2 and revision = $3`,
    [kept.district, kept.id, before, kept.state, kept.since, kept.revision, kept.assignee, kept.dueAt, kept.warnAt, soonAt(kept), clockAt(kept), kept.escalated, kept.waiting, kept.open, kept.nudges, kept.satisfied, kept.closedAt, kept.eraseAt,
      kept.mergedInto?.district ?? null, kept.mergedInto?.number ?? null, kept.handedTo?.district ?? null, kept.handedTo?.number ?? null]);
  return rowCount === 1;
}

/** The columns of a case, and what they are. */
export const CASE_COLUMNS = `c.district, c.id, c.number, c.type, c.type_sha256, c.notice, c.clause, c.title, c.state, c.since, c.revision, c.assignee, c.due_at, c.warn_at, c.escalated, c.waiting, c.open, c.via, c.proxy, c.nudges, c.satisfied,
  c.opened_at, c.closed_at, c.erase_at, c.erased_at, c.merged_district, c.merged_number, c.handed_district, c.handed_number, c.from_district, c.from_number, c.source, c.drill`;
export type CaseRow = {
  district: string; id: string; number: string; type: string; type_sha256: string; notice: string; clause: string; title: string; state: string; since: Date; revision: number; assignee: string | null; due_at: Date | null; warn_at: Date | null;
  escalated: boolean; waiting: boolean; open: boolean; via: KeptCase["via"]; proxy: boolean; nudges: number; satisfied: boolean | null; opened_at: Date; closed_at: Date | null; erase_at: Date | null; erased_at: Date | null;
  merged_district: string | null; merged_number: string | null; handed_district: string | null; handed_number: string | null; from_district: string | null; from_number: string | null; source: string | null; drill: boolean;
};

/** The case of a row. */
export function caseOf(row: CaseRow): KeptCase {
  const address = (district: string | null, number: string | null): CaseAddress | null => (district === null || number === null ? null : { district, number });
  const { district, id, number, type, notice, clause, title, state, revision, assignee, escalated, waiting, open, via, proxy, nudges, satisfied, source, drill } = row;
  return {
    district, id, number, type, notice, clause, title, state, revision, assignee, escalated, waiting, open, via, proxy, nudges, satisfied, source, drill, typeSha256: row.type_sha256,
    since: row.since.toISOString(), dueAt: row.due_at?.toISOString() ?? null, warnAt: row.warn_at?.toISOString() ?? null, openedAt: row.opened_at.toISOString(), closedAt: row.closed_at?.toISOString() ?? null,
    eraseAt: row.erase_at?.toISOString() ?? null, erasedAt: row.erased_at?.toISOString() ?? null,
    mergedInto: address(row.merged_district, row.merged_number), handedTo: address(row.handed_district, row.handed_number), from: address(row.from_district, row.from_number),
  };
}

/** Null when there is none in the districts of the context. `change`: nobody else changes it until the transaction ends. */
export async function findCase(tx: ClientBase, { district, number }: CaseAddress, purpose: "read" | "change" = "read"): Promise<KeptCase | null> {
  const { rows: [row] } = await tx.query<CaseRow>({ name: `cases-find-${purpose}`, text: `select ${CASE_COLUMNS} from cases.case c where district = $1 and number = $2${purpose === "change" ? " for update" : ""}`, values: [district, number] });
  return row === undefined ? null : caseOf(row);
}

/** Cases under a number, in whichever of these districts. */
export async function findByNumber(tx: ClientBase, districts: readonly string[], number: string): Promise<readonly KeptCase[]> {
  return (await tx.query<CaseRow>(`select ${CASE_COLUMNS} from cases.case c where district = any ($1) and number = $2 order by district`, [districts, number])).rows.map(caseOf);
}

/** The case that a record opened, or null. */
export async function findBySource(tx: ClientBase, district: string, type: string, source: string): Promise<KeptCase | null> {
  const { rows: [row] } = await tx.query<CaseRow>(`select ${CASE_COLUMNS} from cases.case c where district = $1 and type = $2 and source = $3`, [district, type, source]);
  return row === undefined ? null : caseOf(row);
}

/** Cases that go on in this one, under any of its addresses. */
export async function findMergedHere(tx: ClientBase, districts: readonly string[], into: readonly CaseAddress[]): Promise<readonly CaseAddress[]> {
  const { rows } = await tx.query<CaseAddress>(
    "select district, number from cases.case where district = any ($1) and (merged_district, merged_number) in (select * from unnest($2::text[], $3::text[])) order by district, number", [districts, into.map(({ district }) => district), into.map(({ number }) => number)]);
  return rows;
}

export async function insertEvent(tx: ClientBase, { district, id }: Pick<KeptCase, "district" | "id">, { seq, at, actor, kind, facts, words, answers }: KeptEvent): Promise<void> {
  const [person, reach] = actor.kind === "officer" ? [actor.person, actor.reach] : [null, null];
  await tx.query("insert into cases.event (district, case_id, seq, at, actor, person, reach, kind, facts) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)", [district, id, seq, at, actor.kind, person, reach, kind, JSON.stringify(facts)]);
  if (words !== null || Object.keys(answers).length > 0) await tx.query("insert into cases.said (district, case_id, seq, words, answers) values ($1, $2, $3, $4, $5)", [district, id, seq, words, JSON.stringify(answers)]);
}

/** Everything that happened to a case, in order. */
export async function eventsOf(tx: ClientBase, { district, id }: Pick<KeptCase, "district" | "id">): Promise<readonly KeptEvent[]> {
  const { rows } = await tx.query<{ seq: number; at: Date; actor: "applicant" | "officer" | "clock"; person: string; reach: "city" | "district"; kind: KeptEvent["kind"]; facts: Record<string, unknown>; words: string | null; answers: Answers | null }>({
    name: "cases-events", values: [district, id],
    text: `select e.seq, e.at, e.actor, e.person, e.reach, e.kind, e.facts, s.words, s.answers from cases.event e left join cases.said s on s.district = e.district and s.case_id = e.case_id and s.seq = e.seq
            where e.district = $1 and e.case_id = $2 order by e.seq`,
  });
  return rows.map(({ at, actor, person, reach, answers, ...rest }) => ({ ...rest, at: at.toISOString(), actor: actor === "officer" ? { kind: actor, person, reach } : { kind: actor }, answers: answers ?? {} }));
}

export async function insertAnswers(tx: ClientBase, { district, id }: Pick<KeptCase, "district" | "id">, answers: Answers): Promise<void> {
  await tx.query("insert into cases.answer (district, case_id, answers) values ($1, $2, $3)", [district, id, JSON.stringify(answers)]);
}

export async function answersOf(tx: ClientBase, { district, id }: Pick<KeptCase, "district" | "id">): Promise<Answers> {
  const { rows: [row] } = await tx.query<{ answers: Answers }>({ name: "cases-answers", text: "select answers from cases.answer where district = $1 and case_id = $2", values: [district, id] });
  return row?.answers ?? {};
}

/** Nothing is kept of somebody who said nothing. */
export async function insertContact(tx: ClientBase, { district, id }: Pick<KeptCase, "district" | "id">, { name, telephone, forWhom }: Contact): Promise<void> {
  if (name === null && telephone === null && forWhom === null) return;
  await tx.query("insert into cases.contact (district, case_id, name, telephone, for_whom) values ($1, $2, $3, $4, $5)", [district, id, name, telephone, forWhom]);
}

export async function findContact(tx: ClientBase, { district, id }: Pick<KeptCase, "district" | "id">): Promise<Contact | null> {
  const { rows: [row] } = await tx.query<Contact>("select name, telephone, for_whom as \"forWhom\" from cases.contact where district = $1 and case_id = $2", [district, id]);
  return row ?? null;
}

export async function insertFile(tx: ClientBase, { district, id }: Pick<KeptCase, "district" | "id">, file: KeptFile): Promise<void> {
  await tx.query("insert into cases.file (district, case_id, file_id, file_district, seq, name, media_type) values ($1, $2, $3, $4, $5, $6, $7)", [district, id, file.id, file.district, file.seq, file.name, file.mediaType]);
}

export async function filesOf(tx: ClientBase, { district, id }: Pick<KeptCase, "district" | "id">): Promise<readonly KeptFile[]> {
  return (await tx.query<KeptFile>("select file_id as id, file_district as district, seq, name, media_type as \"mediaType\" from cases.file where district = $1 and case_id = $2 order by seq, file_id", [district, id])).rows;
}

/** Does something that leaves no trace when it fails, and the transaction goes on. */
export async function apart<Done>(tx: ClientBase, work: () => Promise<Done>): Promise<Done> {
  await tx.query("savepoint apart");
  try {
    const done = await work();
    await tx.query("release savepoint apart");
    return done;
  } catch (error) {
    await tx.query("rollback to savepoint apart");
    throw error;
  }
}

/** Cases of a district whose deadline has passed and of which nobody else is taking care just now, but for these. */
export async function takeDue(tx: ClientBase, district: string, now: string, except: readonly string[], most: number): Promise<readonly KeptCase[]> {
  return (await tx.query<CaseRow>(`select ${CASE_COLUMNS} from cases.case c where district = $1 and clock_at <= $2 and id <> all ($3::uuid[]) order by clock_at limit $4 for update skip locked`, [district, now, except, most])).rows.map(caseOf);
}

/** Cases of a district of which the time for keeping what is personal is over, but for these. */
export async function takeOver(tx: ClientBase, district: string, now: string, except: readonly string[], most: number): Promise<readonly KeptCase[]> {
  return (await tx.query<CaseRow>(`select ${CASE_COLUMNS} from cases.case c where district = $1 and erase_at <= $2 and erased_at is null and id <> all ($3::uuid[]) order by erase_at limit $4 for update skip locked`, [district, now, except, most])).rows.map(caseOf);
}

/** Takes away who asked, everybody's words, the links to files, and every answer that is not among these fields: of a row whose case goes on elsewhere, with all of it. */
export async function leavePersonal(tx: ClientBase, { district, id }: Pick<KeptCase, "district" | "id">, openFields: readonly string[]): Promise<void> {
  await tx.query("delete from cases.contact where district = $1 and case_id = $2", [district, id]);
  await tx.query("delete from cases.file where district = $1 and case_id = $2", [district, id]);
  const open = "coalesce((select jsonb_object_agg(key, value) from jsonb_each(answers) where key = any ($3)), '{}')";
  await tx.query(`update cases.answer set answers = ${open} where district = $1 and case_id = $2`, [district, id, openFields]);
  await tx.query(`update cases.said set words = null, answers = ${open} where district = $1 and case_id = $2`, [district, id, openFields]);
}

/** Takes away everything that anybody wrote or sent, its title too. What happened when, and where it ended, stays. */
export async function eraseWritten(tx: ClientBase, { district, id }: Pick<KeptCase, "district" | "id">, title: string, now: string): Promise<void> {
  for (const table of ["contact", "file", "answer", "said"]) await tx.query(`delete from cases.${table} where district = $1 and case_id = $2`, [district, id]);
  await tx.query("update cases.case set erased_at = $3, title = $4 where district = $1 and id = $2", [district, id, now, title]);
}

/** How many cases of each clause are open, done, overdue; one that goes on elsewhere counts there. */
export async function countByClause(tx: ClientBase, districts: readonly string[], now: string): Promise<readonly { readonly notice: string; readonly clause: string; readonly open: number; readonly done: number; readonly overdue: number }[]> {
  const { rows } = await tx.query<{ notice: string; clause: string; open: number; done: number; overdue: number }>(
    `select notice, clause, (count(*) filter (where open))::int as open, (count(*) filter (where not open))::int as done, (count(*) filter (where open and not waiting and due_at <= $2))::int as overdue
       from cases.case where district = any ($1) and handed_number is null and merged_number is null group by notice, clause order by notice, clause`, [districts, now]);
  return rows;
}
