-- Rules on their way to being official. What was released is in release.version: its signed bytes are the rule.
create schema rules;

create table rules.draft (
  district text not null check (district ~ '^[0-9]{6}$'),
  id uuid not null,
  rule_key text not null check (rule_key ~ '^[a-z][a-z0-9-]*$'),
  -- The version it follows; null for the district's first.
  base_version integer check (base_version > 0),
  state text not null check (state in ('draft', 'in-check', 'released', 'discarded')),
  revision integer not null check (revision > 0),
  created_by text not null,
  created_at timestamptz not null,
  handed_in_by text,
  released_version integer check ((released_version is not null) = (state = 'released')),
  primary key (district, id)
);

-- One row a change; the last one is what the draft says now. Append-only.
create table rules.draft_revision (
  district text not null,
  draft_id uuid not null,
  revision integer not null check (revision > 0),
  content jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (district, draft_id, revision),
  foreign key (district, draft_id) references rules.draft (district, id)
);

-- Why a releaser sent a draft back. Append-only.
create table rules.draft_return (
  district text not null,
  draft_id uuid not null,
  number integer not null check (number > 0),
  -- The state of the draft that was looked at.
  revision integer not null check (revision > 0),
  reason text not null check (reason <> ''),
  returned_by text not null,
  returned_at timestamptz not null,
  primary key (district, draft_id, number),
  foreign key (district, draft_id) references rules.draft (district, id)
);

alter table rules.draft enable row level security;
alter table rules.draft force row level security;
create policy own_districts on rules.draft
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));
alter table rules.draft_revision enable row level security;
alter table rules.draft_revision force row level security;
create policy own_districts on rules.draft_revision
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));
alter table rules.draft_return enable row level security;
alter table rules.draft_return force row level security;
create policy own_districts on rules.draft_return
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

grant usage on schema rules to anxin_server;
grant select, insert, update (state, revision, released_version, handed_in_by) on rules.draft to anxin_server;
grant select, insert on rules.draft_revision, rules.draft_return to anxin_server;
