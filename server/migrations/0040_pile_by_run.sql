-- The history of imports counts what each run put on the pile.
create index person_pile_run on person_pile (county, run);
