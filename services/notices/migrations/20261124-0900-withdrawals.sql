-- A withdrawal goes the same way as an amendment: proposed by one officer, released by another.
alter table notices.draft drop constraint draft_action_check;
alter table notices.draft add constraint draft_action_check check (action in ('release', 'amend', 'withdraw'));
