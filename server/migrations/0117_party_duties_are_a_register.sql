-- Duties of the four parties become things of the register documents.party-duty, with the acts that are known of them.

-- What was kept before it was kept who did it stands without a name. Who signed something is told by the act.
alter table kind_thing alter column by_account drop not null;
alter table kind_thing_act alter column by_account drop not null, add column signer text;

-- Each duty with when and by whom it was set, changed, signed for and ended, as far as traces still tell; else the day it names.
create temporary table moved on commit drop as
with told as (
  select (l.targets ->> 'duty')::uuid as duty, l.verb, date_trunc('milliseconds', l.at) as at, l.account
  from audit_line l where l.verb in ('staff.save-party-duty', 'staff.sign-party-duty', 'staff.end-party-duty')
    and l.targets ->> 'duty' ~ '^[0-9a-f-]{36}$' and not l.targets ? 'refused'
), acts as (
  select d.*,
    -- Each version but the first is a change, a signature or an end; what a change took away was signed before it.
    d.version - 1 - (d.signed_on is not null)::int - (d.valid_to is not null)::int > 0 as is_changed,
    made.at as made_at, made.account as made_by, last.at as last_at, last.account as last_by,
    sign.at as sign_at, sign.account as sign_by, gone.at as gone_at, gone.account as gone_by
  from party_duty d
  left join lateral (select at, account from told t where t.duty = d.id and t.verb = 'staff.save-party-duty'
    and (t.at at time zone 'Asia/Shanghai')::date = d.valid_from order by at limit 1) made on true
  left join lateral (select at, account from told t where t.duty = d.id and t.verb = 'staff.save-party-duty'
    order by at desc limit 1) last on true
  left join lateral (select at, account from told t where t.duty = d.id and t.verb = 'staff.sign-party-duty'
    order by at desc limit 1) sign on true
  left join lateral (select at, account from told t where t.duty = d.id and t.verb = 'staff.end-party-duty'
    order by at desc limit 1) gone on true
), added as (
  select a.*, coalesce(made_at, valid_from::timestamp at time zone 'Asia/Shanghai') as added_at from acts a
), changed as (
  select a.*, case when is_changed then greatest(added_at + interval '1 millisecond', last_at) end as changed_at from added a
), signed as (
  select c.*, case when signed_on is not null then greatest(coalesce(changed_at, added_at) + interval '1 millisecond',
    coalesce(sign_at, signed_on::timestamp at time zone 'Asia/Shanghai')) end as signed_at from changed c
)
select s.*, case when valid_to is not null then greatest(coalesce(signed_at, changed_at, added_at) + interval '1 millisecond',
  coalesce(gone_at, valid_to::timestamp at time zone 'Asia/Shanghai')) end as ended_at,
  jsonb_build_object('party', party, 'holder', holder, 'duty', duty) as said
from signed s;

insert into kind_thing (county, id, community, kind, kind_version, title, standing, state, ended_on, keep_days, by_account, at)
select left(place, 6), id, place, 'documents.party-duty', 1, holder,
  jsonb_build_object('state', state, 'values', said, 'own', null, 'own_since', (added_at at time zone 'Asia/Shanghai')::date,
    'basis', null, 'until', null, 'review_on', null, 'by', case when is_changed then last_by else made_by end,
    'last_at', to_char(coalesce(ended_at, signed_at, changed_at, added_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'strays', '[]'::jsonb)
    || case when signed_on is null then '{}' else jsonb_build_object('signed', jsonb_build_object('by', signed_by, 'on', signed_on)) end,
  state, (ended_at at time zone 'Asia/Shanghai')::date, 3650, made_by, added_at
from moved, lateral (select case when ended_at is not null then 'ended' when signed_on is not null then 'live' else 'draft' end) s (state);

-- Words that were changed were not kept: such a duty begins without any.
insert into kind_thing_act (county, id, thing, community, kind, act, at, by_account, values, day, signer)
select left(place, 6), gen_random_uuid(), id, place, 'documents.party-duty', done.act, done.at, done.by_account, done.said, done.day, done.signer
from moved, lateral (values
  ('add', added_at, made_by, case when is_changed then null else said end, null::date, null),
  ('change', changed_at, last_by, said, null, null),
  ('sign', signed_at, sign_by, null, signed_on, signed_by),
  ('end', ended_at, gone_by, null, null, null)) done (act, at, by_account, said, day, signer)
where done.at is not null;

drop table party_duty;
