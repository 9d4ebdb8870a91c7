import Type from 'typebox'
import { query } from '../../endpoint.ts'
import { Id, Listing, Page } from '../../schema.ts'
import { StoryLine, StoryPart } from './story.ts'

/** The newest first; `counts` is how many lines each part has that is shown, whichever is asked for; `hidden` are the parts that are not among the lines: not for whoever asks, or closed while no response opens them. */
const Story = Type.Object({
  ...Listing(StoryLine).properties,
  counts: Type.Array(Type.Object({ part: StoryPart, lines: Type.Integer() })),
  hidden: Type.Array(StoryPart),
})
// Of one part alone, where it is named.
const asked = { part: Type.Optional(StoryPart), ...Page.properties }

/** 这户的事，一条线: visits, moves, arrivals, stays and requests of a household in one order by time; names masked as on its card. */
export const readHouseholdStory = query({
  name: 'plan.household-story',
  at: 'GET /plan/households/:dwelling/story',
  words: { zh: '看一户的经过', en: 'See what happened in a household' },
  health: true,
  input: Type.Object({ dwelling: Id, ...asked }),
  reply: Story,
})

/** The same of one person, wherever they lived: visits to the door while they lived there, and those at which they were met. */
export const readPersonStory = query({
  name: 'plan.person-story',
  at: 'GET /plan/people/:person/story',
  words: { zh: '看一个人的经过', en: 'See what happened to a person' },
  health: true,
  input: Type.Object({ person: Id, ...asked }),
  reply: Story,
})
