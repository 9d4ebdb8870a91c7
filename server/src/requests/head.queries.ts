import { parentOf } from '@wangdi/domain/place-code.ts'
import { bearsOnStanding, type DoneAct, stateOf } from '@wangdi/domain/requests/requests.rules.ts'
import type { RequestRow } from '@wangdi/domain/requests/requests.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

type Head = Pick<RequestRow, 'id' | 'number' | 'kind' | 'against' | 'office' | 'taken_at' | 'way' | 'details' | 'day'>

/** Keeps the head of a new request for the offices above its county, the first of its acts in it. */
export async function insertHead(db: Db, head: Head & { county: string; at: Date }): Promise<void> {
  const { id, county, number, kind, against, office, taken_at, way, details, day, at } = head
  const row = { id, held_in: county, number, kind, place: office, reviewer: parentOf(office), against, taken_at, way, day, at }
  const first: DoneAct = { kind: 'taken', result: null, day }
  await db
    .insertInto('request_head')
    .values({ ...row, details: JSON.stringify(details), acts: JSON.stringify([first]), ...stateOf(kind, [first]) })
    .execute()
}

/**
 * Keeps an act, and where the request stands after it, in the head; an act that changes nothing of that is not kept there. `acts`
 * are those before it. Throws when the head is not this office's to change.
 */
export async function addToHead(
  db: Db,
  { county, id, kind, acts }: Pick<Head, 'id' | 'kind'> & { readonly county: string; readonly acts: readonly DoneAct[] },
  { kind: done, result, day }: DoneAct,
): Promise<void> {
  if (!bearsOnStanding(kind, done)) return
  const act: DoneAct = { kind: done, result, day }
  const { state, since } = stateOf(kind, [...acts, act])
  const { numAffectedRows } = await sql`update request_head set acts = acts || ${JSON.stringify([act])}::jsonb, state = ${state},
    since = ${since}::date where id = ${id} and held_in = ${county}`.execute(db)
  if (numAffectedRows !== 1n) throw new Error(`the head of request ${id} is not kept`)
}

/** The county with which a request lies that an office above may see; undefined where there is none. */
export async function findCountyOf(db: Db, id: Id): Promise<string | undefined> {
  const { rows } = await sql<{ held_in: string }>`select held_in from request_head where id = ${id} limit 1`.execute(db)
  return rows[0]?.held_in
}
