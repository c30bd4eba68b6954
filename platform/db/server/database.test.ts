import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, describeSchema, districtFaults, inTransaction, migrate, type TestDatabase } from "./index.ts";
import { collectMigrations, repositoryRoot } from "./migrate.ts";
import { refusePowerfulRole, ServerRoleRefused, serverUrlOf } from "./server-role.ts";

let database: TestDatabase;
beforeEach(async () => { database = await createTestDatabase(); });
afterEach(async () => { await database.drop(); });
const owner = (sql: string): Promise<unknown> => database.ownerPool.query(sql);

describe("the district rule", () => {
  test("holds for every table we ship", async () => expect(await districtFaults(database.ownerPool)).toEqual([]));

  const GOOD = "create table platform.visit (district text, id uuid, primary key (district, id)); alter table platform.visit enable row level security; alter table platform.visit force row level security; create policy own on platform.visit using (district = any (string_to_array(current_setting('anxin.districts', true), ',')));";
  test.each([
    ["a primary key without district", `${GOOD} alter table platform.visit drop constraint visit_pkey, add primary key (id)`, "platform.visit: primary key visit_pkey lacks district"],
    ["no primary key", `${GOOD} alter table platform.visit drop constraint visit_pkey`, "platform.visit: has no primary key"],
    ["a unique index without district", `${GOOD} create unique index visit_id on platform.visit (id)`, "platform.visit: unique index visit_id lacks district"],
    ["a foreign key without district", `${GOOD} alter table platform.visit add pack text, add note text references platform.migration (name)`, "platform.visit: foreign key visit_note_fkey lacks district"],
    ["row-level security not forced", `${GOOD} alter table platform.visit no force row level security`, "platform.visit: does not force row-level security"],
    ["no policy", `${GOOD} drop policy own on platform.visit`, "platform.visit: has no policy"],
    ["a policy for everybody", `${GOOD} drop policy own on platform.visit; create policy own on platform.visit using (true)`, "platform.visit: policy own does not ask for the district"],
    ["a policy that has a way round", `${GOOD} drop policy own on platform.visit; create policy own on platform.visit using (district = any (string_to_array(current_setting('anxin.districts', true), ',')) or id is null)`, "platform.visit: policy own does not ask for the district"],
    ["a policy that lets anything be written", `${GOOD} alter policy own on platform.visit with check (true)`, "platform.visit: policy own does not ask for the district"],
    ["a second policy that lets more through", `${GOOD} create policy more on platform.visit for select using (id is not null)`, "platform.visit: policy more does not ask for the district"],
    ["district beside a unique index only", `${GOOD} create unique index visit_id on platform.visit (id) include (district)`, "platform.visit: unique index visit_id lacks district"],
    ["a foreign key that leads to another district", `${GOOD} alter table platform.visit add origin text not null default '', add unique (district, origin), add foreign key (origin, district) references platform.visit (district, origin)`, "platform.visit: foreign key visit_origin_district_fkey lacks district"],
    ["a view with its owner's rights", `${GOOD} create view platform.visits as select * from platform.visit`, "platform.visits: view without security_invoker goes round row-level security"],
    ["a materialized view", `${GOOD} create materialized view platform.visits as select * from platform.visit`, "platform.visits: materialized view goes round row-level security"],
    ["a function with its owner's rights", "create function platform.peek() returns int language sql security definer as 'select 1'", "platform.peek: security definer function goes round row-level security"],
    ["the server may make schemas", "do 'begin execute format(''grant create on database %I to anxin_server'', current_database()); end'", "anxin_server may create in the database"],
    ["a trigger", `${GOOD} create function platform.noop() returns trigger language plpgsql as 'begin return new; end'; create trigger t before insert on platform.visit for each row execute function platform.noop()`, "platform.visit: has triggers (t)"],
    ["the server may make tables", "grant create on schema platform to anxin_server", "anxin_server may create in schema platform"],
    ["a declared reference table is gone", "drop table platform.drill_clock", "platform.drill_clock: declared a reference table but is not there"],
  ])("catches %s", async (_, sql, fault) => {
    await owner(sql);
    expect(await districtFaults(database.ownerPool)).toEqual([fault]);
  });
  test("lets a good table pass", async () => {
    await owner(`${GOOD} create policy own_later on platform.visit for delete using (district = any (string_to_array(current_setting('anxin.districts', true), ',')) and id is not null);
      create view platform.visits with (security_invoker = true) as select * from platform.visit`);
    expect(await districtFaults(database.ownerPool)).toEqual([]);
  });
});

test("the description of a schema shows every policy, view, function and grant in full", async () => {
  await owner(`create table platform.visit (district text primary key, note text generated always as (upper(district)) stored);
    create policy seen on platform.visit as restrictive for select to anxin_server using (district <> '');
    create view platform.visits as select district from platform.visit; grant select on platform.visits to anxin_server;
    create function platform.one() returns int language sql as 'select 1'; revoke all on function platform.one() from public;
    grant update (note) on platform.visit to anxin_server`);
  const description = await describeSchema(database.ownerPool);
  for (const line of [
    "note text generated always as upper(district)", "create policy seen on platform.visit as restrictive for select to anxin_server using (", "create view platform.visits as",
    "grant select on platform.visits to anxin_server;", "CREATE OR REPLACE FUNCTION platform.one()", "-- may run it: its owner alone", "grant update (note) on platform.visit to anxin_server;",
    "grant usage on schema platform to anxin_server;",
  ]) expect(description).toContain(line);
});

