import type { ClientBase } from "pg";
import type { Role } from "../roles.ts";
import { FORGOTTEN_MINUTES, type KeptTries } from "../sign-in-rules.ts";

/** A person as the server needs it to sign them in. */
export type KeptPerson = {
  readonly district: string; readonly id: string; readonly login: string; readonly name: string; readonly passwordHash: string | null; readonly mustChangePassword: boolean;
  readonly totpSecret: Buffer | null; readonly totpStep: number | null; readonly active: boolean; readonly demo: boolean;
};
export type KeptPost = { readonly district: string; readonly id: string; readonly bodyId: string; readonly bodyName: { readonly zh: string; readonly en: string }; readonly personId: string; readonly role: Role };
export type KeptBody = { readonly district: string; readonly id: string; readonly name: { readonly zh: string; readonly en: string } };
/** By which way somebody came in: their own password here, or the city's provider. */
export type WayIn = "password" | "provider";
export type KeptSession = { readonly person: KeptPerson; readonly openedBy: WayIn; readonly csrfToken: string; readonly createdAt: Date; readonly seenAt: Date };

const PERSON = "p.district, p.id, p.login, p.name, p.password_hash, p.must_change_password, p.totp_secret, p.totp_step, p.active, p.demo";
type PersonRow = { district: string; id: string; login: string; name: string; password_hash: string | null; must_change_password: boolean; totp_secret: Buffer | null; totp_step: string | null; active: boolean; demo: boolean };

function personOf(row: PersonRow): KeptPerson {
  return {
    district: row.district, id: row.id, login: row.login, name: row.name, passwordHash: row.password_hash, mustChangePassword: row.must_change_password,
    totpSecret: row.totp_secret, totpStep: row.totp_step === null ? null : Number(row.totp_step), active: row.active, demo: row.demo,
  };
}

/**
 * Asks one question over every district of the city inside a transaction that sees fewer, and narrows it again. Row-level security lets an
 * administrator see their own districts alone; what must be known beyond them is that somebody's posts reach further, that an account is
 * taken, and how many tries are left. Never for rows that are shown.
 */
export async function overEveryDistrict<Answer>(tx: ClientBase, districts: readonly string[], question: () => Promise<Answer>): Promise<Answer> {
  const { rows: [own] } = await tx.query<{ districts: string }>("select current_setting('anxin.districts') as districts");
  await tx.query("select set_config('anxin.districts', $1, true)", [districts.join(",")]);
  const answer = await question();
  await tx.query("select set_config('anxin.districts', $1, true)", [own?.districts ?? ""]);
  return answer;
}

export async function findPersonByLogin(tx: ClientBase, login: string): Promise<KeptPerson | null> {
  const { rows: [row] } = await tx.query<PersonRow>(`select ${PERSON} from identity.person p where p.login = $1 order by p.district limit 1`, [login]);
  return row === undefined ? null : personOf(row);
}

/** The same, and nobody else changes that person until the transaction ends. */
export async function lockPersonByLogin(tx: ClientBase, login: string): Promise<KeptPerson | null> {
  const { rows: [row] } = await tx.query<PersonRow>(`select ${PERSON} from identity.person p where p.login = $1 order by p.district limit 1 for update`, [login]);
  return row === undefined ? null : personOf(row);
}

/** Locked until the transaction ends: whoever gives a post and whoever changes the account wait for each other. */
export async function lockPerson(tx: ClientBase, id: string): Promise<KeptPerson | null> {
  const { rows: [row] } = await tx.query<PersonRow>(`select ${PERSON} from identity.person p where p.id = $1 for update`, [id]);
  return row === undefined ? null : personOf(row);
}

/** Of two tries under one name at once, each counts: the second waits here, whether there is a row yet or not. */
export async function lockTries(tx: ClientBase, loginKey: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`identity tries ${loginKey}`]);
}

export async function findTries(tx: ClientBase, city: string, loginKey: string): Promise<KeptTries | null> {
  return (await triesUnder(tx, city, [loginKey])).get(loginKey) ?? null;
}

