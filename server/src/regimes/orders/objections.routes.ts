import { countyOf } from '@wangdi/domain/place-code.ts'
import { problems as common } from '@wangdi/domain/problem.ts'
import { answerObjection, listObjections, recordObjection } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { problems } from '@wangdi/domain/regimes/orders/orders.problems.ts'
import { problems as regimeProblems } from '@wangdi/domain/regimes/regimes.problems.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import { serve } from '../../platform/serve.ts'
import { findObjection, listOf, saveAnswer, saveObjection } from './objection.queries.ts'
import { getOrder } from './orders.routes.ts'

const placeOfOrder = async (db: Db, { order }: { order: Id }) => ({ place: (await getOrder(db, order)).place })

async function getObjection(db: Db, id: Id) {
  const found = await findObjection(db, id)
  if (!found) throw common.notFound({})
  return found
}

/** Somebody concerned may object to an order; the objection and the answer of a named person stay together (个人信息保护法 §24). */
export const objectionVerbs = [
  serve(recordObjection, {
    about: placeOfOrder,
    run: async ({ db, actor, input, at, today, note }) => {
      if (input.said_on > today) throw regimeProblems.inFuture({ today })
      const { place } = await getOrder(db, input.order)
      const { id, order, said_by, door, content, said_on } = input
      const told = { said_by: said_by.trim(), door: door.trim(), content: content.trim(), said_on }
      const row = { id, county: countyOf(place), community: place, control_order: order, by_account: actor.account, at }
      await saveObjection(db, { ...row, ...told })
      note({ order, objection: id })
      return { id }
    },
  }),

  serve(answerObjection, {
    about: async (db, { id }) => ({ place: (await getObjection(db, id)).community }),
    run: async ({ db, actor, input, at, note }) => {
      const { id, outcome, answer } = input
      const place = await getObjection(db, id)
      const before = await saveAnswer(db, {
        ...place,
        objection: id,
        outcome,
        answer: answer.trim(),
        by_account: actor.account,
        at,
      })
      if (before !== undefined) throw problems.answered({ by: before })
      note({ objection: id })
      return { id }
    },
  }),

  serve(listObjections, {
    about: placeOfOrder,
    run: async ({ db, input, note }) => {
      note({ order: input.order })
      return { objections: await listOf(db, input.order) }
    },
  }),
]
