import Type from 'typebox'
import { query } from '../../endpoint.ts'
import { Id, Listing, Page } from '../../schema.ts'
import { StoryLine, StoryPart } from './story.ts'

/** The newest first; `hidden` are the parts that are not among the lines: not for whoever asks, or closed while no response opens them. */
const Story = Type.Object({ ...Listing(StoryLine).properties, hidden: Type.Array(StoryPart) })

/** 这户的事，一条线: visits, moves, arrivals, stays and requests of a household in one order by time; names masked as on its card. */
export const readHouseholdStory = query({
  name: 'plan.household-story',
  at: 'GET /plan/households/:dwelling/story',
  words: { zh: '看一户的经过', en: 'See what happened in a household' },
  health: true,
  input: Type.Object({ dwelling: Id, ...Page.properties }),
  reply: Story,
})

/** The same of one person, wherever they lived: visits to the door while they lived there, and those at which they were met. */
export const readPersonStory = query({
  name: 'plan.person-story',
  at: 'GET /plan/people/:person/story',
  words: { zh: '看一个人的经过', en: 'See what happened to a person' },
  health: true,
  input: Type.Object({ person: Id, ...Page.properties }),
  reply: Story,
})
