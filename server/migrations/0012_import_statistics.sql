-- A first roster makes tables, or a county, grow from nothing within one transaction. Statistics that have never seen it
-- call it empty, and whole counties are then scanned again and again. Called after the first page of an import; does nothing
-- once the county is known, and waits for nobody. Where there are more counties than a list of common values holds, an
-- unlisted one is estimated well.
create function learn_table_sizes(in_county text) returns void language plpgsql security definer set search_path = public as $$
begin
  if exists (select from pg_class where oid in ('dwelling'::regclass, 'person'::regclass) and reltuples < 300)
    or not exists (select from pg_stats where schemaname = 'public' and tablename = 'person' and attname = 'county'
      and (abs(n_distinct) > 90 or in_county = any(most_common_vals::text::text[])))
  then
    analyze (skip_locked) estate, building, dwelling, person, person_gram;
  end if;
end $$;
revoke execute on function learn_table_sizes(text) from public;
grant execute on function learn_table_sizes(text) to wangdi_app;
