import { readObservedDoors } from '@wangdi/domain/plan/building-view.api.ts'
import { ofCommunity, serve } from '../../platform/serve.ts'
import { atHomeNow, listStays } from './observed-doors.queries.ts'

/** What the pictures add for those who may see health data. */
export const observedDoorRoutes = [
  serve(readObservedDoors, {
    about: ofCommunity,
    run: async ({ db, input, today, clock, reach, actor, saw }) => {
      const { community, building } = input
      const stays = await listStays(db, {
        community,
        building,
        day: today,
        gridsOf: reach === 'grid' ? actor.account : undefined,
      })
      const atHome = atHomeNow(stays, today, clock.now().toISOString())
      // Of several stays behind one door the one that ends last is shown.
      const doors = [...Map.groupBy(atHome, (stay) => stay.dwelling)].map(([dwelling, behind]) => {
        const last = behind.reduce((one, other) => (other.last_day > one.last_day ? other : one))
        const people = new Set(behind.map((stay) => stay.person)).size
        return { dwelling, people, day: last.n, of: last.of, until: last.last_day }
      })
      saw(doors.map(({ dwelling }) => dwelling))
      return { doors }
    },
  }),
]
