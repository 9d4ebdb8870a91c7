-- What somebody decided about the errands that an order proposes: taken down, or not needed. That it names the order makes it health data,
-- and it goes with the order; the errand itself says nothing of it.
create table errand_decision (
  county text not null, id uuid not null, community text not null,
  observation uuid not null,
  what text not null check (what in ('food', 'medicine', 'parcel', 'rubbish')),
  outcome text not null check (outcome in ('taken', 'not-needed')),
  errand uuid,                                -- the request that was taken down
  note text not null default '',
  by_account uuid not null references account (id), at timestamptz not null,
  primary key (county, id),
  unique (county, observation, what),
  foreign key (county, observation) references observation (county, id),
  check ((outcome = 'taken') = (errand is not null))
);
call protect_personal('errand_decision', health => true, append_only => true);

insert into destruction_kind (name, target, ordinal, needs, day, parent, parent_column) values
  ('errand_decision', 'errand_decision', 34, 'observation', null, 'observation', 'observation');
