import { reachOf } from '@wangdi/domain/access/access.ts'
import type { EmergencyFunction } from '@wangdi/domain/endpoint.ts'
import { maskName } from '@wangdi/domain/people/name.ts'
import { readHouseholdStory, readPersonStory } from '@wangdi/domain/plan/story/story.api.ts'
import { storyParts, type StoryLine, type StoryPart } from '@wangdi/domain/plan/story/story.ts'
import { aboutPerson } from '../../people/index.ts'
import { getDwellingPlace } from '../../places/index.ts'
import { type Request, serve } from '../../platform/serve.ts'
import { findAtDoor } from '../doors/person-links.queries.ts'
import { listStory, type StoryOf } from './story.queries.ts'

const usual = 20

/** The verb of the page on which a part stands by itself, and the function that opens it. */
const pageOf: Readonly<Record<StoryPart, { verb?: string; needs?: EmergencyFunction }>> = {
  visits: {},
  moves: {},
  arrivals: { verb: 'people.list-arrivals', needs: 'arrivals' },
  stays: { verb: 'observation.get', needs: 'observation' },
  requests: { verb: 'requests.get' },
}

/** What happened behind a door or to a person, one line of time. */
export const storyRoutes = [
  serve(readHouseholdStory, {
    about: (db, { dwelling }) => getDwellingPlace(db, dwelling),
    run: async (request) => {
      const { dwelling } = request.input
      request.note({ dwelling })
      const story = await storyFor(request, { dwelling })
      const masked = (line: StoryLine) => ({ ...line, people: line.people.map(({ id, name }) => ({ id, name: maskName(name) })) })
      return { ...story, rows: story.rows.map(masked) }
    },
  }),
  serve(readPersonStory, {
    about: (db, { person }) => aboutPerson(db, person),
    run: async (request) => {
      const { person } = request.input
      const home = (await findAtDoor(request.db, person))?.dwelling ?? null
      request.note({ person })
      request.saw([person])
      return storyFor(request, { person, home })
    },
  }),
]

async function storyFor(request: Request<{ part?: StoryPart; page?: number; size?: number }>, of: StoryOf) {
  const { db, actor, input, whyClosed, saw } = request
  const shown: StoryPart[] = []
  for (const part of Object.keys(storyParts) as StoryPart[]) {
    const { verb, needs } = pageOf[part]
    if (verb !== undefined && reachOf(verb, actor.role) === undefined) continue
    if (needs !== undefined && (await whyClosed(needs)) !== undefined) continue
    shown.push(part)
  }
  const { part, page = 0, size = usual } = input
  const { rows, total, counts } = await listStory(db, of, shown, { part, page, size })
  saw(rows.flatMap(({ people }) => people.map(({ id }) => id)))
  const hidden = (Object.keys(storyParts) as StoryPart[]).filter((part) => !shown.includes(part))
  return { rows, total, counts, hidden }
}
