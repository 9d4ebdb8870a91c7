-- Packs as they were published: a signed version is never changed, a new one takes its place from its day on.

create table pack_version (
  place text not null,                        -- where it holds, with all below; empty for the nation
  id uuid primary key,
  pack text not null, version integer not null check (version > 0),
  valid_from date not null,                   -- the first day it is read for
  body text not null, cases text not null,    -- the two texts, as they were signed
  source text not null check (source in ('house', 'person')),
  submitted_by uuid references account (id),
  published_by uuid references account (id),
  published_at timestamptz not null,
  key text not null, signature text not null, -- ES256 over pack, version, place, day, both texts and both persons
  seen bigint not null generated always as identity,
  unique (pack, version),
  check ((source = 'house') = (published_by is null)),
  check (source = 'house' or (submitted_by is not null and submitted_by <> published_by))
);
call protect_figures('pack_version', append_only => true);

-- What an editor works on; it holds for nobody.
create table pack_draft (
  place text not null,
  id uuid primary key,
  pack text not null, body text not null, cases text not null,
  state text not null check (state in ('draft', 'submitted', 'published', 'dropped')),
  note text not null default '',              -- why it was sent back
  edition integer not null default 1,
  saved_by uuid not null references account (id), saved_at timestamptz not null,
  submitted_by uuid references account (id), submitted_at timestamptz,
  published uuid references pack_version (id),
  check ((state = 'published') = (published is not null)),
  check (state not in ('submitted', 'published') or submitted_by is not null)
);
create index pack_draft_place on pack_draft (place, state);
call protect_figures('pack_draft');

-- With what a person decided: the question, its facts and the versions in use, so that the answer can be given again.
alter table confirmed_level add column answer jsonb;
alter table response add column answer jsonb;
alter table observation add column answer jsonb;
