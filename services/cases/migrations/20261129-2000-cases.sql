-- Requests of residents and of officers: where each stands, what happened to it, what was told and by whom.
create schema cases;

-- Types of cases as packs brought them, under the city's code: a case goes on under the version it was opened by, whatever a later pack says.
create table cases.type_version (
  district text not null check (district ~ '^[0-9]{6}$'),
  key text not null check (key <> ''),
  -- Of the canonical form (RFC 8785).
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content jsonb not null,
  first_seen_at timestamptz not null,
  primary key (district, key, sha256)
);

-- Where a case stands: what its events add up to. Nothing personal. A row never changes its district: a case that is handed over goes on in a new row.
create table cases.case (
  district text not null check (district ~ '^[0-9]{6}$'),
  id uuid not null,
  -- On the receipt: month and day, and five digits that nobody can guess from the number before.
  number text not null check (number ~ '^[0-9]{4}-[0-9]{5}$'),
  type text not null,
  type_sha256 text not null check (type_sha256 ~ '^[0-9a-f]{64}$'),
  notice text not null,
  clause text not null,
  title text not null check (length(title) between 1 and 500),
  state text not null,
  since timestamptz not null,
  -- Number of the last event; whoever changes the case names it.
  revision integer not null check (revision > 0),
  assignee text,
  due_at timestamptz,
  warn_at timestamptz,
  -- From when on the worklist calls it soon: three days before it is due, or when its warning begins.
  soon_at timestamptz,
  -- When the clock is to look at it next; null: nothing is to be done by it.
  clock_at timestamptz,
  escalated boolean not null,
  -- It is the applicant's turn.
  waiting boolean not null,
  open boolean not null,
  via text not null check (via in ('portal', 'telephone', 'counter', 'paper', 'officer', 'record')),
  proxy boolean not null,
  nudges integer not null check (nudges >= 0),
  satisfied boolean,
  opened_at timestamptz not null,
  closed_at timestamptz,
  -- When what is personal in it is erased, and when that was done.
  erase_at timestamptz,
  erased_at timestamptz,
  -- The case it goes on in: of the same type (merged), or itself in another district (handed over).
  merged_district text, merged_number text,
  handed_district text, handed_number text,
  -- Where it came from, when it was handed over to here.
  from_district text, from_number text,
  -- The record of a register that opened it; the same one opens it once.
  source text,
  drill boolean not null,
  primary key (district, id),
  unique (district, number),
  check ((merged_district is null) = (merged_number is null)), check ((handed_district is null) = (handed_number is null)), check ((from_district is null) = (from_number is null)),
  check (open = (closed_at is null)),
  check (not open or (merged_number is null and handed_number is null)),
  -- Whatever is open has its time, or nobody would ever be reminded of it.
  check (not open or due_at is not null)
);
create unique index case_of_source on cases.case (district, type, source) where source is not null;
create index case_due on cases.case (district, waiting, due_at, id) where open;
create index case_due_of_type on cases.case (district, type, waiting, due_at, id) where open;
create index case_in_hand on cases.case (district, assignee, waiting, due_at, id) where open and assignee is not null;
create index case_soon on cases.case (district, soon_at) where open and not waiting;
create index case_closed on cases.case (district, closed_at desc, id desc) where not open and handed_number is null;
create index case_clock on cases.case (district, clock_at) where clock_at is not null;
create index case_erase on cases.case (district, erase_at) where erase_at is not null and erased_at is null;
create index case_merged on cases.case (district, merged_district, merged_number) where merged_number is not null;

-- What happened to a case, without anybody's words. Append-only.
create table cases.event (
  district text not null check (district ~ '^[0-9]{6}$'),
  case_id uuid not null,
  seq integer not null check (seq > 0),
  -- Policy time: what happens in a drill happens on the drill's days.
  at timestamptz not null,
  actor text not null check (actor in ('applicant', 'officer', 'clock')),
  person text,
  reach text check (reach in ('city', 'district')),
  kind text not null,
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  primary key (district, case_id, seq),
  foreign key (district, case_id) references cases.case (district, id),
  check ((actor = 'officer') = (person is not null and reach is not null))
);

-- What somebody said or answered with an event; kept apart, because it may speak of people and is erased when its time is over.
create table cases.said (
  district text not null check (district ~ '^[0-9]{6}$'),
  case_id uuid not null,
  seq integer not null,
  words text check (length(words) between 1 and 5000),
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  primary key (district, case_id, seq),
  foreign key (district, case_id, seq) references cases.event (district, case_id, seq)
);

-- The answers of the form, apart from what lists read.
create table cases.answer (
  district text not null check (district ~ '^[0-9]{6}$'),
  case_id uuid not null,
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  primary key (district, case_id),
  foreign key (district, case_id) references cases.case (district, id)
);

-- Who asked, as far as they said; erased when its time is over.
create table cases.contact (
  district text not null check (district ~ '^[0-9]{6}$'),
  case_id uuid not null,
  name text check (length(name) between 1 and 60),
  telephone text check (length(telephone) between 1 and 30),
  for_whom text check (length(for_whom) between 1 and 60),
  primary key (district, case_id),
  foreign key (district, case_id) references cases.case (district, id)
);

-- Files of a case, with the event they came with. The bytes lie in the district they were sent to.
create table cases.file (
  district text not null check (district ~ '^[0-9]{6}$'),
  case_id uuid not null,
  file_id uuid not null,
  file_district text not null check (file_district ~ '^[0-9]{6}$'),
  seq integer not null,
  name text not null,
  media_type text not null,
  primary key (district, case_id, file_id),
  foreign key (district, case_id, seq) references cases.event (district, case_id, seq)
);

alter table cases.type_version enable row level security;
alter table cases.type_version force row level security;
create policy own_districts on cases.type_version
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

alter table cases.case enable row level security;
alter table cases.case force row level security;
create policy own_districts on cases.case
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

alter table cases.event enable row level security;
alter table cases.event force row level security;
create policy own_districts on cases.event
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

alter table cases.said enable row level security;
alter table cases.said force row level security;
create policy own_districts on cases.said
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

alter table cases.answer enable row level security;
alter table cases.answer force row level security;
create policy own_districts on cases.answer
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

alter table cases.contact enable row level security;
alter table cases.contact force row level security;
create policy own_districts on cases.contact
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

alter table cases.file enable row level security;
alter table cases.file force row level security;
create policy own_districts on cases.file
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

grant usage on schema cases to anxin_server;
grant select, insert on cases.type_version, cases.case, cases.event, cases.said, cases.answer, cases.contact, cases.file to anxin_server;
grant update (state, since, revision, assignee, due_at, warn_at, soon_at, clock_at, escalated, waiting, open, nudges, satisfied, closed_at, erase_at, erased_at, merged_district, merged_number, handed_district, handed_number) on cases.case to anxin_server;
-- What is personal is taken away in its time; what was said is never changed otherwise.
grant update (answers) on cases.answer to anxin_server;
grant update (words, answers) on cases.said to anxin_server;
grant delete on cases.contact, cases.file to anxin_server;
