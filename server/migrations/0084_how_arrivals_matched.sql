-- An arrival says how its person was known, whichever way it came in: rosters know people by name with phone or door as well.
alter table arrival drop constraint arrival_match_check;
alter table arrival add constraint arrival_match_check check (match in ('document', 'phone', 'door', 'chosen', 'new'));
