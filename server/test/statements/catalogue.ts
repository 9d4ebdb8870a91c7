import { sql } from 'kysely'
import { everywhere } from '../../src/platform/cluster/catalogue.ts'
import type { Db } from '../../src/platform/db.ts'

/** What the check of statements knows of a database. */
export interface Catalogue {
  /** Tables whose rows lie with a county, and the column that says it. */
  readonly keyOf: ReadonlyMap<string, string>
  /** Tables that lie on the coordinator of a cluster alone. */
  readonly central: ReadonlySet<string>
  /** Our functions in the language SQL, which a cluster does not take in a statement on distributed tables. */
  readonly sqlFunctions: ReadonlySet<string>
  /** Functions whose answer changes within a statement, which a cluster does not take where rows are written. */
  readonly volatile: ReadonlySet<string>
  /** Functions whose answer changes from one statement to the next, which it does not take there in a case or coalesce. */
  readonly stable: ReadonlySet<string>
  /** Columns that are filled anew for each row where nothing is said of them, which a cluster does not take in rows that are selected. */
  readonly filled: ReadonlyMap<string, readonly string[]>
}

/** Reads which tables carry a county (or the scope of commands and audit lines) from the catalogue of the database. */
export async function readCatalogue(owner: Db): Promise<Catalogue> {
  const tables = await sql<{ table: string; key: string }>`select c.relname as table, a.attname as key
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnotnull and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and (a.attname = 'county' or (a.attname = 'scope' and c.relname in ('command', 'audit_line', 'audit_seen')))`.execute(owner)
  const all = await sql<{ table: string }>`select relname as table from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`.execute(owner)
  const functions = await sql<{ name: string }>`select p.proname as name from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and l.lanname = 'sql'`.execute(owner)
  const changing = await sql<{ name: string; volatile: boolean }>`select proname as name, every(provolatile = 'v') as volatile
    from pg_proc where pronamespace in ('pg_catalog'::regnamespace, 'public'::regnamespace)
    group by 1 having every(provolatile <> 'i')`.execute(owner)
  const filled = await sql<{ table: string; columns: string[] }>`select c.relname as table, array_agg(a.attname::text) as columns
    from pg_attrdef d join pg_class c on c.oid = d.adrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = d.adnum
    where c.relnamespace = 'public'::regnamespace and a.attgenerated = '' and exists (
      select from pg_proc p where p.provolatile = 'v' and pg_get_expr(d.adbin, d.adrelid) like '%' || p.proname || '(%')
    group by 1`.execute(owner)
  const keyOf = new Map(tables.rows.map(({ table, key }) => [table, key]))
  return {
    filled: new Map(filled.rows.map(({ table, columns }) => [table, columns])),
    keyOf,
    central: new Set(all.rows.map(({ table }) => table).filter((table) => !keyOf.has(table) && !everywhere.includes(table))),
    sqlFunctions: new Set(functions.rows.map(({ name }) => name)),
    volatile: new Set(changing.rows.filter((row) => row.volatile).map(({ name }) => name)),
    stable: new Set(changing.rows.map(({ name }) => name)),
  }
}
