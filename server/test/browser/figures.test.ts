// Every figure that a page of the demo shows is a door to its rows: it is followed, and the list has exactly so many.
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
const village = '410122101205'
const placeOf: Partial<Record<Role, string>> = {
  'street-officer': '410105001',
  'county-health': '410105',
  'county-civil-affairs': '410105',
}
let house: House
let browser: Browser

beforeAll(async () => {
  house = await startHouse()
  const list = await openPlaceList(new URL('../places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (client) => loadPlaces(client, list))
  const { owner, signIn, keys, clock } = house
  await makeDemo({ owner, logins: signIn.logins, keys, log: makeLog('silent'), now: clock.now(), inResponse: true })
  browser = await startBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** A figure as it stands on a page: what it says, the list it opens, whether it is a way to another address within the place looked at. */
interface Said {
  readonly n: number
  readonly opens: string
  readonly words: string
  readonly leads: boolean
}

const read = (page: Page, within: string) =>
  page.evaluate<Said[]>(`[...document.querySelectorAll('${within} [data-figure]')].map((one) => ({
    n: Number(one.dataset.figure), opens: one.dataset.opens, words: one.textContent.trim(), leads: one.tagName === 'A' && one.dataset.at === undefined }))`)

/** Waits until a page shows its figures and asks for no more. */
async function shown(page: Page, within: string): Promise<void> {
  await page.locator(`${within} [data-figure]`).first().waitFor()
  await page.waitForLoadState('networkidle')
}

/** Follows each figure of a part of a page by a press; what its list says it holds, beside what the figure said. */
async function follow(role: Role, path: string, within: string, place = placeOf[role] ?? community) {
  const as = await house.as(role, place)
  const { page, faults } = await openConsole(browser, house, path, { as })
  if (within !== '.main') await page.getByRole('navigation', { name: '主菜单' }).waitFor()
  const folded = page.locator(`${within} button[aria-expanded=false]`)
  if (within !== '.main') for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click()
  await shown(page, within)
  const figures = await read(page, within)
  const wrong: string[] = []
  for (const [nth, { n, opens, words, leads }] of figures.entries()) {
    await page.locator(`${within} [data-figure]`).nth(nth).click()
    const right = await page
      .locator(`[data-list="${opens}"][data-total="${n}"]`)
      .first()
      .waitFor({ state: 'attached', timeout: 15_000 })
      .then(
        () => true,
        () => false,
      )
    const total = right ? n : await page.evaluate(`document.querySelector('[data-list="${opens}"]')?.dataset.total ?? 'no list'`)
    if (!right) wrong.push(`${path} "${words}": ${n}, ${opens}: ${String(total)}`)
    if (within !== '.main') continue
    if (leads) await page.goBack()
    else await page.goto(`${house.url}${path}`)
    await shown(page, within)
  }
  await page.context().close()
  return { followed: figures.length, wrong, faults }
}

test.for([
  ['community-director', '/plan', 8],
  ['community-director', '/rounds', 40],
  ['community-director', '/key-groups', 25],
  ['community-director', '/observation', 6],
  ['community-director', '/arrivals', 2],
  ['community-director', '/requests', 2],
  ['community-director', '/over-control', 2],
  ['community-doctor', '/tiers', 6],
  ['community-director', '/arrivals/counts', 15],
  ['street-officer', '/progress', 8],
  ['street-officer', '/requests', 2],
  ['county-health', '/arrivals/queue', 5],
  ['community-doctor', '/goal', 10],
  ['community-director', '/grids', 12],
  ['street-officer', '/grids', 4],
  ['community-director', '/buildings', 8],
  ['community-director', '/village', 6, village],
  ['street-officer', '/lines', 8],
  ['street-officer', '/progress/behind?figure=visits.survey', 3],
  ['street-officer', '/progress/behind?figure=staff.duties', 3],
  ['community-director', '/reports', 20],
  ['street-officer', '/reports/received', 11],
  ['street-officer', '/reports/burden', 4],
  ['street-officer', '/inspections', 3],
] as [Role, string, number, string?][])(
  'every figure of a page opens exactly the rows it counts: %s %s',
  { timeout: 900_000 },
  async ([role, path, least, place]) => {
    const { followed, wrong, faults } = await follow(role, path, '.main', place)
    expect([wrong, faults]).toEqual([[], []])
    expect(followed).toBeGreaterThanOrEqual(least)
  },
)

test('each figure of the menu opens the list it counts, in one unit', { timeout: 600_000 }, async () => {
  const { followed, wrong, faults } = await follow('community-director', '/plan', 'nav.menu')
  expect([wrong, faults]).toEqual([[], []])
  expect(followed).toBeGreaterThanOrEqual(5)
})

/** What a page says in the place of a figure: numbers alone, without shares, which count nothing of their own. */
const unopened = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('.main td.figure, .main .w-figure, .main .list-chip b')]
    .filter((one) => /\\d/.test(one.textContent) && !/[%/]/.test(one.textContent))
    .filter((one) => !one.closest('[data-figure]') && !one.querySelector('[data-figure]'))
    .map((one) => one.textContent.trim())`)

test.for([
  ['community-director', '/plan'],
  ['community-director', '/rounds'],
  ['community-director', '/key-groups'],
  ['community-doctor', '/tiers'],
  ['community-doctor', '/goal'],
  ['community-director', '/grids'],
  ['community-director', '/buildings'],
  ['community-director', '/village', village],
  ['street-officer', '/lines'],
  ['street-officer', '/progress/behind?figure=visits.survey'],
  ['street-officer', '/progress/behind?figure=staff.duties'],
  ['street-officer', '/inspections'],
] as [Role, string, string?][])(
  'a page shows no number that counts rows and is no way to them: %s %s',
  { timeout: 120_000 },
  async ([role, path, place = placeOf[role] ?? community]) => {
    const { page } = await openConsole(browser, house, path, { as: await house.as(role, place) })
    await shown(page, '.main')
    const left = await unopened(page)
    await page.context().close()
    expect(left).toEqual([])
  },
)
