import { endedOn, isDestructionOverdue, usualDestructionDays } from '@wangdi/domain/regimes/ended.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { type KeptResponse, listConcerning } from './response.queries.ts'

/** Days after a response within which a county wants its data destroyed: its own setting, else the usual one. */
export async function findDestructionDays(db: Db, county: PlaceCode): Promise<number> {
  const { rows } = await sql<{ days: number | null }>`select (settings ->> 'destruction-days')::int as days from county
    where place = ${county}`.execute(db)
  return rows[0]?.days ?? usualDestructionDays
}

/** The responses over a county whose data has waited too long for its destruction, with the day each ended. */
export async function listOverdue(db: Db, county: PlaceCode, today: Day): Promise<(KeptResponse & { ended_on: Day })[]> {
  const ended = (await listConcerning(db, county)).flatMap((response) => {
    const last = endedOn(response, today)
    return last === undefined ? [] : [{ ...response, ended_on: last }]
  })
  if (ended.length === 0) return []
  const days = await findDestructionDays(db, county)
  const { rows } = await sql<{ response: Id; kept: Day[] }>`select distinct on (d.response) d.response,
      array(select value ->> 'until' from jsonb_each(d.assessment -> 'kept')) as kept
    from destruction d join destruction_act a on a.destruction = d.id and a.kind = 'done'
    where d.place = ${county} order by d.response, a.at desc`.execute(db)
  const kept = new Map(rows.map((row) => [row.response, row.kept]))
  return ended.filter(({ id, ended_on }) => isDestructionOverdue(ended_on, kept.get(id), days, today))
}
