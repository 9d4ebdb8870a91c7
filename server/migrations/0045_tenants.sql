-- The counties that work here, one row each. A statement that writes many rows at once names it, so that on a cluster it runs
-- on the node on which the county lies; and what phones must know of that county's feed of changes stands in it.
create table tenant (
  county text primary key check (county ~ '^[0-9]{6}$'),
  epoch uuid not null default gen_random_uuid(),  -- renewed by hand when the county's rows were restored from a copy
  node text not null default '',                  -- the server on which `changes_from` counts
  changes_from bigint not null default 0          -- the first transaction of that server whose changes are all here
);
alter table tenant enable row level security;
create policy county on tenant using (county = scope_county()) with check (county = scope_county());
-- An account is made by those above: so a county begins to work here.
create policy entered on tenant for insert with check (starts_with(county, scope_place()));
grant select, insert, update (node, changes_from) on tenant to wangdi_app;

do $$
declare held record;
begin
  for held in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname = 'public' and c.relkind = 'r' and a.attname = 'county' and not a.attisdropped and c.relname <> 'tenant'
  loop
    execute format('insert into tenant (county) select distinct county from %I where county ~ ''^[0-9]{6}$'' on conflict do nothing', held.relname);
  end loop;
  insert into tenant (county) select place from county on conflict do nothing;
  insert into tenant (county) select distinct left(place, 6) from account where length(place) >= 6 on conflict do nothing;
  update tenant set epoch = value::uuid from installation where name = 'epoch';
end $$;
delete from installation where name in ('epoch', 'changes_from');

-- Which counties work here, for what is done for each of them by night: a code of the list of places each, nobody's rows.
create function counties_at_work() returns setof text language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select t.county from tenant t order by 1;
end $$;
revoke all on function counties_at_work from public;
grant execute on function counties_at_work to wangdi_app;
