-- How long what is personal in a register is kept, as its type said when it was last served: a register that leaves the pack takes no promise with it.
create table registers.kept_type (
  district text not null check (district ~ '^[0-9]{6}$'),
  register text not null check (register <> ''),
  retention_days integer not null check (retention_days > 0),
  -- The field whose day ends a record's time; null: only a removal does.
  period_field text,
  primary key (district, register)
);
alter table registers.kept_type enable row level security;
alter table registers.kept_type force row level security;
create policy own_districts on registers.kept_type
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));
grant select, insert, update on registers.kept_type to anxin_server;

-- Why a record was removed is free text, in which people are named: it is erased with what is personal.
grant update (reason) on registers.version to anxin_server;
