-- What the owner of the tables lends works under the owner's rights, so it must find its own tables and nothing else. A function whose
-- search path does not name pg_temp looks into the caller's temporary tables first: there a table named like one of ours ran the caller's
-- code as the owner. pg_temp therefore stands last, for every function that names tables.
do $$
declare lent record;
begin
  for lent in
    select p.oid::regprocedure as signature, p.prosecdef or l.lanname = 'plpgsql' or p.proconfig is not null as names_tables
    from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p') and p.proowner = current_user::regrole
      and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
  loop
    if lent.names_tables and exists (select from pg_proc where oid = lent.signature and prokind = 'f') then
      execute format('alter function %s set search_path = public, pg_temp', lent.signature);
    end if;
    execute format('revoke all on routine %s from public', lent.signature);
  end loop;
end $$;

-- Nothing that is made later is open to everybody either: each function says who may call it.
alter default privileges revoke execute on functions from public;

-- What row policies ask, and what a trigger asks that works under the application's own rights.
grant execute on function scope_county(), scope_area(), scope_place(), scope_key(), scope_health(), scope_is_near(text) to wangdi_app;
grant execute on function forget_grams_of(text, text, uuid[]) to wangdi_app;

-- Nobody but the owner makes tables, functions or operators among ours.
revoke create on schema public from public;
