-- What goes beyond the plan of a place and day is derived when it is asked for. Kept is what somebody tells of a restriction that no
-- order shows, and what people do about a finding: warnings, answers, stop orders, confirmations. Nobody's name stands in it.

create table told_control (
  id uuid primary key,
  place text not null check (length(place) = 12),
  kind text not null, person text, certificate text,
  scope text not null check (scope in ('person', 'unit', 'building', 'community')),
  told_as text not null check (told_as in ('own', 'resident', 'inspector')),
  since date not null, until date check (until >= since),
  spot text not null default '',
  order_number text not null default '',      -- as it was shown; empty when none was
  exceptions boolean, services boolean,       -- null: nobody knows yet
  reason text not null default '', authority text not null default '',
  by_account uuid not null references account (id),
  at timestamptz not null
);
create index told_control_place on told_control (place, since);
call protect_figures('told_control', append_only => true);

create table over_control_act (
  id uuid primary key,
  place text not null,                        -- where the restriction is
  subject text not null,                      -- source:id of the restriction
  kind text not null check (kind in ('warned', 'answered', 'stop-ordered', 'confirmed', 'allowed')),
  office text not null,                       -- the place whose office did it
  findings text[] not null,                   -- what was found when it was done
  restriction text,                           -- its kind, so that it can be told when the record behind it has ended
  words text not null,
  period_from date, period_until date,
  due_on date, stopped_on date,
  authority text not null default '', number text not null default '',
  known_at timestamptz not null,              -- since when the restriction was known: the clock of the case
  by_account uuid not null references account (id),
  at timestamptz not null,
  seen bigint generated always as identity,
  check ((kind = 'warned') = (period_from is not null and period_until is not null)),
  check (kind not in ('warned', 'stop-ordered') or due_on is not null),
  check (kind <> 'confirmed' or stopped_on is not null)
);
create index over_control_act_place on over_control_act (place, subject, seen);
call protect_figures('over_control_act', append_only => true);
