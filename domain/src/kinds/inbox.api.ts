import Type from 'typebox'
import { query } from '../endpoint.ts'
import { CommunityCode, Page, PlaceCode, Text } from '../schema.ts'
import { AskedRow } from './request/request.api.ts'

/**
 * What waits for the actor's office, over all kinds that the role may see: what is its turn, and what is late below it where the
 * kind climbs; what is due first first, a page at a time.
 */
export const getInbox = query({
  name: 'kinds.inbox',
  at: 'GET /kinds/inbox',
  words: { zh: '看等我办的', en: 'See what waits for me' },
  input: Page,
  reply: Type.Object({
    rows: Type.Array(Type.Object({ ...AskedRow.properties, climbed: Type.Boolean() })),
    /** How many wait; 1,001 stands for more than are counted. */
    total: Type.Integer(),
  }),
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
