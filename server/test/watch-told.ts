// Every test watches that phones are told: what the application wrote without a word to them fails at its commit.
import { toldTables } from '../src/platform/tenants/tell.ts'
import { withClient } from './database-url.ts'

/**
 * Puts the watch into a database: of each row of a told table that the application makes, changes or removes, a line of the
 * same transaction must say so in its community, and in the one it leaves. What its owner writes is not watched, nor what
 * goes along with its person: a phone drops that by itself.
 */
export const watchTold = (ownerUrl: string): Promise<void> =>
  withClient(ownerUrl, async (client) => {
    await client.query(watch)
    for (const table of toldTables)
      await client.query(`create constraint trigger watched after insert or update or delete on ${table}
        deferrable initially deferred for each row execute function must_be_told()`)
  })

const watch = `
  create function must_be_told() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    one jsonb;
    row jsonb;
  begin
    if session_user = pg_get_userbyid((select datdba from pg_database where datname = current_database())) then return null; end if;
    foreach one in array array[case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end] loop
      row := one;
      continue when row is null
        or tg_op = 'DELETE' and row ? 'person' and not exists (select from person p
          where p.county = row ->> 'county' and p.id = (row ->> 'person')::uuid)
        or exists (select from change c where c.county = row ->> 'county' and c.community = row ->> 'community'
          and c.xid = transaction_at(c.county) and c.subject = tg_table_name and c.id = (row ->> 'id')::uuid);
      raise exception 'no phone is told of this row of %: % %', tg_table_name, tg_op, row ->> 'id';
    end loop;
    return null;
  end $$`
