-- What is known of a person's health, as it was told, and a doctor's word on the colour. The colour itself is computed.

create table health_fact (
  county text not null, id uuid not null, community text not null, person uuid not null,
  stated_on date not null,
  source text not null check (source in ('import', 'clinic', 'self', 'family', 'visit')),
  disease text check (disease in ('none', 'stable', 'unstable')),    -- null: this row does not say
  doses smallint check (doses between 0 and 20), last_dose_on date,
  infection_told boolean not null default false,                     -- whether infected_since is an answer: null then means no
  infected_since date,
  by_account uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (county, id),
  foreign key (county, person) references person (county, id) on delete cascade
);
create index health_fact_person on health_fact (county, person);
create index health_fact_community on health_fact (county, community);
call protect_personal('health_fact', health => true, append_only => true);
call feed_changes('health_fact', 'health_fact');

create table colour_decision (
  county text not null, id uuid not null, community text not null, person uuid not null,
  colour text not null check (colour in ('green', 'yellow', 'red')),
  proposed text, reason text not null default '',
  by_account uuid not null references account (id),
  at timestamptz not null,
  primary key (county, id),
  foreign key (county, person) references person (county, id) on delete cascade
);
create index colour_decision_person on colour_decision (county, person);
create index colour_decision_community on colour_decision (county, community);
call protect_personal('colour_decision', health => true, append_only => true);
call feed_changes('colour_decision', 'colour_decision');
