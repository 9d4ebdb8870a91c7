-- The only certificate a community itself issues for an epidemic is the proof of residence; every other demand is answered
-- by a refusal and counted by the body that made it.

create table residence_proof (
  county text not null, id uuid not null, community text not null,
  person uuid not null, dwelling uuid not null,
  year integer not null, serial integer not null,
  name text not null, door text not null,     -- as printed: a copy stays true when the person moves later
  asked_by text not null,                     -- which body wants it
  by_account uuid not null references account (id), at timestamptz not null,
  primary key (county, id),
  unique (county, community, year, serial)
);
call protect_personal('residence_proof', append_only => true);

create table certificate_refusal (
  id uuid primary key,
  place text not null check (length(place) = 12),
  certificate text not null,
  wording text not null default '',           -- what was asked for, where it is none of the known ones
  asked_by text not null,
  by_account uuid not null references account (id), at timestamptz not null,
  check (certificate <> 'other' or wording <> '')
);
create index certificate_refusal_place on certificate_refusal (place, at);
call protect_figures('certificate_refusal', append_only => true);
