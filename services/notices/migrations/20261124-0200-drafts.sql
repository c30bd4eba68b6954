-- Notices on their way to being official: what was imported, and every state an officer left it in.
create table notices.draft (
  district text not null check (district ~ '^[0-9]{6}$'),
  id uuid not null,
  notice_key text not null check (notice_key ~ '^[a-z][a-z0-9-]*$'),
  action text not null check (action in ('release', 'amend')),
  -- The version it amends.
  base_version integer check ((base_version is null) = (action = 'release')),
  -- The original as it came, when it was a file.
  file_id uuid,
  text text not null,
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  -- What the reader read, uncorrected.
  reading jsonb not null,
  state text not null check (state in ('draft', 'in-check', 'released', 'discarded')),
  revision integer not null check (revision > 0),
  created_by text not null,
  created_at timestamptz not null,
  released_version integer check ((released_version is not null) = (state = 'released')),
  primary key (district, id)
);

-- One row a change; the last one is what the draft says now. Append-only.
create table notices.draft_revision (
  district text not null,
  draft_id uuid not null,
  revision integer not null check (revision > 0),
  content jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (district, draft_id, revision),
  foreign key (district, draft_id) references notices.draft (district, id)
);

alter table notices.draft enable row level security;
alter table notices.draft force row level security;
create policy own_districts on notices.draft
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));
alter table notices.draft_revision enable row level security;
alter table notices.draft_revision force row level security;
create policy own_districts on notices.draft_revision
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

grant select, insert, update (state, revision, released_version) on notices.draft to anxin_server;
grant select, insert on notices.draft_revision to anxin_server;
