-- Contingency plans of a community, street or county: versions are only ever added, a second person approves, drills and reviews are
-- inspections that name the plan. What is in force, due or never tried is derived.

create table contingency (
  place text collate "C" not null check (place ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$'),
  id uuid primary key,
  kind text not null check (kind in ('epidemic', 'response', 'service')),
  title text not null,
  by_account uuid not null references account (id), at timestamptz not null
);
create unique index contingency_title on contingency (place, kind, title);
call protect_figures('contingency', append_only => true);

create table contingency_version (
  place text collate "C" not null, id uuid primary key,
  contingency uuid not null references contingency (id), version integer not null check (version >= 1),
  content text not null,                      -- who does what, in which order
  triggers text[] not null default '{}',      -- when it begins
  partners jsonb not null default '[]',       -- [{name, does}]: those outside the place who have a part in it
  responsible text not null,
  review_on date not null,                    -- the day by which somebody looks at it again
  changed text not null default '',           -- what is new against the version before
  by_account uuid not null references account (id), at timestamptz not null,
  unique (contingency, version)
);
call protect_figures('contingency_version', append_only => true);

create table contingency_approval (
  place text collate "C" not null, version uuid primary key references contingency_version (id),
  by_account uuid not null references account (id), at timestamptz not null
);
call protect_figures('contingency_approval', append_only => true);

create index inspection_contingency on inspection (contingency, kind, day) where contingency is not null;
