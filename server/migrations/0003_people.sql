-- Residents with their marks, and those who arrive. Identity numbers and phones lie encrypted and are found by keyed hash.

create table person (
  county text not null, id uuid not null, community text not null,
  dwelling uuid,
  name text not null, initials text collate "C" not null default '',
  sex text check (sex in ('male', 'female')),
  born date,
  document_kind text not null default 'none' check (document_kind in ('identity-card', 'passport', 'hk-macao-permit', 'taiwan-permit', 'residence-permit', 'other', 'none')),
  document_cipher text, document_hash text, document_tail_hash text,
  phone_cipher text, phone_hash text, phone_tail_hash text,
  relation text not null default '',          -- to the head of the household, as the roster says
  residence text not null default 'unknown' check (residence in ('local', 'elsewhere', 'unknown')),
  source text not null default 'entered' check (source in ('import', 'entered', 'arrival', 'demo')),
  left_on date,
  version integer not null default 1,
  changed_at timestamptz not null default clock_timestamp(),
  changed_by uuid,
  primary key (county, id),
  foreign key (county, dwelling) references dwelling (county, id)
);
create index person_community on person (county, community, initials);
create index person_dwelling on person (county, dwelling);
create index person_document on person (county, document_hash);
create index person_document_tail on person (county, document_tail_hash);
create index person_phone on person (county, phone_hash);
create index person_phone_tail on person (county, phone_tail_hash);
create index person_initials on person (county, initials);
call protect_personal('person');
call feed_changes('person', 'person');

-- Names are searched by pairs of characters; equality of text stays usable behind row security.
create table person_gram (
  county text not null, gram text not null, person uuid not null, community text not null,
  primary key (county, gram, person),
  foreign key (county, person) references person (county, id) on delete cascade
);
create index person_gram_person on person_gram (county, person);
call protect_personal('person_gram');

-- Key-group marks: kind from the vocabulary of domain/people, with source, date and review.
create table person_mark (
  county text not null, id uuid not null, community text not null, person uuid not null,
  kind text not null, source text not null default 'entered',
  since date not null, review_on date, ended_on date,
  version integer not null default 1,
  primary key (county, id),
  foreign key (county, person) references person (county, id) on delete cascade
);
create unique index person_mark_open on person_mark (county, person, kind) where ended_on is null;
create index person_mark_kind on person_mark (county, community, kind);
call protect_personal('person_mark');
call feed_changes('person_mark', 'person_mark');

-- Two records that are, or are not, the same person: a link, never a merge; taking it back is another row.
create table person_link (
  county text not null, id uuid not null, community text not null,
  one uuid not null, other uuid not null,
  state text not null check (state in ('same', 'different')),
  by_account uuid not null, at timestamptz not null default clock_timestamp(), ended_at timestamptz,
  primary key (county, id),
  foreign key (county, one) references person (county, id) on delete cascade,
  foreign key (county, other) references person (county, id) on delete cascade
);
create index person_link_one on person_link (county, one);
create index person_link_other on person_link (county, other);
call protect_personal('person_link');

-- Those who come from elsewhere while a response is open.
create table arrival (
  county text not null, id uuid not null, community text not null, person uuid not null, dwelling uuid,
  origin text not null,                       -- as told
  origin_place text,                          -- division code when recognised
  origin_kind text not null default 'unknown' check (origin_kind in ('abroad', 'high', 'medium', 'low', 'unknown')),
  arrived_on date not null, left_origin_on date,
  transport text not null default '', companions integer,
  point_to_point boolean, health_proof boolean,
  reported_by text not null default 'community' check (reported_by in ('self', 'family', 'employer', 'hotel', 'community', 'pushed')),
  source text not null default 'entered' check (source in ('import', 'entered', 'pushed', 'demo')),
  note text not null default '',
  version integer not null default 1,
  recorded_by uuid, recorded_at timestamptz not null default clock_timestamp(),
  primary key (county, id),
  foreign key (county, person) references person (county, id)
);
create unique index arrival_once on arrival (county, person, arrived_on);
create index arrival_community on arrival (county, community, arrived_on);
call protect_personal('arrival');
call feed_changes('arrival', 'arrival');

-- Targeted health advice that reached somebody: topic and way, no illness.
create table person_advice (
  county text not null, id uuid not null, community text not null, person uuid not null,
  topic text not null, way text not null,
  by_account uuid not null, at timestamptz not null,
  primary key (county, id),
  foreign key (county, person) references person (county, id) on delete cascade
);
create index person_advice_person on person_advice (county, person);
call protect_personal('person_advice', append_only => true);
