-- Roles for a ledger on PostgreSQL. Run it as the owner of the database, once the ledger is there
-- (`MUSTER_LEDGER=postgres://owner@host/database muster add FILE` makes it):
--
--   psql postgres://owner@host/database -f docs/postgres-roles.sql
--   psql postgres://owner@host/database -c "create role ada login password '...' in role muster_writer"
--
-- muster_reader    looks: muster ledger log, verify, export
-- muster_writer    adds entries, and may never change or remove one
-- muster_migrator  brings the tables to a newer schema; used when Muster is updated, and by nobody in between

do $$
declare name text;
begin
  foreach name in array array['muster_reader', 'muster_writer', 'muster_migrator'] loop
    if not exists (select from pg_roles where rolname = name) then execute format('create role %I nologin', name); end if;
  end loop;
end $$;

grant usage on schema public to muster_reader, muster_writer;
grant select on all tables in schema public to muster_reader, muster_writer;

-- What is proved is only ever added to.
grant insert on entries, checkpoints to muster_writer;
-- A time stamp is added to a signed head later.
grant update (time_stamp, note) on checkpoints to muster_writer;
-- Bodies and bytes can be erased; that they were, an entry says, or `muster verify` does.
grant insert, delete on bodies, blobs to muster_writer;
grant update on head to muster_writer;
-- What is derived from the entries is remade at will.
grant insert, update, delete on subjects, documents, claims, sources, statements, situations, feeds to muster_writer;

grant create, usage on schema public to muster_migrator;
do $$
declare name text;
begin
  for name in select tablename from pg_tables where schemaname = 'public' and tablename in
    ('muster_schema', 'head', 'entries', 'bodies', 'blobs', 'checkpoints', 'subjects', 'documents', 'claims', 'sources', 'statements', 'situations', 'feeds')
  loop
    execute format('alter table %I owner to muster_migrator', name);
  end loop;
end $$;
alter function entries_never_change() owner to muster_migrator;
