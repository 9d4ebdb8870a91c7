import Type from 'typebox'
import { query } from '../../endpoint.ts'
import { CommunityCode, Instant, Maybe, OneOf, Page, PlaceCode, Text } from '../../schema.ts'
import { type Ask, asks } from './waiting.ts'
import { AskedRow } from '../request/request.api.ts'

/** One line of what waits: a thing, or many of them told as a number. */
export const WaitingRow = Type.Object({
  /** A declared kind by its name, or what a subject joins (`waitings`). */
  what: Type.String(),
  id: Type.String(),
  ask: OneOf(...(Object.keys(asks) as Ask[])),
  about: PlaceCode,
  /** Since when it waits, and until when; null where nothing says so. */
  at: Maybe(Instant),
  due_at: Maybe(Instant),
  late: Type.Boolean(),
  /** What it is called, where it has a name of its own. */
  said: Maybe(Type.Object({ zh: Type.String(), en: Type.String() })),
  /** How many it stands for, where its list opens them. */
  n: Maybe(Type.Integer()),
  /** It waits below and is late there. */
  climbed: Type.Boolean(),
  /** The request, where it is one of a kind. */
  asked: Maybe(AskedRow),
})

/**
 * What waits for the actor's office, over all kinds and subjects in which the role may do something: what is its turn, and what is
 * late below it where the kind climbs; what is due first first, a page at a time.
 */
export const getInbox = query({
  name: 'kinds.inbox',
  at: 'GET /kinds/inbox',
  words: { zh: '看等我办的', en: 'See what waits for me' },
  // What concerns somebody's health is counted here, for those who may do something about it.
  health: true,
  input: Type.Object({
    ...Page.properties,
    what: Type.Optional(Text(60, 1)),
    late: Type.Optional(Type.Boolean()),
  }),
  reply: Type.Object({
    rows: Type.Array(WaitingRow),
    /** How many wait of what is asked for; more than a thousand stands for more than are counted. */
    total: Type.Integer(),
    /** How many wait in all, and are late. */
    whole: Type.Object({ total: Type.Integer(), late: Type.Integer() }),
    whats: Type.Array(Type.Object({ what: Type.String(), n: Type.Integer() })),
  }),
})

/** How many lines wait for the actor's office, as the menu says it: the number that the list had when it was read last. */
export const countInbox = query({
  name: 'kinds.count-inbox',
  at: 'GET /kinds/inbox/count',
  words: { zh: '数等我办的', en: 'Count what waits for me' },
  health: true,
  input: Type.Object({}),
  reply: Type.Object({ total: Type.Integer() }),
})

/** How many requests of a kind each community below a place has open, late and done; those without any are left out. */
export const getSpread = query({
  name: 'kinds.spread',
  at: 'GET /kinds/spread',
  words: { zh: '看各社区办得怎样', en: 'See how each community does' },
  input: Type.Object({
    place: PlaceCode,
    kind: Text(60, 1),
  }),
  reply: Type.Object({
    rows: Type.Array(
      Type.Object({
        community: CommunityCode,
        open: Type.Integer({ minimum: 0 }),
        late: Type.Integer({ minimum: 0 }),
        done: Type.Integer({ minimum: 0 }),
      }),
    ),
  }),
})
