import type { Pool } from "pg";

/**
 * The schema as readable SQL, from the catalog: tables with columns and constraints, further indexes, policies, grants.
 * The same for PostgreSQL 15 to 18, so that `schema.sql` can be compared on any of them. For reading; never run.
 */
export async function describeSchema(owner: Pool): Promise<string> {
  const { rows: tables } = await owner.query<{ oid: number; name: string; security: string }>(`
    select c.oid, n.nspname || '.' || c.relname as name,
      case when c.relrowsecurity then ' enable' else '' end || case when c.relforcerowsecurity then ' force' else '' end as security
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' order by 2`);
  const parts = ["-- Made from the migrations by `npm run schema`. For reading and for diffs; never run."];
  for (const { oid, name, security } of tables) {
    const lines = await linesOf(owner, COLUMNS, oid);
    const constraints = await linesOf(owner, CONSTRAINTS, oid);
    parts.push(`create table ${name} (\n${[...lines, ...constraints].map((line) => `  ${line}`).join(",\n")}\n);`);
    parts.push(...(await linesOf(owner, INDEXES, oid)).map((line) => `${line};`));
    for (const word of security.trim().split(" ").filter((each) => each !== "")) parts.push(`alter table ${name} ${word} row level security;`);
    parts.push(...(await linesOf(owner, POLICIES, oid)).map((line) => `${line};`));
    parts.push(...(await linesOf(owner, GRANTS, oid)).map((line) => `${line};`));
  }
  return `${parts.join("\n\n")}\n`;
}

async function linesOf(owner: Pool, sql: string, oid: number): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(sql, [oid]);
  return rows.map(({ line }) => line);
}

const COLUMNS = `
  select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
    || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`;

// PostgreSQL 18 lists "not null" among the constraints; the columns say it already.
const CONSTRAINTS = `
  select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
  where conrelid = $1 and contype <> 'n' order by contype, conname`;

const INDEXES = `
  select pg_get_indexdef(indexrelid) as line from pg_index i
  where indrelid = $1 and not exists (select from pg_constraint where conindid = i.indexrelid) order by 1`;

const POLICIES = `
  select 'create policy ' || polname || ' on ' || polrelid::regclass || coalesce(' using ' || pg_get_expr(polqual, polrelid), '')
    || coalesce(' with check ' || pg_get_expr(polwithcheck, polrelid), '') as line
  from pg_policy where polrelid = $1 order by polname`;

const GRANTS = `
  select 'grant ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) || ' on ' || c.oid::regclass || ' to ' || r.rolname as line
  from pg_class c cross join lateral aclexplode(c.relacl) g join pg_roles r on r.oid = g.grantee
  where c.oid = $1 and g.grantee <> c.relowner group by c.oid, r.rolname order by r.rolname`;
