import Type from 'typebox'
import { query } from '../../endpoint.ts'
import { Id, PlaceCode, Text } from '../../schema.ts'

/** As many as are offered at once; what is typed narrows them. */
export const mostOffered = 50

/**
 * What of a kind may be chosen for a record of a place: things of a register by title, open requests and papers by number and what they
 * are about. Only of kinds whose list the role sees, and nothing of health data. POST, since names may be typed here.
 */
export const chooseOf = query({
  name: 'kinds.choose',
  at: 'POST /kinds/choose',
  words: { zh: '选一个登记过的', en: 'Choose something on record' },
  input: Type.Object({ place: PlaceCode, kind: Text(60, 1), text: Type.Optional(Text(40)) }),
  reply: Type.Object({
    rows: Type.Array(Type.Object({ id: Id, words: Type.String() })),
    /** There are more than are offered. */
    more: Type.Boolean(),
  }),
})