test("schema.sql is the schema (npm run schema writes it)", async () => {
  expect(await describeSchema(database.ownerPool)).toBe(await readFile(join(repositoryRoot(), "schema.sql"), "utf8"));
});

describe("a transaction's context", () => {
  const context = { districts: ["150702", "150703"], actor: "server" };
  test("is there inside and gone after, on the same connection too", async () => {
    const districts = await inTransaction(database.pool, context, async (tx) => (await tx.query("select current_setting('anxin.districts') as now")).rows[0]);
    expect(districts).toEqual({ now: "150702,150703" });
    for (let round = 0; round < 6; round += 1) expect((await database.pool.query("select current_setting('anxin.districts', true) as now")).rows[0].now).toMatch(/^$|^null$/);
  });
  test("what fails is rolled back and passed on", async () => {
    await expect(inTransaction(database.pool, context, async (tx) => {
      await tx.query("insert into platform.drill_clock values ('x', now(), now())");
      throw new Error("enough");
    })).rejects.toThrow("enough");
    expect((await database.pool.query("select from platform.drill_clock")).rows).toEqual([]);
  });
  test("a connection lost between two questions fails the work and nothing else", async () => {
    const lost = inTransaction(database.pool, context, async (tx) => {
      const { rows: [own] } = await tx.query<{ pid: number }>("select pg_backend_pid() as pid");
      const closed = new Promise((resolve) => { tx.once("end", resolve); });
      await database.pool.query("select pg_terminate_backend($1)", [own?.pid]);
      await closed;
      return "not kept";
    });
    await expect(lost).rejects.toThrow(/terminat|closed|connection/i);
    expect(await inTransaction(database.pool, context, async (tx) => (await tx.query("select 1 as one")).rows)).toEqual([{ one: 1 }]);
  });
  test("takes only district codes", async () => {
    await expect(inTransaction(database.pool, { districts: ["150702,150703"], actor: "x" }, async () => 1)).rejects.toThrow("no district code");
  });
});

describe("migrations", () => {
  test("run once", async () => expect(await migrate(database.ownerUrl)).toEqual([]));
  test("an edited or missing file stops the start by its name", async () => {
    const files = await collectMigrations();
    const [first, ...others] = files;
    if (first === undefined) throw new Error("there are no migrations");
    await expect(migrate(database.ownerUrl, [{ ...first, sha256: "0" }, ...others])).rejects.toThrow(`${first.name} was edited`);
    await expect(migrate(database.ownerUrl, others)).rejects.toThrow(`${first.name} ran on this database`);
  });
  test("one that fails leaves nothing of itself", async () => {
    const bad = { name: "20991231-2359-bad.sql", sql: "create table platform.half (id int); select nonsense", sha256: "1" };
    await expect(migrate(database.ownerUrl, [...await collectMigrations(), bad])).rejects.toThrow("20991231-2359-bad.sql");
    expect((await database.ownerPool.query("select to_regclass('platform.half') as found")).rows).toEqual([{ found: null }]);
  });
  test("servers that start together run each once", async () => {
    const more = [...await collectMigrations(), { name: "20991231-2359-one.sql", sql: "create table platform.one (id int)", sha256: "1" }];
    const ran = await Promise.all([1, 2, 3, 4].map(() => migrate(database.ownerUrl, more)));
    expect(ran.flat()).toEqual(["20991231-2359-one.sql"]);
  });
});

describe("the server's role", () => {
  test("may serve", async () => { await refusePowerfulRole(serverUrlOf(database.ownerUrl)); });
  test("has no password that follows from nothing", () => {
    expect(() => serverUrlOf("postgres://owner@localhost/anxin")).toThrow(ServerRoleRefused);
  });
  test.each([
    ["may create tables", "grant create on schema platform to anxin_server"],
    ["may create schemas", "do 'begin execute format(''grant create on database %I to anxin_server'', current_database()); end'"],
    ["owns tables", "create table platform.mine (id int); grant create on schema platform to anxin_server; grant anxin_server to current_user; alter table platform.mine owner to anxin_server; revoke create on schema platform from anxin_server; revoke anxin_server from current_user"],
  ])("may not serve when it %s", async (power, sql) => {
    await owner(sql);
    await expect(refusePowerfulRole(serverUrlOf(database.ownerUrl))).rejects.toThrow(new RegExp(power));
  });
  test("the owner may not", async () => { await expect(refusePowerfulRole(database.ownerUrl)).rejects.toThrow(/CREATEROLE|owns tables/); });
  test.each(["create table platform.mine (id int)", "drop table platform.migration", "alter role anxin_server superuser", "create role other", "insert into platform.migration (name, sha256) values ('x', 'y')"])("cannot %s", async (sql) => {
    await expect(database.pool.query(sql)).rejects.toMatchObject({ code: "42501" });
  });
});
