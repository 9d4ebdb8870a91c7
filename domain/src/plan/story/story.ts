import Type, { type Static } from 'typebox'
import { AlertOutcome, Delivery, EndReason, NotMeasured } from '../../observation/observation.ts'
import { CallDay, CallOutcome } from '../../observation/release/after.ts'
import { DoorText } from '../../places/door-plate.ts'
import type { Words } from '../../problem.ts'
import { VisitEntry, VisitNeed, VisitResult } from '../../rounds/rounds.ts'
import { Day, Id, Instant, Maybe, OneOf } from '../../schema.ts'

/** What a story is made of; each part is shown to whoever may open its own page, while nothing closes it. */
export const storyParts = {
  visits: { zh: '走访', en: 'visits' },
  moves: { zh: '搬家', en: 'moves' },
  arrivals: { zh: '来返', en: 'arrivals' },
  stays: { zh: '居家观察', en: 'observation' },
  requests: { zh: '投诉和申请', en: 'requests' },
} as const satisfies Record<string, Words>
export const StoryPart = OneOf(...(Object.keys(storyParts) as (keyof typeof storyParts)[]))
export type StoryPart = Static<typeof StoryPart> & keyof typeof storyParts

const line = <K extends string, T extends Type.TProperties>(kind: K, facts: T) =>
  Type.Object({
    id: Id,
    /** The day on which it happened, and the moment where one is known: somebody comes on a day. */
    day: Day,
    at: Maybe(Instant),
    /** Who did it; empty where nobody of the staff did. */
    by: Type.String(),
    /** Whom it concerns; names as the page of the person or the door shows them. */
    people: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    kind: Type.Literal(kind),
    ...facts,
  })

const ofStay = { stay: Id }

/** One thing that happened behind a door or to a person, as it was recorded. */
export const StoryLine = Type.Union([
  line('visit', {
    result: VisitResult,
    needs: Type.Array(VisitNeed),
    entry: VisitEntry,
    note: Type.String(),
  }),
  line('move', { from: DoorText, to: DoorText, why: OneOf('moved', 'corrected', 'roster', 'taken-back') }),
  line('arrival', { origin: Type.String(), state: OneOf('expected', 'arrived', 'not-come') }),
  line('order', { ...ofStay, number: Type.String(), last_day: Day }),
  line('delivery', { ...ofStay, way: Delivery.properties.way, receipt: Delivery.properties.receipt }),
  line('reading', {
    ...ofStay,
    temperature: Maybe(Type.Number()),
    /** How many; null where nobody asked. */
    symptoms: Maybe(Type.Integer()),
    not_measured: Maybe(NotMeasured),
  }),
  line('answer', { ...ofStay, outcome: AlertOutcome }),
  line('ended', { ...ofStay, reason: EndReason }),
  line('release', { ...ofStay, number: Type.String() }),
  /** The notice of a release was handed over; one that was taken back later has its line too. */
  line('handover', { ...ofStay, number: Type.String(), way: Delivery.properties.way, receipt: Delivery.properties.receipt }),
  /** Somebody called on one of the days after the release. */
  line('call', { ...ofStay, nth: CallDay, outcome: CallOutcome }),
  line('withdrawal', { ...ofStay, number: Type.String(), why: Type.String() }),
  line('request', { request: Type.String(), number: Type.String() }),
])
export type StoryLine = Static<typeof StoryLine>

/** The kinds of lines, in which part they stand, and the word for each. */
export const storyKinds = {
  visit: { part: 'visits', zh: '走访', en: 'Visit' },
  move: { part: 'moves', zh: '搬家', en: 'Move' },
  arrival: { part: 'arrivals', zh: '来返', en: 'Arrival' },
  order: { part: 'stays', zh: '决定', en: 'Order' },
  delivery: { part: 'stays', zh: '告知书', en: 'Notice' },
  reading: { part: 'stays', zh: '体温', en: 'Reading' },
  answer: { part: 'stays', zh: '医生处置', en: 'Doctor' },
  ended: { part: 'stays', zh: '提前结束', en: 'Ended early' },
  release: { part: 'stays', zh: '解除', en: 'Release' },
  handover: { part: 'stays', zh: '解除通知书', en: 'Notice of release' },
  call: { part: 'stays', zh: '解除后电话', en: 'Call after release' },
  withdrawal: { part: 'stays', zh: '撤回解除', en: 'Release taken back' },
  request: { part: 'requests', zh: '诉求', en: 'Request' },
} as const satisfies Record<StoryLine['kind'], Words & { part: StoryPart }>
