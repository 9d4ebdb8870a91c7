-- Destroying what was kept about people for a response (突发公共卫生事件应对法 §8; 突发事件应对法 §84, §85): assessed by one
-- person, approved by another, done by one function that the owner of the tables lends, proved by counts and hashes.
-- Nothing here is about a person, and rows are only ever added.

create table destruction (
  id uuid primary key,
  place text not null check (place ~ '^[0-9]{6}$'),   -- the county whose rows are destroyed
  response uuid not null references response (id),
  from_day date not null, to_day date not null,       -- first and last day of the response
  areas text[] not null,                              -- where it held, within the county
  held jsonb not null,                                -- {function: [places where another response still needs it]}
  functions text[] not null,                          -- what the response had opened
  assessment jsonb not null,                          -- {legality, necessity, safety, kept: {kind: {ground, reason, until}}}
  asked_by uuid not null references account (id), asked_at timestamptz not null, asked_on date not null
);
create index destruction_response on destruction (place, response, asked_at);
call protect_figures('destruction', append_only => true);

create table destruction_act (
  id uuid primary key,
  place text not null,
  destruction uuid not null references destruction (id),
  kind text not null check (kind in ('approved', 'refused', 'done')),
  reason text not null default '',
  counts jsonb not null default '{}',                 -- of an approval: what was due then, by kind
  by_account uuid not null references account (id), at timestamptz not null,
  unique (destruction, kind)
);
call protect_figures('destruction_act', append_only => true);

-- What was destroyed, step by step, each in the transaction that did it; written by the function below and by nobody else.
create table destruction_part (
  id uuid primary key default gen_random_uuid(),
  place text not null,
  destruction uuid not null references destruction (id),
  kind text not null,
  rows bigint not null,
  hash text not null,                                 -- SHA-256 over the sorted ids: proves which rows, tells nothing of them
  at timestamptz not null default clock_timestamp(),
  seen bigint generated always as identity
);
create index destruction_part_destruction on destruction_part (destruction, seen);
call protect_figures('destruction_part', append_only => true);
revoke insert on destruction_part from wangdi_app;

-- Which rows a kind means. A table of a later module joins by adding its line in its own migration. `day` and `only_where` are
-- conditions on the row {t}; {from} and {to} are the days of the response. A kind with a parent is due when its parent is.
create table destruction_kind (
  name text primary key,
  target text not null,
  ordinal integer not null unique,                    -- small first: rows that name others go before them
  needs text not null,                                -- the function whose response it served
  day text, parent text references destruction_kind (name), parent_column text,
  only_where text not null default 'true',
  emptied text,                                       -- the column that is emptied instead of dropping the row
  check ((parent is null) = (parent_column is null)), check (day is not null or parent is not null)
);
alter table destruction_kind enable row level security;
create policy everybody on destruction_kind for select using (true);
grant select on destruction_kind to wangdi_app;

insert into destruction_kind (name, target, ordinal, needs, day, parent, parent_column, only_where, emptied) values
  ('observation', 'observation', 100, 'observation', '({t}.decided_at at time zone ''Asia/Shanghai'')::date', null, null, 'true', null),
  ('reading', 'reading', 20, 'observation', null, 'observation', 'observation', 'true', null),
  ('alert_answer', 'alert_answer', 10, 'observation', null, 'reading', 'reading', 'true', null),
  ('notice_delivery', 'notice_delivery', 30, 'observation', null, 'observation', 'observation', 'true', null),
  ('observation_end', 'observation_end', 40, 'observation', null, 'observation', 'observation', 'true', null),
  ('home_assessment', 'home_assessment', 50, 'observation', '{t}.day', null, null, 'true', null),
  -- Somebody may have come before the order: what was recorded under it counts, what came after its end does not.
  ('arrival', 'arrival', 200, 'arrivals',
    'greatest({t}.arrived_on, least(({t}.recorded_at at time zone ''Asia/Shanghai'')::date, {to}))', null, null, 'true', null),
  ('arrival-doubt', 'person_pile', 60, 'arrivals', 'least(({t}.at at time zone ''Asia/Shanghai'')::date, {to})', null, null,
    'exists (select from import_run r where r.county = {t}.county and r.id = {t}.run and r.kind = ''arrivals'')', null),
  ('arrival-reject', 'import_run', 70, 'arrivals', 'least(({t}.at at time zone ''Asia/Shanghai'')::date, {to})', null, null,
    '{t}.kind = ''arrivals'' and {t}.rejects_cipher is not null', 'rejects_cipher'),
  -- People entered only because they arrived, of whom no service has made anything since.
  ('arrival-person', 'person', 300, 'arrivals', 'least(({t}.changed_at at time zone ''Asia/Shanghai'')::date, {to})', null, null,
    '{t}.source = ''arrival'' and {t}.residence <> ''local'' and {t}.version = 1', null);

