import Type from 'typebox'
import { query } from '../endpoint.ts'
import { Page } from '../schema.ts'
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
