import { problems } from '@wangdi/domain/plan/plan.problems.ts'
import { endOldMeasures, readSwitch } from '@wangdi/domain/plan/switch/switch.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import { v7 as newId } from 'uuid'
import type { Db } from '../../platform/db.ts'
import { getPacks } from '../../platform/packs.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { factsOf, openFunctions } from '../../regimes/index.ts'
import { listStatements } from '../evidence.queries.ts'
import { namesOf, recordsOf } from '../evidence.ts'
import { itemsOf } from '../items.ts'
import { endedAt } from './ended.ts'
import { insertRecordedEnds, listRecordedEnds } from './switch.queries.ts'

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
      const { evidence } = community
        ? await recordsOf(db, place, day, clock.now(), new Set(open), namesOf(plan))
        : { evidence: new Map() }
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
