-- What a street or the county gives out to the communities below, of kinds that say so: a row of its own for as long as it holds, which
-- those below read; and who of them received it.

create table kind_document_given (
  county text not null, id uuid not null,     -- the document
  community text not null,                    -- the street or county that gave it out
  kind text not null, title text not null,
  version integer not null, said jsonb not null,   -- the words that hold; phones in them are sealed
  number text, in_force_from date not null, until_day date, review_on date,
  primary key (county, id),
  foreign key (county, id) references kind_document (county, id) on delete cascade
);
create index kind_document_given_kind on kind_document_given (county, kind, title, id);
alter table kind_document_given enable row level security;
create policy read on kind_document_given for select
  using (county = scope_county() and (starts_with(community, scope_area()) or starts_with(scope_area(), community)));
create policy add on kind_document_given for insert with check (county = scope_tenant() and starts_with(community, scope_area()));
create policy change on kind_document_given for update using (county = scope_tenant() and starts_with(community, scope_area()))
  with check (county = scope_tenant() and starts_with(community, scope_area()));
create policy remove on kind_document_given for delete using (county = scope_tenant() and starts_with(community, scope_area()));
grant select, insert, update, delete on kind_document_given to wangdi_app;

create table kind_document_receipt (
  county text not null, id uuid not null, document uuid not null, version integer not null,
  community text not null,                    -- that received it
  kind text not null,
  at timestamptz not null, by_account uuid not null references account (id),
  primary key (county, id),
  foreign key (county, document) references kind_document (county, id) on delete cascade
);
create unique index kind_document_receipt_once on kind_document_receipt (county, document, version, community);
call protect_personal('kind_document_receipt', append_only => true);

-- Plans of streets and counties that hold are given out to those below from now on.
insert into kind_document_given (county, id, community, kind, title, version, said, number, in_force_from, until_day, review_on)
select d.county, d.id, d.community, d.kind, d.title, d.in_force, v -> 'values', v -> 'issued' ->> 'number', (v ->> 'in_force_from')::date,
  d.until_day, d.review_on
from kind_document d, jsonb_array_elements(d.standing -> 'versions') v
where d.kind = 'documents.contingency' and length(d.community) < 12 and (v ->> 'version')::integer = d.in_force;
