-- What people send with something that is kept for a time only goes when that time is over. Everything else stays: the database itself refuses to take it away.
alter table files.file add column removable boolean not null default false;
create policy removable_alone on files.file as restrictive for delete using (removable);
grant delete on files.file to anxin_server;
