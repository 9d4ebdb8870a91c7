import { addMeasure, detailMeasure, endMeasure, judgeMeasure } from '@wangdi/domain/plan/details/details.ts'
import { whyNotJudge } from '@wangdi/domain/plan/details/details.rules.ts'
import { problems } from '@wangdi/domain/plan/plan.problems.ts'
import { problems as common, refuse } from '@wangdi/domain/problem.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import { v7 as newId } from 'uuid'
import type { Db } from '../../platform/db.ts'
import { getPacks } from '../../platform/packs.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { factsOf } from '../../regimes/index.ts'
import { insertDetail, insertOwn, insertOwnAct, listOwn, lockOwn } from './details.queries.ts'
import { beyondIn } from './own-measures.ts'

async function rulesAt(db: Db, place: PlaceCode, day: Day) {
  const facts = await factsOf(db, place, day)
  return { facts, plan: planFor(getPacks(), facts, place, day) }
}

async function getOwn(db: Db, place: PlaceCode, day: Day, id: Id) {
  const own = (await listOwn(db, place, day)).find((each) => each.id === id)
  if (!own) throw common.notFound({})
  return own
}

/** What a community writes into its plan: how a measure is done here, and measures of its own, which a named person decides. */
export const detailVerbs: readonly Served[] = [
  serve(detailMeasure, {
    run: async ({ db, input, today, actor, at, note }) => {
      const { plan } = await rulesAt(db, input.place, today)
      if (!plan.measures.some(({ id }) => id === input.measure)) throw problems.notInPlan({})
      const { how, who, hours } = input
      await insertDetail(db, { ...input, how: how.trim(), who: who.trim(), hours: hours.trim(), by_account: actor.account, at })
      note({ measure: input.measure })
      return { id: input.id }
    },
  }),

  serve(addMeasure, {
    run: async ({ db, input, today, actor, at, note }) => {
      const { plan, facts } = await rulesAt(db, input.place, today)
      const beyond = beyondIn(plan, facts, input)
      if (beyond) throw problems.beyondPackage(beyond)
      await insertOwn(db, { ...input, day: today, by_account: actor.account, at })
      note({ measure: input.id })
      return { id: input.id }
    },
  }),

  serve(judgeMeasure, {
    run: async ({ db, input, today, actor, at, note }) => {
      const { id, place, kind, reason } = input
      await lockOwn(db, id)
      const own = await getOwn(db, place, today, id)
      refuse(whyNotJudge(own, actor.account))
      const { plan, facts } = await rulesAt(db, place, today)
      const beyond = kind === 'approved' ? beyondIn(plan, facts, own) : null
      if (beyond) throw problems.beyondPackage(beyond)
      const act = { place, id: newId(), own_measure: id, kind, reason, day: today, by_account: actor.account, at }
      if (!(await insertOwnAct(db, act))) throw problems.decidedAlready({})
      note({ measure: id })
      return { id }
    },
  }),

  serve(endMeasure, {
    run: async ({ db, input, today, actor, at, note }) => {
      const { id, place, reason } = input
      await lockOwn(db, id)
      const own = await getOwn(db, place, today, id)
      const open = own.state === 'waiting' || own.state === 'approved'
      const act = { place, id: newId(), own_measure: id, kind: 'ended', reason, day: today, by_account: actor.account, at }
      if (!open || !(await insertOwnAct(db, act))) throw problems.decidedAlready({})
      note({ measure: id })
      return { id }
    },
  }),
]
