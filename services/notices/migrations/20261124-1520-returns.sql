-- Why a releaser sent a draft back to whoever reviewed it. Append-only; the draft itself goes back to being one.
create table notices.draft_return (
  district text not null,
  draft_id uuid not null,
  number integer not null check (number > 0),
  -- The state of the draft that was looked at.
  revision integer not null check (revision > 0),
  reason text not null check (reason <> ''),
  returned_by text not null,
  returned_at timestamptz not null,
  primary key (district, draft_id, number),
  foreign key (district, draft_id) references notices.draft (district, id)
);

alter table notices.draft_return enable row level security;
alter table notices.draft_return force row level security;
create policy own_districts on notices.draft_return
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

grant select, insert on notices.draft_return to anxin_server;
