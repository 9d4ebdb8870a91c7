import type { StandsOnImport, UndoingTakes } from '@wangdi/domain/people/undo/undo.api.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../../platform/db.ts'

/** What taking a run back does, what stands on it, and whether it can be taken back at all. */
export interface Weighed {
  readonly goes: UndoingTakes
  readonly stands: StandsOnImport
  readonly undone: boolean
  /** Whether what the run made was kept. */
  readonly traced: boolean
  /** Whether it filled in somebody outside the actor's area. */
  readonly beyond: boolean
}

const only = <T>(rows: readonly { weighed: T }[]): T => {
  const [row] = rows
  if (!row) throw new Error('a function gave no row')
  return row.weighed
}

/** Weighs a run of the actor's area. */
export const weighImport = async (db: Db, run: Id, today: Day): Promise<Weighed> =>
  only((await sql<{ weighed: Weighed }>`select weigh_import(${countyOf(db)}, ${run}, ${today}) as weighed`.execute(db)).rows)

/** Takes a run back, and tells phones, unless what it gives back says why not: then nothing was done. */
export const takeBack = async (db: Db, run: Id, today: Day, by: Id, why: string): Promise<Weighed> =>
  only(
    (await sql<{ weighed: Weighed }>`select undo_import(${countyOf(db)}, ${run}, ${today}, ${by}, ${why}) as weighed`.execute(db))
      .rows,
  )
