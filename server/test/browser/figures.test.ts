// Every figure that a page of the demo shows is a door to its rows: it is followed, and the list has exactly so many.
import { roles } from '@wangdi/domain/roles.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openConsole } from './console-page.ts'
import { followAll, settled } from './figures/follow.ts'
import { readersOf, routesOfConsole } from './figures/routes.ts'
import { placeOf, testPages, town, walkingDemo } from './figures/walking.ts'
import { walled } from './figures/walled.ts'

const demo = walkingDemo()

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
  const ones = (await routesOfConsole()).filter(({ path }) => path.includes('$'))
  expect(ones.map(({ path }) => path).toSorted()).toEqual(Object.keys(things).toSorted())
  const wrong: string[] = []
  for (const route of ones) {
    const found = things[route.path]
    const [role] = readersOf(route)
    if (!found || !role) continue
    const { rows } = await sql<{ id: string }>`${sql.raw(found)}`.execute(demo.house().owner)
    const path = route.path.replace(/\$\w+/, encodeURIComponent(rows[0]?.id ?? ''))
    const places = placeOf[roles[role].level] ?? []
    const walked = await demo.walk(
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
  const { page, faults } = await openConsole(demo.browser(), demo.house(), '/plan', {
    as: await demo.readerAt('community-director', town),
  })
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
  const folded = page.locator('nav.menu button[aria-expanded=false]')
  for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click()
  await settled(page)
  const { wrong, figures } = await followAll(page, `${demo.house().url}/plan`, 'nav.menu')
  await page.context().close()
  expect([wrong, faults]).toEqual([[], []])
  expect(figures).toBeGreaterThanOrEqual(5)
})

await testPages(demo, 0, 2)
