-- Steps that a start takes once, since they need the keys, which migrations do not have: what was rewritten, when, how many rows.
create table start_step (
  name text primary key,
  done_at timestamptz not null default clock_timestamp(),
  rewritten integer not null,
  left_as_it_was integer not null        -- rows that stay for a person to look at
);
alter table start_step enable row level security;
comment on table start_step is 'Written by the owner alone; the server does not read it';
