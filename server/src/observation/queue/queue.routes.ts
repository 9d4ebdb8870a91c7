import { groupOf, textOfGroup } from '@wangdi/domain/observation/queue/queue.rules.ts'
import { readQueue, readQueuePeople } from '@wangdi/domain/observation/queue/queue.api.ts'
import { ofCommunity, type Request, serve } from '../../platform/serve.ts'
import { soughtBy } from '../../people/index.ts'
import { listDoorsSought } from '../../places/index.ts'
import { countStages, groupsOf, judgeQueue, type Queued } from './queue.ts'
import { listWhere } from './queue.queries.ts'

async function foundBy(
  { db, fields }: Pick<Request<unknown>, 'db' | 'fields'>,
  place: string,
  text: string,
  all: readonly Queued[],
) {
  const people = await listWhere(
    db,
    all.map(({ kept }) => kept.person),
    await soughtBy(db, fields, place, text),
  )
  const dwellings = all.flatMap(({ kept }) => kept.dwelling ?? [])
  const doors = new Set(await listDoorsSought(db, { place, dwellings }, text))
  return all.filter(({ kept }) => people.has(kept.person) || (kept.dwelling !== null && doors.has(kept.dwelling)))
}

// Exceptions first, then as they lie: by community, building and door.
const exceptionsFirst = (all: readonly Queued[]) => [
  ...all.filter(({ row }) => row.exceptions.length > 0),
  ...all.filter(({ row }) => row.exceptions.length === 0),
]

/** The queue of arrivals: where each stands, in groups, and the people of one. */
export const queueVerbs = [
  serve(readQueue, {
    about: ofCommunity,
    run: async ({ db, fields, input, today }) => {
      const all = await judgeQueue(db, fields, { place: input.place, today })
      return {
        stages: countStages(all),
        undelivered: all.filter(({ row: { decision } }) => decision?.outcome === 'ordered' && !decision.delivered).length,
        groups: groupsOf(all),
      }
    },
  }),

  serve(readQueuePeople, {
    about: ofCommunity,
    run: async (request) => {
      const { db, fields, input, today, note, saw } = request
      const { place, group, stage, text } = input
      const all = await judgeQueue(db, fields, { place, today })
      const key = group && textOfGroup(group)
      const ofGroup = all.filter(
        ({ kept, row }) =>
          (stage === undefined || row.stage === stage) && (key === undefined || textOfGroup(groupOf(kept, row.stage)) === key),
      )
      const found = text ? await foundBy(request, place, text, ofGroup) : ofGroup
      note({ people: String(found.length) })
      saw(found.map(({ kept }) => kept.person))
      return { rows: exceptionsFirst(found).map(({ row }) => row) }
    },
  }),
]
