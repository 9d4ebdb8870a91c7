import pg from 'pg'
import type { FieldCipher } from '../platform/secrets/fields.ts'
import { sealDutyPhone } from '../staff/index.ts'

const tables = ['account', 'team_member'] as const
const batch = 2_000

/**
 * Seals the duty phones from before there was a key for them, once; how many. A step cut short goes on at the next start. The
 * validated constraint says that none is left.
 */
export async function sealOldPhones(ownerUrl: string, fields: FieldCipher): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {}) // its query fails too, and says so
  await client.connect()
  try {
    let sealed = 0
    for (const table of tables) sealed += await sealTable(client, fields, table)
    return sealed
  } finally {
    await client.end()
  }
}

async function sealTable(client: pg.Client, fields: FieldCipher, table: (typeof tables)[number]): Promise<number> {
  const constraint = `${table}_phone_sealed`
  const { rows: done } = await client.query('select from pg_constraint where conname = $1 and convalidated', [constraint])
  if (done.length > 0) return 0
  let sealed = 0
  for (;;) {
    const { rows } = await client.query<{ id: string; phone: string }>(
      `select id, phone_unsealed as phone from ${table} where phone_unsealed is not null limit ${batch}`,
    )
    if (rows.length === 0) break
    for (const { id, phone } of rows) {
      const { phone_cipher, phone_hash, phone_tail_hash } = sealDutyPhone(fields, phone)
      await client.query(
        `update ${table} set phone_cipher = $2, phone_hash = $3, phone_tail_hash = $4, phone_unsealed = null
          where id = $1 and phone_unsealed is not null`,
        [id, phone_cipher, phone_hash, phone_tail_hash],
      )
    }
    sealed += rows.length
  }
  await client.query(`alter table ${table} validate constraint ${constraint}`)
  return sealed
}
