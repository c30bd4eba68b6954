-- What a version was made from, when it came with a pack: a hash over the pack's own files, so that a better reader alone makes no new
-- version. Null for what officers released, and for versions of before.
alter table notices.notice_version add column input_sha256 text check (input_sha256 ~ '^[0-9a-f]{64}$');

-- Who handed in what is now in check, or was released: one of the two officers behind it. Null before it was handed in.
alter table notices.draft add column handed_in_by text;
grant update (handed_in_by) on notices.draft to anxin_server;
