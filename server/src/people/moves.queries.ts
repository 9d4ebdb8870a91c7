import { doorText } from '@wangdi/domain/places/door-plate.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import type { CommunityCode, Day, Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { doorIn, doorJoins } from '../places/index.ts'
import { countyOf, type Db } from '../platform/db.ts'

/** A change of the door behind which a record stands. */
export interface Move {
  readonly community: CommunityCode
  readonly person: Id
  readonly from: Id | null
  readonly to: Id | null
  /** The day of the move as told. */
  readonly moved_on: Day | null
  readonly why: 'moved' | 'corrected' | 'roster' | 'taken-back'
  readonly by: Id
  readonly at: Date
}

/** Keeps a change of door; the same door again is none. */
export async function keepMove(db: Db, { community, person, from, to, moved_on, why, by, at }: Move): Promise<void> {
  if (from === to) return
  await db
    .insertInto('person_move')
    .values({
      ...{ county: countyOf(db), id: newId(), community, person },
      ...{ from_dwelling: from, to_dwelling: to, moved_on, why, by_account: by, at },
    })
    .execute()
}

/** The changes of door of a person, newest first, with what the doors are called and who made them. */
export async function listMoves(db: Db, person: Id) {
  const { rows } = await sql<
    Pick<Move, 'moved_on' | 'why' | 'at'> & { id: Id; from: Door | null; to: Door | null; by: string }
  >`select m.id, m.moved_on, m.why, m.at, coalesce(c.name, '') as by, ${doorIn(db, 'f')} as "from", ${doorIn(db, 't')} as "to"
    from person_move m left join account c on c.id = m.by_account
    left join dwelling fd on fd.county = ${countyOf(db)} and fd.id = m.from_dwelling ${doorJoins(db, 'f')}
    left join dwelling td on td.county = ${countyOf(db)} and td.id = m.to_dwelling ${doorJoins(db, 't')}
    where m.county = ${countyOf(db)} and m.person = ${person} order by m.at desc, m.id desc limit 50`.execute(db)
  return rows.map((row) => ({ ...row, from: doorText(row.from), to: doorText(row.to), at: row.at.toISOString() }))
}
