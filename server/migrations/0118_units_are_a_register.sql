-- Units become things of the register rounds.unit, with the acts that are known of them and their visits; phones stay sealed as they were.

-- Each unit with when and by whom it was entered, changed and ended, as far as traces still tell; else the day it names.
create temporary table moved_unit on commit drop as
with told as (
  select (l.targets ->> 'unit')::uuid as unit, l.verb, date_trunc('milliseconds', l.at) as at, l.account
  from audit_line l where l.verb in ('places.save-unit', 'places.end-unit')
    and l.targets ->> 'unit' ~ '^[0-9a-f-]{36}$' and not l.targets ? 'refused'
), acts as (
  select u.*, u.version - 1 - (u.valid_to is not null)::int > 0 as is_changed,
    made.at as made_at, made.account as made_by, last.at as last_at, last.account as last_by, gone.at as gone_at, gone.account as gone_by
  from unit u
  left join lateral (select at, account from told t where t.unit = u.id and t.verb = 'places.save-unit'
    and (t.at at time zone 'Asia/Shanghai')::date = u.valid_from order by at limit 1) made on true
  left join lateral (select at, account from told t where t.unit = u.id and t.verb = 'places.save-unit'
    order by at desc limit 1) last on true
  left join lateral (select at, account from told t where t.unit = u.id and t.verb = 'places.end-unit'
    order by at desc limit 1) gone on true
), added as (
  select a.*, coalesce(made_at, valid_from::timestamp at time zone 'Asia/Shanghai') as added_at from acts a
), changed as (
  select a.*, case when is_changed then greatest(added_at + interval '1 millisecond', last_at) end as changed_at from added a
)
select c.*, case when valid_to is not null then greatest(coalesce(changed_at, added_at) + interval '1 millisecond',
    coalesce(gone_at, valid_to::timestamp at time zone 'Asia/Shanghai')) end as ended_at,
  jsonb_strip_nulls(jsonb_build_object('kind', kind, 'name', name, 'address', nullif(address, ''), 'headcount', headcount,
    'contact', nullif(contact, ''), 'phone', phone)) as said
from changed c;

-- Visits of units, of those that ended the ones before that; one of the same moment as another act comes after it.
create temporary table unit_visit on commit drop as
select m.county, m.community, i.unit, i.day, i.next_on, i.by_account,
  case when exists (select from moved_unit o where o.id = i.unit and date_trunc('milliseconds', i.at) in (o.added_at, o.changed_at))
    then date_trunc('milliseconds', i.at) + interval '1 millisecond' else date_trunc('milliseconds', i.at) end as at,
  row_number() over (partition by i.unit order by i.day desc, i.at desc, i.id desc) as nth
from inspection i join moved_unit m on m.id = i.unit
where i.kind = 'unit' and i.at > m.added_at and (m.ended_at is null or i.at < m.ended_at);

insert into kind_thing (county, id, community, kind, kind_version, title, standing, state, review_on, ended_on, keep_days, by_account, at)
select county, id, community, 'rounds.unit', 1, name,
  jsonb_build_object('state', state, 'values', said, 'own', null, 'own_since', added_on, 'basis', null, 'until', null,
    'review_on', due_on, 'by', case when is_changed then last_by else made_by end,
    'last_at', to_char(greatest(ended_at, changed_at, added_at, seen_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'strays', '[]'::jsonb)
    || case when seen_on is null then '{}' else jsonb_build_object('visited', jsonb_build_object('on', seen_on, 'next', next_on)) end,
  state, due_on, (ended_at at time zone 'Asia/Shanghai')::date, 365, made_by, added_at
from (
  select m.*, v.day as seen_on, v.next_on, (select max(at) from unit_visit a where a.unit = m.id) as seen_at,
    case when ended_at is null then 'live' else 'ended' end as state, (added_at at time zone 'Asia/Shanghai')::date as added_on,
    case when ended_at is null then coalesce(least(v.next_on, v.day + case m.kind when 'elder-care' then 1 else 30 end),
      (added_at at time zone 'Asia/Shanghai')::date) end as due_on
  from moved_unit m left join unit_visit v on v.unit = m.id and v.nth = 1
) u;

-- Words that were changed were not kept: such a unit begins without any.
insert into kind_thing_act (county, id, thing, community, kind, act, at, by_account, values)
select county, gen_random_uuid(), id, community, 'rounds.unit', done.act, done.at, done.by_account, done.said
from moved_unit, lateral (values
  ('add', added_at, made_by, case when is_changed then null else said end),
  ('change', changed_at, last_by, said)) done (act, at, by_account, said)
where done.at is not null;
insert into kind_thing_act (county, id, thing, community, kind, act, at, by_account, basis)
select county, gen_random_uuid(), id, community, 'rounds.unit', 'end', ended_at, gone_by, null from moved_unit where ended_at is not null;
insert into kind_thing_act (county, id, thing, community, kind, act, at, by_account, day, until_day)
select county, gen_random_uuid(), unit, community, 'rounds.unit', 'visit', at, by_account, day, next_on from unit_visit;

drop table unit;
