import { createHmac } from "node:crypto";
import { Client } from "pg";
import { DatabaseRefused } from "./database-refused.ts";

/** The role that owns the schema of jobs, and nothing else: pg-boss makes and keeps its own tables there. */
export const JOBS_ROLE = "anxin_jobs";
export const JOBS_SCHEMA = "jobs";

/** The role the server works as. */
export const SERVER_ROLE = "anxin_server";

/** The server may not work as this role, or the role cannot be made; the message says what to do. */
export class ServerRoleRefused extends DatabaseRefused {
  override readonly name = "ServerRoleRefused";
}

/**
 * The server's own address beside the owner's: same database, role `anxin_server`. Its password follows from the
 * owner's, so that every server finds the same one and none is stored. Throws `ServerRoleRefused` when the owner has
 * none: anybody could work out what follows from nothing.
 */
export function serverUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  if (url.password === "") {
    throw new ServerRoleRefused(
      `DATABASE_URL 里没有密码，${SERVER_ROLE} 的密码无从得出。请另建这个角色，用 DATABASE_URL_SERVER 给出它的连接地址。\n`
      + `DATABASE_URL has no password, so none can follow from it for ${SERVER_ROLE}. Make that role and give its address as DATABASE_URL_SERVER.`,
    );
  }
  url.username = SERVER_ROLE;
  url.password = passwordFrom(ownerUrl, "anxin server role 1");
  return url.href;
}

/**
 * The address of the jobs' role, in the same way; where the owner has no password it follows from `secret`, the installation's own
 * (ANXIN_SECRET), which all its servers share. Null when there is neither: a role whose password anybody can work out is a way in.
 */
export function jobsUrlOf(ownerUrl: string, secret: Uint8Array | null): string | null {
  const url = new URL(ownerUrl);
  if (url.password === "" && secret === null) return null;
  url.password = url.password === "" && secret !== null ? createHmac("sha256", secret).update(JOBS_PURPOSE).digest("base64url") : passwordFrom(ownerUrl, JOBS_PURPOSE);
  url.username = JOBS_ROLE;
  return url.href;
}

const JOBS_PURPOSE = "anxin jobs role 1";
const passwordFrom = (ownerUrl: string, purpose: string): string => createHmac("sha256", decodeURIComponent(new URL(ownerUrl).password)).update(purpose).digest("base64url");

/**
 * Takes away the password of a jobs' role that was made with one which follows from nothing, as it once was: anybody could get in by it.
 * Any other password stays; another server of the installation may have given it.
 */
export async function closeJobsRole(ownerUrl: string): Promise<void> {
  const url = new URL(ownerUrl);
  [url.username, url.password] = [JOBS_ROLE, createHmac("sha256", "").update(JOBS_PURPOSE).digest("base64url")];
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: [role] } = await client.query("select from pg_roles where rolname = $1", [JOBS_ROLE]);
    if (role !== undefined && await canConnect(url.href)) await client.query(`alter role ${JOBS_ROLE} password null`);
  } finally {
    await client.end();
  }
}

/** Makes the jobs' role with a schema of its own, or gives the role the password that `jobsUrl` says. It can read nothing of the product. Rejects when the role cannot be made or may not connect. */
export async function ensureJobsRole(ownerUrl: string, jobsUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [7_240_117]);
    const { rows: [role] } = await client.query("select from pg_roles where rolname = $1", [JOBS_ROLE]);
    const { rows: [schema] } = await client.query("select from pg_namespace where nspname = $1", [JOBS_SCHEMA]);
    if (role !== undefined && schema !== undefined && await canConnect(jobsUrl)) return;
    const password = client.escapeLiteral(decodeURIComponent(new URL(jobsUrl).password));
    await client.query(role === undefined ? `create role ${JOBS_ROLE} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ${password}` : `alter role ${JOBS_ROLE} login password ${password}`);
    // Only a member may make a schema in another's name.
    await client.query(`grant ${JOBS_ROLE} to current_user`);
    if (schema === undefined) await client.query(`create schema ${JOBS_SCHEMA} authorization ${JOBS_ROLE}`);
    await client.query(`revoke ${JOBS_ROLE} from current_user`);
    // A rule of the server's own (pg_hba.conf) may keep the role out whatever its password is.
    if (!await canConnect(jobsUrl)) throw new Error(`${JOBS_ROLE} may not connect`);
  } finally {
    await client.end();
  }
}

/** Makes the server's role, or gives it the password that `serverUrl` says. Runs before the migrations, which grant to it. */
export async function ensureServerRole(ownerUrl: string, serverUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // Two servers starting at once must not both make it.
    await client.query("select pg_advisory_lock($1)", [7_240_116]);
    const { rows: [role] } = await client.query("select from pg_roles where rolname = $1", [SERVER_ROLE]);
    if (role !== undefined && await canConnect(serverUrl)) return;
    const password = client.escapeLiteral(decodeURIComponent(new URL(serverUrl).password));
    const attributes = `login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ${password}`;
    await client.query(role === undefined ? `create role ${SERVER_ROLE} ${attributes}` : `alter role ${SERVER_ROLE} login password ${password}`).catch((cause: Error) => {
      throw new ServerRoleRefused(
        `所有者不能建立角色 ${SERVER_ROLE}（${cause.message}）。请管理员执行下面的语句，再用 DATABASE_URL_SERVER 给出它的连接地址。\n`
        + `  create role ${SERVER_ROLE} login nosuperuser nocreatedb nocreaterole nobypassrls password '…';\n`
        + `The owner may not make the role ${SERVER_ROLE} (${cause.message}). Let an administrator run the statement above, and give its address as DATABASE_URL_SERVER.`,
        { cause },
      );
    });
  } finally {
    await client.end();
  }
}

async function canConnect(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 28…: wrong password or no login; 42501: no right to connect to this database.
    if (error instanceof Error && "code" in error && /^28|^42501/.test(String(error.code))) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Refuses to serve as a role that could pass by row-level security or change the schema. */
export async function refusePowerfulRole(serverUrl: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rows: [role] } = await client.query<{ name: string; powers: string[] }>(`
      select current_user as name, array_remove(array[
        case when rolsuper then 'SUPERUSER' end, case when rolbypassrls then 'BYPASSRLS' end,
        case when rolcreaterole then 'CREATEROLE' end, case when rolcreatedb then 'CREATEDB' end,
        case when exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where pg_has_role(r.oid, c.relowner, 'member') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema') then 'owns tables' end,
        case when exists (select from pg_namespace n where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
          and has_schema_privilege(r.oid, n.oid, 'create')) then 'may create tables' end,
        case when has_database_privilege(r.oid, current_database(), 'create') then 'may create schemas' end
      ], null) as powers from pg_roles r where rolname = current_user`);
    if (role === undefined || role.powers.length > 0) {
      const [who, why] = [role?.name ?? "?", role?.powers.join(", ") ?? "unknown role"];
      throw new ServerRoleRefused(
        `服务器不能以 ${who} 这个角色工作（${why}）。请收回这些权限，或用 DATABASE_URL_SERVER 给出 ${SERVER_ROLE} 的连接地址。\n`
        + `The server may not work as ${who}: ${why}. Take these rights away, or give the address of ${SERVER_ROLE} as DATABASE_URL_SERVER.`,
      );
    }
  } finally {
    await client.end();
  }
}
