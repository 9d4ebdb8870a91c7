-- A round that is over keeps its doors and people as they stood: who moves in or out later, a door that is added, a mark that ends
-- change nothing of what was gone round. A record of its days that a phone brings late still counts at its door.
create table round_frozen (
  county text not null, community text not null, round uuid not null,
  primary key (county, round),
  foreign key (county, round) references round (county, id)
);
call protect_personal('round_frozen', append_only => true);
create table round_line (
  county text not null, id uuid not null default gen_random_uuid(), community text not null,
  round uuid not null, dwelling uuid not null,
  person uuid,                                -- for rounds of key persons; null for rounds of doors
  grid uuid,                                  -- the grid that answered for the door on the last day
  use text not null check (use in ('own', 'rented', 'vacant', 'dormitory', 'unknown')),
  household integer not null,                 -- how many lived behind the door
  standing text not null check (standing in ('done', 'nobody-home', 'not-convenient', 'moved-away', 'refused', 'not-reached', 'outside')),
  primary key (county, id),
  unique nulls not distinct (county, round, dwelling, person),
  foreign key (county, round) references round (county, id)
);
create index round_line_dwelling on round_line (county, dwelling);
call protect_personal('round_line');
