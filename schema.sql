-- Made from the migrations by `npm run schema`. For reading and for diffs; never run.

create table audit.chain (
  district text not null,
  constraint chain_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint chain_pkey PRIMARY KEY (district)
);

grant insert, select on audit.chain to anxin_server;

create table audit.daily_root (
  district text not null,
  day date not null,
  heads text not null,
  key_id text not null,
  signature text not null,
  made_at timestamp with time zone not null,
  constraint daily_root_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint daily_root_pkey PRIMARY KEY (district, day)
);

alter table audit.daily_root enable row level security;

alter table audit.daily_root force row level security;

create policy own_districts on audit.daily_root using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on audit.daily_root to anxin_server;

create table audit.entry (
  district text not null,
  seq bigint not null,
  at timestamp with time zone not null,
  policy_at timestamp with time zone not null,
  actor text not null,
  action text not null,
  object text not null,
  details jsonb not null,
  prev_hash text not null,
  hash text not null,
  constraint entry_action_check CHECK ((action ~ '^[a-z][a-z-]*\.[a-z][a-z-]*$'::text)),
  constraint entry_actor_check CHECK ((actor <> ''::text)),
  constraint entry_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint entry_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint entry_object_check CHECK ((object <> ''::text)),
  constraint entry_prev_hash_check CHECK ((prev_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint entry_seq_check CHECK ((seq > 0)),
  constraint entry_pkey PRIMARY KEY (district, seq)
);

CREATE INDEX entry_by_object ON audit.entry USING btree (district, object, seq);

alter table audit.entry enable row level security;

alter table audit.entry force row level security;

create policy own_districts on audit.entry using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on audit.entry to anxin_server;

create table cases.answer (
  district text not null,
  case_id uuid not null,
  answers jsonb not null,
  constraint answer_answers_check CHECK ((jsonb_typeof(answers) = 'object'::text)),
  constraint answer_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint answer_district_case_id_fkey FOREIGN KEY (district, case_id) REFERENCES cases."case"(district, id),
  constraint answer_pkey PRIMARY KEY (district, case_id)
);

alter table cases.answer enable row level security;

alter table cases.answer force row level security;

create policy own_districts on cases.answer using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant delete, insert, select on cases.answer to anxin_server;

grant update (answers) on cases.answer to anxin_server;

create table cases.case (
  district text not null,
  id uuid not null,
  number text not null,
  type text not null,
  type_sha256 text not null,
  notice text not null,
  clause text not null,
  title text not null,
  state text not null,
  since timestamp with time zone not null,
  revision integer not null,
  assignee text,
  due_at timestamp with time zone,
  warn_at timestamp with time zone,
  soon_at timestamp with time zone,
  clock_at timestamp with time zone,
  escalated boolean not null,
  waiting boolean not null,
  open boolean not null,
  via text not null,
  proxy boolean not null,
  nudges integer not null,
  satisfied boolean,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  erase_at timestamp with time zone,
  erased_at timestamp with time zone,
  merged_district text,
  merged_number text,
  handed_district text,
  handed_number text,
  from_district text,
  from_number text,
  source text,
  drill boolean not null,
  constraint case_check CHECK (((merged_district IS NULL) = (merged_number IS NULL))),
  constraint case_check1 CHECK (((handed_district IS NULL) = (handed_number IS NULL))),
  constraint case_check2 CHECK (((from_district IS NULL) = (from_number IS NULL))),
  constraint case_check3 CHECK ((open = (closed_at IS NULL))),
  constraint case_check4 CHECK (((NOT open) OR ((merged_number IS NULL) AND (handed_number IS NULL)))),
  constraint case_check5 CHECK (((NOT open) OR (due_at IS NOT NULL))),
  constraint case_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint case_nudges_check CHECK ((nudges >= 0)),
  constraint case_number_check CHECK ((number ~ '^[0-9]{4}-[0-9]{5,7}$'::text)),
  constraint case_revision_check CHECK ((revision > 0)),
  constraint case_title_check CHECK (((length(title) >= 1) AND (length(title) <= 500))),
  constraint case_type_sha256_check CHECK ((type_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint case_via_check CHECK ((via = ANY (ARRAY['portal'::text, 'telephone'::text, 'counter'::text, 'paper'::text, 'officer'::text, 'record'::text]))),
  constraint case_pkey PRIMARY KEY (district, id),
  constraint case_district_number_key UNIQUE (district, number)
);

CREATE INDEX case_clock ON cases."case" USING btree (district, clock_at) WHERE (clock_at IS NOT NULL);

CREATE INDEX case_closed ON cases."case" USING btree (district, closed_at DESC, id DESC) WHERE ((NOT open) AND (handed_number IS NULL));

CREATE INDEX case_due ON cases."case" USING btree (district, waiting, due_at, id) WHERE open;

CREATE INDEX case_due_of_type ON cases."case" USING btree (district, type, waiting, due_at, id) WHERE open;

CREATE INDEX case_erase ON cases."case" USING btree (district, erase_at) WHERE ((erase_at IS NOT NULL) AND (erased_at IS NULL));

CREATE INDEX case_in_hand ON cases."case" USING btree (district, assignee, waiting, due_at, id) WHERE (open AND (assignee IS NOT NULL));

CREATE INDEX case_merged ON cases."case" USING btree (district, merged_district, merged_number) WHERE (merged_number IS NOT NULL);

CREATE INDEX case_soon ON cases."case" USING btree (district, soon_at) WHERE (open AND (NOT waiting));

CREATE UNIQUE INDEX case_of_source ON cases."case" USING btree (district, type, source) WHERE (source IS NOT NULL);

alter table cases.case enable row level security;

alter table cases.case force row level security;

create policy own_districts on cases."case" using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on cases."case" to anxin_server;

grant update (title, state, since, revision, assignee, due_at, warn_at, soon_at, clock_at, escalated, waiting, open, nudges, satisfied, closed_at, erase_at, erased_at, merged_district, merged_number, handed_district, handed_number) on cases."case" to anxin_server;

create table cases.contact (
  district text not null,
  case_id uuid not null,
  name text,
  telephone text,
  for_whom text,
  constraint contact_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint contact_for_whom_check CHECK (((length(for_whom) >= 1) AND (length(for_whom) <= 60))),
  constraint contact_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint contact_telephone_check CHECK (((length(telephone) >= 1) AND (length(telephone) <= 30))),
  constraint contact_district_case_id_fkey FOREIGN KEY (district, case_id) REFERENCES cases."case"(district, id),
  constraint contact_pkey PRIMARY KEY (district, case_id)
);

alter table cases.contact enable row level security;

alter table cases.contact force row level security;

create policy own_districts on cases.contact using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant delete, insert, select on cases.contact to anxin_server;

create table cases.event (
  district text not null,
  case_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  actor text not null,
  person text,
  reach text,
  kind text not null,
  facts jsonb not null,
  constraint event_actor_check CHECK ((actor = ANY (ARRAY['applicant'::text, 'officer'::text, 'clock'::text]))),
  constraint event_check CHECK (((actor = 'officer'::text) = ((person IS NOT NULL) AND (reach IS NOT NULL)))),
  constraint event_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint event_facts_check CHECK ((jsonb_typeof(facts) = 'object'::text)),
  constraint event_reach_check CHECK ((reach = ANY (ARRAY['city'::text, 'district'::text]))),
  constraint event_seq_check CHECK ((seq > 0)),
  constraint event_district_case_id_fkey FOREIGN KEY (district, case_id) REFERENCES cases."case"(district, id),
  constraint event_pkey PRIMARY KEY (district, case_id, seq)
);

alter table cases.event enable row level security;

alter table cases.event force row level security;

create policy own_districts on cases.event using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on cases.event to anxin_server;

create table cases.file (
  district text not null,
  case_id uuid not null,
  file_id uuid not null,
  file_district text not null,
  seq integer not null,
  name text not null,
  media_type text not null,
  constraint file_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint file_file_district_check CHECK ((file_district ~ '^[0-9]{6}$'::text)),
  constraint file_district_case_id_seq_fkey FOREIGN KEY (district, case_id, seq) REFERENCES cases.event(district, case_id, seq),
  constraint file_pkey PRIMARY KEY (district, case_id, file_id)
);

alter table cases.file enable row level security;

alter table cases.file force row level security;

create policy own_districts on cases.file using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant delete, insert, select on cases.file to anxin_server;

create table cases.said (
  district text not null,
  case_id uuid not null,
  seq integer not null,
  words text,
  answers jsonb not null,
  constraint said_answers_check CHECK ((jsonb_typeof(answers) = 'object'::text)),
  constraint said_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint said_words_check CHECK (((length(words) >= 1) AND (length(words) <= 5000))),
  constraint said_district_case_id_seq_fkey FOREIGN KEY (district, case_id, seq) REFERENCES cases.event(district, case_id, seq),
  constraint said_pkey PRIMARY KEY (district, case_id, seq)
);

alter table cases.said enable row level security;

alter table cases.said force row level security;

create policy own_districts on cases.said using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant delete, insert, select on cases.said to anxin_server;

grant update (words, answers) on cases.said to anxin_server;

create table cases.type_version (
  district text not null,
  key text not null,
  sha256 text not null,
  content jsonb not null,
  first_seen_at timestamp with time zone not null,
  constraint type_version_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint type_version_key_check CHECK ((key <> ''::text)),
  constraint type_version_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint type_version_pkey PRIMARY KEY (district, key, sha256)
);

alter table cases.type_version enable row level security;

alter table cases.type_version force row level security;

create policy own_districts on cases.type_version using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on cases.type_version to anxin_server;

create table files.chunk (
  district text not null,
  file_id uuid not null,
  number integer not null,
  bytes bytea not null,
  constraint chunk_bytes_check CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 262144))),
  constraint chunk_number_check CHECK ((number >= 0)),
  constraint chunk_district_file_id_fkey FOREIGN KEY (district, file_id) REFERENCES files.file(district, id) ON DELETE CASCADE,
  constraint chunk_pkey PRIMARY KEY (district, file_id, number)
);

alter table files.chunk enable row level security;

alter table files.chunk force row level security;

create policy own_districts on files.chunk using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on files.chunk to anxin_server;

create table files.file (
  district text not null,
  id uuid not null,
  sha256 text not null,
  byte_length integer not null,
  media_type text not null,
  name text not null,
  place text not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  removable boolean not null default false,
  constraint file_byte_length_check CHECK ((byte_length > 0)),
  constraint file_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint file_place_check CHECK ((place = ANY (ARRAY['database'::text, 'bucket'::text]))),
  constraint file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint file_pkey PRIMARY KEY (district, id)
);

alter table files.file enable row level security;

alter table files.file force row level security;

create policy own_districts on files.file using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

create policy removable_alone on files.file as restrictive for delete using ((district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) AND removable);

grant delete, insert, select on files.file to anxin_server;

create table identity.body (
  district text not null,
  id uuid not null,
  name_zh text not null,
  name_en text not null,
  created_at timestamp with time zone not null,
  constraint body_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint body_name_en_check CHECK (((length(name_en) >= 1) AND (length(name_en) <= 200))),
  constraint body_name_zh_check CHECK (((length(name_zh) >= 1) AND (length(name_zh) <= 100))),
  constraint body_pkey PRIMARY KEY (district, id)
);

alter table identity.body enable row level security;

alter table identity.body force row level security;

create policy own_districts on identity.body using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on identity.body to anxin_server;

grant update (name_zh, name_en) on identity.body to anxin_server;

create table identity.external_identity (
  district text not null,
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  created_at timestamp with time zone not null,
  constraint external_identity_district_person_id_fkey FOREIGN KEY (district, person_id) REFERENCES identity.person(district, id),
  constraint external_identity_pkey PRIMARY KEY (district, issuer, subject)
);

alter table identity.external_identity enable row level security;

alter table identity.external_identity force row level security;

create policy own_districts on identity.external_identity using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant delete, insert, select on identity.external_identity to anxin_server;

create table identity.person (
  district text not null,
  id uuid not null,
  login text not null,
  name text not null,
  password_hash text,
  must_change_password boolean not null default false,
  totp_secret bytea,
  totp_step bigint,
  active boolean not null default true,
  demo boolean not null default false,
  created_at timestamp with time zone not null,
  totp_offer bytea,
  totp_offered_at timestamp with time zone,
  constraint person_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint person_login_check CHECK ((login ~ '^[a-z0-9][a-z0-9.-]{1,38}[a-z0-9]$'::text)),
  constraint person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint person_pkey PRIMARY KEY (district, id),
  constraint person_district_login_key UNIQUE (district, login)
);

alter table identity.person enable row level security;

alter table identity.person force row level security;

create policy own_districts on identity.person using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on identity.person to anxin_server;

grant update (name, password_hash, must_change_password, totp_secret, totp_step, active, totp_offer, totp_offered_at) on identity.person to anxin_server;

create table identity.post (
  district text not null,
  id uuid not null,
  body_id uuid not null,
  person_district text not null,
  person_id uuid not null,
  role text not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint post_role_check CHECK ((role ~ '^[a-z]+$'::text)),
  constraint post_district_body_id_fkey FOREIGN KEY (district, body_id) REFERENCES identity.body(district, id),
  constraint post_pkey PRIMARY KEY (district, id)
);

CREATE INDEX post_by_person ON identity.post USING btree (district, person_id);

alter table identity.post enable row level security;

alter table identity.post force row level security;

create policy own_districts on identity.post using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on identity.post to anxin_server;

grant update (ended_at) on identity.post to anxin_server;

create table identity.session (
  district text not null,
  token_hash text not null,
  person_id uuid not null,
  csrf_token text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  opened_by text not null default 'password'::text,
  constraint session_opened_by_check CHECK ((opened_by = ANY (ARRAY['password'::text, 'provider'::text]))),
  constraint session_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint session_district_person_id_fkey FOREIGN KEY (district, person_id) REFERENCES identity.person(district, id),
  constraint session_pkey PRIMARY KEY (district, token_hash)
);

alter table identity.session enable row level security;

alter table identity.session force row level security;

create policy own_districts on identity.session using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on identity.session to anxin_server;

grant update (seen_at, ended_at) on identity.session to anxin_server;

create table identity.sign_in_try (
  district text not null,
  login_key text not null,
  tries_left integer not null,
  locked_until timestamp with time zone,
  tried_at timestamp with time zone not null,
  constraint sign_in_try_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint sign_in_try_login_key_check CHECK ((login_key ~ '^[0-9a-f]{64}$'::text)),
  constraint sign_in_try_tries_left_check CHECK ((tries_left >= 0)),
  constraint sign_in_try_pkey PRIMARY KEY (district, login_key)
);

CREATE INDEX sign_in_try_by_age ON identity.sign_in_try USING btree (district, tried_at);

alter table identity.sign_in_try enable row level security;

alter table identity.sign_in_try force row level security;

create policy own_districts on identity.sign_in_try using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant delete, insert, select, update on identity.sign_in_try to anxin_server;

create table keys.retired_key (
  district text not null,
  key_id text not null,
  retired_at timestamp with time zone not null,
  constraint retired_key_district_key_id_fkey FOREIGN KEY (district, key_id) REFERENCES keys.signing_key(district, key_id),
  constraint retired_key_pkey PRIMARY KEY (district, key_id)
);

alter table keys.retired_key enable row level security;

alter table keys.retired_key force row level security;

create policy own_districts on keys.retired_key using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on keys.retired_key to anxin_server;

create table keys.signing_key (
  district text not null,
  key_id text not null,
  purpose text not null,
  public_jwk jsonb not null,
  private_key bytea not null,
  created_at timestamp with time zone not null,
  constraint signing_key_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint signing_key_key_id_check CHECK ((key_id ~ '^[A-Za-z0-9_-]{43}$'::text)),
  constraint signing_key_purpose_check CHECK ((purpose ~ '^(drill-)?[a-z]+$'::text)),
  constraint signing_key_pkey PRIMARY KEY (district, key_id)
);

alter table keys.signing_key enable row level security;

alter table keys.signing_key force row level security;

create policy own_districts on keys.signing_key using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on keys.signing_key to anxin_server;

create table notices.draft (
  district text not null,
  id uuid not null,
  notice_key text not null,
  action text not null,
  base_version integer,
  file_id uuid,
  text text not null,
  text_sha256 text not null,
  reading jsonb not null,
  state text not null,
  revision integer not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  released_version integer,
  handed_in_by text,
  constraint draft_action_check CHECK ((action = ANY (ARRAY['release'::text, 'amend'::text, 'withdraw'::text]))),
  constraint draft_check CHECK (((base_version IS NULL) = (action = 'release'::text))),
  constraint draft_check1 CHECK (((released_version IS NOT NULL) = (state = 'released'::text))),
  constraint draft_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint draft_notice_key_check CHECK ((notice_key ~ '^[a-z][a-z0-9-]*$'::text)),
  constraint draft_revision_check CHECK ((revision > 0)),
  constraint draft_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in-check'::text, 'released'::text, 'discarded'::text]))),
  constraint draft_text_sha256_check CHECK ((text_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint draft_pkey PRIMARY KEY (district, id)
);

alter table notices.draft enable row level security;

alter table notices.draft force row level security;

create policy own_districts on notices.draft using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on notices.draft to anxin_server;

grant update (state, revision, released_version, handed_in_by) on notices.draft to anxin_server;

create table notices.draft_return (
  district text not null,
  draft_id uuid not null,
  number integer not null,
  revision integer not null,
  reason text not null,
  returned_by text not null,
  returned_at timestamp with time zone not null,
  constraint draft_return_number_check CHECK ((number > 0)),
  constraint draft_return_reason_check CHECK ((reason <> ''::text)),
  constraint draft_return_revision_check CHECK ((revision > 0)),
  constraint draft_return_district_draft_id_fkey FOREIGN KEY (district, draft_id) REFERENCES notices.draft(district, id),
  constraint draft_return_pkey PRIMARY KEY (district, draft_id, number)
);

alter table notices.draft_return enable row level security;

alter table notices.draft_return force row level security;

create policy own_districts on notices.draft_return using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on notices.draft_return to anxin_server;

create table notices.draft_revision (
  district text not null,
  draft_id uuid not null,
  revision integer not null,
  content jsonb not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  constraint draft_revision_revision_check CHECK ((revision > 0)),
  constraint draft_revision_district_draft_id_fkey FOREIGN KEY (district, draft_id) REFERENCES notices.draft(district, id),
  constraint draft_revision_pkey PRIMARY KEY (district, draft_id, revision)
);

alter table notices.draft_revision enable row level security;

alter table notices.draft_revision force row level security;

create policy own_districts on notices.draft_revision using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on notices.draft_revision to anxin_server;

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
  input_sha256 text,
  constraint notice_version_content_sha256_check CHECK ((content_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint notice_version_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint notice_version_form_check CHECK ((form > 0)),
  constraint notice_version_input_sha256_check CHECK ((input_sha256 ~ '^[0-9a-f]{64}$'::text)),
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

create table registers.element (
  district text not null,
  element text not null,
  unit text not null,
  period text not null,
  register text not null,
  record_id uuid not null,
  records integer not null,
  constraint element_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint element_element_check CHECK ((element <> ''::text)),
  constraint element_records_check CHECK ((records >= 0)),
  constraint element_pkey PRIMARY KEY (district, element, unit, period)
);

alter table registers.element enable row level security;

alter table registers.element force row level security;

create policy own_districts on registers.element using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant delete, insert, select, update on registers.element to anxin_server;

create table registers.flag (
  district text not null,
  register text not null,
  flag text not null,
  sort_text text not null,
  id uuid not null,
  drill boolean not null default false,
  constraint flag_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint flag_flag_check CHECK ((flag <> ''::text)),
  constraint flag_district_register_id_fkey FOREIGN KEY (district, register, id) REFERENCES registers.record(district, register, id),
  constraint flag_pkey PRIMARY KEY (district, register, flag, drill, sort_text, id)
);

CREATE INDEX flag_of_record ON registers.flag USING btree (district, register, id);

alter table registers.flag enable row level security;

alter table registers.flag force row level security;

create policy own_districts on registers.flag using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant delete, insert, select on registers.flag to anxin_server;

create table registers.import (
  district text not null,
  id uuid not null,
  register text not null,
  sha256 text not null,
  added integer not null,
  changed integer not null,
  left_out integer not null,
  imported_by text not null,
  imported_at timestamp with time zone not null,
  constraint import_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint import_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint import_pkey PRIMARY KEY (district, id)
);

alter table registers.import enable row level security;

alter table registers.import force row level security;

create policy own_districts on registers.import using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on registers.import to anxin_server;

create table registers.kept_type (
  district text not null,
  register text not null,
  retention_days integer not null,
  period_field text,
  constraint kept_type_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint kept_type_register_check CHECK ((register <> ''::text)),
  constraint kept_type_retention_days_check CHECK ((retention_days > 0)),
  constraint kept_type_pkey PRIMARY KEY (district, register)
);

alter table registers.kept_type enable row level security;

alter table registers.kept_type force row level security;

create policy own_districts on registers.kept_type using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select, update on registers.kept_type to anxin_server;

create table registers.name_terms (
  district text not null,
  register text not null,
  id uuid not null,
  terms text[] not null,
  constraint name_terms_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint name_terms_district_register_id_fkey FOREIGN KEY (district, register, id) REFERENCES registers.record(district, register, id),
  constraint name_terms_pkey PRIMARY KEY (district, register, id)
);

CREATE INDEX name_terms_by_term ON registers.name_terms USING gin (terms);

grant delete, insert on registers.name_terms to anxin_server;

grant select (district, register, id) on registers.name_terms to anxin_server;

create table registers.personal (
  district text not null,
  register text not null,
  id uuid not null,
  values jsonb not null,
  digest text,
  constraint personal_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint personal_values_check CHECK ((jsonb_typeof("values") = 'object'::text)),
  constraint personal_district_register_id_fkey FOREIGN KEY (district, register, id) REFERENCES registers.record(district, register, id),
  constraint personal_pkey PRIMARY KEY (district, register, id)
);

CREATE INDEX personal_digest ON registers.personal USING btree (district, register, digest, id) WHERE (digest IS NOT NULL);

alter table registers.personal enable row level security;

alter table registers.personal force row level security;

create policy own_districts on registers.personal using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant delete, insert, select, update on registers.personal to anxin_server;

create table registers.record (
  district text not null,
  register text not null,
  id uuid not null,
  number integer not null,
  key_text text not null,
  sort_text text not null,
  values jsonb not null,
  flags text[] not null,
  flags_turn_on date,
  stale_from timestamp with time zone,
  confirmed_at timestamp with time zone not null,
  confirmed_by text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  removed_at timestamp with time zone,
  drill boolean not null,
  constraint record_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint record_key_text_check CHECK ((key_text <> ''::text)),
  constraint record_number_check CHECK ((number > 0)),
  constraint record_register_check CHECK ((register <> ''::text)),
  constraint record_values_check CHECK ((jsonb_typeof("values") = 'object'::text)),
  constraint record_pkey PRIMARY KEY (district, register, id)
);

CREATE INDEX record_by_name ON registers.record USING btree (district, register, sort_text, id) INCLUDE (drill) WHERE (removed_at IS NULL);

CREATE INDEX record_by_time ON registers.record USING btree (district, register, recorded_at DESC, id DESC) INCLUDE (drill) WHERE (removed_at IS NULL);

CREATE INDEX record_flags_turn ON registers.record USING btree (district, register, flags_turn_on) WHERE ((removed_at IS NULL) AND (flags_turn_on IS NOT NULL));

CREATE INDEX record_stale ON registers.record USING btree (district, register, stale_from, id) INCLUDE (drill) WHERE ((removed_at IS NULL) AND (stale_from IS NOT NULL));

CREATE UNIQUE INDEX record_key ON registers.record USING btree (district, register, key_text) WHERE (removed_at IS NULL);

alter table registers.record enable row level security;

alter table registers.record force row level security;

create policy own_districts on registers.record using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select, update on registers.record to anxin_server;

create table registers.tally (
  district text not null,
  register text not null,
  records integer not null default 0,
  changes bigint not null default 0,
  drill_records integer not null default 0,
  constraint tally_check CHECK (((drill_records >= 0) AND (drill_records <= records))),
  constraint tally_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint tally_records_check CHECK ((records >= 0)),
  constraint tally_register_check CHECK ((register <> ''::text)),
  constraint tally_pkey PRIMARY KEY (district, register)
);

alter table registers.tally enable row level security;

alter table registers.tally force row level security;

create policy own_districts on registers.tally using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select, update on registers.tally to anxin_server;

create table registers.version (
  district text not null,
  register text not null,
  id uuid not null,
  number integer not null,
  how text not null,
  sort_text text not null,
  values jsonb not null,
  personal_changed text[] not null,
  reason text,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  until timestamp with time zone,
  constraint version_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint version_how_check CHECK ((how = ANY (ARRAY['form'::text, 'import'::text, 'bulk'::text, 'confirmed'::text, 'removed'::text]))),
  constraint version_number_check CHECK ((number > 0)),
  constraint version_values_check CHECK ((jsonb_typeof("values") = 'object'::text)),
  constraint version_district_register_id_fkey FOREIGN KEY (district, register, id) REFERENCES registers.record(district, register, id),
  constraint version_pkey PRIMARY KEY (district, register, id, number)
);

CREATE INDEX version_by_name ON registers.version USING btree (district, register, sort_text, id, number);

alter table registers.version enable row level security;

alter table registers.version force row level security;

create policy own_districts on registers.version using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on registers.version to anxin_server;

grant update (reason, until) on registers.version to anxin_server;

create table release.command (
  district text not null,
  command_key text not null,
  outcome jsonb not null,
  done_at timestamp with time zone not null,
  action text not null default ''::text,
  object text not null default ''::text,
  person text not null default ''::text,
  body_sha256 text not null default ''::text,
  constraint command_body_sha256_check CHECK ((body_sha256 ~ '^([0-9a-f]{64})?$'::text)),
  constraint command_command_key_check CHECK (((length(command_key) >= 8) AND (length(command_key) <= 100))),
  constraint command_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint command_pkey PRIMARY KEY (district, command_key)
);

alter table release.command enable row level security;

alter table release.command force row level security;

create policy own_districts on release.command using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on release.command to anxin_server;

create table release.version (
  district text not null,
  kind text not null,
  key text not null,
  version integer not null,
  action text not null,
  sha256 text not null,
  key_id text not null,
  signature text not null,
  drill boolean not null,
  checked_by text not null,
  released_by text not null,
  released_at timestamp with time zone not null,
  policy_at timestamp with time zone not null,
  edit_count integer not null,
  note text not null,
  content bytea,
  constraint version_action_check CHECK ((action = ANY (ARRAY['release'::text, 'amend'::text, 'withdraw'::text]))),
  constraint version_check CHECK (((released_by = 'pack'::text) OR (released_by <> checked_by))),
  constraint version_check1 CHECK (((content IS NULL) OR (encode(sha256(content), 'hex'::text) = sha256))),
  constraint version_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint version_edit_count_check CHECK ((edit_count >= 0)),
  constraint version_key_check CHECK ((key ~ '^[a-z][a-z0-9-]*$'::text)),
  constraint version_kind_check CHECK ((kind ~ '^[a-z-]+$'::text)),
  constraint version_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint version_version_check CHECK ((version > 0)),
  constraint version_pkey PRIMARY KEY (district, kind, key, version)
);

alter table release.version enable row level security;

alter table release.version force row level security;

create policy own_districts on release.version using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on release.version to anxin_server;

create table rules.draft (
  district text not null,
  id uuid not null,
  rule_key text not null,
  base_version integer,
  state text not null,
  revision integer not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  handed_in_by text,
  released_version integer,
  constraint draft_base_version_check CHECK ((base_version > 0)),
  constraint draft_check CHECK (((released_version IS NOT NULL) = (state = 'released'::text))),
  constraint draft_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint draft_revision_check CHECK ((revision > 0)),
  constraint draft_rule_key_check CHECK ((rule_key ~ '^[a-z][a-z0-9-]*$'::text)),
  constraint draft_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in-check'::text, 'released'::text, 'discarded'::text]))),
  constraint draft_pkey PRIMARY KEY (district, id)
);

alter table rules.draft enable row level security;

alter table rules.draft force row level security;

create policy own_districts on rules.draft using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on rules.draft to anxin_server;

grant update (state, revision, handed_in_by, released_version) on rules.draft to anxin_server;

create table rules.draft_return (
  district text not null,
  draft_id uuid not null,
  number integer not null,
  revision integer not null,
  reason text not null,
  returned_by text not null,
  returned_at timestamp with time zone not null,
  constraint draft_return_number_check CHECK ((number > 0)),
  constraint draft_return_reason_check CHECK ((reason <> ''::text)),
  constraint draft_return_revision_check CHECK ((revision > 0)),
  constraint draft_return_district_draft_id_fkey FOREIGN KEY (district, draft_id) REFERENCES rules.draft(district, id),
  constraint draft_return_pkey PRIMARY KEY (district, draft_id, number)
);

alter table rules.draft_return enable row level security;

alter table rules.draft_return force row level security;

create policy own_districts on rules.draft_return using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on rules.draft_return to anxin_server;

create table rules.draft_revision (
  district text not null,
  draft_id uuid not null,
  revision integer not null,
  content jsonb not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  constraint draft_revision_revision_check CHECK ((revision > 0)),
  constraint draft_revision_district_draft_id_fkey FOREIGN KEY (district, draft_id) REFERENCES rules.draft(district, id),
  constraint draft_revision_pkey PRIMARY KEY (district, draft_id, revision)
);

alter table rules.draft_revision enable row level security;

alter table rules.draft_revision force row level security;

create policy own_districts on rules.draft_revision using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on rules.draft_revision to anxin_server;

create table search.document (
  district text not null,
  source text not null,
  id text not null,
  edition text not null,
  title_zh text not null,
  title_en text not null,
  body_zh text not null,
  body_en text not null,
  terms tsvector not null,
  piece integer not null default 0,
  constraint document_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint document_piece_check CHECK ((piece >= 0)),
  constraint document_pkey PRIMARY KEY (district, source, id, piece)
);

CREATE INDEX document_terms ON search.document USING gin (terms) WITH (fastupdate=off);

grant delete, insert, select on search.document to anxin_server;

create table staying.headcount (
  district text not null,
  number integer not null,
  body_key text not null,
  body text not null,
  kind text not null,
  day date not null,
  total integer not null,
  staying integer not null,
  leaving integer not null,
  reasons jsonb not null,
  drill boolean not null,
  filed_by text not null,
  filed_at timestamp with time zone not null,
  constraint headcount_body_check CHECK (((length(body) >= 1) AND (length(body) <= 80))),
  constraint headcount_body_key_check CHECK ((body_key <> ''::text)),
  constraint headcount_check CHECK (((staying + leaving) <= total)),
  constraint headcount_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint headcount_kind_check CHECK ((kind <> ''::text)),
  constraint headcount_leaving_check CHECK ((leaving >= 0)),
  constraint headcount_number_check CHECK ((number > 0)),
  constraint headcount_reasons_check CHECK ((jsonb_typeof(reasons) = 'object'::text)),
  constraint headcount_staying_check CHECK ((staying >= 0)),
  constraint headcount_total_check CHECK ((total >= 0)),
  constraint headcount_pkey PRIMARY KEY (district, number)
);

CREATE INDEX headcount_of_body ON staying.headcount USING btree (district, body_key, day DESC, number DESC);

alter table staying.headcount enable row level security;

alter table staying.headcount force row level security;

create policy own_districts on staying.headcount using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on staying.headcount to anxin_server;

create table travel.risk_area (
  district text not null,
  id uuid not null default gen_random_uuid(),
  layer text not null,
  place_key text not null,
  division text,
  written jsonb not null,
  below jsonb not null,
  level text not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone,
  stated_in integer not null,
  recorded_in integer not null,
  superseded_in integer,
  constraint risk_area_check CHECK ((valid_to > valid_from)),
  constraint risk_area_check1 CHECK ((superseded_in > recorded_in)),
  constraint risk_area_layer_check CHECK ((layer = ANY (ARRAY['national'::text, 'city'::text]))),
  constraint risk_area_level_check CHECK ((level = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text]))),
  constraint risk_area_district_recorded_in_fkey FOREIGN KEY (district, recorded_in) REFERENCES travel.risk_statement(district, number),
  constraint risk_area_district_stated_in_fkey FOREIGN KEY (district, stated_in) REFERENCES travel.risk_statement(district, number),
  constraint risk_area_district_superseded_in_fkey FOREIGN KEY (district, superseded_in) REFERENCES travel.risk_statement(district, number),
  constraint risk_area_pkey PRIMARY KEY (district, id)
);

CREATE INDEX risk_area_known ON travel.risk_area USING btree (district, layer, place_key) WHERE (superseded_in IS NULL);

CREATE INDEX risk_area_recorded ON travel.risk_area USING btree (district, recorded_in);

alter table travel.risk_area enable row level security;

alter table travel.risk_area force row level security;

create policy own_districts on travel.risk_area using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on travel.risk_area to anxin_server;

grant update (superseded_in) on travel.risk_area to anxin_server;

create table travel.risk_statement (
  district text not null,
  number integer not null,
  layer text not null,
  kind text not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone,
  source text not null,
  place text,
  level text,
  sha256 text,
  area_count integer not null,
  added integer not null,
  changed integer not null,
  removed integer not null,
  remarks jsonb not null,
  drill boolean not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  constraint risk_statement_area_count_check CHECK ((area_count >= 0)),
  constraint risk_statement_check CHECK ((valid_to > valid_from)),
  constraint risk_statement_check1 CHECK (((place IS NOT NULL) = (kind = 'change'::text))),
  constraint risk_statement_check2 CHECK (((kind = 'list'::text) = ((layer = 'national'::text) AND (sha256 IS NOT NULL) AND (valid_to IS NULL)))),
  constraint risk_statement_district_check CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint risk_statement_kind_check CHECK ((kind = ANY (ARRAY['list'::text, 'change'::text]))),
  constraint risk_statement_layer_check CHECK ((layer = ANY (ARRAY['national'::text, 'city'::text]))),
  constraint risk_statement_level_check CHECK ((level = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text]))),
  constraint risk_statement_number_check CHECK ((number > 0)),
  constraint risk_statement_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint risk_statement_source_check CHECK ((source <> ''::text)),
  constraint risk_statement_pkey PRIMARY KEY (district, number)
);

alter table travel.risk_statement enable row level security;

alter table travel.risk_statement force row level security;

create policy own_districts on travel.risk_statement using (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text))) with check (district = ANY (string_to_array(current_setting('anxin.districts'::text, true), ','::text)));

