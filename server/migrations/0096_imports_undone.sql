-- An import can be taken back until something else stands on what it made. For that each run keeps, page by page, the ids of the rows
-- that it made, of those that it found, and what stood there before it filled something in.
alter table import_run add column traced boolean not null default false;   -- false: brought in before this was kept; it stays
alter table import_run add column undone_at timestamptz;
alter table import_run add column undone_by uuid;
alter table import_run add column undone_why text not null default '';

create table import_trace (
  county text not null, id uuid not null, community text not null,
  run uuid not null,
  kind text not null check (kind in ('person', 'person_mark', 'arrival', 'health_fact', 'dwelling', 'building', 'estate',
    'found', 'filled', 'used', 'heads')),
  ids uuid[] not null,                        -- rows made; of `found` the people and doors that the roster named and that stood there
  before jsonb not null,                      -- of people, doors and heads of columns that were filled in: how to put them back
  at timestamptz not null default now(),
  primary key (county, id),
  foreign key (county, run) references import_run (county, id)
);
create index import_trace_run on import_trace (county, run, kind);
call protect_personal('import_trace', append_only => true);

-- What a roster of arrivals made is destroyed with the arrivals: it holds ids of people and words of addresses. The run stays, and can
-- be taken back no more.
insert into destruction_kind (name, target, ordinal, needs, day, parent, parent_column, only_where, emptied) values
  ('arrival-trace', 'import_trace', 65, 'arrivals', 'least(({t}.at at time zone ''Asia/Shanghai'')::date, {to})', null, null,
    'exists (select from import_run r where r.county = {t}.county and r.id = {t}.run and r.kind = ''arrivals'')', null);

-- The run, when it lies in the county and area from which somebody looks.
create function own_import(in_county text, in_run uuid) returns import_run language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare run import_run;
begin
  if in_county is distinct from scope_county() then raise exception 'not this county' using errcode = '42501'; end if;
  select * into run from import_run r where r.county = in_county and r.id = in_run;
  if run.id is null or not coalesce(starts_with(run.community, scope_area()), false) then
    raise exception 'no such import here' using errcode = '42501';
  end if;
  return run;
end $$;
revoke all on function own_import from public;

create function ids_of_import(in_county text, in_run uuid, in_kind text) returns uuid[] language plpgsql stable
  set search_path = public, pg_temp as $$
declare ids uuid[];
begin
  select array_agg(one) into ids from import_trace t, unnest(t.ids) as one
    where t.county = in_county and t.run = in_run and t.kind = in_kind;
  return coalesce(ids, '{}');
end $$;
revoke all on function ids_of_import from public;

-- What taking an import back would do, and what stands on it: counts alone. `goes`: rows that it made and that are still there.
-- What stands in registers of health and observation is counted among other records: not everybody who imports may read those.
create function weigh_import(in_county text, in_run uuid, in_today date) returns jsonb language plpgsql stable security definer
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

  -- Corrections: people made or filled in and changed since, uses of doors said since, marks reviewed,
  -- arrivals checked, and whoever was moved from or to one of the doors.
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
revoke all on function weigh_import from public;
grant execute on function weigh_import to wangdi_app;

-- Takes an import back in the transaction of its command, unless something stands on it, and gives back what `weigh_import` said just
-- before. The rows are locked first, what names before what is named: whoever writes upon one of them at that moment either is waited
-- for and stands in the way, or waits and finds it gone.
create function undo_import(in_county text, in_run uuid, in_today date, in_by uuid, in_why text) returns jsonb language plpgsql security definer
  set plan_cache_mode = force_custom_plan set search_path = public, pg_temp as $$
declare
  run import_run := own_import(in_county, in_run);
  people uuid[] := ids_of_import(in_county, in_run, 'person');
  marks uuid[] := ids_of_import(in_county, in_run, 'person_mark');
  arrived uuid[] := ids_of_import(in_county, in_run, 'arrival');
  facts uuid[] := ids_of_import(in_county, in_run, 'health_fact');
  doors uuid[] := ids_of_import(in_county, in_run, 'dwelling');
  filled uuid[] := ids_of_import(in_county, in_run, 'filled');
  used uuid[] := ids_of_import(in_county, in_run, 'used');
  buildings uuid[] := ids_of_import(in_county, in_run, 'building');
  estates uuid[] := ids_of_import(in_county, in_run, 'estate');
  surveyed uuid[];
  weighed jsonb; trace import_trace; told record;
