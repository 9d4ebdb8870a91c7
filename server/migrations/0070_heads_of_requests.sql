-- What offices above the county list of requests: heads and where they stand, no names and no words. They would otherwise ask
-- every county for it; here each request of a whole nation is one row, kept in the transaction of its acts. Opened, a request is
-- read in its county, which the head names.
create table request_head (
  id uuid not null,
  held_in text not null check (held_in ~ '^[0-9]{6}$'),   -- the county with which the request lies
  number text not null,
  kind text not null,
  place text collate "C" not null check (place ~ '^[0-9]{4,12}$'),  -- the office that handles it
  reviewer text not null,                     -- the office above that one
  against text not null check (starts_with(against, held_in)),
  taken_at text not null,
  way text not null,
  details jsonb not null,
  day date not null, at timestamptz not null,
  acts jsonb not null,                        -- [{kind, result, day}] of what bears on its standing, in its order
  primary key (id, held_in)                   -- ids are made by clients: one county takes none from another
);
create index request_head_place on request_head (place, day);

-- The rights of the request itself: read by the office with all above it, and where it was taken down. A desk writes for offices
-- beside and above it, since whoever handles a request stands above the one complained about; but only in the line of its county.
-- What it may change later is where the request stands: the office, its desk and the level that reviews do.
alter table request_head enable row level security;
create policy read on request_head for select using (starts_with(place, scope_place()) or taken_at = scope_place());
create policy add on request_head for insert
  with check (taken_at = scope_place() and held_in = scope_tenant() and (starts_with(place, held_in) or starts_with(held_in, place)));
create policy change on request_head for update using (scope_place() in (place, taken_at, reviewer))
  with check (scope_place() in (place, taken_at, reviewer));
grant select, insert, update (acts) on request_head to wangdi_app;

insert into request_head (id, held_in, number, kind, place, reviewer, against, taken_at, way, details, day, at, acts)
  select r.id, r.county, r.number, r.kind, r.office,
    left(r.office, case length(r.office) when 12 then 9 when 9 then 6 when 6 then 4 when 4 then 2 else 0 end),
    r.against, r.taken_at, r.way, r.details, r.day, r.at,
    coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'result', a.result, 'day', a.day) order by a.seen) from request_act a
      where a.county = r.county and a.request = r.id and a.kind in ('taken', 'answered', 'accepted', 'review-asked', 'reviewed')), '[]')
  from request r;
