-- Requests: anything asked for that ends in an answer. What is asked, what was done, who reads which words, who asks: four tables,
-- so that a count may travel upward, the place complained about reads what is put to it, and the name stays with the office that answers.

create table request (
  county text not null, id uuid not null,
  number text not null,                       -- the receipt number
  kind text not null,
  against text not null,                      -- the place it is about
  office text not null,                       -- the place that handles it
  taken_at text not null,
  way text not null check (way in ('desk', 'paper', 'phone', 'online')),
  details jsonb not null default '{}',        -- choices, days and counts of the kind; no words
  anonymous boolean not null,
  day date not null, at timestamptz not null,
  by_account uuid not null references account (id),
  primary key (county, id)
);
create unique index request_number on request (county, number);
create index request_office on request (office, day);
create index request_taken_at on request (taken_at, day);

create table request_act (
  county text not null, id uuid not null, request uuid not null,
  kind text not null check (kind in ('taken', 'asked-place', 'side-told', 'measure', 'told-authority', 'told-people', 'answered', 'accepted', 'review-asked', 'reviewed')),
  result text,
  place text not null,                        -- of the office that did it
  by_account uuid not null references account (id),
  day date not null, at timestamptz not null,
  seen bigint generated always as identity,
  primary key (county, id),
  foreign key (county, request) references request (county, id)
);
create index request_act_request on request_act (county, request, seen);
create unique index request_answered_once on request_act (county, request) where kind = 'answered';
create unique index request_review_once on request_act (county, request) where kind = 'review-asked';
create unique index request_reviewed_once on request_act (county, request) where kind = 'reviewed';

-- The words of an act, for the offices named in the row and, within the county, those above them.
create table request_words (
  county text not null, act uuid not null, request uuid not null,
  offices text[] not null check (cardinality(offices) > 0),
  words text not null,
  primary key (county, act),
  foreign key (county, act) references request_act (county, id)
);
create index request_words_request on request_words (county, request);

-- Who asks. Nobody above the county reads it, nor the place complained about.
create table requester (
  county text not null, request uuid not null,
  office text not null,
  name text not null,
  phone_cipher text, phone_hash text, phone_tail_hash text,
  relation text not null check (relation in ('self', 'guardian', 'relative-of-dead', 'helper')),
  shown text not null default '',
  person uuid,
  primary key (county, request),
  foreign key (county, request) references request (county, id),
  foreign key (county, person) references person (county, id)
);

-- Written from any desk of the county, or by the office above that reviews; read as said above.
create function scope_is_near(county text) returns boolean language sql stable parallel safe
  return starts_with(scope_place(), county) or starts_with(county, scope_place());

alter table request_words enable row level security;
create policy readers on request_words
  using (scope_place() = any (offices)
    or (county = scope_county() and exists (select from unnest(offices) office where starts_with(office, scope_area()))))
  with check (scope_is_near(county));
alter table request enable row level security;
create policy offices on request
  using (starts_with(office, scope_place()) or taken_at = scope_place()
    or (against = scope_place() and exists (select from request_words w where w.county = request.county and w.request = request.id)))
  with check (taken_at = scope_place() and county = scope_county());
alter table request_act enable row level security;
create policy as_request on request_act
  using (exists (select from request r where r.county = request_act.county and r.id = request_act.request))
  with check (scope_is_near(county));
alter table requester enable row level security;
create policy handler on requester
  using (county = scope_county() and starts_with(office, scope_area()))
  with check (county = scope_county());
grant select, insert on request, request_act, request_words, requester to wangdi_app;
