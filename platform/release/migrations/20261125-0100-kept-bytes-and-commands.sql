-- The very bytes that were signed: what was released is shown and proved from them, however a later program would write it.
-- Null for what was released before they were kept.
alter table release.version add column content bytea check (content is null or encode(sha256(content), 'hex') = sha256);

-- What a command's key was used for: asked again for anything else, it is refused. Empty for commands before this was kept.
alter table release.command
  add column action text not null default '',
  add column object text not null default '',
  add column person text not null default '',
  -- SHA-256 of what was sent, in canonical form (RFC 8785).
  add column body_sha256 text not null default '' check (body_sha256 ~ '^([0-9a-f]{64})?$');
