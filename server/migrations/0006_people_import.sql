-- Rosters brought in: one row a run with its figures, and the pile of what a run could not decide.

create table import_run (
  county text not null, id uuid not null, community text not null,
  kind text not null check (kind in ('residents', 'arrivals', 'elders')),
  by_account uuid not null, at timestamptz not null default clock_timestamp(),
  rows integer not null, accepted integer not null, rejected integer not null, duplicates integer not null,
  doubtful integer not null, warnings integer not null, vacant_dwellings integer not null, matched integer not null,
  people_added integer not null, dwellings_added integer not null,
  notes jsonb not null default '{}',          -- rejected and warned rows: number of the row, code, text; nothing of a person
  rejects_cipher text,                        -- the rejected rows themselves, sealed; dropped after 30 days
  primary key (county, id)
);
create index import_run_at on import_run (county, community, at);
call protect_personal('import_run');

-- Settled by a person: nothing is merged or moved by the machine.
create table person_pile (
  county text not null, id uuid not null, community text not null,
  kind text not null check (kind in ('other-address', 'look-alike')),
  person uuid not null, other uuid,
  door jsonb,                                 -- the second door as the roster names it
  run uuid not null, roster_row integer not null,
  at timestamptz not null default clock_timestamp(),
  settled text check (settled in ('stay', 'move', 'same', 'different')),
  settled_by uuid, settled_at timestamptz,
  primary key (county, id),
  foreign key (county, person) references person (county, id) on delete cascade,
  foreign key (county, other) references person (county, id) on delete cascade,
  foreign key (county, run) references import_run (county, id),
  check ((kind = 'look-alike') = (other is not null)),
  check ((kind = 'other-address') = (door is not null))
);
create index person_pile_open on person_pile (county, community, at) where settled is null;
create index person_pile_person on person_pile (county, person);
create index person_pile_other on person_pile (county, other);
call protect_personal('person_pile');