-- The condition under which a row of a kind is due, as text for the row `t`. $1 county, $2 areas, $3 places held by function,
-- $4 first day, $5 last day. A row that another row still names stays, unless that one is due as well.
create function due_condition(in_kind text, t text) returns text language plpgsql stable set search_path = public as $$
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
      -- What hangs below is due with it.
      continue when exists (select from destruction_kind k where k.target = named.target and k.parent = kind.name);
      select * into other from destruction_kind k where k.target = named.target and k.emptied is null;
      said := said || format(' and not exists (select from %I %s where %s.county = %s.county and %s.%I = %s.id%s)',
        named.target, t || named.nth, t || named.nth, t, t || named.nth, named.col, t,
        case when other.name is null then '' else ' and not (' || due_condition(other.name, t || named.nth) || ')' end);
    end loop;
  end if;
  return replace(replace(replace(said, '{t}', t), '{from}', '$4'), '{to}', '$5');
end $$;
revoke all on function due_condition(text, text) from public;

-- A run of the actor's own county: whoever is not at the county sees and does nothing here.
create function own_run(in_run uuid) returns destruction language plpgsql stable security definer set search_path = public as $$
declare run destruction;
begin
  select * into run from destruction where id = in_run and place = scope_county() and place = scope_place();
  if run.id is null then raise exception 'no such run in this county' using errcode = '42501'; end if;
  return run;
end $$;
revoke all on function own_run(uuid) from public;

-- How many rows of a kind a run would destroy now.
create function count_due(in_run uuid, in_kind text) returns bigint language plpgsql stable security definer set search_path = public as $$
declare run destruction := own_run(in_run); kind destruction_kind; n bigint;
begin
  select * into strict kind from destruction_kind where name = in_kind;
  if not (kind.needs = any(run.functions)) or run.assessment -> 'kept' ? in_kind then return 0; end if;
  execute format('select count(*) from %I t where %s', kind.target, due_condition(in_kind, 't'))
    into n using run.place, run.areas, run.held, run.from_day, run.to_day;
  return n;
end $$;
revoke all on function count_due(uuid, text) from public;
grant execute on function count_due(uuid, text) to wangdi_app;

-- Whether a response is over on a day: closed by its authority, or past the term or the review day that holds now.
create function response_over(in_response uuid, on_day date) returns boolean language sql stable set search_path = public as $$
  select exists (select from response_act a where a.response = r.id and a.kind = 'closed')
    or on_day > (select least(coalesce(term.until, term.review_on), coalesce(term.review_on, term.until)) from (
      select a.until, a.review_on, a.at from response_act a where a.response = r.id and a.kind = 'reviewed'
      union all select r.until, r.review_on, '-infinity' order by at desc limit 1) term)
  from response r where r.id = in_response
$$;
revoke all on function response_over(uuid, date) from public;

-- Destroys up to so many rows of a kind and leaves the proof, in the caller's transaction. The only way by which rows of
-- append-only tables ever go: the run must be approved by somebody else than who asked, its response over, and it not done.
create function destroy_due(in_run uuid, in_kind text, most integer) returns bigint language plpgsql security definer set search_path = public as $$
declare run destruction := own_run(in_run); kind destruction_kind; n bigint; proof text; which text;
begin
  perform pg_advisory_xact_lock(hashtextextended(in_run::text, 30));
  select * into strict kind from destruction_kind where name = in_kind;
  if not exists (select from destruction_act a where a.destruction = run.id and a.kind = 'approved' and a.by_account <> run.asked_by)
    or exists (select from destruction_act a where a.destruction = run.id and a.kind in ('refused', 'done'))
    or not response_over(run.response, run.asked_on)
  then raise exception 'this run may not destroy anything' using errcode = '42501'; end if;
  if not (kind.needs = any(run.functions)) or run.assessment -> 'kept' ? in_kind then return 0; end if;
  which := format('select t.county, t.id from %I t where %s order by t.id limit $6', kind.target, due_condition(in_kind, 't'));
  execute format(
    case when kind.emptied is null
      then 'with due as (%1$s), gone as (delete from %2$I d using due where d.county = due.county and d.id = due.id returning d.id)'
      else 'with due as (%1$s), gone as (update %2$I d set %3$I = null from due where d.county = due.county and d.id = due.id returning d.id)' end
    || ' select count(*), encode(sha256(convert_to(coalesce(string_agg(id::text, '','' order by id), ''''), ''UTF8'')), ''hex'') from gone',
    which, kind.target, kind.emptied)
    into n, proof using run.place, run.areas, run.held, run.from_day, run.to_day, most;
  if n > 0 then insert into destruction_part (place, destruction, kind, rows, hash) values (run.place, run.id, in_kind, n, proof); end if;
  return n;
end $$;
revoke all on function destroy_due(uuid, text, integer) from public;
grant execute on function destroy_due(uuid, text, integer) to wangdi_app;
