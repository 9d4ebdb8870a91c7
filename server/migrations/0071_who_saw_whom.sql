-- Who saw whom: for each audit line the people, doors and buildings that it showed, found by the one who was seen. A reading that
-- shows more people than are named one by one names its community instead, by the code written as an id.
create table audit_seen (
  scope text not null, subject uuid not null, at timestamptz not null, line uuid not null,
  primary key (scope, subject, at, line)
);
alter table audit_seen enable row level security;
create policy read on audit_seen for select using (scope = scope_key());
create policy add on audit_seen for insert with check (scope = scope_key());
grant select, insert on audit_seen to wangdi_app;
create trigger only_added before update or delete on audit_seen for each row execute function refuse_change();

-- What lines named so far.
insert into audit_seen (scope, subject, at, line)
  select distinct l.scope, named.value::uuid, l.at, l.id from audit_line l, jsonb_each_text(l.targets) named
  where named.key in ('person', 'one', 'other', 'dwelling')
    and named.value ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

-- What one account did, newest first.
create index audit_line_account on audit_line (scope, account, at);
