import pg from 'pg'
import { hashOfContent } from '../platform/commands/commands.ts'
import type { FieldCipher } from '../platform/secrets/fields.ts'

const batch = 2_000
const nobody = '00000000-0000-0000-0000-000000000000'

interface Old {
  scope: string
  id: string
  input_hash: string
  reply: unknown
  sealed_reply: string | null
}

/**
 * Brings commands from before there was a key to the keyed form, once: the hash of their content under the key, their answer
 * sealed; how many. A step cut short goes on at the next start. The validated constraint says that none is left.
 */
export async function keyOldCommands(ownerUrl: string, fields: FieldCipher): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {}) // its query fails too, and says so
  await client.connect()
  try {
    const { rows: done } = await client.query(
      `select from pg_constraint where conname = 'command_keyed' and conrelid = 'command'::regclass and convalidated`,
    )
    if (done.length > 0) return 0
    let keyed = 0
    let after = { scope: '', id: nobody }
    for (;;) {
      const { rows } = await client.query<Old>(
        `select scope, id, input_hash, reply, sealed_reply from command
          where (scope, id) > ($1, $2::uuid) and (not starts_with(input_hash, 'k1.') or reply is not null)
          order by scope, id limit ${batch}`,
        [after.scope, after.id],
      )
      const last = rows.at(-1)
      if (!last) break
      await client.query(
        `update command c set input_hash = n.hash, sealed_reply = n.reply, reply = null
          from unnest($1::text[], $2::uuid[], $3::text[], $4::text[]) as n(scope, id, hash, reply)
          where c.scope = n.scope and c.id = n.id`,
        [
          rows.map(({ scope }) => scope),
          rows.map(({ id }) => id),
          rows.map(({ input_hash: hash }) => (hash.startsWith('k1.') ? hash : hashOfContent(fields, hash))),
          rows.map((row) => (row.reply === null ? row.sealed_reply : fields.sealText('reply', JSON.stringify(row.reply)))),
        ],
      )
      keyed += rows.length
      after = last
    }
    await client.query('alter table command validate constraint command_keyed')
    return keyed
  } finally {
    await client.end()
  }
}
