-- Made from the migrations by `npm run schema`. For reading and for diffs; never run.

create table notices.notice_version (
  district text not null,
  notice_key text not null,
  version integer not null,
  form integer not null,
  text text not null,
  text_sha256 text not null,
  settings jsonb not null,
  reading jsonb not null,
  content_sha256 text not null,
  recorded_at timestamp with time zone not null,
  constraint notice_version_content_sha256_check CHECK ((content_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint notice_version_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint notice_version_form_check CHECK ((form > 0)),
  constraint notice_version_notice_key_check CHECK ((notice_key ~ '^[a-z][a-z0-9-]*$'::text)),
  constraint notice_version_text_sha256_check CHECK ((text_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint notice_version_version_check CHECK ((version > 0)),
  constraint notice_version_pkey PRIMARY KEY (district, notice_key, version)
);

alter table notices.notice_version enable row level security;

alter table notices.notice_version force row level security;

create policy own_districts on notices.notice_version using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on notices.notice_version to anxin_server;

create table platform.drill_clock (
  pack_key text not null,
  policy_start timestamp with time zone not null,
  machine_start timestamp with time zone not null,
  constraint drill_clock_pack_key_check CHECK ((pack_key <> ''::text)),
  constraint drill_clock_pkey PRIMARY KEY (pack_key, policy_start)
);

grant insert, select on platform.drill_clock to anxin_server;

create table platform.migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

grant usage on schema notices to anxin_server;

grant usage on schema platform to anxin_server;

grant usage on schema public to public;
