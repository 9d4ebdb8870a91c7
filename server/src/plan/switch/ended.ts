import { addDays, shanghaiDay } from '@wangdi/domain/day.ts'
import { isWithin } from '@wangdi/domain/place-code.ts'
import type { EndedMeasure } from '@wangdi/domain/plan/switch/switch.ts'
import { lastDayOf } from '@wangdi/domain/regimes/regimes.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Plan } from '@wangdi/policy/engine/answer.ts'
import { diffPlans } from '@wangdi/policy/engine/diff.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import type { Db } from '../../platform/db.ts'
import { getPacks } from '../../platform/packs.ts'
import { factsOf, listConcerning } from '../../regimes/index.ts'

/** An end of something that asked for measures: from which day, and what ended. */
interface Turn {
  day: Day
  because: EndedMeasure['because']
}

/** The order that ended last before a day, with the first day on which it asked nothing any more. */
async function lastOrderEnd(db: Db, place: PlaceCode, day: Day): Promise<Turn | undefined> {
  const ends = (await listConcerning(db, place))
    .filter(({ scope }) => scope.some((area) => isWithin(place, area)))
    .map((response): Turn => {
      const closing = response.acts.find(({ kind }) => kind === 'closed')
      const end = closing ? shanghaiDay(closing.at) : addDays(lastDayOf(response), 1)
      return { day: end, because: { zh: `${response.number} 结束`, en: `${response.number} ended` } }
    })
  return ends.filter((end) => end.day <= day).sort((a, b) => (a.day < b.day ? 1 : -1))[0]
}

/** Measures that a place no longer has since its last response ended or the rules in force began, each with its last cause. */
export async function endedAt(db: Db, place: PlaceCode, plan: Plan, day: Day): Promise<Omit<EndedMeasure, 'recorded'>[]> {
  const packs = getPacks()
  const regime = plan.regime === null ? undefined : packs.byId.get(plan.regime)?.pack
  const order = await lastOrderEnd(db, place, day)
  const turns: Turn[] = [
    ...(order ? [order] : []),
    ...(regime
      ? [{ day: regime.from, because: { zh: `${regime.title.zh}施行`, en: `${regime.title.en} came into force` } }]
      : []),
  ]
  const ended = new Map<string, Omit<EndedMeasure, 'recorded'>>()
  for (const { day: end, because } of turns) {
    const eve = addDays(end, -1)
    const before = planFor(packs, await factsOf(db, place, eve), place, eve)
    for (const { id, pack, text, source } of diffPlans(before, plan).stopped)
      if (!ended.has(id)) ended.set(id, { measure: id, pack, text, source, ends_on: end, because })
  }
  return [...ended.values()]
}
