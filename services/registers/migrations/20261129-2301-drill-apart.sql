-- What is of a drill and what is real never stand in one count or on one page: both are known before anything is limited.
alter table registers.tally add column drill_records integer not null default 0 check (drill_records between 0 and records);
alter table registers.flag add column drill boolean not null default false;

-- The owner sees every district while the rows that are there are told apart.
alter table registers.tally no force row level security;
alter table registers.flag no force row level security;
alter table registers.record no force row level security;
update registers.tally t set drill_records = (select count(*) from registers.record r where r.district = t.district and r.register = t.register and r.removed_at is null and r.drill);
update registers.flag f set drill = true from registers.record r where r.district = f.district and r.register = f.register and r.id = f.id and r.drill;
alter table registers.tally force row level security;
alter table registers.flag force row level security;
alter table registers.record force row level security;

alter table registers.flag drop constraint flag_pkey;
alter table registers.flag add primary key (district, register, flag, drill, sort_text, id);
