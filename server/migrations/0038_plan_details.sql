-- What a place adds to its plan by name: who answers for a line of work, how a measure is done here, what of its own it adds
-- and who approved it, and on which day an old measure was ended. Nothing here is about a resident.

-- Who answers for a line of work of a community, and until when; the newest word counts.
create table line_owner (
  place text collate "C" not null check (place ~ '^[0-9]{12}$'), id uuid not null,
  line text not null check (line in ('monitoring', 'reporting', 'publicity', 'reminders', 'environment', 'help')),
  name text not null, due_on date,
  by_account uuid not null references account (id), at timestamptz not null,
  seen bigint generated always as identity,
  primary key (place, id)
);
create index line_owner_line on line_owner (place, line, seen);
call protect_figures('line_owner', append_only => true);

-- How a measure of the package is done here; the newest word counts, an empty one takes it back.
create table measure_detail (
  place text collate "C" not null check (place ~ '^[0-9]{12}$'), id uuid not null,
  measure text not null, how text not null, who text not null default '', hours text not null default '',
  by_account uuid not null references account (id), at timestamptz not null,
  seen bigint generated always as identity,
  primary key (place, id)
);
create index measure_detail_measure on measure_detail (place, measure, seen);
call protect_figures('measure_detail', append_only => true);

-- A measure of the place's own beyond the package: compared with the rules of its day, then approved by a named person or not.
create table own_measure (
  place text collate "C" not null check (place ~ '^[0-9]{12}$'), id uuid not null,
  aspect text not null check (aspect in ('control', 'service', 'participation', 'digital', 'organisation')),
  text text not null, who text not null default '', reason text not null,
  restriction text, reach text, days integer check (days between 1 and 366), order_number text not null default '',
  day date not null,
  by_account uuid not null references account (id), at timestamptz not null,
  seen bigint generated always as identity,
  primary key (place, id)
);
call protect_figures('own_measure', append_only => true);

create table own_measure_act (
  place text collate "C" not null, id uuid not null, own_measure uuid not null,
  kind text not null check (kind in ('approved', 'refused', 'ended')),
  reason text not null default '', day date not null,
  by_account uuid not null references account (id), at timestamptz not null,
  seen bigint generated always as identity,
  primary key (place, id),
  foreign key (place, own_measure) references own_measure (place, id)
);
create unique index own_measure_act_once on own_measure_act (place, own_measure, kind);
call protect_figures('own_measure_act', append_only => true);

-- The day on which a measure of the rules before was ended here, as a named person recorded it.
create table measure_end (
  place text collate "C" not null check (place ~ '^[0-9]{12}$'), id uuid not null,
  measure text not null, ended_on date not null, note text not null default '',
  by_account uuid not null references account (id), at timestamptz not null,
  seen bigint generated always as identity,
  primary key (place, id)
);
create index measure_end_measure on measure_end (place, measure, seen);
call protect_figures('measure_end', append_only => true);
