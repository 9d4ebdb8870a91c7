-- What each of the four parties (place, department, unit, person) answers for at a place, and that they signed for it.

create table party_duty (
  id uuid primary key,
  place text collate "C" not null check (place ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$'),
  party text not null check (party in ('place', 'department', 'unit', 'person')),
  holder text not null, duty text not null,
  signed_on date, signed_by text,
  valid_from date not null, valid_to date,
  version integer not null default 1,
  check ((signed_on is null) = (signed_by is null))
);
create index party_duty_place on party_duty (place);
call protect_figures('party_duty');
