-- Units of a community: firms, schools, building sites and other places where many people are together, with whom to call there.

create table unit (
  county text not null, id uuid not null, community text not null,
  kind text not null check (kind in ('firm', 'shop', 'school', 'kindergarten', 'building-site', 'market', 'dormitory', 'elder-care', 'other')),
  name text not null, address text not null default '',
  headcount integer check (headcount >= 0),   -- null: not asked
  contact text not null default '',
  phone text,                                 -- sealed
  valid_from date not null, valid_to date,
  version integer not null default 1,
  primary key (county, id)
);
create unique index unit_name on unit (county, community, name) where valid_to is null;
call protect_personal('unit');
