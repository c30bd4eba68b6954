-- People who work with Anxin, the bodies they work for, their posts, and their sessions.
create schema identity;

create table identity.body (
  -- The district a body belongs to; the city's own code for the city's bodies.
  district text not null check (district ~ '^[0-9]{6}$'),
  id uuid not null,
  name_zh text not null check (length(name_zh) between 1 and 100),
  name_en text not null check (length(name_en) between 1 and 200),
  created_at timestamptz not null,
  primary key (district, id)
);

create table identity.person (
  -- The district of the person's first body.
  district text not null check (district ~ '^[0-9]{6}$'),
  id uuid not null,
  login text not null check (login ~ '^[a-z0-9][a-z0-9.-]{1,38}[a-z0-9]$'),
  name text not null check (length(name) between 1 and 60),
  -- argon2id in PHC form; null: signs in elsewhere only.
  password_hash text,
  must_change_password boolean not null default false,
  -- AES-256-GCM under the installation's secret.
  totp_secret bytea,
  -- The last time step a code was taken for: a code works once.
  totp_step bigint,
  tries_left integer not null default 5 check (tries_left >= 0),
  locked_until timestamptz,
  active boolean not null default true,
  demo boolean not null default false,
  created_at timestamptz not null,
  primary key (district, id),
  unique (district, login)
);

create table identity.post (
  district text not null,
  id uuid not null,
  body_id uuid not null,
  -- A person of another district may hold a post here.
  person_district text not null,
  person_id uuid not null,
  role text not null check (role ~ '^[a-z]+$'),
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (district, id),
  foreign key (district, body_id) references identity.body (district, id)
);
create index post_by_person on identity.post (district, person_id);

create table identity.session (
  district text not null,
  -- SHA-256 of the cookie's value: who reads the table cannot sign in with it.
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  person_id uuid not null,
  csrf_token text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  primary key (district, token_hash),
  foreign key (district, person_id) references identity.person (district, id)
);

create table identity.external_identity (
  district text not null,
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  created_at timestamptz not null,
  primary key (district, issuer, subject),
  foreign key (district, person_id) references identity.person (district, id)
);

alter table identity.body enable row level security;
alter table identity.body force row level security;
create policy own_districts on identity.body
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));
alter table identity.person enable row level security;
alter table identity.person force row level security;
create policy own_districts on identity.person
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));
alter table identity.post enable row level security;
alter table identity.post force row level security;
create policy own_districts on identity.post
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));
alter table identity.session enable row level security;
alter table identity.session force row level security;
create policy own_districts on identity.session
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));
alter table identity.external_identity enable row level security;
alter table identity.external_identity force row level security;
create policy own_districts on identity.external_identity
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));

grant usage on schema identity to anxin_server;
grant select, insert on identity.body, identity.person, identity.post, identity.session, identity.external_identity to anxin_server;
grant update (name, password_hash, must_change_password, totp_secret, totp_step, tries_left, locked_until, active) on identity.person to anxin_server;
grant update (name_zh, name_en) on identity.body to anxin_server;
grant update (ended_at) on identity.post to anxin_server;
grant update (seen_at, ended_at) on identity.session to anxin_server;
grant delete on identity.external_identity to anxin_server;
