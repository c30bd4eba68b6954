-- Keys the city signs with. A key is never changed or taken away: what it signed must stay provable. Its end is a row of its own.
create schema keys;

create table keys.signing_key (
  district text not null check (district ~ '^[0-9]{6}$'),
  -- RFC 7638 thumbprint of the public key.
  key_id text not null check (key_id ~ '^[A-Za-z0-9_-]{43}$'),
  purpose text not null check (purpose ~ '^(drill-)?[a-z]+$'),
  public_jwk jsonb not null,
  -- PKCS #8, AES-256-GCM under the installation's secret, the key's id as associated data.
  private_key bytea not null,
  created_at timestamptz not null,
  primary key (district, key_id)
);

create table keys.retired_key (
  district text not null,
  key_id text not null,
  retired_at timestamptz not null,
  primary key (district, key_id),
  foreign key (district, key_id) references keys.signing_key (district, key_id)
);

alter table keys.signing_key enable row level security;
alter table keys.signing_key force row level security;
create policy own_districts on keys.signing_key
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));
alter table keys.retired_key enable row level security;
alter table keys.retired_key force row level security;
create policy own_districts on keys.retired_key
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

grant usage on schema keys to anxin_server;
grant select, insert on keys.signing_key, keys.retired_key to anxin_server;
