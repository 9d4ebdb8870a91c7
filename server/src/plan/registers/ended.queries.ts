import { addDays } from '@wangdi/domain/day.ts'
import { countyOf, isWithin } from '@wangdi/domain/place-code.ts'
import { endedOn } from '@wangdi/domain/regimes/ended.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { getPacks } from '../../platform/packs.ts'
import { controlsInForce, factsOf, listConcerning, listDestroyed, listOrdersBetween, openFunctions } from '../../regimes/index.ts'
import type { Count } from '../evidence.queries.ts'
import { endedAt } from '../switch/ended.ts'
import { listRecordedEnds } from '../switch/switch.queries.ts'

/** Published orders that hold on a day: each names authority, ground, scope and term, or it could not have been published. */
export async function countControls(db: Db, place: PlaceCode, day: Day): Promise<Count> {
  const { length } = await controlsInForce(db, place, day)
  return { due: length, done: length }
}

/** For so many days back it is looked whether closures were lifted. */
const liftedDays = 60

/** Closures of the last two months, and those that hold no more. */
export async function countClosuresLifted(db: Db, place: PlaceCode, day: Day): Promise<Count> {
  const closures = (await listOrdersBetween(db, place, addDays(day, -liftedDays), day)).filter(({ kind }) =>
    kind.endsWith('-closure'),
  )
  return { due: closures.length, done: closures.filter(({ last_day }) => last_day < day).length }
}

/** Old measures that ended, and those whose day the community recorded; nothing while a response is open. */
export async function countOldMeasures(db: Db, place: PlaceCode, day: Day): Promise<Count> {
  if ((await openFunctions(db, place, day)).length > 0) return { due: 0, done: 0 }
  const plan = planFor(getPacks(), await factsOf(db, place, day), place, day)
  const ended = await endedAt(db, place, plan, day)
  const recorded = await listRecordedEnds(db, place)
  return { due: ended.length, done: ended.filter(({ measure }) => recorded.has(measure)).length }
}

/** For a year after its end a response is to be looked back on. */
const lookBackDays = 365

/** Responses over a place that ended within a year, and those that were looked back on, or whose data about people was destroyed. */
export async function countResponsesFollowed(db: Db, place: PlaceCode, day: Day, by: 'reviewed' | 'destroyed'): Promise<Count> {
  const ended = (await listConcerning(db, place)).flatMap((response) => {
    const end = response.scope.some((area) => isWithin(place, area)) ? endedOn(response, day) : undefined
    return end !== undefined && end >= addDays(day, -lookBackDays) ? [{ id: response.id, end }] : []
  })
  if (ended.length === 0) return { due: 0, done: 0 }
  if (by === 'destroyed') {
    const destroyed = await listDestroyed(
      db,
      countyOf(place),
      ended.map(({ id }) => id),
    )
    return { due: ended.length, done: destroyed.length }
  }
  const { rows } = await sql<{ last: Day | null }>`select max(day) as last from inspection
    where place = ${place} and kind = 'review' and day <= ${day}`.execute(db)
  const last = rows[0]?.last ?? null
  return { due: ended.length, done: ended.filter(({ end }) => last !== null && last >= end).length }
}
