-- Above the county, figures of people of one community are told from a least count on: a setting of ours, changed here.
insert into installation values ('least-count', '5');

-- For that, the communities of a county are counted together and kept with it, for the day; what is asked above reads these figures.
alter table register_count drop constraint register_count_place_check;
alter table register_count add constraint register_count_place_check check (place ~ '^([0-9]{6}|[0-9]{12})$');
alter table register_count add column counted_at timestamptz not null default now();

create function count_by_community(in_county text, on_day date) returns table (place text, item text, figure bigint)
language plpgsql stable set search_path = public, pg_temp as $$
begin
  return query select p.community, c.item, c.figure from (
      select p.community, count(*) as residents, count(*) filter (where p.born <= on_day - interval '65 years') as elders,
        count(*) filter (where p.born > on_day - interval '14 years') as children
      from person p where p.county = in_county and (p.left_on is null or p.left_on > on_day) group by p.community) p,
    lateral (values ('count.residents', p.residents), ('count.elders', p.elders), ('count.children', p.children)) as c (item, figure);
  return query select d.community, c.item, c.figure from (
      select d.community, count(*) as doors, count(*) filter (where d.use = 'vacant') as vacant
      from dwelling d where d.county = in_county group by d.community) d,
    lateral (values ('count.dwellings', d.doors), ('count.vacant', d.vacant)) as c (item, figure);
  return query select p.community, 'key-group.' || m.kind, count(distinct m.person) from person_mark m
    join person p on p.county = in_county and p.id = m.person
    where m.county = in_county and (p.left_on is null or p.left_on > on_day)
      and m.since <= on_day and (m.ended_on is null or m.ended_on > on_day) group by p.community, m.kind;
end $$;
revoke all on function count_by_community(text, date) from public;

-- Numbers alone, of a county within the actor's own place. County and communities are counted at the same moment, so that they add up.
create function count_communities(in_county text, on_day date) returns table (place text, item text, figure bigint, counted_at timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if length(in_county) <> 6 or not coalesce(starts_with(in_county, scope_place()), false) then return; end if;
  if not exists (select from register_count r where r.day = on_day and length(r.place) = 12 and starts_with(r.place, in_county)) then
    insert into register_count (place, day, item, figure)
      select c.place, on_day, c.item, c.figure from count_by_community(in_county, on_day) c on conflict do nothing;
    insert into register_count (place, day, item, figure)
      select in_county, on_day, r.item, sum(r.figure) from register_count r
        where r.day = on_day and length(r.place) = 12 and starts_with(r.place, in_county) group by r.item
      on conflict (place, day, item) do update set figure = excluded.figure, counted_at = excluded.counted_at;
  end if;
  return query select r.place, r.item, r.figure, r.counted_at from register_count r
    where r.day = on_day and length(r.place) = 12 and starts_with(r.place, in_county);
end $$;
revoke all on function count_communities(text, date) from public;
grant execute on function count_communities(text, date) to wangdi_app;

create or replace function count_registers(in_place text, on_day date) returns table (item text, figure bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
declare one text;
begin
  if length(in_place) >= 6 or not coalesce(starts_with(in_place, scope_place()), false) then
    -- Of a place outside: of no county, zeros.
    return query select c.item, c.figure
      from count_county(case when starts_with(in_place, scope_place()) then left(in_place, 6) end, in_place, on_day) c;
    return;
  end if;
  for one in select t.county from tenant t where starts_with(t.county, in_place) loop
    continue when exists (select from register_count r where r.place = one and r.day = on_day);
    insert into register_count (place, day, item, figure)
      select one, on_day, c.item, c.figure from count_county(one, one, on_day) c on conflict do nothing;
  end loop;
  return query select r.item, sum(r.figure)::bigint from register_count r
    where r.day = on_day and length(r.place) = 6 and starts_with(r.place, in_place) group by r.item;
  if not found then return query select c.item, c.figure from count_county(null, in_place, on_day) c; end if;
end $$;