/** Tries by the key of the name; names without wrong tries are absent. */
export async function triesUnder(tx: ClientBase, city: string, loginKeys: readonly string[]): Promise<ReadonlyMap<string, KeptTries>> {
  const { rows } = await tx.query<{ login_key: string; tries_left: number; locked_until: Date | null; tried_at: Date }>(
    "select login_key, tries_left, locked_until, tried_at from identity.sign_in_try where district = $1 and login_key = any ($2)", [city, loginKeys]);
  return new Map(rows.map((row) => [row.login_key, { triesLeft: row.tries_left, lockedUntil: row.locked_until, triedAt: row.tried_at }]));
}

/** Keeps a wrong try, and lets go of some that are long past, so that names nobody has do not pile up. */
export async function keepTries(tx: ClientBase, city: string, loginKey: string, { triesLeft, lockedUntil, triedAt }: KeptTries): Promise<void> {
  await tx.query(
    `insert into identity.sign_in_try (district, login_key, tries_left, locked_until, tried_at) values ($1, $2, $3, $4, $5)
     on conflict (district, login_key) do update set tries_left = excluded.tries_left, locked_until = excluded.locked_until, tried_at = excluded.tried_at`, [city, loginKey, triesLeft, lockedUntil, triedAt]);
  await tx.query(
    `delete from identity.sign_in_try where district = $1 and login_key in
      (select login_key from identity.sign_in_try where district = $1 and tried_at < $2 order by tried_at limit 20 for update skip locked)`, [city, new Date(triedAt.getTime() - FORGOTTEN_MINUTES * 60_000)]);
}

export async function forgetTries(tx: ClientBase, city: string, loginKey: string): Promise<void> {
  await tx.query("delete from identity.sign_in_try where district = $1 and login_key = $2", [city, loginKey]);
}

/** Id and name of these people, whatever their state. */
export async function namesOfPeople(tx: ClientBase, ids: readonly string[]): Promise<readonly (readonly [id: string, name: string])[]> {
  const { rows } = await tx.query<{ id: string; name: string }>("select id, name from identity.person where id = any ($1::uuid[])", [ids]);
  return rows.map(({ id, name }) => [id, name]);
}

/** Active people with a post of one of these roles in these districts, by name. */
export async function activePeopleWith(tx: ClientBase, roles: readonly string[], districts: readonly string[]): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await tx.query<{ id: string; name: string }>(
    `select distinct p.id, p.name from identity.post o join identity.person p on p.district = o.person_district and p.id = o.person_id
      where o.district = any ($2) and o.role = any ($1) and o.ended_at is null and p.active order by p.name, p.id`, [roles, districts]);
  return rows;
}

/** The body of each of these people's posts that began first. */
export async function bodiesOfPeople(tx: ClientBase, ids: readonly string[]): Promise<readonly (readonly [id: string, body: { readonly zh: string; readonly en: string }])[]> {
  const { rows } = await tx.query<{ id: string; name_zh: string; name_en: string }>(
    `select distinct on (o.person_id) o.person_id as id, b.name_zh, b.name_en from identity.post o join identity.body b on b.district = o.district and b.id = o.body_id
      where o.person_id = any ($1::uuid[]) order by o.person_id, o.created_at, o.id`, [ids]);
  return rows.map(({ id, name_zh: zh, name_en: en }) => [id, { zh, en }]);
}

/** People behind `after` (an id; null: from the first) by name and login, at most `limit`. */
export async function listPeople(tx: ClientBase, districts: readonly string[], after: string | null, limit: number): Promise<readonly KeptPerson[]> {
  const { rows } = await tx.query<PersonRow>(
    `select ${PERSON} from identity.person p where p.district = any ($1)
       and ($2::uuid is null or (p.name, p.login) > (select a.name, a.login from identity.person a where a.id = $2 and a.district = any ($1))) order by p.name, p.login limit $3`, [districts, after, limit]);
  return rows.map(personOf);
}

export async function countPeople(tx: ClientBase, districts: readonly string[]): Promise<number> {
  const { rows: [row] } = await tx.query<{ people: number }>("select count(*)::int as people from identity.person where district = any ($1)", [districts]);
  return row?.people ?? 0;
}

