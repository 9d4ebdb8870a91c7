import { facts } from '@wangdi/policy/vocabulary.ts'
import Type, { type Static } from 'typebox'
import { command, query } from '../../endpoint.ts'
import { CommunityCode, Day, Instant, Listing, OneOf, PlaceCode, Text } from '../../schema.ts'
import { SaidWords, Source } from '../plan.ts'

/** What can be said of a place that adds to its plan (民发〔2021〕11号 一): a fact of the rules, yes or no. */
export const placeMarks = [
  'place.rural',
  'place.airport-area',
  'place.fringe',
  'place.migrant-workers',
  'place.border',
] as const satisfies readonly (keyof typeof facts)[]
export type PlaceMarkName = (typeof placeMarks)[number]
export const PlaceMarkName = OneOf(...placeMarks)

/** What was said of a mark, by whom, from where it is known; a community of which nobody said anything has no row. */
export const PlaceMark = Type.Object({
  mark: PlaceMarkName,
  value: OneOf('yes', 'no'),
  source: Type.String(),
  by: Type.String(),
  day: Day,
  at: Instant,
})
export type PlaceMark = Static<typeof PlaceMark>

/** The communities of a place with their marks, and what each mark adds under the rules of the day. */
export const readPlaceMarks = query({
  name: 'plan.place-marks',
  at: 'GET /plan/place-marks',
  words: { zh: '看社区标记', en: 'See marks on communities' },
  input: Type.Object({
    place: PlaceCode,
    mark: Type.Optional(PlaceMarkName),
    page: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  reply: Type.Object({
    ...Listing(Type.Object({ community: CommunityCode, name: Type.String(), marks: Type.Array(PlaceMark) })).properties,
    adds: Type.Array(
      Type.Object({
        mark: PlaceMarkName,
        measures: Type.Array(Type.Object({ id: Type.String(), text: SaidWords, source: Source })),
        /** Whether the rules of the day ask these measures now, or only rules that an order may bring back. */
        now: Type.Boolean(),
      }),
    ),
  }),
})

/** Sets marks on several communities at once, with the source; what was said before is kept. */
export const markPlaces = command({
  name: 'plan.mark-places',
  at: 'POST /plan/place-marks',
  words: { zh: '给社区打标记', en: 'Mark communities' },
  input: Type.Object({
    place: PlaceCode,
    communities: Type.Array(CommunityCode, { minItems: 1, maxItems: 200, uniqueItems: true }),
    marks: Type.Array(Type.Object({ mark: PlaceMarkName, value: OneOf('yes', 'no') }), { minItems: 1, maxItems: 5 }),
    source: Text(200, 1),
  }),
  reply: Type.Object({ marked: Type.Integer() }),
})
