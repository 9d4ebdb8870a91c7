-- A doubt may also come with an arrival at a door: a number that was told there is held by a record elsewhere. It has no roster.
alter table person_pile alter column run drop not null;
alter table person_pile alter column roster_row drop not null;
alter table person_pile add constraint person_pile_roster check ((run is null) = (roster_row is null));

-- It goes with the arrivals when these are destroyed.
update destruction_kind
set only_where = '({t}.run is null or exists (select from import_run r where r.county = {t}.county and r.id = {t}.run and r.kind = ''arrivals''))'
where name = 'arrival-doubt';
