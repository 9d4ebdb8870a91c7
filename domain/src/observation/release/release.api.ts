import Type from 'typebox'
import { command, ItemAnswer } from '../../endpoint.ts'
import { Id, Maybe, PlaceCode, Text } from '../../schema.ts'

/**
 * A named person of county health releases people whose term is full, or was ended early under a shorter rule: each gets a numbered
 * notice of release; whoever is not to be released is refused alone.
 */
export const releaseObservations = command({
  name: 'observation.release',
  at: 'POST /observation/releases',
  words: { zh: '解除观察', en: 'Release from observation' },
  health: true,
  needs: 'observation',
  input: Type.Object({
    place: PlaceCode,
    items: Type.Array(Type.Object({ id: Id, observation: Id }), { minItems: 1, maxItems: 200 }),
    /** What the tests said and who reported it; needed where tests were due. */
    tests: Type.Optional(Text(200)),
  }),
  reply: Type.Object({
    answers: Type.Array(ItemAnswer),
    numbers: Maybe(Type.Object({ first: Type.String(), last: Type.String() })),
  }),
})
