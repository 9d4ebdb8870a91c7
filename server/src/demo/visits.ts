import { addDays, shanghaiInstant } from '@wangdi/domain/day.ts'
import type { VisitResult } from '@wangdi/domain/rounds/rounds.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import type { Insertable } from 'kysely'
import type { Round, Visit } from '../platform/tables.gen.ts'
import type { Seeded } from './seeded.ts'
import { shownNobodyHome, shownNotReached, shownPrefix } from './shown-building.ts'

/** A door as the visits see it: who goes there, and whether anybody lives there. */
export interface VisitedDoor {
  readonly id: string
  readonly text: string
  readonly county: string
  readonly community: string
  readonly by: string
  readonly vacant: boolean
  /** Who lives there alone; undefined where several or nobody do. */
  readonly alone: string | undefined
  /** Key persons who live there. */
  readonly key: readonly string[]
}

/** The rounds of a community: two that are over, one under way, and a weekly round to key persons. */
export function demoRounds(chance: Seeded, community: string, openedBy: string, today: Day): Insertable<Round>[] {
  const of = { county: community.slice(0, 6), community, opened_by: openedBy, groups: '[]' }
  const survey = (number: number, from: number, until: number) => ({
    ...of,
    id: chance.id(),
    kind: 'survey',
    name: `摸排第 ${number} 轮`,
    denominator: 'dwellings',
    valid_from: addDays(today, from),
    last_day: addDays(today, until),
  })
  const weekly = {
    ...of,
    id: chance.id(),
    kind: 'visit',
    name: '重点人群每周走访',
    denominator: 'key-persons',
    valid_from: addDays(today, -24),
    every_days: 7,
  }
  return [survey(1, -32, -30), survey(2, -17, -15), survey(3, -2, 3), weekly]
}

/** Visits up to yesterday: nearly all doors in the rounds that are over, three in four in the one under way. */
export function demoVisits(
  chance: Seeded,
  rounds: readonly Insertable<Round>[],
  doors: readonly VisitedDoor[],
  today: Day,
): Insertable<Visit>[] {
  const visits: Insertable<Visit>[] = []
  const go = (
    door: VisitedDoor,
    round: Insertable<Round>,
    result: VisitResult,
    day: Day,
    more: Partial<Insertable<Visit>> = {},
  ) => {
    const time = `${String(9 + chance.below(10)).padStart(2, '0')}:${String(chance.below(60)).padStart(2, '0')}`
    const at = shanghaiInstant(day, time)
    const of = { county: door.county, community: door.community, dwelling: door.id, by_account: door.by }
    const met = result === 'met' && door.alone ? { met: JSON.stringify([door.alone]) } : {}
    visits.push({ ...of, id: chance.id(), round: round.id, at, day, recorded_at: at, result, ...met, ...more })
  }
  const [first, second, third, weekly] = rounds
  if (!first || !second || !third || !weekly) throw new RangeError('four rounds are needed')
  for (const door of doors) {
    if (door.vacant) continue
    for (const round of [first, second])
      if (chance.chance(0.97))
        go(
          door,
          round,
          chance.chance(0.95) ? 'met' : 'nobody-home',
          addDays(round.valid_from as string, chance.below(3)),
          toldAt(chance),
        )
    const state = stateNow(chance, door.text)
    const day = addDays(today, -1 - chance.below(2))
    if (state === 'nobody-home' && chance.chance(0.4)) go(door, third, 'nobody-home', addDays(today, -2))
    if (state !== 'not-reached')
      go(door, third, state, state === 'nobody-home' ? addDays(today, -1) : day, state === 'met' ? toldAt(chance) : {})
    if (door.key.length > 0 && chance.chance(0.8))
      go(door, weekly, 'met', addDays(today, -8 - chance.below(5)), { met: JSON.stringify(door.key) })
  }
  return visits
}

function stateNow(chance: Seeded, text: string): 'met' | 'nobody-home' | 'not-reached' {
  if (text.startsWith(shownPrefix))
    return shownNotReached.has(text) ? 'not-reached' : shownNobodyHome.has(text) ? 'nobody-home' : 'met'
  const draw = chance.next()
  return draw < 0.76 ? 'met' : draw < 0.82 ? 'nobody-home' : 'not-reached'
}

// What is told at one door in thirty.
function toldAt(chance: Seeded): Partial<Insertable<Visit>> {
  const draw = chance.next()
  if (draw > 0.034) return {}
  if (draw < 0.012) return { needs: JSON.stringify(['medicine']), note: '请帮忙带药' }
  if (draw < 0.02) return { needs: JSON.stringify(['food']), note: '行动不便，请人带菜' }
  if (draw < 0.026) return { changes: '女儿回家住了' }
  return { note: '都在家，没有困难' }
}
