-- Who did and read what: one chain a district, each entry holding the hash of the one before. Nobody may change or delete; not even
-- the owner can without it being found, because the hashes are also in signed roots and outside the database.
create schema audit;

create table audit.entry (
  district text not null check (district ~ '^[0-9]{6}$'),
  seq bigint not null check (seq > 0),
  -- Machine time and policy time (a drill's).
  at timestamptz not null,
  policy_at timestamptz not null,
  -- A person's id, or `server`, `cli`. Never a name.
  actor text not null check (actor <> ''),
  action text not null check (action ~ '^[a-z][a-z-]*\.[a-z][a-z-]*$'),
  -- What it was done to: kind and id.
  object text not null check (object <> ''),
  -- Ids, counts and names of fields; nothing personal.
  details jsonb not null,
  prev_hash text not null check (prev_hash ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (district, seq)
);
create index entry_by_object on audit.entry (district, object, seq);

create table audit.daily_root (
  -- The city's own code.
  district text not null check (district ~ '^[0-9]{6}$'),
  day date not null,
  -- The head of every district's chain at the end of that day, as canonical JSON (RFC 8785), and its signature.
  heads text not null,
  key_id text not null,
  signature text not null,
  made_at timestamptz not null,
  primary key (district, day)
);

alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy own_districts on audit.entry
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));
alter table audit.daily_root enable row level security;
alter table audit.daily_root force row level security;
create policy own_districts on audit.daily_root
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

grant usage on schema audit to anxin_server;
grant select, insert on audit.entry, audit.daily_root to anxin_server;
