-- A row about people bears the moment of its transaction, which a cluster knows beforehand; the clock that runs on within a
-- statement would have to be asked for each row.
do $$
declare held record;
begin
  for held in
    select c.relname, a.attname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where n.nspname = 'public' and c.relkind = 'r' and pg_get_expr(d.adbin, d.adrelid) = 'clock_timestamp()'
      and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'county' and not o.attisdropped)
  loop
    execute format('alter table %I alter column %I set default now()', held.relname, held.attname);
  end loop;
end $$;
