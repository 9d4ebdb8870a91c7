import Type from 'typebox'
import { query } from '../../endpoint.ts'
import { Id } from '../../schema.ts'
import { AskedRow } from './request.api.ts'

/**
 * What concerns a door, over all kinds that the role may see: what is open, due first first, what ended last, what of registers names it. Heads alone: nothing
 * of why, and nothing of what was written for one reader.
 */
export const listOfDoor = query({
  name: 'kinds.of-door',
  at: 'GET /kinds/doors/:dwelling',
  words: { zh: '看这户的各类事', en: 'See what concerns a door' },
  // Some of the kinds are health data; each is shown to the roles that see its own list and to nobody else.
  health: true,
  input: Type.Object({ dwelling: Id }),
  reply: Type.Object({
    open: Type.Array(AskedRow),
    ended: Type.Array(AskedRow),
    /** What of registers names this door and has not ended. */
    things: Type.Array(Type.Object({ id: Id, kind: Type.String(), title: Type.String() })),
    /** More is open, or more ended, than is shown. */
    moreOpen: Type.Boolean(),
    moreEnded: Type.Boolean(),
  }),
})
