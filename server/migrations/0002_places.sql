-- The division tree, and below the community: estates or natural villages, buildings, dwellings, grids.

create table place (
  code text collate "C" not null check (code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$'),
  name text not null,
  level text not null check (level in ('province', 'city', 'county', 'street', 'community')),
  valid_from date not null,
  valid_to date,                              -- the first day on which it is no more
  parent text collate "C" not null generated always as (left(code, case length(code) when 2 then 0 when 4 then 2 when 6 then 4 when 9 then 6 else 9 end)) stored,
  primary key (code, valid_from)
);
create index place_parent on place (parent);
grant select on place to wangdi_app;

-- A county that works here (the tenant), its settings, and whether its people are invented.
create table county (
  place text primary key check (place ~ '^[0-9]{6}$'),
  demo boolean not null default false,
  settings jsonb not null default '{}'
);
call protect_figures('county');

create table estate (
  county text not null, id uuid not null, community text not null,
  kind text not null check (kind in ('estate', 'natural-village')),
  name text not null, ordinal integer not null default 0,
  primary key (county, id), unique (county, community, name)
);
call protect_personal('estate');

create table building (
  county text not null, id uuid not null, community text not null,
  estate uuid, name text not null, ordinal integer not null default 0,
  primary key (county, id),
  foreign key (county, estate) references estate (county, id)
);
create unique index building_name on building (county, community, estate, name) nulls not distinct;
call protect_personal('building');

-- A door. In a town: building, unit, floor, room. In a village: group and house number.
create table dwelling (
  county text not null, id uuid not null, community text not null,
  estate uuid, building uuid,
  unit text, floor integer, room text,
  village_group text, house text,
  use text not null default 'unknown' check (use in ('own', 'rented', 'vacant', 'dormitory', 'unknown')),
  ordinal integer not null default 0,
  version integer not null default 1,
  primary key (county, id),
  foreign key (county, building) references building (county, id),
  foreign key (county, estate) references estate (county, id),
  check (room is not null or house is not null)
);
create unique index dwelling_door on dwelling (county, community, estate, building, unit, room, village_group, house) nulls not distinct;
create index dwelling_community on dwelling (county, community);
create index dwelling_building on dwelling (county, building);
call protect_personal('dwelling');
call feed_changes('dwelling', 'dwelling');

create table grid (
  county text not null, id uuid not null, community text not null,
  name text not null, ordinal integer not null default 0,
  valid_from date not null, valid_to date,
  primary key (county, id)
);
create index grid_community on grid (county, community);
call protect_personal('grid');

-- The grid is a dated property of the dwelling: grids are redrawn without touching people.
create table dwelling_grid (
  county text not null, dwelling uuid not null, community text not null,
  grid uuid not null, valid_from date not null, valid_to date,
  primary key (county, dwelling, valid_from),
  foreign key (county, dwelling) references dwelling (county, id) on delete cascade,
  foreign key (county, grid) references grid (county, id)
);
create index dwelling_grid_grid on dwelling_grid (county, grid, valid_from);
call protect_personal('dwelling_grid');
