import type { Pool } from "pg";
import { REFERENCE_TABLES } from "./reference-tables.ts";
import { SERVER_ROLE } from "./server-role.ts";

/**
 * Where the schema breaks the rule that lets the city's data be spread over machines by district and keeps one district
 * from another's rows. One line each, empty when it holds. Read from the catalog, so no migration can forget it.
 */
export async function districtFaults(owner: Pool): Promise<readonly string[]> {
  const { rows: tables } = await owner.query<TableFacts>(TABLE_FACTS, [SERVER_ROLE]);
  const { rows: keys } = await owner.query<KeyFacts>(KEY_FACTS);
  const { rows: [role] } = await owner.query<{ ddl: string[] }>(ROLE_FACTS, [SERVER_ROLE]);
  return [
    ...tables.filter(({ name }) => !REFERENCE_TABLES.has(name)).flatMap(faultsOf),
    ...keys.filter(({ name, has_district }) => !REFERENCE_TABLES.has(name) && !has_district).map(({ name, key, kind }) => `${name}: ${kind} ${key} lacks district`),
    ...tables.filter(({ triggers }) => triggers.length > 0).map(({ name, triggers }) => `${name}: has triggers (${triggers.join(", ")})`),
    ...tables.filter(({ owned_by_server }) => owned_by_server).map(({ name }) => `${name}: belongs to ${SERVER_ROLE}`),
    ...(role?.ddl ?? []).map((schema) => `${SERVER_ROLE} may create in schema ${schema}`),
    ...[...REFERENCE_TABLES.keys()].filter((name) => !tables.some((table) => table.name === name)).map((name) => `${name}: declared a reference table but is not there`),
  ];
}

type TableFacts = { name: string; has_primary: boolean; enabled: boolean; forced: boolean; policies: number; by_district: boolean; triggers: string[]; owned_by_server: boolean };
type KeyFacts = { name: string; key: string; kind: string; has_district: boolean };

function faultsOf({ name, has_primary, enabled, forced, policies, by_district }: TableFacts): string[] {
  return [
    ...(has_primary ? [] : [`${name}: has no primary key`]),
    ...(enabled && forced ? [] : [`${name}: does not force row-level security`]),
    ...(policies > 0 ? [] : [`${name}: has no policy`]),
    ...(policies === 0 || by_district ? [] : [`${name}: a policy does not ask for the district`]),
  ];
}

const OURS = "n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'";

const TABLE_FACTS = `
  select n.nspname || '.' || c.relname as name,
    exists (select from pg_constraint where conrelid = c.oid and contype = 'p') as has_primary,
    c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    (select count(*)::int from pg_policy where polrelid = c.oid) as policies,
    coalesce((select bool_and(coalesce(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) like '%district%anxin.districts%')
      from pg_policy where polrelid = c.oid), false) as by_district,
    array(select tgname::text from pg_trigger where tgrelid = c.oid and not tgisinternal) as triggers,
    pg_get_userbyid(c.relowner) = $1 as owned_by_server
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${OURS} order by 1`;

// Primary keys and unique indexes by pg_index, foreign keys by pg_constraint.
const KEY_FACTS = `
  select n.nspname || '.' || c.relname as name, k.relname as key, case when i.indisprimary then 'primary key' else 'unique index' end as kind,
    exists (select from unnest(i.indkey) as each join pg_attribute a on a.attrelid = c.oid and a.attnum = each where a.attname = 'district') as has_district
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_class k on k.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
  where i.indisunique and ${OURS}
  union all
  select n.nspname || '.' || c.relname, o.conname, 'foreign key',
    exists (select from unnest(o.conkey) as each join pg_attribute a on a.attrelid = c.oid and a.attnum = each where a.attname = 'district')
  from pg_constraint o join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace
  where o.contype = 'f' and o.conparentid = 0 and ${OURS} order by 1, 2`;

const ROLE_FACTS = `
  select array(select n.nspname::text from pg_namespace n where ${OURS} and has_schema_privilege($1, n.oid, 'create') order by 1) as ddl`;
