import { addDays } from '@wangdi/domain/day.ts'
import { problems as common } from '@wangdi/domain/problem.ts'
import { readEndList } from '@wangdi/domain/rights/destruction/destruction.api.ts'
import { endedOn, lastInForce } from '@wangdi/domain/regimes/ended.rules.ts'
import { areasIn } from '@wangdi/domain/rights/destruction/destruction.rules.ts'
import { lastDayOf } from '@wangdi/domain/regimes/regimes.rules.ts'
import { orderStateOn } from '@wangdi/domain/regimes/orders/orders.rules.ts'
import { diffPlans } from '@wangdi/policy/engine/diff.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import { emergencyFunctions } from '@wangdi/policy/vocabulary.ts'
import { toDoFor } from '../../plan/index.ts'
import { getPacks } from '../../platform/packs.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { factsIn, factsOf, findResponse, listBegun, listConcerning, openFunctions, recordedFor } from '../../regimes/index.ts'
import { listRuns } from './destruction.queries.ts'

const reading = serve(readEndList, {
  run: async ({ db, input, today }) => {
    const { place } = input
    const response = await findResponse(db, input.id)
    if (!response || areasIn(response.scope, place).length === 0) throw common.notFound({})
    const ended = endedOn(response, today) ?? null
    const { day: last, moment } = lastInForce(response, today)
    const after = addDays(ended ?? lastDayOf(response), 1)
    const recorded = await recordedFor(db, place, last, moment)
    const before = factsIn(recorded, place)
    // What would hold without it, when it still runs: the same facts and whatever else is open.
    const without = { ...recorded, inForce: recorded.inForce.filter(({ id }) => id !== response.id) }
    const then = ended === null ? factsIn(without, place) : await factsOf(db, place, after > today ? today : after)
    const packs = getPacks()
    const diff = diffPlans(planFor(packs, before, place, last), planFor(packs, then, place, ended === null ? today : after))
    const open = new Set<string>(ended === null ? [] : await openFunctions(db, place, today))
    const orders = await listBegun(db, place, last)
    const responses = await listConcerning(db, place)
    const county = place.slice(0, 6)
    const run = (await listRuns(db, county)).find((each) => each.response === response.id && each.state !== 'refused')
    return {
      place,
      issuer: response.issuer,
      number: response.number,
      ended_on: ended,
      functions: response.functions.map((name) => ({
        name,
        closed: ended !== null && !open.has(name),
        words: emergencyFunctions[name as keyof typeof emergencyFunctions],
      })),
      orders: orders.map((order) => ({
        ...{ id: order.id, place: order.place, label: order.label, number: order.number },
        ended: orderStateOn(order, today, responses) !== 'in-force',
      })),
      ...(await toDoFor(db, place, diff)),
      run: run ?? null,
    }
  },
})

/** What ends with a response (结束清单): functions, orders, measures, and the data about people. */
export const endListVerbs: readonly Served[] = [reading]
