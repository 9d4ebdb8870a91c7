-- The lines of the daily report that notices bring are summed upward like those of the house, in the transaction that freezes a report:
-- one entry a line, with the notice's words, what is known, how many reports know a figure not, told the line, left it out.
alter table report_sum add column own jsonb not null default '[]';
