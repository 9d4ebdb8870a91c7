// Lays out a database over the nodes of a Citus cluster: rows of one county lie together on one node.
import { problem } from '@wangdi/domain/problem.ts'
import pg from 'pg'
import { type ForeignKey, type Home, listForeignKeys, listTableHomes, listUnfit, type TableHome } from './catalogue.ts'

/** What became of one table, or would: rows are those that were moved. */
export interface LaidOut {
  readonly table: string
  readonly home: Home
  readonly column: string | null
  readonly done: 'laid-out' | 'was-there'
  readonly rows: number
}

/** The answer of a preparation. */
export interface Preparation {
  readonly version: string
  readonly workers: readonly string[]
  readonly tables: readonly LaidOut[]
  readonly changed: number
}

/** Why a database is not laid out. */
export const clusterProblems = {
  noDatabase: problem('cluster.no-database', 'conflict', {
    zh: '没有说是哪个数据库：把协调节点写在 DATABASE_URL 里',
    en: 'No database is named: name the coordinator in DATABASE_URL.',
  }),
  noExtension: problem('cluster.no-extension', 'conflict', {
    zh: '这个数据库没有装 Citus 扩展：先在协调节点上 create extension citus',
    en: 'This database has no Citus: run "create extension citus" on the coordinator first.',
  }),
  notCoordinator: problem('cluster.not-coordinator', 'conflict', {
    zh: '连的是工作节点，请连协调节点',
    en: 'This is a worker; connect to the coordinator.',
  }),
  noWorkers: problem('cluster.no-workers', 'conflict', {
    zh: '还没有工作节点：先用 citus_add_node 加入',
    en: 'There are no workers yet: add them with citus_add_node first.',
  }),
  noTables: problem('cluster.no-tables', 'conflict', {
    zh: '库里还没有表：不带 --dry-run 运行一次，或先启动一次服务',
    en: 'The database has no tables yet: run without --dry-run, or start the server once.',
  }),
  unfit: problem<{ what: readonly string[] }>('cluster.unfit', 'conflict', {
    zh: '有的键不能分布：{what}',
    en: 'Keys that cannot be laid out: {what}',
  }),
}

/** Throws unless this is the coordinator of a cluster with workers; gives the version of its extension and the workers. */
export const findCluster = (ownerUrl: string): Promise<{ version: string; workers: string[] }> => withClient(ownerUrl, getCluster)

/** Lays the database out, or with `dryRun` only says how; does again only what is not there yet. All or nothing. */
export async function prepareCluster(
  ownerUrl: string,
  { dryRun = false, say = () => {} }: { dryRun?: boolean; say?: (line: string) => void } = {},
): Promise<Preparation> {
  return withClient(ownerUrl, async (client) => {
    const { version, workers } = await getCluster(client)
    const homes = await listTableHomes(client, true)
    if (!homes.some(({ home }) => home === 'county')) throw clusterProblems.noTables({})
    const unfit = await listUnfit(client, homes)
    if (unfit.length > 0) throw clusterProblems.unfit({ what: unfit.map(({ name, why }) => `${name}: ${why}`) })
    const missing = homes.filter(({ there }) => !there)
    const counts = await countRows(client, missing)
    if (!dryRun && missing.length > 0) await layOut(client, homes, say)
    return {
      version,
      workers,
      changed: missing.length,
      tables: homes.map(({ table, home, column, there }) => ({
        table,
        home,
        column,
        done: there ? 'was-there' : 'laid-out',
        rows: counts.get(table) ?? 0,
      })),
    }
  })
}

async function withClient<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // its query fails too, and says so
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

async function getCluster(client: pg.Client): Promise<{ version: string; workers: string[] }> {
  const found = await client.query<{ version: string }>(`select extversion as version from pg_extension where extname = 'citus'`)
  const version = found.rows[0]?.version
  if (version === undefined) throw clusterProblems.noExtension({})
  const { rows } = await client.query<{ name: string; coordinates: boolean }>(`
    select nodename || ':' || nodeport as name, citus_is_coordinator() as coordinates
    from pg_dist_node where isactive and noderole = 'primary' and shouldhaveshards order by 1`)
  if (rows.length === 0) throw clusterProblems.noWorkers({})
  if (!rows.every(({ coordinates }) => coordinates)) throw clusterProblems.notCoordinator({})
  return { version, workers: rows.map(({ name }) => name) }
}

async function countRows(client: pg.Client, tables: readonly TableHome[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { table } of tables) {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${client.escapeIdentifier(table)}`)
    counts.set(table, rows[0]?.n ?? 0)
  }
  return counts
}

async function layOut(client: pg.Client, homes: readonly TableHome[], say: (line: string) => void): Promise<void> {
  const missing = homes.filter(({ there }) => !there)
  const named = new Set(missing.map(({ table }) => table))
  // Rows of a county lie together. Commands and the trail lie by themselves: what the owner lends reads and writes rows of people
  // in the same transaction, and what one user wrote there no other may touch until its end.
  const together = new Map(homes.filter(({ there }) => there).map(({ column, table }) => [column, table]))
  await client.query('begin')
  try {
    // One connection to each node, so that what one step has done is seen by the next.
    await client.query(`set local citus.multi_shard_modify_mode = 'sequential'`)
    // Triggers of these tables look at rows of the same county only, which lie on the same node.
    await client.query(`set local citus.enable_unsafe_triggers = on`)
    // A foreign key to an account would pull its table along before its time: dropped, and added again when all lie there.
    const keys = (await listForeignKeys(client)).filter(({ table, to }) => named.has(table) || named.has(to))
    for (const key of keys) await drop(client, key)
    for (const { table, home, column } of missing) {
      say(`${table} → ${home === 'county' ? `by ${column}` : 'everywhere'}`)
      if (home === 'everywhere') await client.query(`select create_reference_table($1)`, [table])
      else {
        const beside = together.get(column) ?? 'none'
        await client.query(`select create_distributed_table($1, $2, colocate_with => $3)`, [table, column, beside])
        together.set(column, together.get(column) ?? table)
      }
      // What was copied to the nodes would otherwise stay behind here, also after it is destroyed there.
      await client.query('select truncate_local_data_after_distributing_table($1)', [table])
    }
    for (const key of keys) await add(client, key)
    // The scope of a transaction travels with it to the workers; and migrations of later versions may make triggers.
    const database = await databaseOf(client)
    await client.query(`alter database ${database} set citus.propagate_set_commands = 'local'`)
    await client.query(`alter database ${database} set citus.enable_unsafe_triggers = on`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {}) // a lost connection has rolled back by itself
    throw error
  }
}

const drop = (client: pg.Client, { table, name }: ForeignKey) =>
  client.query(`alter table ${table} drop constraint ${client.escapeIdentifier(name)}`)

const add = (client: pg.Client, { table, name, definition }: ForeignKey) =>
  client.query(`alter table ${table} add constraint ${client.escapeIdentifier(name)} ${definition}`)

async function databaseOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  return client.escapeIdentifier(rows[0]?.name ?? '')
}
