import Type from 'typebox'
import { command, ItemAnswer } from '../../endpoint.ts'
import { Id, Maybe, PlaceCode, Text } from '../../schema.ts'
import { Delivery } from '../observation.ts'
import { CallDay, CallOutcome } from './after.ts'

const Made = Type.Object({ id: Id })

/**
 * A named person of county health releases people whose term is full, or was ended early under a shorter rule: each gets a numbered
 * notice of release; whoever is not to be released is refused alone.
 */
export const releaseObservations = command({
  name: 'observation.release',
  at: 'POST /observation/releases',
  words: { zh: '解除观察', en: 'Release from observation' },
  health: true,
  needs: 'observation',
  input: Type.Object({
    place: PlaceCode,
    items: Type.Array(Type.Object({ id: Id, observation: Id }), { minItems: 1, maxItems: 200 }),
    /** What the tests said and who reported it; needed where tests were due. */
    tests: Type.Optional(Text(200)),
  }),
  reply: Type.Object({
    answers: Type.Array(ItemAnswer),
    numbers: Maybe(Type.Object({ first: Type.String(), last: Type.String() })),
  }),
})

/** A named person of county health takes a wrong release back on its day, with a reason: its paper is void, its code says so. */
export const withdrawRelease = command({
  name: 'observation.withdraw-release',
  at: 'POST /observation/release-withdrawals',
  words: { zh: '撤回解除', en: 'Take a release back' },
  health: true,
  needs: 'observation',
  input: Type.Object({ id: Id, observation: Id, why: Text(400, 1) }),
  reply: Made,
})

/** The notice of release was handed over (传染病防治法 §58; the community delivers what the authority decides); the number on it says which. */
export const deliverRelease = command({
  name: 'observation.deliver-release',
  at: 'POST /observation/release-deliveries',
  words: { zh: '登记解除通知书送达', en: 'Record that the notice of release was handed over' },
  health: true,
  needs: 'observation',
  offline: true,
  input: Type.Object({
    id: Id,
    observation: Id,
    number: Text(60, 1),
    way: Delivery.properties.way,
    receipt: Delivery.properties.receipt,
    note: Type.Optional(Text(200)),
  }),
  reply: Made,
})

/** A call on one of the days after a release, and what it found. */
export const recordCall = command({
  name: 'observation.record-call',
  at: 'POST /observation/release-calls',
  words: { zh: '登记解除后的电话', en: 'Record a call after a release' },
  health: true,
  needs: 'observation',
  input: Type.Object({ id: Id, observation: Id, nth: CallDay, outcome: CallOutcome, note: Type.Optional(Text(400)) }),
  reply: Made,
})
