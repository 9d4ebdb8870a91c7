// Every figure that a page of the demo shows is a door to its rows: it is followed, and the list has exactly so many.
import { saveDraft } from '@wangdi/domain/documents/packs.api.ts'
import { roles } from '@wangdi/domain/roles.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { dengue, dengueCases } from '../given/packs.ts'
import type { Caller } from '../house.ts'
import { openConsole } from './console-page.ts'
import { followAll, settled } from './figures/follow.ts'
import { readersOf, routesOfConsole } from './figures/routes.ts'
import { placeOf, testPages, town, walkingDemo } from './figures/walking.ts'
import { wallsOf } from './figures/walled.ts'

const demo = walkingDemo()

// One thing of each kind that has a page of its own; what the demo has none of is made by whoever reads it.
const things: Readonly<Record<string, string | ((as: Caller, place: string) => Promise<string>)>> = {
  '/people/$id': 'select id from person where left_on is null limit 1',
  '/households/$dwelling': 'select dwelling as id from person where left_on is null and dwelling is not null limit 1',
  '/observation/$id': 'select id from observation limit 1',
  '/orders/$id': 'select id from control_order limit 1',
  '/library/$document': "select 'technical-plan-2020-28' as id",
  '/packs/version/$pack': "select 'precision-2020@2020-05-01' as id",
  '/packs/draft/$draft': async (as, place) => {
    const draft = newId()
    await as.call(saveDraft, { id: draft, place, pack: 'dengue-2026', body: dengue, cases: dengueCases, edition: 0 })
    return draft
  },
  '/rights/endings/$id':
    "select id from response where exists (select from unnest(scope) part where starts_with('410105001003', part)) limit 1",
}

test('of every thing that has a page of its own the figures open exactly the rows they count', { timeout: 600_000 }, async () => {
  const ones = (await routesOfConsole()).filter(({ path }) => path.includes('$'))
  expect(ones.map(({ path }) => path).toSorted()).toEqual(Object.keys(things).toSorted())
  const wrong: string[] = []
  for (const route of ones) {
    const thing = things[route.path]
    const [role] = readersOf(route)
    if (!thing || !role) throw new Error(`nobody reads ${route.path}, or nothing of it is there`)
    const [place = ''] = placeOf[roles[role].level] ?? []
    const id =
      typeof thing === 'string'
        ? (await sql<{ id: string }>`${sql.raw(thing)}`.execute(demo.house().owner)).rows[0]?.id
        : await thing(await demo.readerAt(role, place), place)
    const path = route.path.replace(/\$\w+/, encodeURIComponent(id ?? 'none'))
    const walked = await demo.walk(role, place, path, wallsOf(route.path))
    wrong.push(...walked.wrong)
  }
  expect(wrong).toEqual([])
})

test('each figure of the menu opens the list it counts, in one unit', { timeout: 600_000 }, async () => {
  const { page, faults } = await openConsole(demo.browser(), demo.house(), '/plan', {
    as: await demo.readerAt('community-director', town),
  })
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
  const folded = page.locator('nav.menu button[aria-expanded=false]')
  for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click()
  await settled(page)
  const { wrong, figures } = await followAll(page, `${demo.house().url}/plan`, { within: 'nav.menu' })
  await page.context().close()
  expect([wrong, faults]).toEqual([[], []])
  expect(figures).toBeGreaterThanOrEqual(5)
})

test.each([
  ['county-health', '410105'],
  ['city-officer', '4101'],
  ['nation-officer', ''],
] as const)(
  'the places below stand with the figures of the line of a notice that was pressed, for %s, and each opens what it counts',
  { timeout: 300_000 },
  async (role, place) => {
    for (const line of ['dengue-2026/pots', 'dengue-2026/sprayed']) {
      const path = `/reports/received?line=${encodeURIComponent(`"${line}"`)}`
      const walked = await demo.walk(role, place, path, wallsOf('/reports/received'))
      expect(walked.wrong).toEqual([])
      expect(walked.figures).toBeGreaterThanOrEqual(20)
    }
  },
)

await testPages(demo, 0, 2)
