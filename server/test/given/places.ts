// The excerpt of the national list of places, for tests that name them.
import { fileURLToPath } from 'node:url'
import { loadPlaces } from '../../src/places/index.ts'
import { openPlaceList } from '../../src/platform/national/place-list.ts'
import { withClient } from '../database-url.ts'
import type { House } from '../house.ts'

/** Loads the excerpt of the list of places. */
export async function givenPlaces(house: House): Promise<void> {
  const list = await openPlaceList(fileURLToPath(new URL('../places-excerpt.br', import.meta.url)))
  await withClient(house.ownerUrl, (client) => loadPlaces(client, list))
}
