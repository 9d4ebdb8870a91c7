-- Photos and signatures that fields of kinds hold: sealed bytes, each of one record and gone with it. What nobody made a record of is
-- loose: seen by who put it alone, and dropped after a day.

create table kind_file (
  county text not null, id uuid not null,
  kind text not null,
  place text not null,                        -- where whoever put it works; its room is counted there
  by_account uuid not null references account (id),
  at timestamptz not null,
  mime text not null check (mime in ('image/jpeg', 'image/png')),
  size integer not null check (size > 0),     -- bytes before they were sealed
  hash text not null,                         -- keyed hash of what came up, by which a repeat is known again
  bytes bytea not null,                       -- sealed
  -- The record that it belongs to and who reads it, as that record says; loose without any.
  community text,
  readers text[] not null default '{}',
  health boolean not null default false,
  audience text not null default 'office' check (audience in ('helper', 'office', 'health')),
  given_to uuid,
  request uuid, thing uuid, look uuid, document uuid,
  primary key (county, id),
  check ((community is null) = (num_nonnulls(request, thing, look, document) = 0)),
  check (num_nonnulls(request, thing, look, document) <= 1),
  check (audience <> 'health' or health),
  foreign key (county, request) references kind_request (county, id) on delete cascade,
  foreign key (county, thing) references kind_thing (county, id) on delete cascade,
  foreign key (county, look) references kind_check (county, id) on delete cascade,
  foreign key (county, document) references kind_document (county, id) on delete cascade
);
create index kind_file_request on kind_file (county, request) where request is not null;
create index kind_file_thing on kind_file (county, thing) where thing is not null;
create index kind_file_look on kind_file (county, look) where look is not null;
create index kind_file_document on kind_file (county, document) where document is not null;
create index kind_file_loose on kind_file (county, at) where community is null;
create index kind_file_place on kind_file (county, place);

alter table kind_file enable row level security;
-- Whoever was given a request reads what is meant for helpers, and what they put there themselves.
create policy read on kind_file for select using (county = scope_county() and (
  (community is null and by_account = scope_account()) or by_account = scope_given()
  or (audience = 'helper' and given_to = scope_given())
  or ((starts_with(community, scope_area()) or scope_area() = any (readers)) and (not health or scope_health()))));
create policy add on kind_file for insert with check (county = scope_tenant() and community is null
  and (by_account = scope_account() or by_account = scope_given()));
-- It is given to a record by whoever put it; where it lies they let in who comes to take part. Nothing of the photo ever changes.
create policy change on kind_file for update
  using (county = scope_tenant() and ((community is null and by_account = scope_account()) or by_account = scope_given()
    or ((starts_with(community, scope_area()) or scope_area() = any (readers)) and (not health or scope_health()))))
  with check (county = scope_tenant() and (by_account = scope_given()
    or ((starts_with(community, scope_area()) or scope_area() = any (readers)) and (not health or scope_health()))));
grant select, insert, update (community, readers, health, audience, given_to, request, thing, look, document) on kind_file to wangdi_app;

-- How many bytes of photos those who work at a place have put, also those that the one who asks may not see.
create function bytes_of_files(in_county text, in_place text) returns bigint language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return (select coalesce(sum(f.size), 0) from kind_file f where f.county = in_county and f.place = in_place);
end $$;
revoke all on function bytes_of_files(text, text) from public;
grant execute on function bytes_of_files(text, text) to wangdi_app;

-- Drops, county by county, what nobody made a record of within a day of that moment; gives how many.
create function drop_loose_files(moment timestamptz) returns bigint language plpgsql security definer
  set search_path = public, pg_temp as $$
declare dropped bigint := 0; one text; n bigint;
begin
  for one in select t.county from tenant t order by t.county loop
    delete from kind_file f where f.county = one and f.community is null and f.at < moment - interval '1 day';
    get diagnostics n = row_count;
    dropped := dropped + n;
  end loop;
  return dropped;
end $$;
revoke all on function drop_loose_files(timestamptz) from public;
grant execute on function drop_loose_files(timestamptz) to wangdi_app;

-- They are destroyed with their record.
update destruction_kind set takes = takes || array['kind_file'] where target in ('kind_request', 'kind_thing', 'kind_check', 'kind_document');
