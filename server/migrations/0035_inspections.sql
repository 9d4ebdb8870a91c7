-- What was looked at, what was found and what became of it. Rows are only ever added; whether something is still open is derived.

create table inspection (
  id uuid primary key,
  place text collate "C" not null check (place ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$'),
  kind text not null check (kind in ('guidance', 'self-check', 'unit', 'drill', 'review')),
  unit uuid,                                  -- of the kind unit: the unit visited; its name stays in its county
  contingency uuid,                           -- of a drill or review: the plan it tried
  day date not null,
  checklist text not null,
  answers jsonb not null,                     -- {item: yes | no | not-applicable}; what was not looked at is left out
  note text not null default '',
  next_on date,
  by_place text not null,                     -- of whoever looked: only there and above is a finding called settled
  by_account uuid not null references account (id), at timestamptz not null,
  check ((kind = 'unit') = (unit is not null)),
  check (next_on > day)
);
create index inspection_place on inspection (place, kind, day);
create index inspection_unit on inspection (unit) where unit is not null;
call protect_figures('inspection', append_only => true);

create table finding (
  id uuid primary key,
  place text collate "C" not null, inspection uuid not null references inspection (id),
  item text,                                  -- of the checklist; null: something else
  words text not null, owner text not null, due_on date not null
);
create index finding_inspection on finding (inspection);
create index finding_place on finding (place);
call protect_figures('finding', append_only => true);

create table finding_act (
  id uuid primary key,
  place text collate "C" not null, finding uuid not null references finding (id),
  kind text not null check (kind in ('put-right', 'checked', 'still-wrong')),
  note text not null default '', due_on date,
  by_account uuid not null references account (id), at timestamptz not null,
  seen bigint generated always as identity,
  check ((kind = 'still-wrong') = (due_on is not null))
);
create index finding_act_finding on finding_act (finding, seen);
call protect_figures('finding_act', append_only => true);
