import { reachOf } from '@wangdi/domain/access/access.ts'
import { addDays, shanghaiDay } from '@wangdi/domain/day.ts'
import { checkArrival, listArrivals, readReceipt, recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { problems } from '@wangdi/domain/people/arrival/arrival.problems.ts'
import { arrivalDays, isChecked, receiptNumber, whyNotArrival } from '@wangdi/domain/people/arrival/arrival.rules.ts'
import type { Arrival } from '@wangdi/domain/people/arrival/arrival.ts'
import { problems as peopleProblems } from '@wangdi/domain/people/people.problems.ts'
import { plainPerson } from '@wangdi/domain/people/person.rules.ts'
import { problems as common, refuse } from '@wangdi/domain/problem.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import { refusedTo } from '@wangdi/domain/who-may.ts'
import type { Static } from 'typebox'
import type { Db } from '../platform/db.ts'
import { findLastChange, movedBy } from '../platform/moved.ts'
import { type About, ofCommunity, type Request, serve } from '../platform/serve.ts'
import {
  checkedNow,
  findArrival,
  findArrivalPlace,
  findByDocument,
  insertArrival,
  listArrivals as arrivalsOf,
  updateArrival,
} from './arrival.queries.ts'
import { findPerson, findWhereabouts, hasDwelling, insertPerson } from './people.queries.ts'
import { addLookAlike } from './pile/pile.queries.ts'

type Entering = Request<Static<typeof recordArrival.input>>

async function aboutArrival(db: Db, { id }: { id: Id }): Promise<About> {
  const found = await findArrivalPlace(db, id)
  if (!found) throw common.notFound({})
  return { place: found.community, dwelling: found.dwelling }
}

/** Who it is: chosen by a worker, known by the document, or entered new. */
async function getWho(request: Entering): Promise<{ person: Id; match: Arrival['match'] }> {
  const { db, fields, input, today, whyNotReach } = request
  if ((input.person === undefined) === (input.entered === undefined)) throw problems.whoMissing({})
  if (input.person !== undefined) {
    const held = await findWhereabouts(db, input.person)
    if (!held || (await whyNotReach(held))) throw peopleProblems.notFound({})
    // Each community has its own records: one of another would be seen here by nobody.
    if (held.place !== input.community) throw problems.elsewhere({})
    return { person: input.person, match: 'chosen' }
  }
  const { person, why } = plainPerson(input.entered ?? { name: '' }, today)
  refuse(why)
  if (!person || !input.entered) throw problems.whoMissing({})
  // A phone may enter one new person with two arrivals: the second finds the person that the first made.
  const made = await findWhereabouts(db, input.entered.id)
  if (made && (await whyNotReach(made))) throw peopleProblems.notFound({})
  if (made) return { person: input.entered.id, match: 'chosen' }
  const known = person.document
    ? await findByDocument(db, input.community, fields.hash('document', 'whole', person.document))
    : undefined
  const hidden = known !== undefined && (await whyNotReach(known)) !== undefined
  if (known && !hidden) return { person: known.id, match: 'document' }
  const dwelling = input.dwelling ?? null
  // Somebody entered the same number a moment before: found now, as the one who is on file.
  if (!(await saveNew(request, input.entered.id, person, dwelling, hidden))) return getWho(request)
  // Whoever does not reach the holder of the number is answered as about anybody new; the community settles who it is.
  if (known) await addLookAlike(db, input.community, input.entered.id, known.id)
  return { person: input.entered.id, match: 'new' }
}

async function saveNew(
  { db, fields, input, actor }: Entering,
  id: Id,
  person: NonNullable<ReturnType<typeof plainPerson>['person']>,
  dwelling: Id | null,
  document_doubted: boolean,
): Promise<boolean> {
  const { name, document, phone, ...columns } = person
  const { relation, residence = 'elsewhere' } = input.entered ?? {}
  const more = {
    dwelling,
    residence,
    document_doubted,
    source: 'arrival',
    changed_by: actor.account,
    ...(relation && { relation }),
  }
  return insertPerson(db, fields, { id, community: input.community, name, document, phone, columns: { ...columns, ...more } })
}

/** Those who come from elsewhere while a response is open (RES-ARR). */
export const arrivalVerbs = [
  serve(recordArrival, {
    // Without a door the verb itself says that one is needed.
    about: (db, input) => (input.dwelling ? { place: input.community, dwelling: input.dwelling } : ofCommunity(db, input)),
    run: async (request) => {
      const { db, actor, input, reach, clock, today, note } = request
      if (reach === 'grid' && !input.dwelling) throw problems.doorMissing({})
      if (input.dwelling && !(await hasDwelling(db, input.community, input.dwelling))) throw peopleProblems.dwellingWrong({})
      const state = input.state ?? 'arrived'
      const left_origin_on = input.left_origin_on ?? null
      const { person, match } = await getWho(request)
      const born = (await findPerson(db, person))?.born ?? null
      refuse(whyNotArrival({ state, arrived_on: input.arrived_on, left_origin_on }, today, born))
      const { id, community, origin, arrived_on } = input
      const made = await insertArrival(db, {
        ...{ id, community, person, state, origin, arrived_on, left_origin_on, match },
        dwelling: input.dwelling ?? null,
        origin_place: input.origin_place ?? null,
        origin_kind: input.origin_kind ?? 'unknown',
        transport: input.transport ?? '',
        companions: input.companions ?? null,
        point_to_point: input.point_to_point ?? null,
        health_proof: input.health_proof ?? null,
        reported_by: input.reported_by ?? 'community',
        note: input.note ?? '',
        recorded_by: actor.account,
        recorded_at: clock.now(),
      })
      if (!made) throw problems.held({ day: arrived_on })
      note({ arrival: id, person })
      return { id, version: 1, person }
    },
  }),

  serve(checkArrival, {
    about: aboutArrival,
    run: async ({ db, fields, actor, input, at, today, note }) => {
      const found = await findArrival(db, fields, input.id, today)
      if (!found) throw common.notFound({})
      const { arrival } = found
      if (input.dwelling && !(await hasDwelling(db, arrival.community, input.dwelling))) throw peopleProblems.dwellingWrong({})
      const left_origin_on = input.left_origin_on === undefined ? arrival.left_origin_on : input.left_origin_on
      const born = (await findPerson(db, arrival.person))?.born ?? null
      refuse(whyNotArrival({ state: input.state, arrived_on: input.arrived_on, left_origin_on }, today, born))
      const isKnown = input.origin_kind !== 'unknown'
      const version = await updateArrival(db, input.id, input.version, {
        ...{ state: input.state, arrived_on: input.arrived_on, origin_kind: input.origin_kind, left_origin_on },
        ...(input.dwelling === undefined ? {} : { dwelling: input.dwelling }),
        ...(input.origin_place === undefined ? {} : { origin_place: input.origin_place }),
        ...(input.point_to_point === undefined ? {} : { point_to_point: input.point_to_point }),
        ...(input.health_proof === undefined ? {} : { health_proof: input.health_proof }),
        origin_confirmed_by: isKnown ? actor.account : null,
        origin_confirmed_at: isKnown ? at : null,
        ...(isKnown && checkedNow),
      })
      if (version === undefined)
        throw movedBy(
          await findLastChange(db, 'arrival', input.id, [recordArrival.name, checkArrival.name]),
          arrival.version,
          today,
        )
      note({ arrival: input.id })
      return { id: input.id, version }
    },
  }),

  serve(listArrivals, {
    about: ofCommunity,
    run: async ({ db, fields, actor, input, reach, today, saw }) => {
      const { place, origin_kind, state, unchecked, checked, undecided, observed, person } = input
      // Who is under observation is told by this list too: to nobody who does not see them all.
      if (observed && reachOf('observation.list', actor.role) !== 'area') throw refusedTo('observation.list')
      // Of one person all arrivals, whenever they were.
      const ago = person ? addDays(today, -3650) : addDays(today, -arrivalDays)
      const days = { from: input.from ?? ago, to: input.to ?? addDays(today, arrivalDays), today }
      const asked = { place, ...days, origin_kind, state, unchecked, checked, undecided, observed, person }
      const filter = { ...asked, gridsOf: reach === 'grid' ? actor.account : undefined }
      const found = await arrivalsOf(db, fields, filter, { page: input.page ?? 0, size: input.size ?? 50 })
      saw(found.rows.map(({ person }) => person))
      return found
    },
  }),

  serve(readReceipt, {
    about: aboutArrival,
    run: async ({ db, fields, input, today, note, saw }) => {
      const found = await findArrival(db, fields, input.id, today)
      if (!found) throw common.notFound({})
      note({ arrival: input.id })
      saw([found.arrival.person])
      const { id, recorded_at, community, match, state } = found.arrival
      const number = receiptNumber(id, shanghaiDay(recorded_at))
      const checked = isChecked(found.arrival)
      return { id, number, received_at: recorded_at, received_by: found.received_by, community, match, state, checked }
    },
  }),
]
