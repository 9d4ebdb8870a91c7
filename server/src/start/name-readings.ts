import pg from 'pg'
import { readingGramsOf } from '../people/index.ts'

const step = 'readings of names'
const batch = 5_000

/**
 * Adds the search rows of names that are read in more than one way, for people from before there were any, once; gives how many
 * people got some, undefined when it was done.
 */
export async function addReadings(ownerUrl: string): Promise<number | undefined> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {}) // its query fails too, and says so
  await client.connect()
  try {
    if ((await client.query('select from start_step where name = $1', [step])).rows.length > 0) return undefined
    let added = 0
    let after = { county: '', id: '00000000-0000-0000-0000-000000000000' }
    for (;;) {
      const { rows } = await client.query<{ county: string; id: string; community: string; name: string }>(
        `select county, id, community, name from person where (county, id) > ($1, $2::uuid) order by county, id limit ${batch}`,
        [after.county, after.id],
      )
      const last = rows.at(-1)
      if (!last) break
      const readings = rows.flatMap(({ name, ...person }) => readingGramsOf(name).map((gram) => ({ ...person, gram })))
      await client.query(
        `insert into person_gram (county, gram, community, page, people)
          select r.county, r.gram, r.community, r.id, array[r.id] from json_to_recordset($1) as r (county text, gram text, community text, id uuid)
          on conflict do nothing`,
        [JSON.stringify(readings)],
      )
      added += new Set(readings.map(({ id }) => id)).size
      after = last
    }
    await client.query('insert into start_step (name, rewritten, left_as_it_was) values ($1, $2, 0) on conflict do nothing', [
      step,
      added,
    ])
    return added
  } finally {
    await client.end()
  }
}
