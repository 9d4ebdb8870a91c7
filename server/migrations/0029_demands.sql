-- What authorities and departments want from communities, and what became of it: rows are only ever added, refused ones too.

create table demand (
  id uuid primary key,
  place text not null,                        -- of the asker; of the community that told of a form asked past the desk
  origin text not null check (origin in ('asker', 'community')),
  kind text not null check (kind in ('figures', 'form', 'task')),
  title text not null, asker text not null,
  document text not null, purpose text not null, ground text not null,
  items text[] not null,                      -- names of the data dictionary
  new_items jsonb not null,                   -- [{name, purpose, ground, keep}]
  scope text[] not null check (cardinality(scope) > 0),
  valid_from date not null, until date not null check (until >= valid_from),
  rhythm text not null check (rhythm in ('once', 'daily', 'weekly', 'monthly')),
  minutes integer not null check (minutes >= 0),
  money integer check (money >= 0), money_from text not null default '',
  filed_by uuid not null references account (id), filed_at timestamptz not null
);
create index demand_place on demand (place, filed_at);
call protect_figures('demand', append_only => true);

create table demand_act (
  id uuid primary key,
  demand uuid not null references demand (id),
  place text not null,                        -- the county that decided, or the asker's place
  kind text not null check (kind in ('answered', 'refused', 'accepted', 'merged', 'renewed', 'ended')),
  grounds text[] not null default '{}',       -- of a refusal at filing
  reason text not null default '',
  other uuid references demand (id),
  until date,
  by_account uuid not null references account (id), at timestamptz not null,
  seen bigint generated always as identity,
  check ((kind = 'merged') = (other is not null)), check ((kind = 'renewed') = (until is not null))
);
create index demand_act_demand on demand_act (demand, seen);
call protect_figures('demand_act', append_only => true);

-- Counts from the registers of people and doors, for askers above the county too: numbers alone leave this function, and only
-- of a place within the actor's own. Names stay behind their wall.
create function count_registers(in_place text, on_day date) returns table (item text, figure bigint)
language sql stable security definer set search_path = public as $$
  with counties as (
    select array_agg(code) as codes from (
      select left(in_place, 6) as code where length(in_place) >= 6
      union select code from place where length(code) = 6 and length(in_place) < 6 and starts_with(code, in_place)) known
    where starts_with(in_place, scope_place())),
  living as (select p.county, p.id, p.born from person p, counties
    where p.county = any(counties.codes) and starts_with(p.community, in_place) and (p.left_on is null or p.left_on > on_day)),
  doors as (select d.use from dwelling d, counties where d.county = any(counties.codes) and starts_with(d.community, in_place))
  select 'count.residents', count(*) from living
  union all select 'count.elders', count(*) from living where born <= on_day - interval '65 years'
  union all select 'count.children', count(*) from living where born > on_day - interval '14 years'
  union all select 'count.dwellings', count(*) from doors
  union all select 'count.vacant', count(*) from doors where use = 'vacant'
  union all select 'key-group.' || m.kind, count(distinct m.person) from person_mark m join living on living.county = m.county and living.id = m.person
    where m.since <= on_day and (m.ended_on is null or m.ended_on > on_day) group by m.kind
$$;
revoke all on function count_registers(text, date) from public;
grant execute on function count_registers(text, date) to wangdi_app;
