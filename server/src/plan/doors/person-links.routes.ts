import { reachOf } from '@wangdi/domain/access/access.ts'
import type { EmergencyFunction } from '@wangdi/domain/endpoint.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import { readPersonLinks } from '@wangdi/domain/plan/person-links.api.ts'
import { problems } from '@wangdi/domain/people/people.problems.ts'
import { aboutPerson } from '../../people/index.ts'
import { serve } from '../../platform/serve.ts'
import { findAtDoor, listArrivalsOf, listCoResidents, listRequestsOf, listStaysOf, listVisitsOf } from './person-links.queries.ts'

const shownVisits = 5

/** What hangs on a person, as far as whoever asks may open it. */
export const personLinksRoutes = [
  serve(readPersonLinks, {
    about: (db, { person }) => aboutPerson(db, person),
    run: async ({ db, input: { person }, actor, today, clock, whyClosed, note, saw }) => {
      const found = await findAtDoor(db, person)
      if (!found) throw problems.notFound({})
      const { name, dwelling, door } = found
      const may = (verb: string) => reachOf(verb, actor.role) !== undefined
      // What a response opened is shown while it is open, here as on its own page.
      const shows = async (verb: string, needs: EmergencyFunction) => may(verb) && (await whyClosed(needs)) === undefined
      const household = dwelling === null ? [] : await listCoResidents(db, person, dwelling, today)
      note({ person })
      saw([person, ...household.map(({ id }) => id)])
      return {
        ...{ person, name, dwelling, door: doorText(door), household },
        ...(await listVisitsOf(db, person, dwelling, shownVisits)),
        arrivals: (await shows('people.list-arrivals', 'arrivals')) ? await listArrivalsOf(db, person) : null,
        stays: (await shows('observation.get', 'observation'))
          ? await listStaysOf(db, person, dwelling, clock.now().toISOString())
          : null,
        requests: may('requests.get') ? await listRequestsOf(db, person) : null,
      }
    },
  }),
]
