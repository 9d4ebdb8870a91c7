-- Guessing is counted by name and place together, so that a stranger's failures do not shut the right person out.

alter table auth.attempt add column login text;               -- keyed hash of the name, so that a reset finds all of its counts
alter table auth.attempt add column told_until timestamptz;   -- the wait of which the audit has its line
create index attempt_login on auth.attempt (login);

-- Where a name signed in: guessing from elsewhere does not slow it down here.
create table auth.known_from (
  key text primary key,            -- keyed hash of a name with a device or an address; never the texts themselves
  last_at timestamptz not null
);
create index known_from_last on auth.known_from (last_at);

-- A code of an authenticator is accepted once: whoever writes the line first has it.
create table auth.used_code (
  account uuid not null,
  step bigint not null,            -- which half minute since 1970 the code belongs to (RFC 6238)
  primary key (account, step)
);
