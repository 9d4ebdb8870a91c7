// Small ways to speak with the PostgreSQL of a test run.
import pg from 'pg'

/** The URL of another database on the same server. */
export function databaseUrl(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

/** Runs something on one connection, which is closed afterwards whatever happens. */
export async function withClient<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/** Ends whatever is connected to a database, what an extension runs there by itself included. */
export const endConnections = (client: pg.Client, database: string) =>
  client.query('SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = $1', [database])

/** Drops a database; connections still open are cut. */
export const dropDatabase = (url: string, database: string): Promise<void> =>
  withClient(url, async (client) => {
    await endConnections(client, database)
    await client.query(`DROP DATABASE ${database} WITH (FORCE)`)
  })
