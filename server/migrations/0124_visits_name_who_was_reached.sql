-- A visit keeps whom it reached: who moves in or out later changes nothing of it. Of the visits that name nobody, those to a door
-- where one person lives are that person's, as they were counted until now; phones are told.
with alone as (
  select p.county, p.dwelling, min(p.id::text) as id from person p where p.dwelling is not null and p.left_on is null
  group by p.county, p.dwelling having count(*) = 1
), named as (
  update visit v set met = jsonb_build_array(o.id) from alone o
  where v.county = o.county and v.dwelling = o.dwelling and v.result = 'met' and v.met = '[]'
  returning v.county, v.community, v.id
)
insert into change (county, community, xid, subject, id)
  select n.county, n.community, transaction_at(n.county), 'visit', n.id from named n on conflict do nothing;
-- How many lived behind the door decided that until now.
alter table round_line drop column household;
