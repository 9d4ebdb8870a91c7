import { reachOf } from '@wangdi/domain/access/access.ts'
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
    run: async ({ db, input: { person }, actor, today, clock, note, saw }) => {
      const found = await findAtDoor(db, person)
      if (!found) throw problems.notFound({})
      const { name, dwelling, door } = found
      const may = (verb: string) => reachOf(verb, actor.role) !== undefined
      const household = dwelling === null ? [] : await listCoResidents(db, person, dwelling, today)
      const none = { visits: [], visits_total: 0 }
      note({ person })
      saw([person, ...household.map(({ id }) => id)])
      return {
        ...{ person, name, dwelling, door: doorText(door), household },
        ...(dwelling === null ? none : await listVisitsOf(db, person, dwelling, shownVisits)),
        arrivals: may('people.list-arrivals') ? await listArrivalsOf(db, person) : null,
        stays: may('observation.get') ? await listStaysOf(db, person, dwelling, clock.now().toISOString()) : null,
        requests: may('requests.get') ? await listRequestsOf(db, person) : null,
      }
    },
  }),
]
