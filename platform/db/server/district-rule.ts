import type { Pool } from "pg";
import { REFERENCE_TABLES, REVIEWED_FUNCTIONS } from "./reference-tables.ts";
import { SERVER_ROLE } from "./server-role.ts";

/**
 * Where the schema breaks the rule that lets the city's data be spread over machines by district and keeps one district
 * from another's rows. One line each, empty when it holds. Read from the catalog, so no migration can forget it.
 */
export async function districtFaults(owner: Pool): Promise<readonly string[]> {
  const { rows: tables } = await owner.query<TableFacts>(TABLE_FACTS, [SERVER_ROLE]);
  const { rows: policies } = await owner.query<PolicyFacts>(POLICY_FACTS);
  const { rows: keys } = await owner.query<KeyFacts>(KEY_FACTS);
  const { rows: ways } = await owner.query<WayFacts>(WAYS_ROUND);
  const { rows: [role] } = await owner.query<{ ddl: string[] }>(ROLE_FACTS, [SERVER_ROLE]);
  const byRule = (name: string): boolean => !REFERENCE_TABLES.has(name);
  return [
    ...tables.filter(({ name }) => byRule(name)).flatMap(faultsOf),
    ...policies.filter(({ name, using, check }) => byRule(name) && !asksForDistrict(using, check)).map(({ name, policy }) => `${name}: policy ${policy} does not ask for the district`),
    ...keys.filter(({ name, has_district }) => byRule(name) && !has_district).map(({ name, key, kind }) => `${name}: ${kind} ${key} lacks district`),
    ...tables.filter(({ triggers }) => triggers.length > 0).map(({ name, triggers }) => `${name}: has triggers (${triggers.join(", ")})`),
    ...tables.filter(({ owned_by_server }) => owned_by_server).map(({ name }) => `${name}: belongs to ${SERVER_ROLE}`),
    ...ways.filter(({ name }) => !REVIEWED_FUNCTIONS.has(name)).map(({ name, kind }) => `${name}: ${kind} goes round row-level security`),
    ...(role?.ddl ?? []).map((place) => `${SERVER_ROLE} may create in ${place}`),
    ...[...REFERENCE_TABLES.keys()].filter((name) => !tables.some((table) => table.name === name)).map((name) => `${name}: declared a reference table but is not there`),
  ];
}

type TableFacts = { name: string; has_primary: boolean; enabled: boolean; forced: boolean; policies: number; triggers: string[]; owned_by_server: boolean };
type PolicyFacts = { name: string; policy: string; using: string | null; check: string | null };
type KeyFacts = { name: string; key: string; kind: string; has_district: boolean };
type WayFacts = { name: string; kind: string };

function faultsOf({ name, has_primary, enabled, forced, policies }: TableFacts): string[] {
  return [
    ...(has_primary ? [] : [`${name}: has no primary key`]),
    ...(enabled && forced ? [] : [`${name}: does not force row-level security`]),
    ...(policies > 0 ? [] : [`${name}: has no policy`]),
  ];
}

/** As PostgreSQL writes `district = any (string_to_array(current_setting('anxin.districts', true), ','))`. */
const OWN_DISTRICT = "(district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)))";

/** What is read and what is written are asked apart: with a loose `check`, a row could be put into another's district. */
function asksForDistrict(using: string | null, check: string | null): boolean {
  // An `or` around it would stand in brackets of its own before it.
  const asks = (words: string): boolean => words === OWN_DISTRICT || words.startsWith(`(${OWN_DISTRICT} AND `);
  return [using, check].every((words) => words === null || asks(words)) && (using ?? check) !== null;
}

// Jobs are pg-boss's own tables in a schema of its own role: they hold names of work and nothing of a district.
const OURS = "n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'jobs')";

const TABLE_FACTS = `
  select n.nspname || '.' || c.relname as name,
    exists (select from pg_constraint where conrelid = c.oid and contype = 'p') as has_primary,
    c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    (select count(*)::int from pg_policy where polrelid = c.oid) as policies,
    array(select tgname::text from pg_trigger where tgrelid = c.oid and not tgisinternal) as triggers,
    pg_get_userbyid(c.relowner) = $1 as owned_by_server
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${OURS} order by 1`;

const POLICY_FACTS = `
  select n.nspname || '.' || c.relname as name, polname as policy, pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as check
  from pg_policy join pg_class c on c.oid = polrelid join pg_namespace n on n.oid = c.relnamespace order by 1, 2`;

// Primary keys and unique indexes by pg_index, foreign keys by pg_constraint: there, district must meet district.
const KEY_FACTS = `
  select n.nspname || '.' || c.relname as name, k.relname as key, case when i.indisprimary then 'primary key' else 'unique index' end as kind,
    exists (select from unnest(i.indkey[0:i.indnkeyatts - 1]) as each join pg_attribute a on a.attrelid = c.oid and a.attnum = each where a.attname = 'district') as has_district
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_class k on k.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
  where (i.indisunique or i.indisexclusion) and c.relkind in ('r', 'p') and ${OURS}
  union all
  select n.nspname || '.' || c.relname, o.conname, 'foreign key',
    exists (select from unnest(o.conkey, o.confkey) as pair (near, far)
      join pg_attribute a on a.attrelid = o.conrelid and a.attnum = near join pg_attribute b on b.attrelid = o.confrelid and b.attnum = far
      where a.attname = 'district' and b.attname = 'district')
  from pg_constraint o join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace
  where o.contype = 'f' and o.conparentid = 0 and ${OURS} order by 1, 2`;

// What reads with its owner's rights instead of the reader's; an owner may be a superuser.
const WAYS_ROUND = `
  select n.nspname || '.' || c.relname as name, case c.relkind when 'm' then 'materialized view' else 'view without security_invoker' end as kind
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on'], false)) and ${OURS}
  union all
  select n.nspname || '.' || p.proname, 'security definer function' from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where p.prosecdef and ${OURS} order by 1`;

const ROLE_FACTS = `
  select array(select 'schema ' || n.nspname from pg_namespace n where ${OURS} and has_schema_privilege($1, n.oid, 'create')
    union all select 'the database' where has_database_privilege($1, current_database(), 'create') order by 1) as ddl`;
