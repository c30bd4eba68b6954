-- When each drill began, on both clocks: written once, so that policy time goes on after a restart.
-- A reference table: it belongs to the installation, not to a district.
create table platform.drill_clock (
  pack_key text not null check (pack_key <> ''),
  policy_start timestamptz not null,
  machine_start timestamptz not null,
  primary key (pack_key, policy_start)
);

grant select, insert on platform.drill_clock to anxin_server;
