-- A named person's word on a measure that no record proves; kept with name and day, renewed by its rhythm.
create table measure_statement (
  place text collate "C" not null check (place ~ '^[0-9]{12}$'), id uuid not null,
  measure text not null, day date not null,
  state text not null check (state in ('done', 'part', 'not')), note text not null default '',
  by_account uuid not null references account (id), at timestamptz not null,
  seen bigint generated always as identity,
  primary key (place, id)
);
create index measure_statement_day on measure_statement (place, measure, seen);
call protect_figures('measure_statement', append_only => true);
