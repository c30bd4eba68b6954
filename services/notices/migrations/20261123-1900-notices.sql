-- Every version of every notice the city has served, as it was released: never changed, never deleted.
create schema notices;

create table notices.notice_version (
  -- Six-digit code of the city itself.
  district text not null check (district ~ '^[0-9]{6}$'),
  notice_key text not null check (notice_key ~ '^[a-z][a-z0-9-]*$'),
  version integer not null check (version > 0),
  -- The form `settings` and `reading` are written in; a server serves only the form it knows.
  form integer not null check (form > 0),
  text text not null,
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  settings jsonb not null,
  reading jsonb not null,
  -- Over form, text, settings and reading; taken again whenever the row is read.
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  primary key (district, notice_key, version)
);

alter table notices.notice_version enable row level security;
alter table notices.notice_version force row level security;
create policy own_districts on notices.notice_version
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

grant usage on schema notices to anxin_server;
grant select, insert on notices.notice_version to anxin_server;
