-- What somebody wrote down for themselves alone, such as the note of a session: read by its writer, and by nobody above or beside.
create function scope_account() returns uuid language sql stable parallel safe
  return case when length(current_setting('wangdi.account', true)) = 36 then current_setting('wangdi.account', true)::uuid end;
grant execute on function scope_account() to wangdi_app;

create table kind_request_note (
  county text not null, id uuid not null,     -- of the act that it was written with
  request uuid not null,
  writer uuid not null references account (id),
  said jsonb not null,                        -- by field; phones in it are sealed
  primary key (county, id),
  foreign key (county, request) references kind_request (county, id) on delete cascade
);
create index kind_request_note_request on kind_request_note (county, request);
alter table kind_request_note enable row level security;
create policy read on kind_request_note for select using (county = scope_county() and writer = scope_account());
create policy add on kind_request_note for insert with check (county = scope_tenant() and writer = scope_account());
grant select, insert on kind_request_note to wangdi_app;
