-- The sign-in library has a schema and a database role of its own; its tables are made by itself at start.
-- Here lies what we keep beside it: failed attempts, so that guessing becomes slow whichever server is asked.

create schema auth;

create table auth.attempt (
  key text primary key,            -- keyed hash of a login name or of an address; never the text itself
  failures integer not null,
  last_at timestamptz not null,
  wait_until timestamptz not null
);
create index attempt_last on auth.attempt (last_at);

-- Its role sees only that schema: what everybody may enter by default is closed to it.
revoke usage on schema public from public;
