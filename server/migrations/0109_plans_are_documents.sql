-- Contingency plans become documents of the kind documents.contingency, with their versions and approvals. What of a document is read
-- above its county is a row of its own.

-- From which day on somebody has to see to a document: to approve its first version, or to look at the one that holds.
alter table kind_document add column due_from date;
update kind_document d set due_from = coalesce(least(d.until_day, d.review_on) + 1,
  case when d.in_force is null and d.unready then (d.at at time zone 'Asia/Shanghai')::date end);
create index kind_document_lives on kind_document (county, community, kind, due_from, title, id) where in_force is not null or unready;
create index kind_document_kind_lives on kind_document (county, kind, due_from, title, id) where in_force is not null or unready;

-- A document as it is read above its county: what it says to everybody, where it stands, and nobody's name. Written with each of its acts.
create table kind_document_head (
  id uuid not null,
  held_in text not null check (held_in ~ '^[0-9]{6}$'),   -- the county with which it lies
  place text collate "C" not null check (starts_with(place, held_in)),
  kind text not null, title text not null,
  standing jsonb not null,
  in_force integer, unready boolean not null, until_day date, review_on date, due_from date,
  primary key (id, held_in)
);
create index kind_document_head_place on kind_document_head (kind, place);
alter table kind_document_head enable row level security;
create policy read on kind_document_head for select using (starts_with(place, scope_place()));
create policy add on kind_document_head for insert with check (starts_with(place, scope_place()) and held_in = scope_tenant());
create policy change on kind_document_head for update using (starts_with(place, scope_place()) and held_in = scope_tenant())
  with check (starts_with(place, scope_place()) and held_in = scope_tenant());
grant select, insert, update on kind_document_head to wangdi_app;

-- What holds no more longer than its kind keeps it goes, and what is read of it above.
create or replace function drop_ended_documents(moment timestamptz) returns bigint language plpgsql security definer
  set search_path = public, pg_temp as $$
declare today date := (moment at time zone 'Asia/Shanghai')::date; dropped bigint := 0; one text; ids uuid[];
begin
  for one in select t.county from tenant t order by t.county loop
    with gone as (delete from kind_document d where d.county = one and not d.unready
        and coalesce(d.ended_on, d.until_day) + d.keep_days < today returning d.id)
      select array_agg(g.id) into ids from gone g;
    delete from kind_document_head h where h.held_in = one and h.id = any (ids);
    dropped := dropped + coalesce(array_length(ids, 1), 0);
  end loop;
  return dropped;
end $$;

-- The acts of each plan in their order: each version written, and approved where it was. Two of one moment stand a millisecond apart.
create temporary table plan_act on commit drop as
with told as (
  select c.id as document, c.place, v.version, 'save' as act, v.id, v.at, v.by_account,
    jsonb_strip_nulls(jsonb_build_object('changed', case when v.version > 1 then nullif(btrim(v.changed), '') end,
      'kind', c.kind, 'title', c.title, 'content', v.content,
      'triggers', (select jsonb_agg(jsonb_build_object('when', t.line) order by t.nth)
        from unnest(v.triggers) with ordinality as t (line, nth) where t.line <> ''),
      'partners', nullif(v.partners, '[]'), 'responsible', v.responsible, 'review_on', v.review_on)) as said
  from contingency_version v join contingency c on c.id = v.contingency
  union all
  select v.contingency, v.place, v.version, 'approve', gen_random_uuid(), a.at, a.by_account, null
  from contingency_approval a join contingency_version v on v.id = a.version
), numbered as (
  select t.*, row_number() over (partition by document order by version, act = 'approve') as nth from told t
)
select n.document, n.place, n.version, n.act, n.id, n.by_account, n.said, n.nth, n.nth * interval '1 millisecond'
    + max(date_trunc('milliseconds', n.at) - n.nth * interval '1 millisecond') over (partition by n.document order by n.nth) as at
from numbered n;

create temporary table plan_version on commit drop as
select s.document, s.version, s.said, s.by_account, s.at, a.at as approved_at,
  max(s.version) over (partition by s.document) as newest,
  max(case when a.at is not null then s.version end) over (partition by s.document) as held,
  max(coalesce(a.at, s.at)) over (partition by s.document) as last_at
from plan_act s left join plan_act a on a.document = s.document and a.version = s.version and a.act = 'approve'
where s.act = 'save';

create temporary table plan_moved on commit drop as
select c.id, c.place, c.title, c.by_account, c.at, m.held as in_force, m.newest > coalesce(m.held, 0) as unready, m.newest, m.last_at,
  (select (v.said ->> 'review_on')::date from plan_version v where v.document = c.id and v.version = v.held) as review_on,
  (select (v.at at time zone 'Asia/Shanghai')::date from plan_version v where v.document = c.id and v.version = v.newest) as written_on,
  (select jsonb_agg(jsonb_build_object('version', v.version,
      'state', case when v.version = v.held then 'in-force' when v.version = v.newest then 'waiting' else 'replaced' end,
      'by', v.by_account, 'at', to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'values', v.said, 'signed', false,
      'in_force_from', (v.approved_at at time zone 'Asia/Shanghai')::date, 'until', null, 'issued', null, 'received', '[]'::jsonb,
      'filed', false) order by v.version)
    from plan_version v where v.document = c.id) as versions
from contingency c join lateral (select v.newest, v.held, v.last_at from plan_version v where v.document = c.id limit 1) m on true;

insert into kind_document (county, id, community, kind, kind_version, title, standing, in_force, unready, until_day, review_on, due_from,
    ended_on, keep_days, by_account, at)
select left(m.place, 6), m.id, m.place, 'documents.contingency', 1, m.title,
  jsonb_build_object('versions', m.versions, 'in_force', m.in_force, 'review_on', m.review_on,
    'last_at', to_char(m.last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'strays', '[]'::jsonb),
  m.in_force, m.unready, null, m.review_on, coalesce(m.review_on + 1, m.written_on), null, 3650, m.by_account, m.at
from plan_moved m;

insert into kind_document_act (county, id, document, community, kind, act, version, at, by_account, place, values)
select left(a.place, 6), a.id, a.document, a.place, 'documents.contingency', a.act, a.version, a.at, a.by_account, a.place, a.said
from plan_act a;

insert into kind_document_head (id, held_in, place, kind, title, standing, in_force, unready, until_day, review_on, due_from)
select m.id, left(m.place, 6), m.place, 'documents.contingency', m.title,
  jsonb_build_object('versions', (select jsonb_agg(v || jsonb_build_object('by', '', 'values', (v -> 'values') - 'responsible') order by nth)
      from jsonb_array_elements(m.versions) with ordinality as e (v, nth)),
    'in_force', m.in_force, 'review_on', m.review_on,
    'last_at', to_char(m.last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'strays', '[]'::jsonb),
  m.in_force, m.unready, null, m.review_on, coalesce(m.review_on + 1, m.written_on)
from plan_moved m;

drop table contingency_approval;
drop table contingency_version;
drop table contingency;
