import Type, { type Static } from 'typebox'
import { query } from '../../endpoint.ts'
import { Day, Id, Instant, Listing, Page } from '../../schema.ts'

/**
 * One look at somebody, or one act about them: when, who, and what it was, as people call it. What would say that somebody's
 * health was in question has no verb for whoever may not know.
 */
export const Look = Type.Object({
  at: Instant,
  account: Id,
  name: Type.String(),
  role: Type.String(),
  verb: Type.String(),
  words: Type.Object({ zh: Type.String(), en: Type.String() }),
})
export type Look = Static<typeof Look>

/** Who saw a person, newest first: alone, in a list, at the door, in the picture of the building, or on a phone. */
export const listLooks = query({
  name: 'people.looks',
  at: 'GET /people/:id/looks',
  words: { zh: '看谁看过这个人', en: 'See who looked at somebody' },
  health: true,
  input: Type.Object({ id: Id, from: Type.Optional(Day), to: Type.Optional(Day), ...Page.properties }),
  reply: Listing(Look),
})
