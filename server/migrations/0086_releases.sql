-- A release from observation is decided by a named person and has its own numbered notice, beside the order that it ends.
create table observation_release (
  county text not null, id uuid not null, community text not null,
  observation uuid not null,
  number text not null, issuer text not null, code text not null,
  released_on date not null,                  -- free from the 24:00 of this day on; from its moment where the stay was ended early
  checks jsonb not null,                      -- what was looked at before: readings as they stood, what the tests said and who reported it
  decided_by uuid not null references account (id), decided_at timestamptz not null,
  primary key (county, id),
  foreign key (county, observation) references observation (county, id)
);
-- Of two who release the same person one wins.
create unique index observation_release_once on observation_release (county, observation);
call protect_personal('observation_release', health => true, append_only => true);
insert into destruction_kind (name, target, ordinal, needs, day, parent, parent_column, only_where, emptied) values
  ('observation_release', 'observation_release', 38, 'observation', null, 'observation', 'observation', 'true', null);
