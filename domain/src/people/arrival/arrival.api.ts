import Type from 'typebox'
import { command, ItemAnswer, query } from '../../endpoint.ts'
import { CommunityCode, Day, Id, Instant, Listing, Maybe, OneOf, Page, PlaceCode, Text } from '../../schema.ts'
import { Arrival, Match, OriginKind, ReportedBy } from './arrival.ts'
import { PersonFields } from '../person.ts'

const closed = { needs: 'arrivals' } as const
const Saved = Type.Object({ id: Id, version: Type.Integer() })
const maybe = { origin_place: Type.Optional(Maybe(PlaceCode)), left_origin_on: Type.Optional(Maybe(Day)) }

/** Enters somebody who came or is expected: a known person chosen by id or found by document, or a new one. */
export const recordArrival = command({
  name: 'people.record-arrival',
  at: 'POST /people/arrivals',
  words: { zh: '登记来返人员', en: 'Enter an arrival' },
  ...closed,
  offline: true,
  input: Type.Object({
    id: Id,
    community: CommunityCode,
    /** One of both: who it is, or what is known of a person not yet on file (`id` made by the client). */
    person: Type.Optional(Id),
    entered: Type.Optional(Type.Object({ id: Id, ...PersonFields })),
    dwelling: Type.Optional(Maybe(Id)),
    state: Type.Optional(OneOf('expected', 'arrived')),
    origin: Text(80, 1),
    ...maybe,
    origin_kind: Type.Optional(OriginKind),
    arrived_on: Day,
    transport: Type.Optional(Text(80)),
    companions: Type.Optional(Maybe(Type.Integer({ minimum: 0, maximum: 999 }))),
    point_to_point: Type.Optional(Maybe(Type.Boolean())),
    health_proof: Type.Optional(Maybe(Type.Boolean())),
    reported_by: Type.Optional(ReportedBy),
    note: Type.Optional(Text(200)),
  }),
  reply: Type.Object({ id: Id, version: Type.Integer(), person: Id }),
})

/** Says what became of an expected arrival, and confirms the level of the origin at the time of the stay. */
export const checkArrival = command({
  name: 'people.check-arrival',
  at: 'POST /people/arrivals/:id/check',
  words: { zh: '核对来返人员', en: 'Check an arrival' },
  ...closed,
  input: Type.Object({
    id: Id,
    version: Type.Integer(),
    state: OneOf('expected', 'arrived', 'not-come'),
    arrived_on: Day,
    origin_kind: OriginKind,
    /** The door behind which the person stays, where another was said than the one on file. */
    dwelling: Type.Optional(Maybe(Id)),
    ...maybe,
    point_to_point: Type.Optional(Maybe(Type.Boolean())),
    health_proof: Type.Optional(Maybe(Type.Boolean())),
  }),
  reply: Saved,
})

const items = Type.Array(Type.Object({ id: Id, version: Type.Integer() }), { minItems: 1, maxItems: 200 })

/**
 * Confirms for several people who came from the same place what was said on the telephone: the level there on the day they left,
 * and that day. Whose record was changed meanwhile, or does not fit, is refused alone.
 */
export const checkArrivals = command({
  name: 'people.check-arrivals',
  at: 'POST /people/arrivals/checks',
  words: { zh: '成批核实来返人员', en: 'Check several arrivals' },
  ...closed,
  input: Type.Object({
    place: PlaceCode,
    items,
    origin_kind: OneOf('abroad', 'high', 'medium', 'low'),
    /** The day all of them left; absent: as each record says. */
    left_origin_on: Type.Optional(Day),
  }),
  reply: Type.Object({ answers: Type.Array(ItemAnswer) }),
})

/** Notes that nobody answered the telephone; after two calls somebody goes there. */
export const noteUnanswered = command({
  name: 'people.note-unanswered',
  at: 'POST /people/arrivals/unanswered',
  words: { zh: '记没打通的电话', en: 'Note a call that nobody answered' },
  ...closed,
  input: Type.Object({ place: PlaceCode, items }),
  reply: Type.Object({ answers: Type.Array(ItemAnswer) }),
})

export const listArrivals = query({
  name: 'people.list-arrivals',
  at: 'GET /people/arrivals',
  words: { zh: '看来返人员', en: 'List arrivals' },
  ...closed,
  // Whether somebody is decided follows from orders too; of the order itself nothing is told.
  health: true,
  input: Type.Object({
    place: PlaceCode,
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    origin_kind: Type.Optional(OriginKind),
    state: Type.Optional(OneOf('expected', 'arrived', 'not-come')),
    unchecked: Type.Optional(Type.Boolean()),
    /** Only those whose origin somebody confirmed. */
    checked: Type.Optional(Type.Boolean()),
    /** Only those under observation since they came: for whoever sees all who are. */
    observed: Type.Optional(Type.Boolean()),
    undecided: Type.Optional(Type.Boolean({ description: 'of whom nobody decided what follows, as the plan counts them' })),
    person: Type.Optional(Id),
    ...Page.properties,
  }),
  reply: Type.Object({
    ...Listing(Arrival).properties,
    counts: Type.Object({ expected: Type.Integer(), arrived: Type.Integer(), checked: Type.Integer() }),
  }),
})

/** The receipt that goes back to whoever pushed or reported: received when, matched how, result. */
export const readReceipt = query({
  name: 'people.arrival-receipt',
  at: 'GET /people/arrivals/:id/receipt',
  words: { zh: '看回执', en: 'Read the receipt of an arrival' },
  ...closed,
  input: Type.Object({ id: Id }),
  reply: Type.Object({
    id: Id,
    number: Type.String(),
    received_at: Instant,
    received_by: Type.String(),
    community: CommunityCode,
    match: Match,
    state: OneOf('expected', 'arrived', 'not-come'),
    checked: Type.Boolean(),
  }),
})
