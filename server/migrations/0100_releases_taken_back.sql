-- A release that was wrong is taken back on its day by a named person with a reason; its number stays in the series, its paper is
-- void, and the person waits for a release again.
alter table observation_release
  add column withdrawn_at timestamptz, add column withdrawn_by uuid references account (id),
  add column withdrawn_why text not null default '';
drop index observation_release_once;
-- Of two who release the same person one wins.
create unique index observation_release_once on observation_release (county, observation) where withdrawn_at is null;
create index observation_release_observation on observation_release (county, observation);
call protect_personal('observation_release', health => true);

-- Whoever had a release that was taken back is under observation as before.
create or replace function observed_unsettled(in_response uuid, in_held text[], in_day date) returns bigint
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare areas text[]; one text; found bigint; n bigint := 0;
begin
  select r.scope into areas from response r where r.id = in_response and r.place = scope_place();
  for one in select t.county from tenant t loop
    continue when not exists (select from unnest(areas) area where starts_with(one, area) or starts_with(area, one));
    select count(*) into found from observation o
      where o.county = one and o.last_day >= in_day
        and exists (select from unnest(areas) area where starts_with(o.community, area))
        and not exists (select from unnest(in_held) held where starts_with(o.community, held))
        and not exists (select from observation_end x where x.county = one and x.observation = o.id)
        and not exists (select from observation_release s
          where s.county = one and s.observation = o.id and s.withdrawn_at is null)
        and not exists (select from observation_handover h
          where h.county = one and h.observation = o.id and h.response = in_response);
    n := n + found;
  end loop;
  return n;
end $$;
