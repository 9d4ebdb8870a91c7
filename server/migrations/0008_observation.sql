-- Observation: an order makes a stay, readings are only ever added, slots and states are computed from order and rule.

create table observation (
  county text not null, id uuid not null, community text not null,
  person uuid not null, dwelling uuid, arrival uuid,
  kind text not null,
  number text not null, issuer text not null, basis text not null,
  day_zero date not null, last_day date not null,
  phases jsonb not null,                      -- [{where, from, until, tests}] as ordered
  rule jsonb not null,                        -- what a check asks, by the rules of the order's day
  fever numeric(3, 1) not null check (fever >= 37), -- of that rule, so that abnormal readings are found by a query
  proposal jsonb not null,                    -- the term as the rule proposed it on that day
  as_proposed boolean not null, reason text not null default '',
  notice jsonb not null,
  traced_at timestamptz, traced_by text,
  decided_by uuid not null references account (id), decided_at timestamptz not null,
  primary key (county, id),
  foreign key (county, person) references person (county, id),
  foreign key (county, dwelling) references dwelling (county, id),
  foreign key (county, arrival) references arrival (county, id),
  check (last_day >= day_zero)
);
create index observation_community on observation (county, community, last_day);
create index observation_person on observation (county, person);
create unique index observation_number on observation (county, issuer, number, person);
call protect_personal('observation', health => true, append_only => true);
call feed_changes('observation', 'observation');

create table reading (
  county text not null, id uuid not null, community text not null, observation uuid not null,
  taken_at timestamptz not null, day date not null,
  half text not null check (half in ('morning', 'evening')),
  temperature numeric(3, 1) check (temperature between 30 and 45),
  symptoms text[],                            -- null: not asked; empty: none
  measured_by text not null check (measured_by in ('visit', 'self', 'family', 'phone')),
  not_measured text,
  note text not null default '',
  by_account uuid not null references account (id),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (county, id),
  foreign key (county, observation) references observation (county, id),
  -- Few readings come near a fever or tell of symptoms: only those are compared with the threshold of their order.
  suspect boolean not null generated always as (coalesce(temperature >= 37, false) or coalesce(cardinality(symptoms) > 0, false)) stored,
  check ((temperature is null) = (not_measured is not null))
);
create index reading_suspect on reading (county, observation) where suspect;
create index reading_observation on reading (county, observation, day);
create index reading_community on reading (county, community, day);
call protect_personal('reading', health => true, append_only => true);
call feed_changes('reading', 'reading');

create table alert_answer (
  county text not null, id uuid not null, community text not null, reading uuid not null,
  outcome text not null check (outcome in ('retest', 'transfer', 'nothing-found', 'told-cdc')),
  note text not null default '',
  by_account uuid not null references account (id), at timestamptz not null,
  primary key (county, id),
  foreign key (county, reading) references reading (county, id)
);
create index alert_answer_reading on alert_answer (county, reading);
call protect_personal('alert_answer', health => true, append_only => true);
call feed_changes('alert_answer', 'alert_answer');

create table notice_delivery (
  county text not null, id uuid not null, community text not null, observation uuid not null,
  way text not null check (way in ('in-person', 'family', 'door', 'phone-read')),
  receipt text not null check (receipt in ('signed', 'refused-to-sign', 'signed-by-family', 'none')),
  note text not null default '',
  by_account uuid not null references account (id), at timestamptz not null,
  primary key (county, id),
  foreign key (county, observation) references observation (county, id)
);
create index notice_delivery_observation on notice_delivery (county, observation);
call protect_personal('notice_delivery', health => true, append_only => true);

create table home_assessment (
  county text not null, id uuid not null, community text not null, person uuid not null,
  day date not null, items jsonb not null,
  second_name text not null default '',
  by_account uuid not null references account (id), at timestamptz not null,
  primary key (county, id),
  foreign key (county, person) references person (county, id)
);
create index home_assessment_person on home_assessment (county, person);
call protect_personal('home_assessment', health => true, append_only => true);

create table observation_end (
  county text not null, observation uuid not null, id uuid not null, community text not null,
  reason text not null check (reason in ('shorter-rule', 'transferred', 'confirmed-case', 'ordered-in-error', 'died', 'other')),
  note text not null,
  by_account uuid not null references account (id), at timestamptz not null,
  primary key (county, observation),
  foreign key (county, observation) references observation (county, id)
);
call protect_personal('observation_end', health => true, append_only => true);
call feed_changes('observation_end', 'observation_end');

-- Arrivals: expected ones, who confirmed the level of the origin at the time of the stay, how the person was known.
alter table arrival
  add column state text not null default 'arrived' check (state in ('expected', 'arrived', 'not-come')),
  add column origin_confirmed_by uuid references account (id),
  add column origin_confirmed_at timestamptz,
  add column match text not null default 'new' check (match in ('document', 'chosen', 'new'));
