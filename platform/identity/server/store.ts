import type { ClientBase } from "pg";
import type { Role } from "../roles.ts";

/** A person as the server needs it to sign them in. */
export type KeptPerson = {
  readonly district: string; readonly id: string; readonly login: string; readonly name: string; readonly passwordHash: string | null; readonly mustChangePassword: boolean;
  readonly totpSecret: Buffer | null; readonly totpStep: number | null; readonly triesLeft: number; readonly lockedUntil: Date | null; readonly active: boolean; readonly demo: boolean;
};
export type KeptPost = { readonly district: string; readonly id: string; readonly bodyId: string; readonly bodyName: { readonly zh: string; readonly en: string }; readonly personId: string; readonly role: Role };
export type KeptBody = { readonly district: string; readonly id: string; readonly name: { readonly zh: string; readonly en: string } };
export type KeptSession = { readonly person: KeptPerson; readonly csrfToken: string; readonly createdAt: Date; readonly seenAt: Date };

const PERSON = "p.district, p.id, p.login, p.name, p.password_hash, p.must_change_password, p.totp_secret, p.totp_step, p.tries_left, p.locked_until, p.active, p.demo";
type PersonRow = { district: string; id: string; login: string; name: string; password_hash: string | null; must_change_password: boolean; totp_secret: Buffer | null; totp_step: string | null; tries_left: number; locked_until: Date | null; active: boolean; demo: boolean };

function personOf(row: PersonRow): KeptPerson {
  return {
    district: row.district, id: row.id, login: row.login, name: row.name, passwordHash: row.password_hash, mustChangePassword: row.must_change_password,
    totpSecret: row.totp_secret, totpStep: row.totp_step === null ? null : Number(row.totp_step), triesLeft: row.tries_left, lockedUntil: row.locked_until, active: row.active, demo: row.demo,
  };
}

/** Locked until the transaction ends: of two tries at once, each counts. */
export async function findPersonByLogin(tx: ClientBase, login: string): Promise<KeptPerson | null> {
  const { rows: [row] } = await tx.query<PersonRow>(`select ${PERSON} from identity.person p where p.login = $1 order by p.district limit 1 for update`, [login]);
  return row === undefined ? null : personOf(row);
}

export async function findPerson(tx: ClientBase, id: string): Promise<KeptPerson | null> {
  const { rows: [row] } = await tx.query<PersonRow>(`select ${PERSON} from identity.person p where p.id = $1`, [id]);
  return row === undefined ? null : personOf(row);
}

/** Id and name of these people, whatever their state. */
export async function namesOfPeople(tx: ClientBase, ids: readonly string[]): Promise<readonly (readonly [id: string, name: string])[]> {
  const { rows } = await tx.query<{ id: string; name: string }>("select id, name from identity.person where id = any ($1::uuid[])", [ids]);
  return rows.map(({ id, name }) => [id, name]);
}

export async function listPeople(tx: ClientBase, districts: readonly string[]): Promise<readonly KeptPerson[]> {
  const { rows } = await tx.query<PersonRow>(`select ${PERSON} from identity.person p where p.district = any ($1) order by p.name, p.login`, [districts]);
  return rows.map(personOf);
}

export async function insertPerson(tx: ClientBase, person: Pick<KeptPerson, "district" | "id" | "login" | "name" | "passwordHash" | "mustChangePassword" | "demo">, now: Date): Promise<void> {
  const { district, id, login, name, passwordHash, mustChangePassword, demo } = person;
  await tx.query("insert into identity.person (district, id, login, name, password_hash, must_change_password, demo, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)", [district, id, login, name, passwordHash, mustChangePassword, demo, now]);
}

/** Whoever makes a person waits here: a login is one person's in the whole city, over its districts. */
export async function lockLogins(tx: ClientBase): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('identity logins', 0))");
}

export async function updateTries(tx: ClientBase, { district, id }: KeptPerson, triesLeft: number, lockedUntil: Date | null, totpStep: number | null): Promise<void> {
  await tx.query("update identity.person set tries_left = $3, locked_until = $4, totp_step = coalesce($5, totp_step) where district = $1 and id = $2", [district, id, triesLeft, lockedUntil, totpStep]);
}

export async function updatePassword(tx: ClientBase, { district, id }: Pick<KeptPerson, "district" | "id">, passwordHash: string, mustChange: boolean): Promise<void> {
  await tx.query("update identity.person set password_hash = $3, must_change_password = $4, tries_left = 5, locked_until = null where district = $1 and id = $2", [district, id, passwordHash, mustChange]);
}

export async function updateTotp(tx: ClientBase, { district, id }: Pick<KeptPerson, "district" | "id">, sealedSecret: Buffer | null, step: number | null): Promise<void> {
  await tx.query("update identity.person set totp_secret = $3, totp_step = $4 where district = $1 and id = $2", [district, id, sealedSecret, step]);
}

export async function updatePerson(tx: ClientBase, { district, id }: Pick<KeptPerson, "district" | "id">, change: { readonly name: string | null; readonly active: boolean | null }): Promise<void> {
  await tx.query("update identity.person set name = coalesce($3, name), active = coalesce($4, active) where district = $1 and id = $2", [district, id, change.name, change.active]);
}

/** Posts held now, of these people (all when null). */
export async function postsOf(tx: ClientBase, personIds: readonly string[] | null): Promise<readonly KeptPost[]> {
  const { rows } = await tx.query<{ district: string; id: string; body_id: string; name_zh: string; name_en: string; person_id: string; role: Role }>(
    `select o.district, o.id, o.body_id, b.name_zh, b.name_en, o.person_id, o.role from identity.post o join identity.body b on b.district = o.district and b.id = o.body_id
      where o.ended_at is null and ($1::uuid[] is null or o.person_id = any ($1)) order by o.created_at, o.id`, [personIds]);
  return rows.map((row) => ({ district: row.district, id: row.id, bodyId: row.body_id, bodyName: { zh: row.name_zh, en: row.name_en }, personId: row.person_id, role: row.role }));
}

