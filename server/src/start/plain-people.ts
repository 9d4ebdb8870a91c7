import { plainDocument } from '@wangdi/domain/people/plain/document-number.ts'
import { plainName } from '@wangdi/domain/people/name.ts'
import pg from 'pg'
import { gramsOf, initialsOf, sealed } from '../people/index.ts'
import type { FieldCipher } from '../platform/secrets/fields.ts'

const step = 'plain names and documents'
const batch = 2_000

interface Old {
  county: string
  id: string
  community: string
  name: string
  document_cipher: string | null
}

/** How many rows were brought to the plain form, and how many stay as they were for a person to look at. */
export interface Rewritten {
  readonly rewritten: number
  readonly left: number
}

/**
 * Brings names and the numbers of passports and permits from before they were made plain everywhere to their plain form, once,
 * so that they are found and matched; undefined when it was done. A number that another record holds in its plain form stays as
 * it is: who of both is meant, a person settles.
 */
export async function makePeoplePlain(ownerUrl: string, fields: FieldCipher): Promise<Rewritten | undefined> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {}) // its query fails too, and says so
  await client.connect()
  try {
    if ((await client.query('select from start_step where name = $1', [step])).rows.length > 0) return undefined
    let rewritten = 0
    let left = 0
    let after = { county: '', id: '00000000-0000-0000-0000-000000000000' }
    for (;;) {
      // Identity cards were always kept plain; usual names are.
      const { rows } = await client.query<Old>(
        `select county, id, community, name, case when document_kind <> 'identity-card' then document_cipher end as document_cipher
          from person where (county, id) > ($1, $2::uuid)
            and (name !~ '^[一-鿿·]+$' or (document_kind <> 'identity-card' and document_cipher is not null))
          order by county, id limit ${batch}`,
        [after.county, after.id],
      )
      const last = rows.at(-1)
      if (!last) break
      for (const row of rows) {
        const became = await makePlain(client, fields, row)
        if (became === 'rewritten') rewritten++
        if (became === 'left') left++
      }
      after = last
    }
    await client.query('insert into start_step (name, rewritten, left_as_it_was) values ($1, $2, $3) on conflict do nothing', [
      step,
      rewritten,
      left,
    ])
    return { rewritten, left }
  } finally {
    await client.end()
  }
}

async function makePlain(client: pg.Client, fields: FieldCipher, row: Old): Promise<'same' | 'rewritten' | 'left'> {
  const name = plainName(row.name)
  const kept = row.document_cipher === null ? null : fields.open('document', row.document_cipher)
  const document = kept === null ? null : plainDocument(kept)
  const sets: Record<string, unknown> = {}
  if (name !== row.name && name !== '') Object.assign(sets, { name, initials: initialsOf(name) })
  let state: 'same' | 'rewritten' | 'left' = 'same'
  if (document !== kept && document !== '') {
    const seal = sealed(fields, 'document', document)
    const { rows: others } = await client.query(
      'select from person where county = $1 and document_hash = $2 and id <> $3 and left_on is null',
      [row.county, seal['document_hash'], row.id],
    )
    if (others.length > 0) state = 'left'
    else Object.assign(sets, seal)
  }
  const columns = Object.keys(sets)
  if (columns.length === 0) return state
  await client.query(
    `update person set ${columns.map((column, n) => `${column} = $${n + 3}`).join(', ')} where county = $1 and id = $2`,
    [row.county, row.id, ...columns.map((column) => sets[column])],
  )
  if ('name' in sets) await renewGrams(client, row, name)
  return state === 'left' ? state : 'rewritten'
}

async function renewGrams(client: pg.Client, { county, id, community }: Old, name: string): Promise<void> {
  await client.query('select forget_grams_of($1, $2, array[$3::uuid])', [county, community, id])
  await client.query(
    `insert into person_gram (county, gram, community, page, people)
      select $1, gram, $2, $3::uuid, array[$3::uuid] from unnest($4::text[]) as gram
      on conflict (county, gram, community, page) do update set people = person_gram.people || excluded.people`,
    [county, community, id, gramsOf(name)],
  )
}
