-- What the public can find. Made anew from what is released whenever that changes; nothing here is a record of its own.
create schema search;

create table search.document (
  district text not null check (district ~ '^[0-9]{6}$'),
  source text not null,
  id text not null,
  -- Which state of the source this is; another one replaces it.
  edition text not null,
  title_zh text not null,
  title_en text not null,
  body_zh text not null,
  body_en text not null,
  terms tsvector not null,
  primary key (district, source, id)
);
create index document_terms on search.document using gin (terms);

alter table search.document enable row level security;
alter table search.document force row level security;
create policy own_districts on search.document
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

grant usage on schema search to anxin_server;
grant select, insert, delete on search.document to anxin_server;
