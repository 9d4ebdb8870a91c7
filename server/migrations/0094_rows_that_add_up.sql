-- Rows read by an import are accepted + rejected + duplicates + not people. Runs so far counted no row that was nobody's.
alter table import_run add column not_people integer not null default 0;
alter table import_run add column hidden_rows integer not null default 0;
