import { addDays, shanghaiDay } from '@wangdi/domain/day.ts'
import { isWithin } from '@wangdi/domain/place-code.ts'
import { problems } from '@wangdi/domain/plan/plan.problems.ts'
import { type EndedMeasure, endOldMeasures, readSwitch } from '@wangdi/domain/plan/switch/switch.ts'
import { lastDayOf } from '@wangdi/domain/regimes/regimes.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Plan } from '@wangdi/policy/engine/answer.ts'
import { diffPlans } from '@wangdi/policy/engine/diff.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import { v7 as newId } from 'uuid'
import type { Db } from '../../platform/db.ts'
import { getPacks } from '../../platform/packs.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { factsOf, listConcerning, openFunctions } from '../../regimes/index.ts'
import { listStatements } from '../evidence.queries.ts'
import { recordsOf } from '../evidence.ts'
import { itemsOf } from '../items.ts'
import { insertRecordedEnds, listRecordedEnds } from './switch.queries.ts'

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

async function endedAt(db: Db, place: PlaceCode, plan: Plan, day: Day): Promise<Omit<EndedMeasure, 'recorded'>[]> {
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

const planAt = async (db: Db, place: PlaceCode, day: Day) => planFor(getPacks(), await factsOf(db, place, day), place, day)

/** The turn to ordinary service: duties now, old measures that ended, and the days recorded for them. */
export const switchVerbs: readonly Served[] = [
  serve(readSwitch, {
    run: async ({ db, input, today, reach, clock }) => {
      const { place, on: day = today } = input
      const plan = await planAt(db, place, day)
      const open = await openFunctions(db, place, day)
      const turned = open.length === 0
      const regime = plan.regime === null ? undefined : getPacks().byId.get(plan.regime)?.pack
      const community = reach === 'area' && place.length === 12
      const recorded = community ? await listRecordedEnds(db, place) : new Map()
      const ended = turned ? await endedAt(db, place, plan, day) : []
      const { evidence } = community ? await recordsOf(db, place, day, clock.now(), new Set(open)) : { evidence: new Map() }
      const items = itemsOf(plan, evidence, community ? await listStatements(db, place, day) : new Map(), day)
      const duties = items.filter(({ pack }) => pack === plan.regime)
      return {
        turned,
        regime: plan.regime_name,
        since: regime?.from ?? null,
        turns: plan.turns.map(({ id, to, text, source }) => ({ id, to, text, source })),
        duties: duties.map(({ id, text, source, state }) => ({ id, text, source, state: community ? state : null })),
        ended: ended.map((each) => ({ ...each, recorded: recorded.get(each.measure) ?? null })),
      }
    },
  }),

  serve(endOldMeasures, {
    run: async ({ db, input: { place, measures, ended_on, note: said }, today, actor, at, note }) => {
      if (ended_on > today) throw problems.endsAhead({ today })
      const open = await openFunctions(db, place, today)
      const ended = open.length > 0 ? [] : await endedAt(db, place, await planAt(db, place, today), today)
      if (measures.some((id) => !ended.some(({ measure }) => measure === id))) throw problems.notEnded({})
      const line = { place, ended_on, note: said, by_account: actor.account, at }
      await insertRecordedEnds(
        db,
        measures.map((measure) => ({ ...line, id: newId(), measure })),
      )
      note({ measures: String(measures.length) })
      return { recorded: measures.length }
    },
  }),
]
