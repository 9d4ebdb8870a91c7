-- Above the county there are figures and no names, also of staff: accounts and posts are read within their county, and beyond it by
-- those of the very same place. Who signs in is looked up before anybody knows from where (`wangdi.accounts`), by that alone.
create function scope_signs_in() returns boolean language sql stable parallel safe
  return coalesce(current_setting('wangdi.accounts', true), '') = 'all';
-- A place whose names may be read from here: the own one, and from a county or what lies in it those below.
create function scope_names(place text) returns boolean language sql stable parallel safe
  return place = scope_place() or (length(scope_place()) >= 6 and starts_with(place, scope_place()));
grant execute on function scope_signs_in(), scope_names(text) to wangdi_app;

drop policy read on account;
create policy read on account for select
  using (scope_signs_in() or scope_names(place) or (starts_with(place, scope_county()) and starts_with(scope_place(), place)));
-- Of those above, the secretaries are known, who answer for the chain from province to village (2023: 五级书记).
drop policy read on team_member;
create policy read on team_member for select
  using (scope_names(place) or (post = 'secretary' and starts_with(scope_place(), place)));

-- How many hold each post of a place on a day, and how many of them have a deputy: numbers alone.
create function count_posts(in_place text, on_day date) returns table (post text, held bigint, with_deputy bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not coalesce(starts_with(in_place, scope_place()), false) then return; end if;
  return query select m.post, count(*), count(m.deputy) from team_member m
    where m.place = in_place and m.valid_from <= on_day and (m.valid_to is null or m.valid_to > on_day) group by m.post;
end $$;
-- How many work in each community below a place.
create function count_staff(in_place text) returns table (place text, n bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not coalesce(starts_with(in_place, scope_place()), false) then return; end if;
  return query select a.place, count(*) from account a
    where a.active and length(a.place) = 12 and starts_with(a.place, in_place) group by a.place;
end $$;
revoke all on function count_posts(text, date), count_staff(text) from public;
grant execute on function count_posts(text, date), count_staff(text) to wangdi_app;
