-- Counts from the registers are made county by county, each on the server where the county lies. For askers above the county they are
-- kept by county and day: a province that asks again, or asks something else that day, reads figures and not the registers.

create table register_count (
  place text not null check (place ~ '^[0-9]{6}$'),   -- the county
  day date not null, item text not null, figure bigint not null,
  primary key (place, day, item)
);
call protect_figures('register_count', append_only => true);
-- Written by the function below and by nobody else.
revoke insert on register_count from wangdi_app;

drop function count_registers(text, date);

create function count_county(in_county text, in_place text, on_day date) returns table (item text, figure bigint)
language plpgsql stable set search_path = public, pg_temp as $$
declare residents bigint; elders bigint; children bigint; doors bigint; vacant bigint;
begin
  select count(*), count(*) filter (where p.born <= on_day - interval '65 years'), count(*) filter (where p.born > on_day - interval '14 years')
    into residents, elders, children
    from person p where p.county = in_county and starts_with(p.community, in_place) and (p.left_on is null or p.left_on > on_day);
  select count(*), count(*) filter (where d.use = 'vacant') into doors, vacant
    from dwelling d where d.county = in_county and starts_with(d.community, in_place);
  return query values ('count.residents', residents), ('count.elders', elders), ('count.children', children),
    ('count.dwellings', doors), ('count.vacant', vacant);
  return query select 'key-group.' || m.kind, count(distinct m.person) from person_mark m
    join person p on p.county = in_county and p.id = m.person
    where m.county = in_county and starts_with(p.community, in_place) and (p.left_on is null or p.left_on > on_day)
      and m.since <= on_day and (m.ended_on is null or m.ended_on > on_day) group by m.kind;
end $$;
revoke all on function count_county(text, text, date) from public;

-- Numbers alone leave this function, and only of a place within the actor's own. Names stay behind their wall.
create function count_registers(in_place text, on_day date) returns table (item text, figure bigint)
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
    where r.day = on_day and starts_with(r.place, in_place) group by r.item;
  if not found then return query select c.item, c.figure from count_county(null, in_place, on_day) c; end if;
end $$;
revoke all on function count_registers(text, date) from public;
grant execute on function count_registers(text, date) to wangdi_app;
