-- What policy asks of a place: orders that open emergency functions, stated facts, levels and classes that a person confirmed.
-- Nothing here is about a person, and nothing is ever changed: a review, a closing, a new level is a row of its own.

create table response (
  id uuid primary key,
  place text not null,                        -- of the authority that issued it
  issuer text not null, number text not null, level text not null default '',
  scope text[] not null check (cardinality(scope) > 0),
  valid_from date not null,
  until date, review_on date,                 -- last day, or the day by which somebody must keep it: never open-ended
  rules text not null,                        -- precision-2020@2020-05-01,terms@2022-07-15
  functions text[] not null check (functions <@ array['arrivals', 'observation', 'daily-report'] and cardinality(functions) > 0),
  content text not null, ground text not null,
  entered_by uuid not null references account (id),
  entered_at timestamptz not null,
  check (until is not null or review_on is not null),
  check (until >= valid_from and review_on >= valid_from)
);
create index response_place on response (place, valid_from);
create unique index response_number on response (place, issuer, number);
call protect_figures('response', append_only => true);

create table response_act (
  id uuid primary key,
  place text not null, response uuid not null references response (id),
  kind text not null check (kind in ('reviewed', 'closed')),
  number text not null, reason text not null,
  until date, review_on date,
  by_account uuid not null references account (id),
  at timestamptz not null,
  check (kind = 'closed' or until is not null or review_on is not null)
);
create index response_act_response on response_act (response, at);
create unique index response_closed_once on response_act (response) where kind = 'closed';
call protect_figures('response_act', append_only => true);

-- A fact of the rules' vocabulary as somebody stated it for a day. The newest word on the newest day counts; no word is no zero.
create table stated_fact (
  id uuid primary key,
  place text not null, name text not null, value text not null, day date not null,
  source text not null,
  by_account uuid not null references account (id),
  at timestamptz not null
);
create index stated_fact_place on stated_fact (place, name, day);
call protect_figures('stated_fact', append_only => true);

-- Levels, classes and chosen packages: what the machine proposed and what a named person said.
create table confirmed_level (
  id uuid primary key,
  place text not null,
  fact text not null check (fact in ('county.risk', 'area.risk', 'area.zone', 'community.class', 'tier.choice')),
  value text not null, valid_from date not null,
  proposed text, stricter boolean not null default false,
  reason text not null default '', source text not null default '',
  by_account uuid not null references account (id),
  at timestamptz not null
);
create index confirmed_level_place on confirmed_level (place, fact, valid_from);
call protect_figures('confirmed_level', append_only => true);