begin
  select coalesce(array_agg(distinct f.person), '{}') into surveyed from health_fact f where f.county = in_county and f.id = any(facts);
  -- One import or undoing a community at a time.
  perform pg_advisory_xact_lock(4101, hashtext(run.community));
  perform 1 from person_pile i where i.county = in_county and (i.run = in_run or i.person = any(people) or i.other = any(people))
    order by i.id for update;
  perform 1 from person_mark k where k.county = in_county and k.id = any(marks) order by k.id for update;
  perform 1 from arrival a where a.county = in_county and a.id = any(arrived) order by a.id for update;
  perform 1 from person p where p.county = in_county and (p.id = any(people) or p.id = any(filled) or p.id = any(surveyed))
    order by p.id for update;
  perform 1 from dwelling d where d.county = in_county and (d.id = any(doors) or d.id = any(used)) order by d.id for update;
  perform 1 from building b where b.county = in_county and b.id = any(buildings) order by b.id for update;
  perform 1 from estate e where e.county = in_county and e.id = any(estates) order by e.id for update;
  weighed := weigh_import(in_county, in_run, in_today);
  if (weighed ->> 'undone')::boolean or not (weighed ->> 'traced')::boolean or (weighed ->> 'beyond')::boolean
    or exists (select from jsonb_each_text(weighed -> 'stands') s where s.value <> '0')
  then return weighed; end if;

  for told in select * from (values ('person', people || filled), ('dwelling', doors || used), ('person_mark', marks),
    ('arrival', arrived), ('health_fact', facts)) as t (subject, ids)
  loop
    insert into change (county, community, xid, subject, id)
      select t.county, run.community, transaction_at(t.county), told.subject, r.id
      from tenant t, unnest(told.ids) as r (id) where t.county = in_county on conflict do nothing;
  end loop;
  insert into change (county, community, xid, subject, id)
    select p.county, p.community, transaction_at(p.county), 'person', p.id from person p
    where p.county = in_county and p.id = any(filled) and p.community <> run.community on conflict do nothing;

  delete from person_pile i where i.county = in_county and (i.run = in_run or i.person = any(people) or i.other = any(people));
  delete from health_fact f where f.county = in_county and f.id = any(facts);
  delete from person_mark k where k.county = in_county and k.id = any(marks);
  delete from arrival a where a.county = in_county and a.id = any(arrived);
  -- The last thing filled in goes first.
  for trace in select * from import_trace t where t.county = in_county and t.run = in_run and t.kind in ('filled', 'used', 'heads') order by t.id desc
  loop
    if trace.kind = 'filled' then
      update person p set
          dwelling = case when 'dwelling' = any(b.columns) then null else p.dwelling end,
          door_text = case when 'door_text' = any(b.columns) then b.door_text else p.door_text end,
          sex = case when 'sex' = any(b.columns) then null else p.sex end,
          born = case when 'born' = any(b.columns) then null else p.born end,
          phone_cipher = case when 'phone' = any(b.columns) then null else p.phone_cipher end,
          phone_hash = case when 'phone' = any(b.columns) then null else p.phone_hash end,
          phone_tail_hash = case when 'phone' = any(b.columns) then null else p.phone_tail_hash end,
          relation = case when 'relation' = any(b.columns) then '' else p.relation end,
          source = case when 'source' = any(b.columns) then 'arrival' else p.source end,
          version = p.version + 1, changed_at = b.changed_at, changed_by = b.changed_by
        from jsonb_to_recordset(trace.before) as b (id uuid, columns text[], door_text text, changed_at timestamptz, changed_by uuid)
        where p.county = in_county and p.id = b.id;
    elsif trace.kind = 'used' then
      update dwelling d set use = 'unknown', version = d.version + 1
        from jsonb_to_recordset(trace.before) as b (id uuid) where d.county = in_county and d.id = b.id;
    else
      -- Columns that somebody named anew since are theirs.
      update roster_heads h set columns = coalesce(nullif(trace.before -> 'was', 'null'), '{}')
        where h.county = in_county and h.community = run.community and h.kind = run.kind and h.heads = trace.before ->> 'heads'
          and h.columns = trace.before -> 'columns';
      delete from roster_heads h where h.county = in_county and h.community = run.community and h.kind = run.kind
        and h.heads = trace.before ->> 'heads' and h.columns = '{}';
    end if;
  end loop;
  delete from person p where p.county = in_county and p.id = any(people);
  perform forget_grams_of(in_county, run.community, people);
  delete from dwelling d where d.county = in_county and d.id = any(doors);
  delete from building b where b.county = in_county and b.id = any(buildings);
  delete from estate e where e.county = in_county and e.id = any(estates);
  -- What the file held of people goes with them; how many rows it had stays.
  delete from import_trace t where t.county = in_county and t.run = in_run;
  update import_run r set undone_at = now(), undone_by = in_by, undone_why = in_why, rejects_cipher = null
    where r.county = in_county and r.id = in_run;
  return weighed;
end $$;
revoke all on function undo_import from public;
grant execute on function undo_import to wangdi_app;

-- The family doctor as a survey of the old names them; null: this row does not say.
alter table health_fact add column doctor text check (doctor <> '');
