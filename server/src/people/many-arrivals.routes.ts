import { checkArrival, checkArrivals, noteUnanswered, recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { problems } from '@wangdi/domain/people/arrival/arrival.problems.ts'
import { whyNotArrival } from '@wangdi/domain/people/arrival/arrival.rules.ts'
import { type Problem, problems as common } from '@wangdi/domain/problem.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Db } from '../platform/db.ts'
import { answersOf } from '../platform/commands/each.ts'
import { findLastChange, movedBy } from '../platform/moved.ts'
import { ofCommunity, type Request, serve } from '../platform/serve.ts'
import { changeArrivals, checkedNow, lockArrivals } from './arrival.queries.ts'

type Locked = Awaited<ReturnType<typeof lockArrivals>>[number]
const idsOf = (items: Items) => items.map(({ id }) => id)

type Items = readonly { readonly id: Id; readonly version: number }[]

/**
 * Locks the arrivals that are named and sorts out whom the change does not fit; each is refused with the reason. Two who do the same to the same
 * people at the same moment come one after the other, and the second is told that the records moved.
 */
export async function sortOut(
  { db, today }: Pick<Request<unknown>, 'db' | 'today'>,
  place: PlaceCode,
  items: Items,
  whyNot: (arrival: Locked) => Problem | undefined,
): Promise<{ fit: readonly Locked[]; refused: Map<Id, Problem> }> {
  const found = new Map((await lockArrivals(db, place, idsOf(items))).map((arrival) => [arrival.id, arrival]))
  const fit: Locked[] = []
  const refused = new Map<Id, Problem>()
  for (const { id, version } of items) {
    const arrival = found.get(id)
    const why = !arrival ? common.notFound({}) : arrival.version !== version ? await moved(db, arrival, today) : whyNot(arrival)
    if (why) refused.set(id, why)
    else if (arrival) fit.push(arrival)
  }
  return { fit, refused }
}

const moved = async (db: Db, { id, version }: Locked, today: Day): Promise<Problem> =>
  movedBy(await findLastChange(db, 'arrival', id, [recordArrival.name, checkArrival.name]), version, today)

/** Checking of many arrivals at once: one command, one answer for each. */
export const manyArrivalVerbs = [
  serve(checkArrivals, {
    about: ofCommunity,
    run: async (request) => {
      const { db, actor, input, at, today, note, saw } = request
      const { place, items, origin_kind, left_origin_on } = input
      const { fit, refused } = await sortOut(request, place, items, (arrival) =>
        arrival.state !== 'arrived'
          ? problems.notHere({})
          : whyNotArrival({ ...arrival, left_origin_on: left_origin_on ?? arrival.left_origin_on }, today, arrival.born),
      )
      await changeArrivals(
        db,
        fit.map(({ id }) => id),
        {
          origin_kind,
          ...(left_origin_on !== undefined && { left_origin_on }),
          origin_confirmed_by: actor.account,
          origin_confirmed_at: at,
          ...checkedNow,
        },
      )
      note({ checked: String(fit.length) })
      saw(fit.map(({ person }) => person))
      return { answers: answersOf(idsOf(items), refused) }
    },
  }),

  serve(noteUnanswered, {
    about: ofCommunity,
    run: async (request) => {
      const { db, input, note, saw } = request
      const { fit, refused } = await sortOut(request, input.place, input.items, () => undefined)
      await changeArrivals(
        db,
        fit.map(({ id }) => id),
        { unanswered: 'one-more' },
      )
      note({ unanswered: String(fit.length) })
      saw(fit.map(({ person }) => person))
      return { answers: answersOf(idsOf(input.items), refused) }
    },
  }),
]
