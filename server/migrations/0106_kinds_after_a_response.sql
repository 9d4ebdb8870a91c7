-- What a kind keeps for a response goes with it: its records name the function whose response they serve, and are destroyed like orders
-- and readings. What was said of an errand for those under observation goes as well, while the errand itself is a service that stays.
alter table kind_request add column ends_with text;
alter table kind_thing add column ends_with text;
alter table kind_check add column ends_with text;

-- Tables whose rows hang below and go along by their key; they need no line of their own.
alter table destruction_kind add column takes text[] not null default '{}';

-- As before, but that what goes along holds nothing, and that of several lines for one table the one of the same function counts.
create or replace function due_condition(in_kind text, t text) returns text language plpgsql stable
  set search_path = public, pg_temp as $$
declare kind destruction_kind; parent destruction_kind; named record; other destruction_kind; said text;
begin
  select * into strict kind from destruction_kind where name = in_kind;
  said := format('%1$s.county = $1 and exists (select from unnest($2) area where starts_with(%1$s.community, area))'
    ' and not exists (select from jsonb_array_elements_text(coalesce($3 -> %2$L, ''[]'')) area where starts_with(%1$s.community, area))'
    ' and (%3$s)', t, kind.needs, kind.only_where);
  if kind.day is not null then said := said || format(' and (%s) between $4 and $5', kind.day); end if;
  if kind.parent is not null then
    select * into strict parent from destruction_kind where name = kind.parent;
    said := said || format(' and exists (select from %I %s where %s.county = %s.county and %s.id = %s.%I and %s)',
      parent.target, t || 'p', t || 'p', t, t || 'p', t, kind.parent_column, due_condition(parent.name, t || 'p'));
  end if;
  if kind.emptied is null then
    for named in
      select c.conrelid::regclass::text as target, a.attname as col, row_number() over () as nth
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[array_length(c.conkey, 1)]
      where c.contype = 'f' and c.confrelid = kind.target::regclass and c.conrelid <> c.confrelid
    loop
      continue when named.target = any (kind.takes);
      -- What hangs below is due with it.
      continue when exists (select from destruction_kind k where k.target = named.target and k.parent = kind.name);
      select * into other from destruction_kind k where k.target = named.target and k.emptied is null
        order by (k.needs = kind.needs) desc, k.ordinal limit 1;
      said := said || format(' and not exists (select from %I %s where %s.county = %s.county and %s.%I = %s.id%s)',
        named.target, t || named.nth, t || named.nth, t, t || named.nth, named.col, t,
        case when other.name is null then '' else ' and not (' || due_condition(other.name, t || named.nth) || ')' end);
    end loop;
  end if;
  return replace(replace(replace(said, '{t}', t), '{from}', '$4'), '{to}', '$5');
end $$;

-- Why an errand was asked: the order is destroyed, and so is what points at it.
insert into destruction_kind (name, target, ordinal, needs, day, only_where) values
  ('errand-cause', 'kind_request_said', 390, 'observation',
    '(select r.day from kind_request r where r.county = {t}.county and r.id = {t}.request)',
    '{t}.kind = ''requests.errand'' and {t}.audience = ''health''');

insert into destruction_kind (name, target, ordinal, needs, day, only_where, takes)
select 'request.' || f, 'kind_request', 400 + n, f, '{t}.day', format('{t}.ends_with = %L', f),
    array['kind_request_act', 'kind_request_said', 'kind_request_note']
  from unnest(array['arrivals', 'observation', 'daily-report', 'orders', 'gates']) with ordinality as of (f, n)
union all
select 'check.' || f, 'kind_check', 420 + n, f, '{t}.day', format('{t}.ends_with = %L', f), '{}'
  from unnest(array['arrivals', 'observation', 'daily-report', 'orders', 'gates']) with ordinality as of (f, n)
union all
select 'thing.' || f, 'kind_thing', 440 + n, f, '({t}.at at time zone ''Asia/Shanghai'')::date', format('{t}.ends_with = %L', f),
    array['kind_thing_act', 'kind_check']
  from unnest(array['arrivals', 'observation', 'daily-report', 'orders', 'gates']) with ordinality as of (f, n);
