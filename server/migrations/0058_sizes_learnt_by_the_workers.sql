-- On a cluster each server learns the sizes of its tables by itself, after the import; within its transaction the owner may not even
-- look at what the application has just written.
create or replace function learn_table_sizes(in_county text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from pg_extension where extname = 'citus') then return; end if;
  if exists (select from pg_class where oid in ('dwelling'::regclass, 'person'::regclass) and reltuples < 300)
    or not exists (select from pg_stats where schemaname = 'public' and tablename = 'person' and attname = 'county'
      and (abs(n_distinct) > 90 or in_county = any(most_common_vals::text::text[])))
  then
    analyze (skip_locked) estate, building, dwelling, person, person_gram;
  end if;
end $$;
