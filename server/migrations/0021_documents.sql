-- The policy library: notices and plans with their files and tasks; who has read them, and how far the tasks are.
-- A document that comes with the system stands in the program and has a short name instead of an id made here.

create table document (
  place text not null,                        -- of the authority: it concerns all below
  id text primary key,
  title text not null, issuer text not null, number text not null,
  issued_on date not null, valid_from date, valid_until date,
  summary text not null,                      -- in plain words, our own
  follows text[] not null default '{}',       -- documents it rests on
  entered_by uuid not null references account (id), entered_at timestamptz not null,
  check (valid_until >= valid_from)
);
create index document_place on document (place, issued_on);
create unique index document_number on document (place, issuer, number);
call protect_figures('document', append_only => true);

-- That a later document takes the place of one; said by the place that issued the first.
create table document_replacement (
  place text not null, document text not null,
  by_document text not null, from_day date not null,
  by_account uuid not null references account (id), at timestamptz not null,
  primary key (document)
);
call protect_figures('document_replacement', append_only => true);

create table document_file (
  place text not null, id uuid primary key, document text not null,
  name text not null, kind text not null check (kind in ('pdf', 'doc', 'docx', 'txt')),
  size integer not null check (size between 1 and 20971520),
  hash text not null,                         -- SHA-256 of the bytes
  bytes bytea not null,
  by_account uuid not null references account (id), at timestamptz not null
);
create unique index document_file_once on document_file (document, hash);
call protect_figures('document_file', append_only => true);

create table document_task (
  place text not null, id uuid primary key, document text not null references document (id),
  ordinal integer not null, content text not null, due_on date
);
create index document_task_document on document_task (document, ordinal);
call protect_figures('document_task', append_only => true);

-- `place` is that of the reader from here on.
create table document_receipt (
  place text collate "C" not null, document text not null,
  by_account uuid not null references account (id), at timestamptz not null,
  primary key (document, place)
);
call protect_figures('document_receipt', append_only => true);

create table document_task_state (
  place text collate "C" not null check (place ~ '^[0-9]{12}$'), id uuid primary key,
  task uuid not null references document_task (id),
  state text not null check (state in ('done', 'part', 'not')), note text not null default '',
  by_account uuid not null references account (id), at timestamptz not null,
  seen bigint not null generated always as identity
);
create index document_task_state_task on document_task_state (task, place, seen);
call protect_figures('document_task_state', append_only => true);
