import Type from 'typebox'
import { query } from '../endpoint.ts'
import { DoorText } from '../places/door-plate.ts'
import { VisitEntry, VisitResult } from '../rounds/rounds.ts'
import { Day, Id, Instant, Maybe, OneOf } from '../schema.ts'

/**
 * What hangs on a person, to go to from there: the household, visits to the door, arrivals, stays under observation, requests. A part
 * is null for whom its own page is closed, and while no response opens it; of requests those that this office handles and knows whom
 * they concern.
 */
export const readPersonLinks = query({
  name: 'plan.person-links',
  at: 'GET /plan/people/:person',
  words: { zh: '看和一个人有关的事', en: 'See what hangs on a person' },
  health: true,
  input: Type.Object({ person: Id }),
  reply: Type.Object({
    person: Id,
    name: Type.String(),
    dwelling: Maybe(Id),
    door: DoorText,
    /** Who else lives behind the door. */
    household: Type.Array(Type.Object({ id: Id, name: Type.String(), relation: Type.String() })),
    /** The last visits to the door, and how many there were; `met`: this person was seen. */
    visits: Type.Array(
      Type.Object({ id: Id, at: Instant, by: Type.String(), result: VisitResult, entry: VisitEntry, met: Type.Boolean() }),
    ),
    visits_total: Type.Integer(),
    arrivals: Maybe(
      Type.Array(
        Type.Object({ id: Id, origin: Type.String(), arrived_on: Day, state: OneOf('expected', 'arrived', 'not-come') }),
      ),
    ),
    stays: Maybe(
      Type.Array(
        Type.Object({
          id: Id,
          number: Type.String(),
          from: Day,
          last_day: Day,
          state: OneOf('ordered', 'running', 'ended'),
          /** Day n of N; null while it does not run. */
          day: Maybe(Type.Integer()),
          days: Maybe(Type.Integer()),
          /** Where the person stays, when it is not the own door. */
          elsewhere: DoorText,
        }),
      ),
    ),
    requests: Maybe(Type.Array(Type.Object({ id: Id, number: Type.String(), kind: Type.String(), day: Day }))),
  }),
})
