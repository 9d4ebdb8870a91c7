-- What was looked at on rounds over things of a register: rows are only ever added, a correction names what it corrects. Whether
-- something was done in time is derived when it is asked.
create table kind_check (
  county text not null, id uuid not null,
  community text not null,                    -- of the thing
  kind text not null, kind_version integer not null,
  thing uuid not null,
  at timestamptz not null, day date not null,
  by_account uuid not null references account (id),
  values jsonb not null,
  replaces uuid,
  keep_days integer not null check (keep_days >= 30),
  primary key (county, id),
  foreign key (county, thing) references kind_thing (county, id) on delete cascade,
  foreign key (county, replaces) references kind_check (county, id) on delete cascade
);
create index kind_check_turn on kind_check (county, kind, community, day);
create index kind_check_thing on kind_check (county, thing, kind, at);
create unique index kind_check_replaced_once on kind_check (county, replaces) where replaces is not null;
call protect_personal('kind_check', append_only => true);

-- A request may be about a thing, such as a finding about the place where it was found.
alter table kind_request add foreign key (county, thing) references kind_thing (county, id);
create index kind_request_thing on kind_request (county, thing, at) where thing is not null;

-- A look goes when its time is over, also where the thing is still there.
create or replace function drop_ended_requests(moment timestamptz) returns bigint language plpgsql security definer
  set search_path = public, pg_temp as $$
declare today date := (moment at time zone 'Asia/Shanghai')::date; n bigint; more bigint;
begin
  delete from kind_request r where r.ended_on + r.keep_days < today;
  get diagnostics n = row_count;
  delete from kind_check k where k.day + k.keep_days < today;
  get diagnostics more = row_count;
  n := n + more;
  delete from kind_thing t where t.ended_on + t.keep_days < today
    and not exists (select from kind_request r where r.county = t.county and r.thing = t.id);
  get diagnostics more = row_count;
  return n + more;
end $$;
