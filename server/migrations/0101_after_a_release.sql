-- What follows a release: its paper is handed over, and somebody calls on some of the days after it.
create table release_delivery (
  county text not null, id uuid not null, community text not null,
  release uuid not null,                      -- this very paper: one that was taken back and its successor are two
  way text not null check (way in ('in-person', 'family', 'door', 'phone-read')),
  receipt text not null check (receipt in ('signed', 'refused-to-sign', 'signed-by-family', 'none')),
  note text not null default '',
  by_account uuid not null references account (id), at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (county, id),
  foreign key (county, release) references observation_release (county, id)
);
create index release_delivery_release on release_delivery (county, release);
call protect_personal('release_delivery', health => true, append_only => true);

create table release_call (
  county text not null, id uuid not null, community text not null,
  observation uuid not null,
  nth integer not null check (nth in (1, 2, 3, 7, 14)),   -- days after the last one of the observation
  outcome text not null check (outcome in ('well', 'unwell', 'no-answer')),
  note text not null default '',
  by_account uuid not null references account (id), at timestamptz not null,
  primary key (county, id),
  foreign key (county, observation) references observation (county, id)
);
create index release_call_observation on release_call (county, observation, nth);
call protect_personal('release_call', health => true, append_only => true);

insert into destruction_kind (name, target, ordinal, needs, day, parent, parent_column, only_where, emptied) values
  ('release_delivery', 'release_delivery', 36, 'observation', null, 'observation_release', 'release', 'true', null),
  ('release_call', 'release_call', 37, 'observation', null, 'observation', 'observation', 'true', null);
-- Handed over at a door without network, it is sent by a phone, which is told when it is destroyed.
update destruction_kind set told = true where target = 'release_delivery';
