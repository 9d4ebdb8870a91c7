// The demo in a test's house, with the places that its communities lie in.
import { makeDemo } from '../../src/demo/make-demo.ts'
import { loadPlaces } from '../../src/places/index.ts'
import { makeLog } from '../../src/platform/log.ts'
import { openPlaceList } from '../../src/platform/national/place-list.ts'
import { withClient } from '../database-url.ts'
import type { House } from '../house.ts'

/** Loads the excerpt of the national list, on which the places of the demo stand. */
export async function loadExcerpt(house: House): Promise<void> {
  const list = await openPlaceList(new URL('../places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (client) => loadPlaces(client, list))
}

/** Makes the demo, in a response. */
export async function makeGivenDemo({ owner, signIn, keys, clock }: House): Promise<void> {
  await makeDemo({ owner, logins: signIn.logins, keys, log: makeLog('silent'), now: clock.now(), inResponse: true })
}

/** The places, then the demo upon them. */
export async function givenDemo(house: House): Promise<void> {
  await loadExcerpt(house)
  await makeGivenDemo(house)
}