export async function insertPerson(tx: ClientBase, person: Pick<KeptPerson, "district" | "id" | "login" | "name" | "passwordHash" | "mustChangePassword" | "demo">, now: Date): Promise<void> {
  const { district, id, login, name, passwordHash, mustChangePassword, demo } = person;
  await tx.query("insert into identity.person (district, id, login, name, password_hash, must_change_password, demo, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)", [district, id, login, name, passwordHash, mustChangePassword, demo, now]);
}

/** Whoever makes a person waits here: a login is one person's in the whole city, over its districts. */
export async function lockLogins(tx: ClientBase): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('identity logins', 0))");
}

/** A code works once: the step it was for is kept. */
export async function keepTotpStep(tx: ClientBase, { district, id }: Pick<KeptPerson, "district" | "id">, step: number): Promise<void> {
  await tx.query("update identity.person set totp_step = $3 where district = $1 and id = $2", [district, id, step]);
}

export async function updatePassword(tx: ClientBase, { district, id }: Pick<KeptPerson, "district" | "id">, passwordHash: string, mustChange: boolean): Promise<void> {
  await tx.query("update identity.person set password_hash = $3, must_change_password = $4 where district = $1 and id = $2", [district, id, passwordHash, mustChange]);
}

export async function updateTotp(tx: ClientBase, { district, id }: Pick<KeptPerson, "district" | "id">, sealedSecret: Buffer | null, step: number | null): Promise<void> {
  await tx.query("update identity.person set totp_secret = $3, totp_step = $4, totp_offer = null, totp_offered_at = null where district = $1 and id = $2", [district, id, sealedSecret, step]);
}

/** Keeps a secret that was shown, until it is proved; one at a time. */
export async function offerTotp(tx: ClientBase, { district, id }: Pick<KeptPerson, "district" | "id">, sealedSecret: Buffer, now: Date): Promise<void> {
  await tx.query("update identity.person set totp_offer = $3, totp_offered_at = $4 where district = $1 and id = $2", [district, id, sealedSecret, now]);
}

