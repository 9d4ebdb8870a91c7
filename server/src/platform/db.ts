import { createHash } from 'node:crypto'
import { problems } from '@wangdi/domain/problem.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { awaySeconds, isAway } from './away.ts'
import type { Log } from './log.ts'
import type { DB } from './tables.gen.ts'

/** A database handle: always the first argument of a query; within a request it is the transaction. */
export type Db = Kysely<DB>

// Days stay text: the driver would make local midnights of them. Counts fit a number here.
pg.types.setTypeParser(1082, (text) => text)
pg.types.setTypeParser(20, Number)

/**
 * Opens the application's pool: named statements, errors of idle connections logged instead of thrown. `onStatement` hears the
 * text of each statement that a connection sends for the first time.
 */
export function openDb(url: string, log: Log, max = 16, onStatement: (text: string) => void = () => {}): Db {
  const pool = new pg.Pool({ connectionString: url, max })
  pool.on('error', (error) => log.warn({ code: (error as { code?: string }).code }, 'database connection lost'))
  pool.on('connect', (client) => nameStatements(client, onStatement))
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}

// Kysely sends unnamed statements, which the server parses each time; a name per text halves the cost of a read.
function nameStatements(client: pg.PoolClient, onStatement: (text: string) => void): void {
  client.on('error', () => {}) // the pool drops the connection and reports; without a listener the process would end
  const names = new Map<string, string>()
  const plain = client.query.bind(client) as (query: unknown, values?: unknown) => unknown
  const named = (text: unknown, values?: unknown) => {
    if (typeof text !== 'string') return plain(text, values)
    let name = names.get(text)
    if (!name) onStatement(text)
    if (!Array.isArray(values) || values.length === 0) return plain(text, values)
    if (!name && names.size < 500) names.set(text, (name = createHash('sha1').update(text).digest('base64url')))
    return plain(name ? { name, text, values } : { text, values })
  }
  client.query = named as typeof client.query
}

/** What a transaction may see; both walls read it: the query's value and row security. */
export interface Scope {
  /** The county whose personal rows may be seen; empty for none. */
  readonly county: string
  /** Prefix of the communities within the county; empty for none. */
  readonly area: string
  /** The place whose figures may be seen, with all below; empty for the nation. */
  readonly place: string
  readonly health: boolean
  /** Who asks, where what somebody wrote for themselves alone may be read. */
  readonly account?: string
  /** The account that sees what was given to it and nothing beside it: it looks from no area and from no place. */
  readonly given?: string
  /** Looks up who signs in, before it is known from where they look: accounts of every place, and nothing else. */
  readonly signsIn?: true
}

const scopes = new WeakMap<Db, Scope>()

/**
 * The county of the transaction as a value, six digits; empty above the county, where nothing personal is seen. Every personal
 * table of a query is compared with it, also in joins and subqueries: one machine then uses its index under row security, and a
 * cluster asks the one node where the county lies. Row security stays the second wall. Outside a transaction it throws.
 */
export const countyOf = (db: Db): string => scopeOf(db).county

/** The place the transaction looks from, as a value; empty for the nation. Where it looks from none, and outside one, it throws. */
export function placeOf(db: Db): PlaceCode {
  const { place, given } = scopeOf(db)
  if (given) throw new Error('whoever sees what was given to them looks from no place')
  return place
}

/** Under what commands and audit lines are kept: the county, above it the place, `nation` for the nation. */
export const scopeKeyOf = (db: Db): string => scopeOf(db).county || scopeOf(db).place || 'nation'

function scopeOf(db: Db): Scope {
  const scope = scopes.get(db)
  if (!scope) throw new Error('a query about people outside a transaction with a scope')
  return scope
}

const digits = (text: string) => {
  if (!/^\d{0,12}$/.test(text)) throw new RangeError('a scope is digits')
  return text
}

const onClusters = new WeakMap<Db, Promise<boolean>>()

/** Whether the database is laid out over a cluster; asked once for each pool. */
function isOnCluster(db: Db): Promise<boolean> {
  const known = onClusters.get(db)
  if (known) return known
  const asked = sql`select from pg_extension where extname = 'citus'`.execute(db).then(({ rows }) => rows.length > 0)
  onClusters.set(db, asked)
  asked.catch(() => onClusters.delete(db)) // whoever asked is told; the next asks again
  return asked
}

const idOf = (text: string) => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) throw new RangeError('an account is a UUID')
  return text
}

/**
 * Runs within one transaction under the scope (SET takes no parameters). BEGIN and the scope travel in one round trip; on a
 * cluster, which hands each setting on to the workers as it came, each alone.
 */
export async function inTransaction<T>(db: Db, scope: Scope, run: (db: Db) => Promise<T>): Promise<T> {
  const begin = [
    'begin',
    `set local wangdi.county = '${digits(scope.county)}'`,
    `set local wangdi.area = '${digits(scope.area)}'`,
    `set local wangdi.place = '${scope.given ? 'none' : digits(scope.place) || 'nation'}'`,
    `set local wangdi.health = '${scope.health ? 'yes' : 'no'}'`,
    ...(scope.account ? [`set local wangdi.account = '${idOf(scope.account)}'`] : []),
    ...(scope.given ? [`set local wangdi.given = '${idOf(scope.given)}'`] : []),
    ...(scope.signsIn ? [`set local wangdi.accounts = 'all'`] : []),
  ]
  const journeys = (await isOnCluster(db)) ? begin : [begin.join('; ')]
  return db.connection().execute(async (connection) => {
    try {
      for (const journey of journeys) await sql.raw(journey).execute(connection)
      scopes.set(connection, scope)
      const result = await run(connection)
      await commit(connection)
      return result
    } catch (error) {
      await sql`rollback`.execute(connection).catch(() => {}) // a lost connection has rolled back by itself
      throw error
    }
  })
}

// A connection that breaks here leaves unsaid whether the database kept it; the repeat of the command finds out.
const commit = (db: Db) =>
  sql`commit`.execute(db).catch((error: unknown) => {
    throw isAway(error) ? problems.unsure({ seconds: awaySeconds }) : error
  })
