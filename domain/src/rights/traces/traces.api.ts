import Type, { type Static } from 'typebox'
import { query } from '../../endpoint.ts'
import { Day, Id, Instant, Listing, Maybe, Page, PlaceCode } from '../../schema.ts'

const Words = Type.Object({ zh: Type.String(), en: Type.String() })

/**
 * One line of the audit: who did what when; how many people, doors and buildings it showed or changed; by which code it was
 * refused, if it was, with the words; how often it was so within the hour, where not each time left a line of its own.
 */
export const TraceLine = Type.Object({
  at: Instant,
  account: Maybe(Id),
  name: Type.String(),
  role: Type.String(),
  place: Type.String(),
  verb: Type.String(),
  words: Words,
  seen: Type.Integer(),
  refused: Maybe(Type.String()),
  why: Maybe(Words),
  times: Maybe(Type.Integer()),
})
export type TraceLine = Static<typeof TraceLine>

/** What an account did in the days asked for; how many of its lines are refusals. */
const TraceSum = Type.Object({
  account: Maybe(Id),
  name: Type.String(),
  role: Type.String(),
  place: Type.String(),
  place_name: Type.String(),
  lines: Type.Integer(),
  seen: Type.Integer(),
  refused: Type.Integer(),
})
export type TraceSum = Static<typeof TraceSum>

/**
 * The audit of a county by account: the sums of all, most seen first, or of those who were refused something, most refused
 * first; and the lines of one when it is asked for. No name of a resident.
 */
export const readTraces = query({
  name: 'rights.traces',
  at: 'GET /rights/traces',
  words: { zh: '看谁看过什么', en: 'See who looked at what' },
  input: Type.Object({
    place: PlaceCode,
    account: Type.Optional(Id),
    /** At most 31 days; today alone unless said. */
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    /** Of the accounts: those alone who were refused something, and which page. */
    refused: Type.Optional(Type.Boolean()),
    accounts_page: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
    ...Page.properties,
  }),
  reply: Type.Object({ accounts: Listing(TraceSum), lines: Listing(TraceLine) }),
})
