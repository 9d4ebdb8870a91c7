-- Nobody is forgotten when a response ends: whoever is under observation then is released before, handed on to somebody, or listed
-- as left, each by a named person.
create table observation_handover (
  county text not null, id uuid not null, community text not null,
  observation uuid not null,
  response uuid not null,                     -- no key: responses lie on the coordinator of a cluster
  outcome text not null check (outcome in ('handed-on', 'left')),
  note text not null,                         -- to whom, or why the term goes on
  by_account uuid not null references account (id), at timestamptz not null,
  primary key (county, id),
  foreign key (county, observation) references observation (county, id)
);
-- Of two who settle the same person one wins.
create unique index observation_handover_once on observation_handover (county, response, observation);
call protect_personal('observation_handover', health => true, append_only => true);
insert into destruction_kind (name, target, ordinal, needs, day, parent, parent_column, only_where, emptied) values
  ('observation_handover', 'observation_handover', 39, 'observation', null, 'observation', 'observation', 'true', null);

-- How many are under observation under a response on a day and not settled, but where another response goes on: a count alone, for the
-- authority that ends its own response and may see nobody.
-- County by county, each on the server where it lies.
create function observed_unsettled(in_response uuid, in_held text[], in_day date) returns bigint
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
        and not exists (select from observation_release s where s.county = one and s.observation = o.id)
        and not exists (select from observation_handover h
          where h.county = one and h.observation = o.id and h.response = in_response);
    n := n + found;
  end loop;
  return n;
end $$;
revoke all on function observed_unsettled from public;
grant execute on function observed_unsettled to wangdi_app;
