import { problems } from '@wangdi/domain/problem.ts'
import {
  endedOn,
  type EndTerms,
  isDestructionOverdue,
  usualBackupDays,
  usualDestructionDays,
} from '@wangdi/domain/regimes/ended.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { type KeptResponse, listConcerning } from './response.queries.ts'

/** What a county set for the time after a response, else what is usual. */
export async function findEndTerms(db: Db, county: PlaceCode): Promise<EndTerms> {
  const { rows } = await sql<{ destruction: number | null; backup: number | null }>`select
    (settings ->> 'destruction-days')::int as destruction, (settings ->> 'backup-days')::int as backup from county
    where place = ${county}`.execute(db)
  return { destruction_days: rows[0]?.destruction ?? usualDestructionDays, backup_days: rows[0]?.backup ?? usualBackupDays }
}

/** Sets these terms for a county that works here; throws "not found" for another. */
export async function saveEndTerms(db: Db, county: PlaceCode, { destruction_days, backup_days }: EndTerms): Promise<void> {
  const set = JSON.stringify({ 'destruction-days': destruction_days, 'backup-days': backup_days })
  const saved = await sql`update county set settings = settings || ${set}::jsonb where place = ${county}`.execute(db)
  if (saved.numAffectedRows !== 1n) throw problems.notFound({})
}

/** The responses over a county whose data has waited too long for its destruction, with the day each ended. */
export async function listOverdue(db: Db, county: PlaceCode, today: Day): Promise<(KeptResponse & { ended_on: Day })[]> {
  const ended = (await listConcerning(db, county)).flatMap((response) => {
    const last = endedOn(response, today)
    return last === undefined ? [] : [{ ...response, ended_on: last }]
  })
  if (ended.length === 0) return []
  const { destruction_days: days } = await findEndTerms(db, county)
  const { rows } = await sql<{ response: Id; kept: Day[] }>`select distinct on (d.response) d.response,
      array(select value ->> 'until' from jsonb_each(d.assessment -> 'kept')) as kept
    from destruction d join destruction_act a on a.destruction = d.id and a.kind = 'done'
    where d.place = ${county} order by d.response, a.at desc`.execute(db)
  const kept = new Map(rows.map((row) => [row.response, row.kept]))
  return ended.filter(({ id, ended_on }) => isDestructionOverdue(ended_on, kept.get(id), days, today))
}

/** Which of these responses have had their data of a county destroyed. */
export async function listDestroyed(db: Db, county: PlaceCode, responses: readonly Id[]): Promise<Id[]> {
  const { rows } = await sql<{ response: Id }>`select distinct d.response from destruction d
    join destruction_act a on a.destruction = d.id and a.kind = 'done'
    where d.place = ${county} and d.response = any(${[...responses]}::uuid[])`.execute(db)
  return rows.map(({ response }) => response)
}

/**
 * Holds a county's destruction off until what is recorded for a past moment is saved, or that until a step of it is over: nothing is
 * saved beside the rows that just go. `recording` goes beside others that do; `destroying` alone.
 */
export const holdDestruction = (db: Db, county: PlaceCode, who: 'recording' | 'destroying') => {
  const key = sql`hashtextextended(${`destruction ${county}`}, 0)`
  return who === 'recording'
    ? sql`select pg_advisory_xact_lock_shared(${key})`.execute(db)
    : sql`select pg_advisory_xact_lock(${key})`.execute(db)
}
