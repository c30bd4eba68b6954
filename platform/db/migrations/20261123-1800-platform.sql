-- The platform's own schema; the table of migrations in it is made by the migrator before the first file runs.
grant usage on schema platform to anxin_server;