grant insert, select on travel.risk_statement to anxin_server;

CREATE OR REPLACE FUNCTION registers.find_by_terms(districts text[], terms text[], most integer)
 RETURNS TABLE(district text, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
    select near.district, near.id from pg_catalog.unnest(pg_catalog.string_to_array(pg_catalog.current_setting('anxin.districts', true), ',')) as own (district) cross join lateral (
      select n.district, n.id from registers.name_terms n where n.terms operator(pg_catalog.@>) array(select own.district operator(pg_catalog.||) ' ' operator(pg_catalog.||) term from pg_catalog.unnest(find_by_terms.terms) as given (term)) limit find_by_terms.most) near
     where own.district operator(pg_catalog.=) any (find_by_terms.districts)
  $function$;
-- may run it: anxin_server;

grant usage on schema audit to anxin_server;

grant usage on schema cases to anxin_server;

grant usage on schema files to anxin_server;

grant usage on schema identity to anxin_server;

grant usage on schema keys to anxin_server;

grant usage on schema notices to anxin_server;

grant usage on schema platform to anxin_server;

grant usage on schema public to public;

grant usage on schema registers to anxin_server;

grant usage on schema release to anxin_server;

grant usage on schema rules to anxin_server;

grant usage on schema search to anxin_server;

grant usage on schema staying to anxin_server;

grant usage on schema travel to anxin_server;
