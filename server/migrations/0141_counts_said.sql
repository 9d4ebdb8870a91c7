-- Lines of the daily report that a notice brings may be counted by a person: the count is said under a name, and zero as such.
alter table report_statement drop constraint report_statement_zero_check;
alter table report_statement add column count integer check (count > 0);
alter table report_statement add constraint report_statement_zero_check
  check (zero in ('zero', 'not-reported', 'counted', 'take-back'));
alter table report_statement add constraint report_statement_count_said check ((zero is not distinct from 'counted') = (count is not null));
