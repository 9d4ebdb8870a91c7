-- Arrivals are checked and decided in groups: what was said on the telephone, what came back to be checked, and what county health
-- decided, one decision for each arrival.

alter table arrival
  add column unanswered integer not null default 0 check (unanswered >= 0),  -- calls in a row that nobody answered
  add column sent_back_at timestamptz,
  add column sent_back_by uuid references account (id),
  add column sent_back_why text not null default '';

create table arrival_decision (
  county text not null, id uuid not null, community text not null,
  arrival uuid not null,
  outcome text not null check (outcome in ('ordered', 'registered')),
  observation uuid,
  proposal jsonb not null,                    -- kind, day zero and phases as they were proposed then
  reason text not null default '',
  decided_by uuid not null references account (id), decided_at timestamptz not null,
  withdrawn_at timestamptz, withdrawn_by uuid references account (id), withdrawn_why text not null default '',
  primary key (county, id),
  foreign key (county, arrival) references arrival (county, id),
  foreign key (county, observation) references observation (county, id),
  check ((outcome = 'ordered') = (observation is not null))
);
-- Of two who decide about the same arrival one wins.
create unique index arrival_decision_once on arrival_decision (county, arrival) where withdrawn_at is null;
create index arrival_decision_observation on arrival_decision (county, observation);
call protect_personal('arrival_decision', health => true);
insert into arrival_decision (county, id, community, arrival, outcome, observation, proposal, reason, decided_by, decided_at)
  select distinct on (o.county, o.arrival) o.county, gen_random_uuid(), o.community, o.arrival, 'ordered', o.id, '{}', o.reason, o.decided_by,
    o.decided_at
  from observation o where o.arrival is not null order by o.county, o.arrival, o.decided_at desc;
insert into destruction_kind (name, target, ordinal, needs, day, parent, parent_column, only_where, emptied) values
  ('arrival_decision', 'arrival_decision', 35, 'observation', '({t}.decided_at at time zone ''Asia/Shanghai'')::date', null, null, 'true', null);

-- Numbers of orders and releases: one row for each county, kind and year, locked by whoever takes the next.
create table notice_series (
  place text not null check (place ~ '^[0-9]{6}$'),
  series text not null check (series in ('observation', 'release')),
  year integer not null, last integer not null,
  primary key (place, series, year)
);
call protect_figures('notice_series');

-- By these codes anybody checks whether a notice is genuine: what it is and of when, nothing of a person.
create table notice_code (
  place text not null check (place ~ '^[0-9]{6}$'), code text not null,
  kind text not null check (kind in ('observation', 'release')),
  issuer text not null, issued_on date not null, until date not null,
  void_at timestamptz,
  primary key (place, code)
);
call protect_figures('notice_code');
alter table observation add column code text;
