// The databases of houses that a test run keeps, for several files to copy.
import { withClient } from './database-url.ts'

/** The names of those that began from a template: for dropping them at the end of a run. */
export const listKept = (url: string, template: string): Promise<string[]> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
      `${template}_`,
    ])
    return rows.map(({ datname }) => datname)
  })
