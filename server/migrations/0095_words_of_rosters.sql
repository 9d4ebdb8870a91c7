-- What a roster says and nobody can decide is kept in its own words, with the person, until somebody settles it.
alter table person add column door_text text;           -- the address where it names no door; of those who have a door it says nothing
alter table person_pile add column words text;          -- an address without a door, or words on health that say neither yes nor no
alter table person_pile drop constraint person_pile_kind_check;
alter table person_pile add constraint person_pile_kind_check
  check (kind in ('other-address', 'look-alike', 'door-unread', 'words-unclear'));
alter table person_pile add constraint person_pile_words check ((kind in ('door-unread', 'words-unclear')) = (words is not null));
alter table person_pile drop constraint person_pile_settled_check;
alter table person_pile add constraint person_pile_settled_check check (settled in ('stay', 'move', 'same', 'different', 'done'));

-- How a person of the community named the columns of a roster whose heads say too little; the next one with the same heads is read so.
create table roster_heads (
  county text not null, community text not null,
  kind text not null check (kind in ('residents', 'arrivals', 'elders')),
  heads text not null,                                  -- the texts of the head line; of a roster without one how many columns it has
  columns jsonb not null,                               -- {field: column}
  by_account uuid not null, at timestamptz not null default now(),
  primary key (county, community, kind, heads)
);
call protect_personal('roster_heads');
