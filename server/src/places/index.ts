import type { Served } from '../platform/serve.ts'
import { doorRoutes } from './sought/doors.routes.ts'
import { gridRoutes } from './grids.routes.ts'
import { placeRoutes } from './places.routes.ts'

export { listEstates } from './community.queries.ts'
export { getDwellingPlace, saveUse } from './door.queries.ts'
export { listDoorsSought } from './sought/doors-sought.queries.ts'
export { doorIn, doorJoins, namedEstate, namesEstates } from './door-parts.queries.ts'
export { loadPlaces } from './load-places.ts'
export { type Doors, type MadeDoors, openDoors } from './many-doors.queries.ts'
export { getPlaceWithAncestors, isPlace, listBelow, listPlaces } from './place.queries.ts'

/** The verbs of places. */
export const places: readonly Served[] = [...placeRoutes, ...doorRoutes, ...gridRoutes]
