import Type, { type Static } from 'typebox'
import { query } from '../endpoint.ts'
import { Instant, Maybe } from '../schema.ts'
import { HeldAsked } from './request/held-asked.ts'

/**
 * All that was given to whoever asks, over all kinds that phones carry, whole each time: what is not in it was taken back, has
 * ended or is destroyed. Only what helpers read is in it.
 */
export const readGiven = query({
  name: 'kinds.given',
  at: 'GET /kinds/given',
  words: { zh: '下载派给我的', en: 'Fetch what was given to me' },
  input: Type.Object({
    /** What was answered last; where it is still so, the rows are not sent again. */
    mark: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', maxLength: 43 })),
  }),
  reply: Type.Object({
    now: Instant,
    mark: Type.String(),
    /** Null: as they were under the mark. */
    rows: Maybe(Type.Array(HeldAsked)),
  }),
})

/** What travels on that road. */
export type GivenAsked = Static<typeof readGiven.input>
export type Given = Static<typeof readGiven.reply>
