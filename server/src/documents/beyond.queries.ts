import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Words } from '@wangdi/policy/words.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** A published version that restricts more than wider rules, with what was found and the ground on which it was published. */
export interface BeyondVersion {
  id: Id
  place: PlaceCode
  version: Id
  pack: string
  title: string
  valid_from: Day
  valid_until: Day | null
  findings: readonly Words[]
  words: string
  authority: string
  number: string
  by_account: Id
  at: Date
}

/** Keeps on what ground a version was published. */
export const insertBeyond = (db: Db, { findings, ...row }: BeyondVersion): Promise<unknown> =>
  db
    .insertInto('pack_beyond')
    .values({ ...row, findings: JSON.stringify(findings) })
    .execute()

const most = 500

/** The versions of a place and all below it that restrict more and are read on a day or later: no later version has taken their place. */
export async function listBeyond(db: Db, place: PlaceCode, day: Day): Promise<BeyondVersion[]> {
  const { rows } = await sql<BeyondVersion>`
    select b.id, b.place, b.version, b.pack, b.title, b.valid_from, b.valid_until, b.findings, b.words, b.authority, b.number,
      b.by_account, b.at
    from pack_beyond b join pack_version v on v.id = b.version
    where starts_with(b.place, ${place}) and (b.valid_until is null or b.valid_until >= ${day})
      and not exists (select from pack_version n where n.pack = v.pack and n.version > v.version and n.valid_from <= ${day})
    order by b.at limit ${most}`.execute(db)
  return rows
}
