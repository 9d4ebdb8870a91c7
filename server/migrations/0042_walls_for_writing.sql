-- Writing is judged apart from reading: nobody writes upward because somebody below may read what holds there, and where nobody said
-- from where they look, nothing is there to read or to write.

-- What was never said, is empty or is no place is null, which no row equals. Only whether it could be a county or a place is
-- asked, not which: these are evaluated for every row that no index finds.
create or replace function scope_county() returns text language sql stable parallel safe
  return nullif(current_setting('wangdi.county', true), '');
create or replace function scope_area() returns text language sql stable parallel safe
  return case when length(current_setting('wangdi.area', true)) in (6, 9, 12) then current_setting('wangdi.area', true) end;
create or replace function scope_place() returns text language sql stable parallel safe
  return case when current_setting('wangdi.place', true) = 'nation' then ''
    when length(current_setting('wangdi.place', true)) in (2, 4, 6, 9, 12)
      and translate(current_setting('wangdi.place', true), '0123456789', '') = '' then current_setting('wangdi.place', true) end;
-- The county in which rows may be made: digits, as the area in it, so that no row ever stands under a text that is no place.
create function scope_tenant() returns text language sql stable parallel safe
  return case when length(scope_county()) = 6
    and translate(scope_county() || coalesce(current_setting('wangdi.area', true), ''), '0123456789', '') = '' then scope_county() end;
create or replace function scope_key() returns text language sql stable parallel safe
  return coalesce(scope_tenant(), case scope_place() when '' then 'nation' else scope_place() end);
grant execute on function scope_tenant() to wangdi_app;

-- One policy for each command and no more rights than policies. `removed`: rows that the application itself takes away again.
create procedure open_table(target regclass, reads text, writes text, append_only boolean, removed boolean) language plpgsql as $$
declare old record;
begin
  for old in select polname from pg_policy where polrelid = target loop
    execute format('drop policy %I on %s', old.polname, target);
  end loop;
  execute format('alter table %s enable row level security', target);
  execute format('revoke all on %s from wangdi_app', target);
  execute format('create policy read on %s for select using (%s)', target, reads);
  execute format('create policy add on %s for insert with check (%s)', target, writes);
  execute format('grant select, insert on %s to wangdi_app', target);
  if not append_only then
    execute format('create policy change on %s for update using (%s) with check (%s)', target, writes, writes);
    execute format('grant update on %s to wangdi_app', target);
  end if;
  if removed then
    execute format('create policy remove on %s for delete using (%s)', target, writes);
    execute format('grant delete on %s to wangdi_app', target);
  end if;
end $$;

drop procedure protect_personal(regclass, boolean, boolean);
drop procedure protect_figures(regclass, boolean);

-- Rows about people: the county must equal, the community must lie in the actor's area; health rows also need the flag.
create procedure protect_personal(target regclass, health boolean default false, append_only boolean default false, removed boolean default false)
language plpgsql as $$
declare rest text := ' and starts_with(community, scope_area())' || case when health then ' and scope_health()' else '' end;
begin
  call open_table(target, 'county = scope_county()' || rest, 'county = scope_tenant()' || rest, append_only, removed);
end $$;

-- Figures and policy facts, no names: rows of the actor's place and of all below it. `above`: those who work in a place also read
-- what holds for them from the places it lies in; they never write there.
create procedure protect_figures(target regclass, append_only boolean default false, above boolean default false, removed boolean default false)
language plpgsql as $$
begin
  call open_table(target, 'starts_with(place, scope_place())' || case when above then ' or starts_with(scope_place(), place)' else '' end,
    'starts_with(place, scope_place())', append_only, removed);
end $$;

do $$
declare t record;
begin
  for t in
    select p.polrelid::regclass as target, p.polname, pg_get_expr(p.polqual, p.polrelid) like '%scope_health()%' as health,
      not has_table_privilege('wangdi_app', p.polrelid, 'update') as append_only,
      -- What redrawn grids, changed duties and names leave behind, and drafts.
      p.polrelid::regclass::text in ('dwelling_grid', 'grid_duty', 'person_gram', 'order_draft') as removed,
      -- What is ordered, said or set above holds below: orders, facts and levels, packs, documents, what is asked of communities,
      -- settings of the county, and that the records of a response were destroyed. A report's sums are told to those who report.
      p.polrelid::regclass::text in ('response', 'response_act', 'stated_fact', 'confirmed_level', 'pack_version', 'document',
        'document_replacement', 'document_file', 'document_task', 'demand', 'demand_act', 'county', 'destruction', 'destruction_act',
        'destruction_part', 'report_sum') as above
    from pg_policy p where p.polname in ('personal', 'figures')
  loop
    if t.polname = 'personal' then call protect_personal(t.target, t.health, t.append_only, t.removed);
    else call protect_figures(t.target, t.append_only, t.above, t.removed); end if;
  end loop;
end $$;

-- Written by what the owner lends and by nobody else.
drop policy add on destruction_part;
revoke insert on destruction_part from wangdi_app;
-- A county begins and ends by its owner's hand; those who work there change its settings.
drop policy add on county;
revoke insert on county from wangdi_app;

-- A community's report adds to the sums of its street and county in the transaction that freezes it: the one thing written upward.
drop policy add on report_sum;
drop policy change on report_sum;
create policy add on report_sum for insert with check (starts_with(place, scope_place()) or starts_with(scope_place(), place));
create policy change on report_sum for update using (starts_with(place, scope_place()) or starts_with(scope_place(), place))
  with check (starts_with(place, scope_place()) or starts_with(scope_place(), place));

-- Accounts have names and phones: of those above, only the ones of the own county are known, who sign what is done here and take calls.
drop policy read on account;
create policy read on account for select
  using (starts_with(place, scope_place()) or (starts_with(place, scope_county()) and starts_with(scope_place(), place)));
-- Posts have names and phones as well: of those above, the secretaries, who answer for the chain from province to village.
drop policy read on team_member;
create policy read on team_member for select
  using (starts_with(place, scope_place()) or (post = 'secretary' and starts_with(scope_place(), place)));

-- How many active accounts each role has at a place, below it, and at the levels that it lies in: numbers alone, and only of a place
-- in the actor's own line.
create function count_roles(in_place text) returns table (role text, n bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not coalesce(starts_with(in_place, scope_place()) or starts_with(scope_place(), in_place), false) then return; end if;
  return query select a.role, count(*) from account a
    where a.active and a.place <> '' and (starts_with(a.place, in_place) or starts_with(in_place, a.place)) group by a.role;
end $$;
grant execute on function count_roles(text) to wangdi_app;

-- Commands keep their first answer; audit lines are only added. Both belong to the county, above it to the place.
drop policy own_scope on command;
create policy read on command for select using (scope = scope_key());
create policy add on command for insert with check (scope = scope_key());
create policy change on command for update using (scope = scope_key()) with check (scope = scope_key());
drop policy own_scope on audit_line;
create policy read on audit_line for select using (scope = scope_key());
create policy add on audit_line for insert with check (scope = scope_key());

-- What the program itself says of the kinds is no secret, but there is nothing to read without a place either.
alter policy everybody on destruction_kind using (scope_place() is not null);

-- A change is told where its row stands.
alter policy county on change with check (county = scope_tenant());
