-- Documents that hold are held by phones: they go from them when they are destroyed after a response, and when their time is over.
update destruction_kind set told = true where target = 'kind_document';

create or replace function drop_ended_documents(moment timestamptz) returns bigint language plpgsql security definer
  set search_path = public, pg_temp as $$
declare today date := (moment at time zone 'Asia/Shanghai')::date; dropped bigint := 0; one text; ids uuid[]; communities text[];
begin
  for one in select t.county from tenant t order by t.county loop
    with gone as (delete from kind_document d where d.county = one and not d.unready
        and coalesce(d.ended_on, d.until_day) + d.keep_days < today returning d.id, d.community)
      select array_agg(g.id), array_agg(g.community) into ids, communities from gone g;
    delete from kind_document_head h where h.held_in = one and h.id = any (ids);
    insert into change (county, community, xid, subject, id)
      select t.county, r.community, transaction_at(t.county), 'kind_document', r.id
      from tenant t, unnest(communities, ids) as r (community, id) where t.county = one on conflict do nothing;
    dropped := dropped + coalesce(array_length(ids, 1), 0);
  end loop;
  return dropped;
end $$;
