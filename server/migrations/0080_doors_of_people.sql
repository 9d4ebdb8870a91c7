-- The door of a person is changed, never lost: behind which one the record stood before, who put it elsewhere, when and why.
create table person_move (
  county text not null, id uuid not null, community text not null, person uuid not null,
  from_dwelling uuid, to_dwelling uuid,
  moved_on date,                              -- as told; null where nobody said it
  why text not null check (why in ('moved', 'corrected', 'roster', 'taken-back')),
  by_account uuid not null references account (id), at timestamptz not null,
  primary key (county, id),
  foreign key (county, person) references person (county, id) on delete cascade,
  foreign key (county, from_dwelling) references dwelling (county, id),
  foreign key (county, to_dwelling) references dwelling (county, id),
  check (from_dwelling is distinct from to_dwelling)
);
create index person_move_person on person_move (county, person);
call protect_personal('person_move', append_only => true);
create index person_move_from on person_move (county, from_dwelling);
create index person_move_to on person_move (county, to_dwelling);
