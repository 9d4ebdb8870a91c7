-- Things that rounds go to, and looks at them, go from phones when they are destroyed after a response.
update destruction_kind set told = true where target in ('kind_thing', 'kind_check');

-- What is dropped when its time is over is told of, too, county by county.
create or replace function drop_ended_requests(moment timestamptz) returns bigint language plpgsql security definer
  set search_path = public, pg_temp as $$
declare today date := (moment at time zone 'Asia/Shanghai')::date; dropped bigint := 0; one text; ids uuid[]; communities text[];
begin
  for one in select t.county from tenant t order by t.county loop
    with gone as (delete from kind_request r where r.county = one and r.ended_on + r.keep_days < today returning r.id, r.community)
      select array_agg(g.id), array_agg(g.community) into ids, communities from gone g;
    insert into change (county, community, xid, subject, id)
      select t.county, r.community, transaction_at(t.county), 'kind_request', r.id
      from tenant t, unnest(communities, ids) as r (community, id) where t.county = one on conflict do nothing;
    dropped := dropped + coalesce(array_length(ids, 1), 0);
    -- A look goes when its time is over, and with its thing.
    with gone as (delete from kind_check k where k.county = one and (k.day + k.keep_days < today or exists (select from kind_thing t
        where t.county = one and t.id = k.thing and t.ended_on + t.keep_days < today
          and not exists (select from kind_request r where r.county = one and r.thing = t.id))) returning k.id, k.community)
      select array_agg(g.id), array_agg(g.community) into ids, communities from gone g;
    insert into change (county, community, xid, subject, id)
      select t.county, r.community, transaction_at(t.county), 'kind_check', r.id
      from tenant t, unnest(communities, ids) as r (community, id) where t.county = one on conflict do nothing;
    dropped := dropped + coalesce(array_length(ids, 1), 0);
    with gone as (delete from kind_thing t where t.county = one and t.ended_on + t.keep_days < today
        and not exists (select from kind_request r where r.county = one and r.thing = t.id) returning t.id, t.community)
      select array_agg(g.id), array_agg(g.community) into ids, communities from gone g;
    insert into change (county, community, xid, subject, id)
      select t.county, r.community, transaction_at(t.county), 'kind_thing', r.id
      from tenant t, unnest(communities, ids) as r (community, id) where t.county = one on conflict do nothing;
    dropped := dropped + coalesce(array_length(ids, 1), 0);
  end loop;
  return dropped;
end $$;
