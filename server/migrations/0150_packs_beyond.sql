-- Packs that restrict more than wider rules do and were published anyway: what was found, who published it, and on what ground.
create table pack_beyond (
  place text not null,                        -- where the pack holds
  id uuid primary key,
  version uuid not null unique references pack_version (id),
  pack text not null, title text not null,
  valid_from date not null, valid_until date,
  findings jsonb not null,                    -- what the check said, rule by rule, in two languages
  words text not null,                        -- the ground
  authority text not null, number text not null,
  by_account uuid not null references account (id),
  at timestamptz not null,
  check (words <> '' and authority <> '' and number <> '')
);
call protect_figures('pack_beyond', append_only => true);
