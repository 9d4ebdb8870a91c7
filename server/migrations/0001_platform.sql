-- What every module stands on: the application's role, the actor's scope, both table families, commands, audit, changes.

do $$ begin
  if not exists (select from pg_roles where rolname = 'wangdi_app') then
    create role wangdi_app nologin nobypassrls;
  end if;
end $$;
grant usage on schema public to wangdi_app;

-- The scope of a transaction, set with BEGIN. An unset scope is empty text, which no row equals.
create function scope_county() returns text language sql stable parallel safe return coalesce(current_setting('wangdi.county', true), '');
create function scope_area() returns text language sql stable parallel safe return coalesce(nullif(current_setting('wangdi.area', true), ''), 'none');
-- The nation says so in a word: an unset scope must not read as "everywhere".
create function scope_place() returns text language sql stable parallel safe
  return case coalesce(current_setting('wangdi.place', true), '') when 'nation' then '' when '' then 'none' else current_setting('wangdi.place', true) end;
-- Under what commands and audit lines are kept: the county, above it the place.
create function scope_key() returns text language sql stable parallel safe
  return coalesce(nullif(scope_county(), ''), nullif(current_setting('wangdi.place', true), ''), 'none');
create function scope_health() returns boolean language sql stable parallel safe return coalesce(current_setting('wangdi.health', true), '') = 'yes';

-- Rows about people: the county must equal, the community must lie in the actor's area; health rows also need the flag.
-- Plain text equality on county keeps indexes usable; the area is a filter behind it.
create procedure protect_personal(target regclass, health boolean default false, append_only boolean default false) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format(
    'create policy personal on %s using (county = scope_county() and starts_with(community, scope_area())%s) '
    'with check (county = scope_county() and starts_with(community, scope_area())%s)',
    target, case when health then ' and scope_health()' else '' end, case when health then ' and scope_health()' else '' end);
  execute format('grant select, insert%s on %s to wangdi_app', case when append_only then '' else ', update, delete' end, target);
end $$;

-- Figures and policy facts, no names: rows of the actor's place, of all below it and of the places it lies in.
create procedure protect_figures(target regclass, append_only boolean default false) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format(
    'create policy figures on %s using (starts_with(place, scope_place()) or starts_with(scope_place(), place)) '
    'with check (starts_with(place, scope_place()) or starts_with(scope_place(), place))', target);
  execute format('grant select, insert%s on %s to wangdi_app', case when append_only then '' else ', update, delete' end, target);
end $$;

-- A command is kept with its first answer, so that a repeat gives the same.
create table command (
  scope text not null,            -- county of the rows it wrote, or the place for figures and policy
  id uuid not null,
  account uuid not null,
  verb text not null,
  input_hash text not null,       -- a reused id with other content is refused; the content itself is not kept
  reply jsonb,
  said_at timestamptz not null,   -- when the client says it happened
  done_at timestamptz not null default clock_timestamp(),
  primary key (scope, id)
);
alter table command enable row level security;
create policy own_scope on command using (scope = scope_key()) with check (scope = scope_key());
grant select, insert, update on command to wangdi_app;

-- One line for every command, and for every reading that must be known later: ids and verb, no content.
create table audit_line (
  scope text not null,
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  account uuid,
  verb text not null,
  targets jsonb not null default '{}',
  place text not null default '',
  primary key (scope, id)
);
create index audit_line_at on audit_line (scope, at);
alter table audit_line enable row level security;
create policy own_scope on audit_line using (scope = scope_key()) with check (scope = scope_key());
grant select, insert on audit_line to wangdi_app;

-- What changed, for devices: read up to the oldest running transaction, so that a late commit is never skipped.
create table change (
  county text not null,
  xid xid8 not null default pg_current_xact_id(),
  subject text not null,
  id uuid not null,
  at timestamptz not null default clock_timestamp()
);
create index change_xid on change (county, xid);
alter table change enable row level security;
create policy county on change using (county = scope_county()) with check (county = scope_county());
grant select, insert on change to wangdi_app;

create function note_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into change (county, subject, id) select distinct county, tg_argv[0], id from gone;
  else
    insert into change (county, subject, id) select distinct county, tg_argv[0], id from rows;
  end if;
  return null;
end $$;

-- Devices hear of each row of this table that is made, changed or taken away.
create procedure feed_changes(target regclass, subject text) language plpgsql as $$
begin
  execute format('create trigger feed_insert after insert on %s referencing new table as rows for each statement execute function note_change(%L)', target, subject);
  execute format('create trigger feed_update after update on %s referencing new table as rows for each statement execute function note_change(%L)', target, subject);
  execute format('create trigger feed_delete after delete on %s referencing old table as gone for each statement execute function note_change(%L)', target, subject);
end $$;

-- Facts about this installation that are not anybody's: the epoch of the change feed, the date of the place list.
create table installation (name text primary key, value text not null);
insert into installation values ('epoch', gen_random_uuid()::text);
grant select on installation to wangdi_app;
