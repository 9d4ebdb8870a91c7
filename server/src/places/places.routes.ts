import { countyOf } from '@wangdi/domain/place-code.ts'
import { readCommunity, readTree, saveBuilding, saveEstate, setUse } from '@wangdi/domain/places/places.api.ts'
import { problems } from '@wangdi/domain/places/places.problems.ts'
import { doorsOf, maxDoors } from '@wangdi/domain/places/places.rules.ts'
import { serve } from '../platform/serve.ts'
import { countCommunity, isDemo, listBuildings, listEstates, listGrids, listGroups } from './community.queries.ts'
import { addDoors, getDwellingPlace, saveBuilding as keepBuilding, saveEstate as keepEstate, saveUse } from './door.queries.ts'
import { countDoors, findBelow, getPlaceWithAncestors, listBelow } from './place.queries.ts'

/** The verbs of the tree down to the door. */
export const placeRoutes = [
  serve(readTree, {
    run: async ({ db, actor, input, today, reach }) => {
      const day = input.on ?? today
      const code = input.place ?? actor.place
      const { place, ancestors } = await getPlaceWithAncestors(db, code, day)
      const below = await listBelow(db, code, day)
      // Who sees figures only is told nothing about doors here, not zero.
      const doors = reach === 'figures' ? undefined : await countDoors(db, code, day)
      const none = { dwellings: 0, grids: 0, withoutGrid: 0 }
      const hidden = { dwellings: null, grids: null, withoutGrid: null }
      return {
        place,
        ancestors,
        found: await findBelow(db, code, input.find ?? '', day),
        below: below.map((child) => ({ ...child, ...(doors ? (doors.get(child.code) ?? none) : hidden), code: child.code })),
      }
    },
  }),
  serve(readCommunity, {
    run: async ({ db, input, today }) => {
      const { community } = input
      const day = input.on ?? today
      const { place, ancestors } = await getPlaceWithAncestors(db, community, day)
      return {
        place,
        ancestors,
        demo: await isDemo(db, countyOf(community)),
        estates: await listEstates(db, community),
        buildings: await listBuildings(db, community, day),
        groups: await listGroups(db, community, day),
        grids: await listGrids(db, community, day),
        ...(await countCommunity(db, community, day)),
      }
    },
  }),
  serve(saveEstate, {
    run: async ({ db, input, note }) => {
      const { community, ...estate } = input
      await keepEstate(db, community, estate)
      note({ estate: estate.id })
      return estate
    },
  }),
  serve(saveBuilding, {
    run: async ({ db, input, note }) => {
      const { units, ...building } = input
      const doors = doorsOf(units)
      if (doors.length > maxDoors) throw problems.tooManyDoors({ limit: maxDoors })
      await keepBuilding(db, building)
      note({ building: building.id })
      return { id: building.id, doorsMade: await addDoors(db, building, doors) }
    },
  }),
  serve(setUse, {
    about: (db, input) => getDwellingPlace(db, input.dwelling),
    run: async ({ db, input, note }) => {
      note({ dwelling: input.dwelling })
      return { version: await saveUse(db, input.dwelling, input.use) }
    },
  }),
]
