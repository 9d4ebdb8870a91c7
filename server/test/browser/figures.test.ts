// Every figure that a page of the demo shows is a door to its rows: it is followed, and the list has exactly so many. Pages are those
// of the console's own list, read by somebody of each level.
import type { Browser } from 'playwright-core'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Role, roles } from '@wangdi/domain/roles.ts'
import { makeDemo } from '../../src/demo/make-demo.ts'
import { makeLog } from '../../src/platform/log.ts'
import { loadPlaces, openPlaceList } from '../../src/places/index.ts'
import { withClient } from '../database-url.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { openConsole, startBrowser } from './console-page.ts'
import { bareFigures, followAll, settled } from './figures/follow.ts'
import { readersOf, routesOfConsole } from './figures/routes.ts'
import { shown, walled } from './figures/walled.ts'

const [town, village] = ['410105001003', '410122101205']
const placeOf: Record<string, readonly string[]> = {
  // What the town has nothing of is read in the village.
  community: [town, village],
  ...{ street: ['410105001'], county: ['410105'], city: ['4101'], province: ['41'], nation: [''] },
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

const callers = new Map<string, Promise<Caller>>()
/** Somebody of a role at a place, the same each time. */
function readerAt(role: Role, place: string): Promise<Caller> {
  const known = callers.get(`${role} ${place}`) ?? house.as(role, place)
  callers.set(`${role} ${place}`, known)
  return known
}

/** Reads a page as somebody, says which figures are no way to rows, and follows the others. */
async function walk(role: Role, place: string, path: string, open: readonly string[]) {
  const { page, faults } = await openConsole(browser, house, path, { as: await readerAt(role, place) })
  await settled(page)
  const bare = await bareFigures(page, open)
  const walked = await followAll(page, `${house.url}${path}`)
  await page.context().close()
  const wrong = [...walked.wrong, ...faults, ...bare.map((words) => `opens nothing: ${words}`)]
  return { ...walked, wrong: wrong.map((one) => `${role} at ${path}: ${one}`) }
}

const routes = await routesOfConsole()

test.for(routes.filter(({ path }) => !path.includes('$')).map((route) => [route.path, route] as const))(
  'every figure of a page opens exactly the rows it counts, or it is said why it opens none: %s',
  { timeout: 900_000 },
  async ([path, route]) => {
    const sum = { figures: 0, followed: 0, wrong: [] as string[] }
    for (const role of readersOf(route))
      for (const place of placeOf[roles[role].level] ?? []) {
        const walked = await walk(
          role,
          place,
          path,
          (walled[path] ?? []).map(({ figure }) => figure),
        )
        sum.figures += walked.figures
        sum.followed += walked.followed
        sum.wrong.push(...walked.wrong)
        if (walked.figures > 0) break
      }
    if (process.env['WANGDI_FIGURES']) console.log(`figures ${path} ${sum.figures} ${sum.followed}`)
    expect(sum.wrong).toEqual([])
    expect(sum.figures > 0).toBe(path in shown)
    expect(sum.figures).toBeGreaterThanOrEqual(shown[path] ?? 0)
  },
)

// One thing of each kind that has a page of its own; null where the demo has none.
const things: Readonly<Record<string, string | null>> = {
  '/people/$id': 'select id from person where left_on is null limit 1',
  '/households/$dwelling': 'select dwelling as id from person where left_on is null and dwelling is not null limit 1',
  '/observation/$id': 'select id from observation limit 1',
  '/orders/$id': 'select id from control_order limit 1',
  '/library/$document': "select 'technical-plan-2020-28' as id",
  '/packs/version/$pack': "select 'precision-2020@2020-05-01' as id",
  '/packs/draft/$draft': null,
  '/contingencies/$contingency': null,
  '/rights/endings/$id': null,
}

test('of every thing that has a page of its own the figures open exactly the rows they count', { timeout: 600_000 }, async () => {
  const ones = routes.filter(({ path }) => path.includes('$'))
  expect(ones.map(({ path }) => path).toSorted()).toEqual(Object.keys(things).toSorted())
  const wrong: string[] = []
  for (const route of ones) {
    const found = things[route.path]
    const [role] = readersOf(route)
    if (!found || !role) continue
    const { rows } = await sql<{ id: string }>`${sql.raw(found)}`.execute(house.owner)
    const path = route.path.replace(/\$\w+/, encodeURIComponent(rows[0]?.id ?? ''))
    const places = placeOf[roles[role].level] ?? []
    const walked = await walk(
      role,
      places[0] ?? '',
      path,
      (walled[route.path] ?? []).map(({ figure }) => figure),
    )
    wrong.push(...walked.wrong)
  }
  expect(wrong).toEqual([])
})

test('each figure of the menu opens the list it counts, in one unit', { timeout: 600_000 }, async () => {
  const { page, faults } = await openConsole(browser, house, '/plan', { as: await readerAt('community-director', town) })
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
  const folded = page.locator('nav.menu button[aria-expanded=false]')
  for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click()
  await settled(page)
  const { wrong, figures } = await followAll(page, `${house.url}/plan`, 'nav.menu')
  await page.context().close()
  expect([wrong, faults]).toEqual([[], []])
  expect(figures).toBeGreaterThanOrEqual(5)
})
