// What a database holds, table by table and row by row, and what its schema is, as texts that can be held against each other.
import type pg from 'pg'

/** One table: its columns, and its rows in any order, each as the values of its columns by name. */
export interface Stocked {
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** Every table with its rows, those of the sign-in library too; tables of `public` by their name alone. */
export async function takeStock(client: pg.Client): Promise<Map<string, Stocked>> {
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(
    `select format('%I.%I', table_schema, table_name) as name, array_agg(column_name::text) as columns
      from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_type = 'BASE TABLE' and table_schema in ('public', 'auth') group by 1 order by 1`,
  )
  const stock = new Map<string, Stocked>()
  for (const { name, columns } of tables) {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${name} t`)
    stock.set(name.replace(/^public\./, ''), { columns, rows: rows.map(({ row }) => row) })
  }
  return stock
}

/** What is gone: columns, and rows of which none with the same values is left in the columns that are. */
export function missing(before: Map<string, Stocked>, after: Map<string, Stocked>, changed: Readonly<Record<string, string[]>>) {
  const columns: string[] = []
  const rows: string[] = []
  for (const [table, held] of before) {
    const now = after.get(table) ?? { columns: [], rows: [] }
    columns.push(...held.columns.filter((column) => !now.columns.includes(column)).map((column) => `${table}.${column}`))
    const compared = held.columns.filter((column) => now.columns.includes(column) && !changed[table]?.includes(column)).sort()
    const textOf = (row: Stocked['rows'][number]) => JSON.stringify(compared.map((column) => row[column] ?? null))
    const left = Map.groupBy(now.rows.map(textOf), (text) => text)
    for (const text of held.rows.map(textOf)) if (!left.get(text)?.pop()) rows.push(`${table} ${text}`)
  }
  return { columns, rows }
}

const parts = {
  columns: `select format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default)
    from information_schema.columns where table_schema = 'public'`,
  // What a start has looked through is valid from then on; that nothing may be missing stands with the columns.
  constraints: `select format('%s %s %s', conrelid::regclass, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', ''))
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'`,
  indexes: `select indexdef from pg_indexes where schemaname = 'public'`,
  // A dump writes a chain of equal links without the brackets in which each step once put it.
  policies: `select format('%s %s %s %s %s %s', tablename, policyname, permissive, cmd, translate(qual, '()', ''),
    translate(with_check, '()', '')) from pg_policies where schemaname = 'public'`,
  secured: `select format('%s %s %s', relname, relrowsecurity, relforcerowsecurity) from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  functions: `select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace`,
  triggers: `select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal`,
  tables: `select format('%s %s %s', table_name, grantee, privilege_type) from information_schema.role_table_grants
    where table_schema = 'public' and grantee in ('wangdi_app', 'PUBLIC')`,
  fields: `select format('%s.%s %s %s', table_name, column_name, grantee, privilege_type) from information_schema.column_privileges
    where table_schema = 'public' and grantee in ('wangdi_app', 'PUBLIC')`,
  calls: `select format('%s %s', oid::regprocedure, coalesce(proacl::text ~ '(^|[{,])=X', true)) || ' '
      || has_function_privilege('wangdi_app', oid, 'execute') from pg_proc where pronamespace = 'public'::regnamespace`,
}

/** The schema of the house's own tables, part by part, each in one order. */
export async function schemaOf(client: pg.Client): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const [part, text] of Object.entries(parts)) {
    const { rows } = await client.query<{ said: string }>(`select said from (${text}) as all_of_it (said)`)
    found[part] = rows.map(({ said }) => said).sort()
  }
  return found
}
