-- Requests of every kind that is declared: where each stands, what was done, and what was said in one row for each audience. Nothing
-- of them is read above the county; those who were given one read it alone, whatever stands beside it.

-- The account that sees what was given to it and nothing else; such a transaction looks from no place and no area.
create function scope_given() returns uuid language sql stable parallel safe
  return case when length(current_setting('wangdi.given', true)) = 36 then current_setting('wangdi.given', true)::uuid end;
grant execute on function scope_given() to wangdi_app;

create table kind_request (
  county text not null, id uuid not null,
  community text not null,                    -- where it lies: a community, or a street or the county
  kind text not null, kind_version integer not null,
  number text not null,                       -- the receipt number
  day date not null, at timestamptz not null,
  way text not null check (way in ('desk', 'paper', 'phone', 'online')),
  urgency text not null,
  about text not null,                        -- the place it is about
  dwelling uuid, person uuid, thing uuid,
  readers text[] not null default '{}',       -- places outside that take part
  health boolean not null default false,
  -- Where it stands: folded from its acts, written with each of them, compared with them in tests.
  standing jsonb not null,
  state text not null, waits_on text, turn text, due_at timestamptz,
  desk text not null, office text,
  assignee uuid, given_to uuid, result text,
  ended_on date,
  keep_days integer not null check (keep_days >= 30),  -- after its end, as its kind says
  details jsonb not null default '{}',        -- choices, days and counts that lists show; nothing of why
  by_account uuid not null references account (id),
  primary key (county, id),
  foreign key (county, dwelling) references dwelling (county, id),
  foreign key (county, person) references person (county, id)
);
create unique index kind_request_number on kind_request (county, number);
create index kind_request_community on kind_request (county, community, kind, at);
create index kind_request_kind on kind_request (county, kind, at);
create index kind_request_due on kind_request (county, community, due_at) where ended_on is null;
create index kind_request_kind_due on kind_request (county, kind, due_at) where ended_on is null;
create index kind_request_turn on kind_request (county, turn, due_at) where ended_on is null;
create index kind_request_given on kind_request (county, given_to) where given_to is not null;
create index kind_request_dwelling on kind_request (county, dwelling, at) where dwelling is not null;
create index kind_request_person on kind_request (county, person, at) where person is not null;

create table kind_request_act (
  county text not null, id uuid not null, request uuid not null,
  community text not null,
  readers text[] not null default '{}', health boolean not null default false,
  kind text not null,
  act text not null,
  at timestamptz not null,
  place text not null,                        -- of the office that did it
  by_account uuid not null references account (id),
  whom jsonb not null default '{}',
  result text,
  ground text not null default '',
  fields jsonb not null default '{}',         -- what the act asks beside its words
  due jsonb,                                  -- how the term that it started was counted
  primary key (county, id),
  foreign key (county, request) references kind_request (county, id) on delete cascade
);
create index kind_request_act_request on kind_request_act (county, request, at);

create table kind_request_said (
  county text not null, id uuid not null, request uuid not null,
  community text not null,
  readers text[] not null default '{}',
  kind text not null,
  audience text not null check (audience in ('helper', 'office', 'health')),
  given_to uuid,
  door text not null default '',              -- the plate of the door, for whoever goes there
  said jsonb not null,                        -- by field; phones in it are sealed
  primary key (county, id),
  unique (county, request, audience),
  foreign key (county, request) references kind_request (county, id) on delete cascade
);
create index kind_request_said_given on kind_request_said (county, given_to) where given_to is not null;

alter table kind_request enable row level security;
create policy read on kind_request for select using (county = scope_county() and (given_to = scope_given()
  or ((starts_with(community, scope_area()) or scope_area() = any (readers)) and (not health or scope_health()))));
create policy add on kind_request for insert with check (county = scope_tenant()
  and (starts_with(community, scope_area()) or scope_area() = any (readers)) and (not health or scope_health()));
create policy change on kind_request for update
  using (county = scope_tenant() and (given_to = scope_given()
    or ((starts_with(community, scope_area()) or scope_area() = any (readers)) and (not health or scope_health()))))
  with check (county = scope_tenant() and (given_to = scope_given()
    or ((starts_with(community, scope_area()) or scope_area() = any (readers)) and (not health or scope_health()))));
grant select, insert, update (readers, standing, state, waits_on, turn, due_at, office, assignee, given_to, result, ended_on)
  on kind_request to wangdi_app;

-- Whoever was given a request adds what they did and reads no act: grounds and results of others may say why.
alter table kind_request_act enable row level security;
create policy read on kind_request_act for select using (county = scope_county()
  and (starts_with(community, scope_area()) or scope_area() = any (readers)) and (not health or scope_health()));
create policy add on kind_request_act for insert with check (county = scope_tenant() and (by_account = scope_given()
  or ((starts_with(community, scope_area()) or scope_area() = any (readers)) and (not health or scope_health()))));
-- Where it lies they let in who comes to take part; nothing else of an act ever changes.
create policy change on kind_request_act for update
  using (county = scope_tenant() and starts_with(community, scope_area()) and (not health or scope_health()))
  with check (county = scope_tenant() and starts_with(community, scope_area()) and (not health or scope_health()));
grant select, insert, update (readers) on kind_request_act to wangdi_app;

alter table kind_request_said enable row level security;
create policy read on kind_request_said for select using (county = scope_county()
  and ((audience = 'helper' and given_to = scope_given())
    or ((starts_with(community, scope_area()) or scope_area() = any (readers)) and (audience <> 'health' or scope_health()))));
create policy add on kind_request_said for insert with check (county = scope_tenant()
  and (starts_with(community, scope_area()) or scope_area() = any (readers)) and (audience <> 'health' or scope_health()));
create policy change on kind_request_said for update
  using (county = scope_tenant() and starts_with(community, scope_area()) and (audience <> 'health' or scope_health()))
  with check (county = scope_tenant() and starts_with(community, scope_area()) and (audience <> 'health' or scope_health()));
grant select, insert, update (readers, given_to) on kind_request_said to wangdi_app;

-- Drops what ended longer ago, at that moment, than its kind keeps it, with all that was said and done; gives how many requests.
create function drop_ended_requests(moment timestamptz) returns bigint language plpgsql security definer
  set search_path = public, pg_temp as $$
declare n bigint;
begin
  delete from kind_request r where r.ended_on + r.keep_days < (moment at time zone 'Asia/Shanghai')::date;
  get diagnostics n = row_count;
  return n;
end $$;
revoke all on function drop_ended_requests(timestamptz) from public;
grant execute on function drop_ended_requests(timestamptz) to wangdi_app;
