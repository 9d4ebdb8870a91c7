-- What changed is told by the command that changed it, in its transaction, no longer by triggers: a cluster takes none that
-- read whole statements. A line is told once in a transaction, whatever is done to its row; the key is the order in which
-- phones read. Transactions are numbers here: their comparison is leakproof, so row security leaves them to the index.
do $$
declare fed record;
begin
  for fed in select distinct t.tgrelid::regclass as target from pg_trigger t where t.tgname = 'feed_update' loop
    execute format('drop trigger feed_insert on %s', fed.target);
    execute format('drop trigger feed_update on %s', fed.target);
    execute format('drop trigger feed_delete on %s', fed.target);
  end loop;
end $$;
drop procedure feed_changes;
drop function note_change;
drop function changes_since;
drop function trim_changes;

-- The transaction as the county's own server counts it. The county is asked for as an argument so that a cluster does not
-- work it out beforehand, on the server that hands the statement on.
create function transaction_at(county text) returns bigint language plpgsql stable set search_path = public, pg_temp as $$
begin
  return pg_current_xact_id()::text::bigint;
end $$;
revoke all on function transaction_at from public;
grant execute on function transaction_at to wangdi_app;

alter table change rename to change_by_trigger;
drop index change_at;
create table change (
  county text not null,
  community text not null,                    -- a row that moves is news in the community it leaves, too
  xid bigint not null,                        -- transaction_at(county)
  subject text not null,                      -- the table
  id uuid not null,
  at timestamptz not null default now(),
  primary key (county, community, xid, subject, id)
);
insert into change (county, community, xid, subject, id, at)
  select county, community, xid::text::bigint, subject, id, max(at) from change_by_trigger group by 1, 2, 3, 4, 5;
drop table change_by_trigger;
create index change_at on change using brin (at);
alter table change enable row level security;
create policy county on change for select using (county = scope_county() and starts_with(community, scope_area()));
create policy told on change for insert with check (county = scope_county() and starts_with(community, scope_area()));
-- Told for thirty days; a phone that was away for longer downloads anew. Nothing younger can be dropped.
create policy over on change for delete using (county = scope_county() and at < now() - interval '30 days');
grant select, insert, delete on change to wangdi_app;

-- Search rows of names go by the command that takes the person away.
drop trigger forget_grams on person;
drop function forget_grams;
drop function forget_grams_of;
create function forget_grams_of(in_county text, in_community text, gone uuid[]) returns void language plpgsql
  set search_path = public, pg_temp as $$
begin
  update person_gram g set people = array(select person from unnest(g.people) as person where person <> all(gone))
    where g.county = in_county and g.community = in_community and g.people && gone;
  delete from person_gram g where g.county = in_county and g.community = in_community and g.people = '{}';
end $$;
revoke all on function forget_grams_of from public;
grant execute on function forget_grams_of to wangdi_app;

-- Destroyed rows are told, too, where phones may hold them.
alter table destruction_kind add column told boolean not null default false;
update destruction_kind set told = true where target in ('observation', 'reading', 'alert_answer', 'observation_end', 'arrival', 'person');

create or replace function destroy_due(in_run uuid, in_kind text, most integer) returns bigint language plpgsql security definer
  set search_path = public, pg_temp as $$
declare run destruction := own_run(in_run); kind destruction_kind; n bigint; proof text; which text; ids uuid[]; communities text[]; one text;
begin
  perform pg_advisory_xact_lock(hashtextextended(in_run::text, 30));
  select * into strict kind from destruction_kind where name = in_kind;
  if not exists (select from destruction_act a where a.destruction = run.id and a.kind = 'approved' and a.by_account <> run.asked_by)
    or exists (select from destruction_act a where a.destruction = run.id and a.kind in ('refused', 'done'))
    or not response_over(run.response, run.asked_on)
  then raise exception 'this run may not destroy anything' using errcode = '42501'; end if;
  if not (kind.needs = any(run.functions)) or run.assessment -> 'kept' ? in_kind then return 0; end if;
  which := format('select t.county, t.id from %I t where %s order by t.id limit $6', kind.target, due_condition(in_kind, 't'));
  execute format(
    case when kind.emptied is null
      then 'with due as (%1$s), gone as (delete from %2$I d using due where d.county = due.county and d.id = due.id returning d.id, d.community)'
      else 'with due as (%1$s), gone as (update %2$I d set %3$I = null from due where d.county = due.county and d.id = due.id returning d.id, d.community)' end
    || ' select count(*), encode(sha256(convert_to(coalesce(string_agg(id::text, '','' order by id), ''''), ''UTF8'')), ''hex''),'
    || ' array_agg(id order by id), array_agg(community order by id) from gone',
    which, kind.target, kind.emptied)
    into n, proof, ids, communities using run.place, run.areas, run.held, run.from_day, run.to_day, most;
  if n = 0 then return 0; end if;
  insert into destruction_part (place, destruction, kind, rows, hash) values (run.place, run.id, in_kind, n, proof);
  if kind.told then
    insert into change (county, community, xid, subject, id)
      select t.county, r.community, transaction_at(t.county), kind.target, r.id
      from tenant t, unnest(communities, ids) as r (community, id) where t.county = run.place on conflict do nothing;
  end if;
  if kind.target = 'person' then
    for one in select distinct unnest(communities) loop perform forget_grams_of(run.place, one, ids); end loop;
  end if;
  return n;
end $$;
