-- Control orders (管控令): an authority restricts one place for a term. They are public, name nobody, and are never edited:
-- shortening, lifting and keeping are acts beside the order. What is still being written is a draft and restricts nothing.

alter table response drop constraint response_functions_check;
alter table response add constraint response_functions_check
  check (functions <@ array['arrivals', 'observation', 'daily-report', 'orders', 'gates'] and cardinality(functions) > 0);

create table order_draft (
  id uuid primary key,
  place text not null,                        -- the community in which the restricted place lies
  content jsonb not null,
  version integer not null default 1,
  by_account uuid not null references account (id),
  at timestamptz not null
);
create index order_draft_place on order_draft (place);
call protect_figures('order_draft');

create table control_order (
  id uuid primary key,
  place text not null check (length(place) = 12),
  authority text not null,                    -- place of the authority: only it shortens, lifts or keeps
  kind text not null check (kind in ('building-closure', 'community-closure', 'checkpoint', 'go-out-ban', 'newcomer-refusal', 'gathering-ban', 'facility-closure')),
  scope text not null check (scope in ('unit', 'building', 'village-group', 'community')),
  building uuid, unit text, estate uuid, village_group text,
  label text not null,                        -- the restricted place as the notice names it; its building may be renamed later
  issuer text not null, number text not null, ground text not null,
  content text not null, reason text not null,
  wider_reason text not null default '',      -- why not a smaller place; empty for the smallest
  gates text not null default '',             -- which entrances stay in use
  exceptions text[] not null default '{}',
  valid_from date not null,
  until date, review_on date,                 -- last day, or the day by which somebody must keep it: never open-ended
  service_plan jsonb,
  beyond jsonb,                               -- what went beyond the plan of the day, why, and who approved it; null: nothing did
  drafted_by uuid not null references account (id),
  published_by uuid not null references account (id),
  published_at timestamptz not null,
  check (until is not null or review_on is not null),
  check (until >= valid_from and review_on >= valid_from),
  check (service_plan is not null or kind = 'checkpoint')
);
create index control_order_place on control_order (place, valid_from);
create unique index control_order_number on control_order (authority, issuer, number);
call protect_figures('control_order', append_only => true);

create table control_order_act (
  id uuid primary key,
  place text not null, control_order uuid not null references control_order (id),
  kind text not null check (kind in ('kept', 'shortened', 'lifted')),
  number text not null, reason text not null,
  until date, review_on date,                 -- the term from now on
  lifted_from date,                           -- the first day without the order
  by_account uuid not null references account (id),
  at timestamptz not null,
  check ((kind = 'lifted') = (lifted_from is not null)),
  check (kind = 'lifted' or until is not null or review_on is not null)
);
create index control_order_act_order on control_order_act (control_order, at);
create unique index control_order_lifted_once on control_order_act (control_order) where kind = 'lifted';
call protect_figures('control_order_act', append_only => true);

-- Somebody concerned objects; a named person answers. These are about people and stay in their county.
create table order_objection (
  county text not null, id uuid not null, community text not null,
  control_order uuid not null references control_order (id),
  said_by text not null, door text not null default '',
  content text not null, said_on date not null,
  by_account uuid not null references account (id), at timestamptz not null,
  primary key (county, id)
);
create index order_objection_order on order_objection (county, control_order);
call protect_personal('order_objection', append_only => true);

create table order_objection_answer (
  county text not null, objection uuid not null, community text not null,
  outcome text not null check (outcome in ('kept', 'eased', 'lifted')),
  answer text not null,
  by_account uuid not null references account (id), at timestamptz not null,
  primary key (county, objection),
  foreign key (county, objection) references order_objection (county, id)
);
call protect_personal('order_objection_answer', append_only => true);
