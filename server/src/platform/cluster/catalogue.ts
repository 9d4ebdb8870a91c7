// What the catalogue says of the tables: which go by county, which are shared by all counties, which stay where they are.
import type pg from 'pg'

/** Where the rows of a table belong on a cluster. */
export type Home =
  /** Rows of a county: they lie with all other rows of that county on one node. */
  | 'county'
  /** Few rows that every county asks for: each node has a copy. */
  | 'everywhere'
  /** Figures, policy, places: on the coordinator. */
  | 'coordinator'

/** One table of the schema. */
export interface TableHome {
  readonly table: string
  readonly home: Home
  /** The column by whose value rows are laid out; null unless the home is `county`. */
  readonly column: string | null
  /** Whether it lies there already. */
  readonly there: boolean
}

/** A foreign key as it is written again after it was dropped. */
export interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly to: string
  readonly definition: string
}

/**
 * The tables of which each node has a copy: accounts are asked beside people in most queries, a county is asked for its settings.
 * Both are small and change seldom.
 */
export const everywhere: readonly string[] = ['account', 'county']

const tablesSql = `
  select c.relname as table,
    case when county.attname is not null then 'county' when c.relrowsecurity then opening.attname end as column
  from pg_class c
  left join pg_attribute county on county.attrelid = c.oid and county.attname = 'county' and not county.attisdropped
  left join pg_index key on key.indrelid = c.oid and key.indisprimary
  left join pg_attribute opening on opening.attrelid = c.oid and opening.attnum = key.indkey[0] and opening.attname = 'scope'
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition and c.relname not like 'kysely_%'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by c.relname`

const laidOutSql = `
  select logicalrelid::regclass::text as table, case when partmethod = 'h' then 'county' when repmodel = 't' then 'everywhere' else 'coordinator' end as home
  from pg_dist_partition`

/**
 * Every table of the schema with its home. Personal tables are those with a column `county`; what is kept under a scope
 * (commands and the trail) begins its key with it and goes the same way.
 */
export async function listTableHomes(client: pg.ClientBase, clustered: boolean): Promise<TableHome[]> {
  const { rows } = await client.query<{ table: string; column: string | null }>(tablesSql)
  const laidOut = clustered ? (await client.query<{ table: string; home: Home }>(laidOutSql)).rows : []
  const homes = new Map(laidOut.map(({ table, home }) => [table, home]))
  return rows.map(({ table, column }) => {
    const home: Home = column !== null ? 'county' : everywhere.includes(table) ? 'everywhere' : 'coordinator'
    return { table, column, home, there: home === 'coordinator' || homes.get(table) === home }
  })
}

/** The foreign keys between two tables of the schema, in the order of their names. */
export async function listForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select conrelid::regclass::text as table, conname as name, confrelid::regclass::text as to, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0 order by 1, 2`)
  return rows
}

/** A key or policy of a table laid out by county that a cluster cannot hold, and why. */
export interface Unfit {
  readonly table: string
  readonly name: string
  readonly why: 'unique-without-county' | 'no-primary-key' | 'refers-to-coordinator' | 'policy-asks-a-table'
}

/**
 * What in the schema a cluster would refuse: unique keys without the county, tables without a key, references to tables that
 * stay, row policies that ask a table.
 */
export async function listUnfit(client: pg.ClientBase, homes: readonly TableHome[]): Promise<Unfit[]> {
  const homeOf = new Map(homes.map(({ table, home }) => [table, home]))
  const columns = new Map(homes.flatMap(({ table, column }) => (column === null ? [] : [[table, column] as const])))
  const { rows } = await client.query<{ table: string; name: string; columns: string[]; primary: boolean }>(`
    select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as name, i.indisprimary as primary,
      array(select a.attname::text from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey)) as columns
    from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'public'::regnamespace and i.indisunique order by 1, 2`)
  const { rows: policies } = await client.query<{ table: string; name: string }>(`
    select polrelid::regclass::text as table, polname as name from pg_policy
    where polqual::text like '%SUBLINK%' or polwithcheck::text like '%SUBLINK%' order by 1, 2`)
  const keyed = new Set(rows.filter(({ primary }) => primary).map(({ table }) => table))
  return [
    ...rows
      .filter(({ table, columns: has }) => columns.has(table) && !has.includes(columns.get(table) ?? ''))
      .map(({ table, name }) => ({ table, name, why: 'unique-without-county' as const })),
    ...[...columns.keys()]
      .filter((table) => !keyed.has(table))
      .map((table) => ({ table, name: table, why: 'no-primary-key' as const })),
    ...(await listForeignKeys(client))
      .filter(({ table, to }) => homeOf.get(table) === 'county' && homeOf.get(to) === 'coordinator')
      .map(({ table, name }) => ({ table, name, why: 'refers-to-coordinator' as const })),
    ...policies
      .filter(({ table }) => columns.has(table))
      .map(({ table, name }) => ({ table, name, why: 'policy-asks-a-table' as const })),
  ]
}