export async function insertPost(tx: ClientBase, post: { readonly district: string; readonly id: string; readonly bodyId: string; readonly personDistrict: string; readonly personId: string; readonly role: Role }, now: Date): Promise<void> {
  const { district, id, bodyId, personDistrict, personId, role } = post;
  await tx.query("insert into identity.post (district, id, body_id, person_district, person_id, role, created_at) values ($1, $2, $3, $4, $5, $6, $7)", [district, id, bodyId, personDistrict, personId, role, now]);
}

/** True when there was such a post held now. */
export async function endPost(tx: ClientBase, district: string, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query("update identity.post set ended_at = $3 where district = $1 and id = $2 and ended_at is null", [district, id, now]);
  return rowCount === 1;
}

export async function listBodies(tx: ClientBase, districts: readonly string[]): Promise<readonly KeptBody[]> {
  const { rows } = await tx.query<{ district: string; id: string; name_zh: string; name_en: string }>("select district, id, name_zh, name_en from identity.body where district = any ($1) order by district, name_zh", [districts]);
  return rows.map((row) => ({ district: row.district, id: row.id, name: { zh: row.name_zh, en: row.name_en } }));
}

export async function insertBody(tx: ClientBase, { district, id, name }: KeptBody, now: Date): Promise<void> {
  await tx.query("insert into identity.body (district, id, name_zh, name_en, created_at) values ($1, $2, $3, $4, $5)", [district, id, name.zh, name.en, now]);
}

export async function insertSession(tx: ClientBase, person: Pick<KeptPerson, "district" | "id">, tokenHash: string, csrfToken: string, now: Date): Promise<void> {
  await tx.query("insert into identity.session (district, token_hash, person_id, csrf_token, created_at, seen_at) values ($1, $2, $3, $4, $5, $5)", [person.district, tokenHash, person.id, csrfToken, now]);
}

/** A session that nobody ended, of a person who is active. */
export async function findSession(tx: ClientBase, tokenHash: string): Promise<KeptSession | null> {
  const { rows: [row] } = await tx.query<PersonRow & { csrf_token: string; session_created_at: Date; seen_at: Date }>({
    name: "identity-session",
    text: `select ${PERSON}, s.csrf_token, s.created_at as session_created_at, s.seen_at from identity.session s join identity.person p on p.district = s.district and p.id = s.person_id
            where s.token_hash = $1 and s.ended_at is null and p.active limit 1`,
    values: [tokenHash],
  });
  return row === undefined ? null : { person: personOf(row), csrfToken: row.csrf_token, createdAt: row.session_created_at, seenAt: row.seen_at };
}

export async function touchSession(tx: ClientBase, district: string, tokenHash: string, now: Date): Promise<void> {
  await tx.query("update identity.session set seen_at = $3 where district = $1 and token_hash = $2", [district, tokenHash, now]);
}

export async function endSession(tx: ClientBase, tokenHash: string, now: Date): Promise<void> {
  await tx.query("update identity.session set ended_at = $2 where token_hash = $1 and ended_at is null", [tokenHash, now]);
}

/** Ends every session of a person, but one that is kept. Gives how many. */
export async function endSessionsOf(tx: ClientBase, { district, id }: Pick<KeptPerson, "district" | "id">, now: Date, keptTokenHash: string | null): Promise<number> {
  const { rowCount } = await tx.query("update identity.session set ended_at = $3 where district = $1 and person_id = $2 and ended_at is null and token_hash is distinct from $4", [district, id, now, keptTokenHash]);
  return rowCount ?? 0;
}

export async function findExternal(tx: ClientBase, issuer: string, subject: string): Promise<KeptPerson | null> {
  const { rows: [row] } = await tx.query<PersonRow>(`select ${PERSON} from identity.external_identity e join identity.person p on p.district = e.district and p.id = e.person_id where e.issuer = $1 and e.subject = $2 limit 1`, [issuer, subject]);
  return row === undefined ? null : personOf(row);
}

export async function externalsOf(tx: ClientBase, personIds: readonly string[]): Promise<readonly { readonly personId: string; readonly issuer: string; readonly subject: string }[]> {
  const { rows } = await tx.query<{ person_id: string; issuer: string; subject: string }>("select person_id, issuer, subject from identity.external_identity where person_id = any ($1::uuid[])", [personIds]);
  return rows.map((row) => ({ personId: row.person_id, issuer: row.issuer, subject: row.subject }));
}

/** False when that account is already somebody's. */
export async function insertExternal(tx: ClientBase, person: Pick<KeptPerson, "district" | "id">, issuer: string, subject: string, now: Date): Promise<boolean> {
  const { rows: [taken] } = await tx.query("select from identity.external_identity where issuer = $1 and subject = $2", [issuer, subject]);
  if (taken !== undefined) return false;
  await tx.query("insert into identity.external_identity (district, issuer, subject, person_id, created_at) values ($1, $2, $3, $4, $5)", [person.district, issuer, subject, person.id, now]);
  return true;
}

/** Logins of demo people who could sign in. */
export async function activeDemoLogins(tx: ClientBase): Promise<readonly string[]> {
  const { rows } = await tx.query<{ login: string }>("select login from identity.person where demo and active order by login");
  return rows.map(({ login }) => login);
}
