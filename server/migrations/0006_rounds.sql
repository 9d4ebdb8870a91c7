-- Rounds with their denominator, and visits at doors, which are only ever added.

create table round (
  county text not null, id uuid not null, community text not null,
  kind text not null check (kind in ('survey', 'visit')),
  name text not null,
  denominator text not null check (denominator in ('dwellings', 'key-persons')),
  groups jsonb not null default '[]',         -- for key persons: which groups; empty is all
  valid_from date not null, last_day date,    -- last_day: the last day on which it runs
  every_days integer check (every_days between 1 and 366),
  opened_by uuid not null, opened_at timestamptz not null default clock_timestamp(),
  primary key (county, id)
);
create index round_community on round (county, community, valid_from);
call protect_personal('round');

create table visit (
  county text not null, id uuid not null, community text not null,
  dwelling uuid not null, round uuid,
  at timestamptz not null, day date not null, -- day: the Asia/Shanghai day of at
  by_account uuid not null,
  result text not null check (result in ('met', 'nobody-home', 'not-convenient', 'moved-away', 'refused')),
  needs jsonb not null default '[]',
  dwelling_use text check (dwelling_use in ('own', 'rented', 'vacant', 'dormitory', 'unknown')),
  met jsonb not null default '[]',
  note text not null default '', changes text not null default '',
  entry text not null default 'at-door' check (entry in ('at-door', 'phone', 'paper')),
  replaces uuid,                              -- the visit that this one corrects
  told boolean not null generated always as (needs <> '[]' or changes <> '' or note <> '') stored,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (county, id),
  foreign key (county, dwelling) references dwelling (county, id),
  foreign key (county, round) references round (county, id),
  foreign key (county, replaces) references visit (county, id)
);
create index visit_dwelling on visit (county, dwelling, day);
create index visit_community on visit (county, community, day);
create index visit_round on visit (county, round, dwelling);
create unique index visit_replaces on visit (county, replaces) where replaces is not null;
call protect_personal('visit', append_only => true);

-- Devices ask for changes of their community only; a row that moves is news in the community it leaves, too.
alter table change add column community text not null default '';
drop index change_xid;
create index change_community on change (county, community, xid);

create or replace function note_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into change (county, community, subject, id) select distinct county, community, tg_argv[0], id from gone;
  elsif tg_op = 'UPDATE' then
    insert into change (county, community, subject, id)
      select county, community, tg_argv[0], id from rows union select county, community, tg_argv[0], id from gone;
  else
    insert into change (county, community, subject, id) select distinct county, community, tg_argv[0], id from rows;
  end if;
  return null;
end $$;

create or replace procedure feed_changes(target regclass, subject text) language plpgsql as $$
begin
  execute format('create trigger feed_insert after insert on %s referencing new table as rows for each statement execute function note_change(%L)', target, subject);
  execute format('create trigger feed_update after update on %s referencing old table as gone new table as rows for each statement execute function note_change(%L)', target, subject);
  execute format('create trigger feed_delete after delete on %s referencing old table as gone for each statement execute function note_change(%L)', target, subject);
end $$;

do $$
declare fed record;
begin
  for fed in
    select t.tgrelid::regclass as target, convert_from(substring(t.tgargs from 1 for length(t.tgargs) - 1), 'UTF8') as subject
    from pg_trigger t where t.tgname = 'feed_update'
  loop
    execute format('drop trigger feed_insert on %s', fed.target);
    execute format('drop trigger feed_update on %s', fed.target);
    execute format('drop trigger feed_delete on %s', fed.target);
    call feed_changes(fed.target, fed.subject);
  end loop;
end $$;

call feed_changes('round', 'round');
call feed_changes('visit', 'visit');

-- What changed in the actor's area in transactions from `since` up to the oldest one still running, newest state only.
-- The comparison of transaction ids is not leakproof, so row security would keep it from the index: the function,
-- which sees past it, repeats the wall in its own words.
create function changes_since(since xid8, community text) returns table (subject text, id uuid)
language sql stable security definer set search_path = public as $$
  select distinct c.subject, c.id from change c
  where c.county = scope_county() and starts_with(changes_since.community, scope_area()) and c.community = changes_since.community
    and c.xid >= since and c.xid < pg_snapshot_xmin(pg_current_snapshot())
$$;
revoke all on function changes_since from public;
grant execute on function changes_since to wangdi_app;
