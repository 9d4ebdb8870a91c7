import { reachOf } from '@wangdi/domain/access/access.ts'
import { maskName } from '@wangdi/domain/people/name.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import { readControlled } from '@wangdi/domain/plan/controlled.api.ts'
import { serve } from '../../platform/serve.ts'
import { listOrdersInForce } from '../../regimes/index.ts'
import { countPersons, listPersons, type RunningPerson } from './controlled.queries.ts'

const personOf = ({ observation, person, place, name, reason, from, until, reviewer, door }: RunningPerson) => ({
  observation,
  person,
  place,
  door: doorText(door),
  name: maskName(name),
  reason,
  from,
  until,
  reviewer,
})

/** Places and persons under control side by side, each at its smallest unit with reason, days and who answers for it. */
export const controlledVerbs = [
  serve(readControlled, {
    run: async ({ db, actor, input, reach, today, saw }) => {
      const { place } = input
      const orders = await listOrdersInForce(db, place, today)
      const counts = reach === 'area' ? await countPersons(db, place, today) : null
      const mayName = reach === 'area' && reachOf('observation.list', actor.role) === 'area'
      const persons = mayName ? await listPersons(db, place, today) : null
      saw(persons?.map(({ person }) => person) ?? [])
      return {
        places: orders.map(({ id, at, last_day, review_on, published_by, acts, ...order }) => ({
          order: id,
          place: order.place,
          label: order.label,
          kind: order.kind,
          scope: at.scope,
          reason: order.reason,
          from: order.from,
          until: last_day,
          review_on,
          reviewer: acts.at(-1)?.by ?? published_by,
        })),
        persons: persons && persons.map(personOf),
        counts,
      }
    },
  }),
]