/** The secret that was shown since `after`, or null. */
export async function findTotpOffer(tx: ClientBase, { district, id }: Pick<KeptPerson, "district" | "id">, after: Date): Promise<Buffer | null> {
  const { rows: [row] } = await tx.query<{ totp_offer: Buffer | null }>("select totp_offer from identity.person where district = $1 and id = $2 and totp_offered_at > $3", [district, id, after]);
  return row?.totp_offer ?? null;
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

/** The districts of the posts these people hold now, by person; asked over every district, it tells how far each of them reaches. */
export async function postDistrictsOf(tx: ClientBase, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await tx.query<{ person_id: string; districts: string[] }>("select person_id, array_agg(distinct district) as districts from identity.post where ended_at is null and person_id = any ($1::uuid[]) group by person_id", [personIds]);
  return new Map(rows.map((row) => [row.person_id, row.districts]));
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

export async function insertSession(tx: ClientBase, person: Pick<KeptPerson, "district" | "id">, session: { readonly tokenHash: string; readonly csrfToken: string; readonly openedBy: WayIn }, now: Date): Promise<void> {
  const { tokenHash, csrfToken, openedBy } = session;
  await tx.query("insert into identity.session (district, token_hash, person_id, csrf_token, opened_by, created_at, seen_at) values ($1, $2, $3, $4, $5, $6, $6)", [person.district, tokenHash, person.id, csrfToken, openedBy, now]);
}

/** A session that nobody ended, of a person who is active. */
export async function findSession(tx: ClientBase, tokenHash: string): Promise<KeptSession | null> {
  const { rows: [row] } = await tx.query<PersonRow & { opened_by: WayIn; csrf_token: string; session_created_at: Date; seen_at: Date }>({
    name: "identity-session",
    text: `select ${PERSON}, s.opened_by, s.csrf_token, s.created_at as session_created_at, s.seen_at from identity.session s join identity.person p on p.district = s.district and p.id = s.person_id
            where s.token_hash = $1 and s.ended_at is null and p.active limit 1`,
    values: [tokenHash],
  });
  return row === undefined ? null : { person: personOf(row), openedBy: row.opened_by, csrfToken: row.csrf_token, createdAt: row.session_created_at, seenAt: row.seen_at };
}

export async function touchSession(tx: ClientBase, district: string, tokenHash: string, now: Date): Promise<void> {
  await tx.query("update identity.session set seen_at = $3 where district = $1 and token_hash = $2", [district, tokenHash, now]);
}

/** Whose session it was; null when it had ended already. */
export async function endSession(tx: ClientBase, tokenHash: string, now: Date): Promise<Pick<KeptPerson, "district" | "id"> | null> {
  const { rows: [row] } = await tx.query<{ district: string; person_id: string }>("update identity.session set ended_at = $2 where token_hash = $1 and ended_at is null returning district, person_id", [tokenHash, now]);
  return row === undefined ? null : { district: row.district, id: row.person_id };
}

/** Ends a person's sessions, all but one that is kept, or those alone that were opened in one way. Gives how many. */
export async function endSessionsOf(tx: ClientBase, { district, id }: Pick<KeptPerson, "district" | "id">, now: Date, { kept = null, openedBy = null }: { readonly kept?: string | null; readonly openedBy?: WayIn | null } = {}): Promise<number> {
  const { rowCount } = await tx.query(
    "update identity.session set ended_at = $3 where district = $1 and person_id = $2 and ended_at is null and token_hash is distinct from $4 and ($5::text is null or opened_by = $5)", [district, id, now, kept, openedBy]);
  return rowCount ?? 0;
}

/** Whose account it is. One that is two people's opens neither. */
export async function findExternal(tx: ClientBase, issuer: string, subject: string): Promise<KeptPerson | null> {
  const { rows: [row, ...others] } = await tx.query<PersonRow>(`select ${PERSON} from identity.external_identity e join identity.person p on p.district = e.district and p.id = e.person_id where e.issuer = $1 and e.subject = $2 limit 2`, [issuer, subject]);
  return row === undefined || others.length > 0 ? null : personOf(row);
}

export async function externalsOf(tx: ClientBase, personIds: readonly string[]): Promise<readonly { readonly personId: string; readonly issuer: string; readonly subject: string }[]> {
  const { rows } = await tx.query<{ person_id: string; issuer: string; subject: string }>("select person_id, issuer, subject from identity.external_identity where person_id = any ($1::uuid[])", [personIds]);
  return rows.map((row) => ({ personId: row.person_id, issuer: row.issuer, subject: row.subject }));
}

/** Whoever links an account waits here: an account is one person's in the whole city, over its districts. */
export async function lockExternals(tx: ClientBase): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('identity accounts', 0))");
}

export async function isExternalTaken(tx: ClientBase, issuer: string, subject: string): Promise<boolean> {
  const { rowCount } = await tx.query("select from identity.external_identity where issuer = $1 and subject = $2 limit 1", [issuer, subject]);
  return rowCount === 1;
}

export async function insertExternal(tx: ClientBase, person: Pick<KeptPerson, "district" | "id">, issuer: string, subject: string, now: Date): Promise<void> {
  await tx.query("insert into identity.external_identity (district, issuer, subject, person_id, created_at) values ($1, $2, $3, $4, $5)", [person.district, issuer, subject, person.id, now]);
}

/** False when it was not that person's. */
export async function deleteExternal(tx: ClientBase, person: Pick<KeptPerson, "district" | "id">, issuer: string, subject: string): Promise<boolean> {
  const { rowCount } = await tx.query("delete from identity.external_identity where district = $1 and person_id = $2 and issuer = $3 and subject = $4", [person.district, person.id, issuer, subject]);
  return rowCount === 1;
}

/** Logins of demo people who could sign in. */
export async function activeDemoLogins(tx: ClientBase): Promise<readonly string[]> {
  const { rows } = await tx.query<{ login: string }>("select login from identity.person where demo and active order by login");
  return rows.map(({ login }) => login);
}
