-- Files people hand in, kept as they came (pictures without what cameras write into them). The bytes lie here in chunks, or in a bucket.
create schema files;

create table files.file (
  district text not null check (district ~ '^[0-9]{6}$'),
  id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  byte_length integer not null check (byte_length > 0),
  media_type text not null,
  -- As its sender named it, cleaned; shown only to people who may read the file.
  name text not null check (length(name) between 1 and 200),
  place text not null check (place in ('database', 'bucket')),
  made_by text not null,
  made_at timestamptz not null,
  primary key (district, id)
);

create table files.chunk (
  district text not null,
  file_id uuid not null,
  number integer not null check (number >= 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 262144),
  primary key (district, file_id, number),
  foreign key (district, file_id) references files.file (district, id) on delete cascade
);

alter table files.file enable row level security;
alter table files.file force row level security;
create policy own_districts on files.file
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));
alter table files.chunk enable row level security;
alter table files.chunk force row level security;
create policy own_districts on files.chunk
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

grant usage on schema files to anxin_server;
grant select, insert, delete on files.file, files.chunk to anxin_server;
