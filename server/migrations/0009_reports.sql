-- What was said of a line, frozen reports, and the sums kept with them. Figures only: no resident stands here.

create table report_statement (
  place text collate "C" not null check (place ~ '^[0-9]{12}$'), id uuid not null,
  day date not null, line text not null,
  zero text check (zero in ('zero', 'not-reported', 'take-back')),
  explanation text,
  by_account uuid not null references account (id), at timestamptz not null,
  seen bigint generated always as identity,   -- the order in which they came, for two of the same moment
  primary key (place, id),
  check ((zero is null) <> (explanation is null))
);
create index report_statement_day on report_statement (place, day, line, seen);
call protect_figures('report_statement', append_only => true);

create table daily_report (
  place text collate "C" not null check (place ~ '^[0-9]{12}$'), day date not null, version integer not null,
  form integer not null,
  lines jsonb not null,
  by_account uuid not null references account (id), confirmed_at timestamptz not null,
  late_minutes integer not null,
  reason text not null default '',
  primary key (place, day, version)
);
create index daily_report_day on daily_report (day, place);
call protect_figures('daily_report', append_only => true);

-- Sums of the newest versions below a street and below a county, changed in the transaction that freezes a report.
-- figures: four numbers a line in the order of the form; left_out: communities whose line is not in the sum.
create table report_sum (
  place text collate "C" not null check (place ~ '^([0-9]{6}|[0-9]{9})$'), day date not null, form integer not null,
  received integer not null, late integer not null,
  figures bigint[] not null, left_out integer[] not null,
  primary key (place, day, form)
);
create index report_sum_day on report_sum (day, place);
call protect_figures('report_sum');
