-- Lists of risk areas and changes of single places, kept with both times: since when a level holds, and since which statement that was known.
create schema travel;

-- What somebody stated: a whole list, or a change of places. Its number is the version of all levels that answers name. Append-only.
create table travel.risk_statement (
  district text not null check (district ~ '^[0-9]{6}$'),
  number integer not null check (number > 0),
  -- Lists of the whole country and what the city states itself stand beside each other; the higher level holds.
  layer text not null check (layer in ('national', 'city')),
  kind text not null check (kind in ('list', 'change')),
  -- From when it holds. A list holds until the next one, a change until its end or until further notice (null).
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to > valid_from),
  source text not null check (source <> ''),
  -- Of a change: the place as it is written, and its level; null where the city lifts what it stated.
  place text check ((place is not null) = (kind = 'change')),
  level text check (level in ('low', 'medium', 'high')),
  -- Of the file's bytes, for a list.
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  area_count integer not null check (area_count >= 0),
  added integer not null,
  changed integer not null,
  removed integer not null,
  remarks jsonb not null,
  drill boolean not null,
  recorded_by text not null,
  -- Policy time: what was known on a day of a drill is asked of the drill's days.
  recorded_at timestamptz not null,
  primary key (district, number),
  check ((kind = 'list') = (layer = 'national' and sha256 is not null and valid_to is null))
);

-- The level of a place during a time, as stated in one statement and until another took its place. Only `superseded_in` is ever set.
create table travel.risk_area (
  district text not null,
  id uuid not null default gen_random_uuid(),
  layer text not null check (layer in ('national', 'city')),
  place_key text not null,
  -- Of the deepest known division; null where not even the province is known.
  division text,
  written jsonb not null,
  below jsonb not null,
  level text not null check (level in ('low', 'medium', 'high')),
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to > valid_from),
  -- Which statement gave the place this level. Rows are written again in later ones when their time is cut.
  stated_in integer not null,
  recorded_in integer not null,
  superseded_in integer check (superseded_in > recorded_in),
  primary key (district, id),
  foreign key (district, stated_in) references travel.risk_statement (district, number),
  foreign key (district, recorded_in) references travel.risk_statement (district, number),
  foreign key (district, superseded_in) references travel.risk_statement (district, number)
);
create index risk_area_known on travel.risk_area (district, layer, place_key) where superseded_in is null;
create index risk_area_recorded on travel.risk_area (district, recorded_in);

alter table travel.risk_statement enable row level security;
alter table travel.risk_statement force row level security;
create policy own_districts on travel.risk_statement
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));
alter table travel.risk_area enable row level security;
alter table travel.risk_area force row level security;
create policy own_districts on travel.risk_area
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

grant usage on schema travel to anxin_server;
grant select, insert on travel.risk_statement to anxin_server;
grant select, insert, update (superseded_in) on travel.risk_area to anxin_server;
