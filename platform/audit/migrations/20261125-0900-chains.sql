-- Which codes have a chain. A code may leave the pack; its chain is walked and its head signed all the same. Row-level security shows
-- entries only of codes that are named, so they must be known from elsewhere; a code alone says nothing of what was done.
create table audit.chain (
  district text primary key check (district ~ '^[0-9]{6}$')
);
-- The owner too sees only districts it names; for this one reading it names all.
alter table audit.entry no force row level security;
insert into audit.chain (district) select distinct district from audit.entry;
alter table audit.entry force row level security;
grant select, insert on audit.chain to anxin_server;

comment on column audit.daily_root.heads is
  'The head of every chain as it stood when the root of the day was made (at 00:10 in China, or at the first start after that), canonical JSON (RFC 8785)';
