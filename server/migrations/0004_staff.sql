-- Accounts of staff (no residents), and who is responsible for which grid. Sign-in lives in schema auth, made by its library.

create table account (
  id uuid primary key,
  login text not null unique,
  name text not null,
  role text not null,
  place text not null,                        -- the actor's own place; empty for the nation
  phone text,                                 -- the duty phone that residents and colleagues may call
  active boolean not null default true,
  auth_user text unique,
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp()
);
create index account_place on account (place);
call protect_figures('account');

create table grid_duty (
  county text not null, id uuid not null, community text not null,
  grid uuid not null, account uuid not null references account (id),
  kind text not null check (kind in ('worker', 'stand-in')),
  valid_from date not null, valid_to date,
  primary key (county, id),
  foreign key (county, grid) references grid (county, id)
);
create index grid_duty_grid on grid_duty (county, grid, valid_from);
create index grid_duty_account on grid_duty (county, account, valid_from);
call protect_personal('grid_duty');
