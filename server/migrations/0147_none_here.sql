-- Of a register that may truly be empty a named person says that there is none here, as of a day.
alter table measure_statement drop constraint measure_statement_state_check;
alter table measure_statement add constraint measure_statement_state_check check (state in ('done', 'part', 'not', 'none'));
