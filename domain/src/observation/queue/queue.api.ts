import Type from 'typebox'
import { command, ItemAnswer, query } from '../../endpoint.ts'
import { Day, Id, Maybe, OneOf, PlaceCode, Text } from '../../schema.ts'
import { ChosenPhase, PersonKind } from '../observation.ts'
import { GroupKey, QueueGroup, QueueRow, Stage } from './queue.ts'

const closed = { health: true, needs: 'observation' } as const

/** The arrivals of a place by where they stand, and in groups by origin and day. */
export const readQueue = query({
  name: 'observation.queue',
  at: 'GET /observation/queue',
  words: { zh: '看来返人员待决定', en: 'See which arrivals wait for a decision' },
  ...closed,
  input: Type.Object({ place: PlaceCode }),
  reply: Type.Object({
    /** How many stand where; they add up to `all`. */
    stages: Type.Object({
      all: Type.Integer(),
      expected: Type.Integer(),
      checking: Type.Integer(),
      decide: Type.Integer(),
      over: Type.Integer(),
      out: Type.Integer(),
      decided: Type.Integer(),
    }),
    /** Of those decided, the orders whose notice nobody handed over yet. */
    undelivered: Type.Integer(),
    groups: Type.Array(QueueGroup),
  }),
})

/** The people of one group, of one stage, or those whom a name, a door or the end of a number finds; exceptions first. POST: names do not belong in addresses. */
export const readQueuePeople = query({
  name: 'observation.queue-people',
  at: 'POST /observation/queue/people',
  words: { zh: '看这一组来返人员', en: 'See the people of a group of arrivals' },
  ...closed,
  input: Type.Object({
    place: PlaceCode,
    group: Type.Optional(GroupKey),
    stage: Type.Optional(Stage),
    text: Type.Optional(Text(40)),
  }),
  reply: Type.Object({ rows: Type.Array(QueueRow) }),
})

/**
 * A named person of county health decides about several arrivals at once: each is ordered as the rules propose, or registered and
 * not observed. What was shown comes with it, and whoever no longer fits is refused alone; each other one is written whole.
 */
export const decideArrivals = command({
  name: 'observation.decide-arrivals',
  at: 'POST /observation/queue/decisions',
  words: { zh: '定下来返人员怎么办', en: 'Decide about arrivals' },
  ...closed,
  input: Type.Object({
    place: PlaceCode,
    items: Type.Array(
      Type.Object({
        /** Of the order, or of the decision to register alone; made by the client. */
        id: Id,
        arrival: Id,
        version: Type.Integer(),
        /** What was shown; null where no observation is asked. */
        seen: Maybe(Type.Object({ kind: PersonKind, day_zero: Day, last_day: Maybe(Day) })),
      }),
      { minItems: 1, maxItems: 200 },
    ),
    outcome: OneOf('observe', 'register'),
    /** Absent: as proposed. */
    phases: Type.Optional(Type.Array(ChosenPhase, { minItems: 1, maxItems: 4 })),
    /** Needed where it differs from what the rules propose, or where none was found. */
    reason: Type.Optional(Text(400)),
  }),
  reply: Type.Object({
    answers: Type.Array(ItemAnswer),
    numbers: Maybe(Type.Object({ first: Type.String(), last: Type.String() })),
  }),
})

/** Takes a decision back with a reason: the stay ends, its notice is void, and the arrival waits again. */
export const withdrawDecision = command({
  name: 'observation.withdraw-decision',
  at: 'POST /observation/queue/withdrawals',
  words: { zh: '撤回来返人员的决定', en: 'Take back a decision about an arrival' },
  ...closed,
  input: Type.Object({ id: Id, arrival: Id, why: Text(400, 1) }),
  reply: Type.Object({ id: Id }),
})

/** Sends arrivals back to the community to be checked again, with the reason. */
export const sendBack = command({
  name: 'observation.send-back',
  at: 'POST /observation/queue/returns',
  words: { zh: '退回社区核对', en: 'Send an arrival back to be checked' },
  ...closed,
  input: Type.Object({
    place: PlaceCode,
    items: Type.Array(Type.Object({ id: Id, version: Type.Integer() }), { minItems: 1, maxItems: 200 }),
    why: Text(200, 1),
  }),
  reply: Type.Object({ answers: Type.Array(ItemAnswer) }),
})
