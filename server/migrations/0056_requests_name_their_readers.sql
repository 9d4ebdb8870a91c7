-- Who reads a request stands in its rows: a policy that asks another table is refused by a cluster and asked for every row elsewhere.

-- The places, the handling office and those above it apart, that read it: who took it down, and the place it is about once
-- something was put to it.
alter table request add column readers text[];
update request r set readers = array[r.taken_at] || case when exists (
    select from request_words w, unnest(w.offices) office where w.county = r.county and w.request = r.id and starts_with(office, r.against))
  then array[r.against] else '{}' end;
alter table request alter column readers set not null, add check (taken_at = any (readers));

-- An act is read by those who read its request.
alter table request_act add column office text, add column readers text[];
update request_act a set office = r.office, readers = r.readers from request r where r.county = a.county and r.id = a.request;
alter table request_act alter column office set not null, alter column readers set not null;

-- Words are read by the offices named and, within the county, by those above them.
create function areas_around(offices text[]) returns text[] language plpgsql immutable set search_path = public, pg_temp as $$
begin
  return array(select distinct left(office, digits) from unnest(offices) office, unnest(array[6, 9, 12]) digits
    where length(office) >= digits order by 1);
end $$;
grant execute on function areas_around(text[]) to wangdi_app;
alter table request_words add column areas text[] not null generated always as (areas_around(offices)) stored;

drop policy offices on request;
create policy readers on request for select using (starts_with(office, scope_place()) or scope_place() = any (readers));
create policy taken on request for insert with check (taken_at = scope_place() and county = scope_county());
-- Those who read it let the place it is about read it, too; nothing else of it ever changes.
create policy shown on request for update using (starts_with(office, scope_place()) or scope_place() = any (readers))
  with check (starts_with(office, scope_place()) or scope_place() = any (readers));
grant update (readers) on request to wangdi_app;

drop policy as_request on request_act;
create policy readers on request_act for select using (starts_with(office, scope_place()) or scope_place() = any (readers));
create policy near on request_act for insert with check (scope_is_near(county));
create policy shown on request_act for update using (starts_with(office, scope_place()) or scope_place() = any (readers))
  with check (starts_with(office, scope_place()) or scope_place() = any (readers));
grant update (readers) on request_act to wangdi_app;

drop policy readers on request_words;
create policy readers on request_words for select
  using (scope_place() = any (offices) or (county = scope_county() and scope_area() = any (areas)));
create policy near on request_words for insert with check (scope_is_near(county));
