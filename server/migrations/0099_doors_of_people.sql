-- The door of a person is changed, never lost: behind which one the record stood before, who put it elsewhere, when and why.
create table person_move (
  county text not null, id uuid not null, community text not null, person uuid not null,
  from_dwelling uuid, to_dwelling uuid,
  moved_on date,                              -- as told; null where nobody said it
  why text not null check (why in ('moved', 'corrected', 'roster', 'taken-back')),
  by_account uuid not null references account (id), at timestamptz not null,
  primary key (county, id),
  foreign key (county, person) references person (county, id) on delete cascade,
  foreign key (county, from_dwelling) references dwelling (county, id),
  foreign key (county, to_dwelling) references dwelling (county, id),
  check (from_dwelling is distinct from to_dwelling)
);
create index person_move_person on person_move (county, person);
call protect_personal('person_move', append_only => true);
create index person_move_from on person_move (county, from_dwelling);
create index person_move_to on person_move (county, to_dwelling);

-- As before, and whoever was moved from or to one of its doors stands on it, too.
-- What taking an import back would do, and what stands on it: counts alone. `goes`: rows that it made and that are still there.
-- What stands in registers of health and observation is counted among other records: not everybody who imports may read those.
create or replace function weigh_import(in_county text, in_run uuid, in_today date) returns jsonb language plpgsql stable security definer
  set plan_cache_mode = force_custom_plan set search_path = public, pg_temp as $$
declare
  run import_run := own_import(in_county, in_run);
  people uuid[] := ids_of_import(in_county, in_run, 'person');
  marks uuid[] := ids_of_import(in_county, in_run, 'person_mark');
  arrived uuid[] := ids_of_import(in_county, in_run, 'arrival');
  facts uuid[] := ids_of_import(in_county, in_run, 'health_fact');
  doors uuid[] := ids_of_import(in_county, in_run, 'dwelling');
  buildings uuid[] := ids_of_import(in_county, in_run, 'building');
  estates uuid[] := ids_of_import(in_county, in_run, 'estate');
  filled uuid[] := ids_of_import(in_county, in_run, 'filled');
  area text := scope_area();
  n bigint; m bigint; goes jsonb := '{}'; stands jsonb := '{}'; beyond boolean; traced boolean;
