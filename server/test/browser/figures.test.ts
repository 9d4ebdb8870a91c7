// Every figure of the pages that open their lists is followed in the demo: the list has exactly so many rows.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '@wangdi/domain/roles.ts'
import { makeDemo } from '../../src/demo/make-demo.ts'
import { makeLog } from '../../src/platform/log.ts'
import { loadPlaces, openPlaceList } from '../../src/places/index.ts'
import { withClient } from '../database-url.ts'
import { type House, startHouse } from '../house.ts'
import { openConsole, startBrowser } from './console-page.ts'

const community = '410105001003'
let house: House
let browser: Browser

beforeAll(async () => {
  house = await startHouse()
  const list = await openPlaceList(new URL('../places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (client) => loadPlaces(client, list))
  const { owner, signIn, keys, clock } = house
  await makeDemo({ owner, logins: signIn.logins, keys, log: makeLog('silent'), now: clock.now(), inResponse: true })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** A figure as it stands on a page: what it says, the list it opens, and which of those with the same words it is. */
interface Said {
  readonly n: number
  readonly opens: string
  readonly nth: number
  readonly words: string
}

const read = (page: Page) =>
  page.evaluate<Said[]>(`[...document.querySelectorAll('[data-figure]')].map((one, nth) => ({
    n: Number(one.dataset.figure), opens: one.dataset.opens, nth, words: one.textContent.trim() }))`)

/** Follows each figure of a page by a press; what its list says it holds, beside what the figure said. */
async function follow(role: Role, path: string) {
  const as = await house.as(role, community)
  const { page, faults } = await openConsole(browser, house, path, { as })
  await page.locator('[data-figure]').first().waitFor()
  await page.waitForLoadState('networkidle')
  const figures = await read(page)
  const wrong: string[] = []
  for (const { n, opens, nth, words } of figures) {
    await page.goto(`${house.url}${path}`)
    await page.locator('[data-figure]').nth(nth).click()
    const list = page.locator(`[data-list="${opens}"][data-total="${n}"]`)
    const right = await list
      .first()
      .waitFor({ state: 'attached', timeout: 15_000 })
      .then(
        () => true,
        () => false,
      )
    const total = await page
      .locator(`[data-list="${opens}"]`)
      .first()
      .getAttribute('data-total', { timeout: 1000 })
      .catch(() => 'no list')
    if (!right) wrong.push(`${path} "${words}": ${n}, ${opens}: ${total}`)
  }
  await page.context().close()
  return { followed: figures.length, wrong, faults }
}

test.for([
  ['community-director', '/plan', 6],
  ['community-director', '/rounds', 3],
  ['community-doctor', '/tiers', 6],
  ['community-director', '/arrivals/counts', 15],
] as const)(
  'every figure of a page opens exactly the rows it counts: %s %s',
  { timeout: 600_000 },
  async ([role, path, least]) => {
    const { followed, wrong, faults } = await follow(role, path)
    expect([wrong, faults]).toEqual([[], []])
    expect(followed).toBeGreaterThanOrEqual(least)
  },
)
