-- Tries are kept by the name that was typed, whether anybody has it or not: what is kept only of real names gives them away.
create table identity.sign_in_try (
  -- The city's own code: a name that nobody has belongs to no district.
  district text not null check (district ~ '^[0-9]{6}$'),
  -- HMAC-SHA256 of the name under the installation's secret: people type passwords into the wrong field, and the table must not tell them.
  login_key text not null check (login_key ~ '^[0-9a-f]{64}$'),
  tries_left integer not null check (tries_left >= 0),
  locked_until timestamptz,
  tried_at timestamptz not null,
  primary key (district, login_key)
);
create index sign_in_try_by_age on identity.sign_in_try (district, tried_at);

alter table identity.sign_in_try enable row level security;
alter table identity.sign_in_try force row level security;
create policy own_districts on identity.sign_in_try
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))
  with check (district = any (string_to_array(current_setting('anxin.districts', true), ',')));
grant select, insert, update, delete on identity.sign_in_try to anxin_server;

alter table identity.person drop column tries_left, drop column locked_until;

-- A secret for one-time codes that was shown and not yet proved; sealed, and worth nothing after some minutes.
alter table identity.person add column totp_offer bytea, add column totp_offered_at timestamptz;
grant update (totp_offer, totp_offered_at) on identity.person to anxin_server;

-- How a session was opened: a password that must be changed closes nothing for whoever came in another way.
alter table identity.session add column opened_by text not null default 'password' check (opened_by in ('password', 'provider'));
