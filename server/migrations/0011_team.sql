-- Working groups of communities, and the secretary of every level: posts with their holders, no residents.

create table team_member (
  place text not null check (place ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$'),
  id uuid not null primary key,
  post text not null check (post in ('secretary', 'lead', 'deputy-lead', 'doctor', 'member')),
  name text not null,
  phone text,
  duty text not null default '',
  deputy text,
  valid_from date not null,
  valid_to date,
  version integer not null default 1
);
create index team_member_place on team_member (place);
call protect_figures('team_member');
