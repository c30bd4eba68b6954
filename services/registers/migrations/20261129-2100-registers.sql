-- Registers: records that units keep, of types that the pack declares. What is personal stands apart; of an identity number only a keyed digest and its last four signs.
create schema registers;

-- How many records a register has in a district, and how often anything of it changed. Whoever changes something waits for the row, so that changes of a register in a district follow each other.
create table registers.tally (
  district text not null check (district ~ '^[0-9]{6}$'),
  register text not null check (register <> ''),
  records integer not null default 0 check (records >= 0),
  changes bigint not null default 0,
  primary key (district, register)
);

-- A record as it is now.
create table registers.record (
  district text not null check (district ~ '^[0-9]{6}$'),
  register text not null check (register <> ''),
  id uuid not null,
  -- Counts its versions.
  number integer not null check (number > 0),
  -- What names it, without the differences of writing; compared sign by sign, so that beginnings of names are ranges of the index.
  key_text text collate "C" not null check (key_text <> ''),
  sort_text text collate "C" not null,
  values jsonb not null check (jsonb_typeof(values) = 'object'),
  flags text[] not null,
  -- The day on which its flags may be others though nobody changes it.
  flags_turn_on date,
  stale_from timestamptz,
  confirmed_at timestamptz not null,
  confirmed_by text not null,
  -- Policy time: what was recorded on a day of a drill belongs to the drill's days.
  recorded_at timestamptz not null,
  recorded_by text not null,
  removed_at timestamptz,
  drill boolean not null,
  primary key (district, register, id)
);
create unique index record_key on registers.record (district, register, key_text) where removed_at is null;
create index record_by_name on registers.record (district, register, sort_text, id) include (drill) where removed_at is null;
create index record_by_time on registers.record (district, register, recorded_at desc, id desc) include (drill) where removed_at is null;
create index record_stale on registers.record (district, register, stale_from, id) include (drill) where removed_at is null and stale_from is not null;
create index record_flags_turn on registers.record (district, register, flags_turn_on) where removed_at is null and flags_turn_on is not null;

-- Which records carry a flag, in the order of the list: an array cannot be looked up by an index under row-level security.
create table registers.flag (
  district text not null check (district ~ '^[0-9]{6}$'),
  register text not null,
  flag text not null check (flag <> ''),
  sort_text text collate "C" not null,
  id uuid not null,
  primary key (district, register, flag, sort_text, id),
  foreign key (district, register, id) references registers.record (district, register, id)
);
create index flag_of_record on registers.flag (district, register, id);

-- Pairs of neighbouring signs (of letters and digits, triples) of what is open in a record's name, each behind the district and the register's key, so that a word is looked for there alone. Array operators are not leakproof: under
-- row-level security the index of pairs would go unused. So there is none here; instead nobody may read the pairs but the function below, which keeps to the districts of the transaction.
create table registers.name_terms (
  district text not null check (district ~ '^[0-9]{6}$'),
  register text not null,
  id uuid not null,
  terms text[] not null,
  primary key (district, register, id),
  foreign key (district, register, id) references registers.record (district, register, id)
);
create index name_terms_by_term on registers.name_terms using gin (terms);

-- What is personal of a record as it is now. `digest`: the keyed digest of the identity number by which a person finds their own record.
create table registers.personal (
  district text not null check (district ~ '^[0-9]{6}$'),
  register text not null,
  id uuid not null,
  values jsonb not null check (jsonb_typeof(values) = 'object'),
  digest text,
  primary key (district, register, id),
  foreign key (district, register, id) references registers.record (district, register, id)
);
create index personal_digest on registers.personal (district, register, digest, id) where digest is not null;

-- Every version of a record, without what is personal. Append-only but for the moment it ended.
create table registers.version (
  district text not null check (district ~ '^[0-9]{6}$'),
  register text not null,
  id uuid not null,
  number integer not null check (number > 0),
  how text not null check (how in ('form', 'import', 'bulk', 'confirmed', 'removed')),
  sort_text text collate "C" not null,
  values jsonb not null check (jsonb_typeof(values) = 'object'),
  -- Names of personal fields that changed; not what they were.
  personal_changed text[] not null,
  reason text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  -- The moment the next version followed; null: this is the last.
  until timestamptz,
  primary key (district, register, id, number),
  foreign key (district, register, id) references registers.record (district, register, id)
);
create index version_by_name on registers.version (district, register, sort_text, id, number);

-- Which register told a data element of a unit and a period; another one that would tell it again is refused. `records`: how many records of that register tell it.
create table registers.element (
  district text not null check (district ~ '^[0-9]{6}$'),
  element text not null check (element <> ''),
  unit text not null,
  period text not null,
  register text not null,
  record_id uuid not null,
  records integer not null check (records >= 0),
  primary key (district, element, unit, period)
);

-- Tables that were imported: how many rows, by whom, known by the digest of what was handed in.
create table registers.import (
  district text not null check (district ~ '^[0-9]{6}$'),
  id uuid not null,
  register text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added integer not null,
  changed integer not null,
  left_out integer not null,
  imported_by text not null,
  imported_at timestamptz not null,
  primary key (district, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['tally', 'record', 'flag', 'personal', 'version', 'element', 'import'] loop
    execute format('alter table registers.%I enable row level security', name);
    execute format('alter table registers.%I force row level security', name);
    execute format($policy$create policy own_districts on registers.%I
      using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
      with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')))$policy$, name);
  end loop;
end $$;

-- Records of a register whose names hold all of these pairs of signs, in those of these districts that the transaction may see; so many at most of each. It gives ids alone; whoever asks reads
-- the rows under row-level security. A limit must not tempt the planner to read the table from its beginning.
create function registers.find_by_terms(districts text[], terms text[], most integer) returns table (district text, id uuid)
  language sql stable security definer set search_path = '' set enable_seqscan = off as $$
    select near.district, near.id from pg_catalog.unnest(pg_catalog.string_to_array(pg_catalog.current_setting('anxin.districts', true), ',')) as own (district) cross join lateral (
      select n.district, n.id from registers.name_terms n where n.terms operator(pg_catalog.@>) array(select own.district operator(pg_catalog.||) ' ' operator(pg_catalog.||) term from pg_catalog.unnest(find_by_terms.terms) as given (term)) limit find_by_terms.most) near
     where own.district operator(pg_catalog.=) any (find_by_terms.districts)
  $$;
revoke all on function registers.find_by_terms(text[], text[], integer) from public;
grant execute on function registers.find_by_terms(text[], text[], integer) to anxin_server;

grant usage on schema registers to anxin_server;
grant select, insert, update on registers.tally, registers.record to anxin_server;
grant select, insert, delete on registers.flag to anxin_server;
grant insert, delete, select (district, register, id) on registers.name_terms to anxin_server;
grant select, insert, update, delete on registers.personal, registers.element to anxin_server;
grant select, insert on registers.version, registers.import to anxin_server;
grant update (until) on registers.version to anxin_server;
