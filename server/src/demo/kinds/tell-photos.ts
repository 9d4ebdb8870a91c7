import { createHash } from 'node:crypto'
import type { Fields, Values } from '@wangdi/domain/kinds/fields.ts'
import type { Id, Instant } from '@wangdi/domain/schema.ts'
import { insertFile } from '../../kinds/index.ts'
import type { Db } from '../../platform/db.ts'
import type { FieldCipher } from '../../platform/secrets/fields.ts'
import { type DemoLogin, demoAccounts } from '../accounts.ts'
import type { Seeded } from '../seeded.ts'
import { drawn, isPicture, type Picture } from './pictures.ts'

/** Puts a picture for a record of a kind, as somebody of the demo at a moment; gives the id by which the record names it. */
export type Putting = (login: DemoLogin, at: Instant, kind: string, picture: Picture) => Promise<Id>

/** Lets people of the demo put photos within a transaction, stripped and sealed as those that come up. */
export function makePutting(
  db: Db,
  { fields, chance, accounts }: { fields: FieldCipher; chance: Seeded; accounts: Record<DemoLogin, string> },
): Putting {
  return async (login, at, kind, picture) => {
    const id = chance.id()
    const bytes = drawn(picture)
    const place = demoAccounts.find(([known]) => known === login)?.[3] ?? ''
    await insertFile(db, {
      ...{ id, kind, place, by_account: accounts[login], at: new Date(at), mime: 'image/png', size: bytes.length },
      ...{ hash: createHash('sha256').update(bytes).digest('hex'), bytes: fields.sealBytes(`file ${id}`, bytes) },
    })
    return id
  }
}

/** A record of a sample with its photos put: samples name the picture that a field shows. */
export async function withPictures(put: (picture: Picture) => Promise<Id>, fields: Fields, said: Values): Promise<Values> {
  const told: Record<string, unknown> = { ...said }
  for (const [name, value] of Object.entries(said)) {
    if (fields[name]?.type !== 'file' || !Array.isArray(value)) continue
    const ids: Id[] = []
    for (const picture of value as unknown[]) {
      if (!isPicture(picture)) throw new Error(`no picture of the demo is called ${String(picture)}`)
      ids.push(await put(picture))
    }
    told[name] = ids
  }
  return told
}
