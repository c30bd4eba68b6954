-- How many people of a body stay for the festival, how many leave and why: numbers of a body, never of a person.
create schema staying;

-- One row a filing. The filing of a body for a day with the highest number is the one that counts; all are kept. Append-only.
create table staying.headcount (
  district text not null check (district ~ '^[0-9]{6}$'),
  -- Counts the filings of the district: two filings of one body for one day follow each other.
  number integer not null check (number > 0),
  -- The body's name without the differences of writing, so that the same body is counted once; and as it was written.
  body_key text not null check (body_key <> ''),
  body text not null check (length(body) between 1 and 80),
  kind text not null check (kind <> ''),
  day date not null,
  -- A body of nobody is not counted: so a filing under a wrong name is taken out of the sums.
  total integer not null check (total >= 0),
  staying integer not null check (staying >= 0),
  leaving integer not null check (leaving >= 0),
  -- People by reason, together `leaving`.
  reasons jsonb not null check (jsonb_typeof(reasons) = 'object'),
  drill boolean not null,
  filed_by text not null,
  -- Policy time: what was filed on a day of a drill belongs to the drill's days.
  filed_at timestamptz not null,
  primary key (district, number),
  check (staying + leaving <= total)
);
create index headcount_of_body on staying.headcount (district, body_key, day desc, number desc);

alter table staying.headcount enable row level security;
alter table staying.headcount force row level security;
create policy own_districts on staying.headcount
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

grant usage on schema staying to anxin_server;
grant select, insert on staying.headcount to anxin_server;
