-- Things of every register that is declared: what each is now, folded from its changes, and the changes, which are never edited.

create table kind_thing (
  county text not null, id uuid not null,
  community text not null,                    -- where it stands: a community, or a street or the county
  kind text not null, kind_version integer not null,
  title text not null,
  -- What it is now: folded from its acts, written with each of them, compared with them in tests. Phones in it are sealed.
  standing jsonb not null,
  state text not null, own text, until_day date, review_on date,
  ended_on date, keep_days integer not null check (keep_days >= 30),
  by_account uuid not null references account (id), at timestamptz not null,
  primary key (county, id)
);
create index kind_thing_community on kind_thing (county, community, kind, title);
create index kind_thing_kind on kind_thing (county, kind, state);
create index kind_thing_review on kind_thing (county, kind, least(until_day, review_on)) where ended_on is null;

create table kind_thing_act (
  county text not null, id uuid not null, thing uuid not null,
  community text not null,
  kind text not null,
  act text not null,
  at timestamptz not null,
  by_account uuid not null references account (id),
  values jsonb, state text, basis text, day date, until_day date,
  primary key (county, id),
  foreign key (county, thing) references kind_thing (county, id) on delete cascade
);
create index kind_thing_act_thing on kind_thing_act (county, thing, at);
call protect_personal('kind_thing');
call protect_personal('kind_thing_act', append_only => true);

-- What ended longer ago than its kind keeps it goes with the requests that did.
create or replace function drop_ended_requests(moment timestamptz) returns bigint language plpgsql security definer
  set search_path = public, pg_temp as $$
declare n bigint; things bigint;
begin
  delete from kind_request r where r.ended_on + r.keep_days < (moment at time zone 'Asia/Shanghai')::date;
  get diagnostics n = row_count;
  delete from kind_thing t where t.ended_on + t.keep_days < (moment at time zone 'Asia/Shanghai')::date;
  get diagnostics things = row_count;
  return n + things;
end $$;
