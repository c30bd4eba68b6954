-- Who released what, and its signature. Append-only: a release is ended by another one (amended, withdrawn), never taken back.
create schema release;

create table release.version (
  district text not null check (district ~ '^[0-9]{6}$'),
  kind text not null check (kind ~ '^[a-z-]+$'),
  key text not null check (key ~ '^[a-z][a-z0-9-]*$'),
  version integer not null check (version > 0),
  action text not null check (action in ('release', 'amend', 'withdraw')),
  -- SHA-256 of the released content in canonical form (RFC 8785), and the signature over those same bytes.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  key_id text not null,
  signature text not null,
  drill boolean not null,
  -- People's ids; `pack` when the version came with the installation's pack. Two different people otherwise.
  checked_by text not null,
  released_by text not null check (released_by = 'pack' or released_by <> checked_by),
  released_at timestamptz not null,
  policy_at timestamptz not null,
  -- Edits the officers made to what the reader read: how good the reading was.
  edit_count integer not null check (edit_count >= 0),
  note text not null,
  primary key (district, kind, key, version)
);

-- The answer to a command that was carried out, so that asking again does nothing again.
create table release.command (
  district text not null check (district ~ '^[0-9]{6}$'),
  command_key text not null check (length(command_key) between 8 and 100),
  outcome jsonb not null,
  done_at timestamptz not null,
  primary key (district, command_key)
);

alter table release.version enable row level security;
alter table release.version force row level security;
create policy own_districts on release.version
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));
alter table release.command enable row level security;
alter table release.command force row level security;
create policy own_districts on release.command
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

grant usage on schema release to anxin_server;
grant select, insert on release.version, release.command to anxin_server;