begin
  select count(*) into n from person p where p.county = in_county and p.id = any(people);
  goes := goes || jsonb_build_object('people', n);
  select count(*) into n from dwelling d where d.county = in_county and d.id = any(doors);
  goes := goes || jsonb_build_object('doors', n);
  select count(*) into n from person_mark k where k.county = in_county and k.id = any(marks);
  goes := goes || jsonb_build_object('marks', n);
  select count(*) into n from arrival a where a.county = in_county and a.id = any(arrived);
  goes := goes || jsonb_build_object('arrivals', n);
  select count(*) into n from health_fact f where f.county = in_county and f.id = any(facts);
  goes := goes || jsonb_build_object('health_facts', n);
  select count(*) into n from person_pile i where i.county = in_county and i.run = in_run;
  goes := goes || jsonb_build_object('to_settle', n);
  select count(*) into n from import_trace t where t.county = in_county and t.run = in_run and t.kind = 'heads';
  goes := goes || jsonb_build_object('heads', n);
  select count(distinct one) into n from unnest(filled) as one where one <> all(people);
  goes := goes || jsonb_build_object('filled_people', n);
  select count(*) into n from import_trace t, unnest(t.ids) as one where t.county = in_county and t.run = in_run and t.kind = 'used';
  goes := goes || jsonb_build_object('filled_doors', n);

  -- Somebody of another community was filled in by whoever sees further than the one who looks now.
  select count(*) into n from person p
    where p.county = in_county and p.id = any(filled) and not coalesce(starts_with(p.community, area), false);
  beyond := n > 0;

  select count(*) into n from visit v where v.county = in_county and (v.dwelling = any(doors)
    or (v.community = run.community and exists (select from jsonb_array_elements_text(v.met) as m (one) where m.one::uuid = any(people))));
  stands := stands || jsonb_build_object('visits', n);
  select count(*) into n from control_order o where o.place = run.community and (o.building = any(buildings) or o.estate = any(estates));
  select count(*) into m from order_draft o where o.place = run.community
    and ((o.content #>> '{content,at,building}')::uuid = any(buildings) or (o.content #>> '{content,at,estate}')::uuid = any(estates));
  stands := stands || jsonb_build_object('orders', n + m);

  -- Corrections: people made or filled in and changed since, uses of doors said since, marks reviewed, arrivals checked.
  select count(*) into n from person p where p.county = in_county and p.id = any(people) and p.changed_by is not null and p.id <> all(filled);
  select count(distinct p.id) into m from import_trace t
    join lateral jsonb_to_recordset(t.before) as b (id uuid, at timestamptz, last boolean) on b.last
    join person p on p.county = in_county and p.id = b.id
    where t.county = in_county and t.run = in_run and t.kind = 'filled' and p.changed_at <> b.at;
  n := n + m;
  select count(*) into m from dwelling d where d.county = in_county and d.id = any(doors) and d.version > 1 and d.use <> 'unknown';
  n := n + m;
  select count(*) into m from import_trace t join lateral jsonb_to_recordset(t.before) as b (id uuid, version integer) on true
    join dwelling d on d.county = in_county and d.id = b.id
    where t.county = in_county and t.run = in_run and t.kind = 'used' and d.version <> b.version and d.id <> all(doors);
  n := n + m;
  select count(*) into m from person_mark k where k.county = in_county and k.id = any(marks) and (k.version > 1 or k.ended_on is not null);
  n := n + m;
  select count(*) into m from arrival a where a.county = in_county and a.id = any(arrived) and a.version > 1;
  n := n + m;
  select count(*) into m from person_move v where v.county = in_county and (v.from_dwelling = any(doors) or v.to_dwelling = any(doors));
  stands := stands || jsonb_build_object('corrections', n + m);

  select count(*) into n from requester r where r.county = in_county and r.person = any(people);
  stands := stands || jsonb_build_object('requests', n);
  select count(*) into n from residence_proof r where r.county = in_county and (r.person = any(people) or r.dwelling = any(doors));
  stands := stands || jsonb_build_object('proofs', n);
  select count(*) into n from person_pile i where i.county = in_county and i.settled is not null
    and (i.run = in_run or i.person = any(people) or i.other = any(people));
  select count(*) into m from person_link l where l.county = in_county and l.ended_at is null
    and (l.one = any(people) or l.other = any(people))
    and not exists (select from person_pile i where i.county = in_county and i.settled is not null
      and ((i.person = l.one and i.other = l.other) or (i.person = l.other and i.other = l.one)));
  stands := stands || jsonb_build_object('decisions', n + m);

  -- Other records: stays and what was decided about arrivals, health, homes, advice, marks and arrivals that somebody entered.
  select count(*) into n from observation o where o.county = in_county
    and (o.person = any(people) or o.dwelling = any(doors) or o.arrival = any(arrived));
  select count(*) into m from arrival_decision d where d.county = in_county and d.arrival = any(arrived) and d.observation is null;
  n := n + m;
  select count(*) into m from home_assessment h where h.county = in_county and h.person = any(people);
  n := n + m;
  select count(*) into m from colour_decision c where c.county = in_county and (c.person = any(people)
    or exists (select from health_fact f where f.county = in_county and f.person = c.person and f.id = any(facts) and f.at < c.at));
  n := n + m;
  select count(*) into m from health_fact f where f.county = in_county and f.person = any(people) and f.id <> all(facts);
  n := n + m;
  select count(*) into m from person_advice a where a.county = in_county and a.person = any(people);
  n := n + m;
  select count(*) into m from person_mark k where k.county = in_county and k.person = any(people) and k.id <> all(marks);
  n := n + m;
  select count(*) into m from arrival a where a.county = in_county
    and (a.person = any(people) or a.dwelling = any(doors)) and a.id <> all(arrived);
  stands := stands || jsonb_build_object('records', n + m);

  select count(*) into n from person p where p.county = in_county and p.dwelling = any(doors) and p.id <> all(people) and p.id <> all(filled);
  stands := stands || jsonb_build_object('people', n);
  select count(*) into n from dwelling d where d.county = in_county and d.id <> all(doors)
    and (d.building = any(buildings) or d.estate = any(estates));
  select count(*) into m from building b where b.county = in_county and b.estate = any(estates) and b.id <> all(buildings);
  stands := stands || jsonb_build_object('doors', n + m);
  select count(distinct g.dwelling) into n from dwelling_grid g where g.county = in_county and g.dwelling = any(doors);
  stands := stands || jsonb_build_object('grids', n);
  -- A round that is over keeps its doors when somebody looks at it for the first time: until then, too, they are those of its last day.
  select count(distinct l.round) into n from round_line l where l.county = in_county and (l.dwelling = any(doors) or l.person = any(people));
  select count(*) into m from round r where r.county = in_county and r.community = run.community and (doors <> '{}' or people <> '{}')
    and r.last_day < in_today and r.last_day >= (run.at at time zone 'Asia/Shanghai')::date
    and not exists (select from round_frozen f where f.county = in_county and f.round = r.id);
  stands := stands || jsonb_build_object('rounds', n + m);
  select count(distinct t.run) into n from import_trace t, unnest(t.ids) as one
    where t.county = in_county and t.kind = 'found' and t.run <> in_run and (one = any(people) or one = any(doors));
  stands := stands || jsonb_build_object('imports', n);
  -- Whoever took in anything has a trace until it is destroyed.
  select run.traced and (run.accepted = 0 or count(*) > 0) into traced from import_trace t where t.county = in_county and t.run = in_run;
  return jsonb_build_object('undone', run.undone_at is not null, 'traced', traced, 'beyond', beyond, 'goes', goes, 'stands', stands);
end $$;
