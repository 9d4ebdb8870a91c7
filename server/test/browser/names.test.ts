// Wherever the console names a resident, the name is the way to that person's page for who may know them.
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../house.ts'
import { givenSeen, name, type Seen, today } from '../walls/traces/given-seen.ts'
import { openConsole, scrollsSideways, startBrowser } from './console-page.ts'

let house: House
let browser: Browser
let given: Seen
let ids: Readonly<Record<'round' | 'stay' | 'request', string>>

beforeAll(async () => {
  house = await startHouse({ day: today })
  browser = await startBrowser()
  given = await givenSeen(house)
  const found = await sql<typeof ids>`select (select id from round where denominator = 'key-persons') as round,
    (select id from observation) as stay, (select id from request where kind = 'data-see') as request`.execute(house.owner)
  ids = found.rows[0] as typeof ids
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/**
 * Names of the resident outside every way: neither a link to their page nor a key that opens them or their record. Words that
 * somebody wrote down stay as they are.
 */
const bare = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const walk = document.createTreeWalker(document.querySelector('.main'), NodeFilter.SHOW_TEXT)
    const found = []
    while (walk.nextNode()) {
      const { textContent, parentElement } = walk.currentNode
      if (!/^(${name}|司\\*+)$/.test(textContent.trim()) || parentElement.closest('a[href^="/people/"], button')) continue
      found.push(textContent)
    }
    return found
  })()`)

const open = (named: string | RegExp) => (page: Page) =>
  page.getByRole('main').getByRole('button', { name: named }).first().click()
const asks = {
  'the search': [
    () => '/people',
    async (page: Page) => {
      const field = page.getByRole('main').getByRole('textbox', { name: '姓名、门牌、拼音首字母、电话或证件后四位' })
      await field.fill(name)
      await field.press('Enter')
      await open(name)(page)
    },
  ],
  'a round': [() => `/rounds?round=${ids.round}&standing=done`],
  'the graded ledger': [() => '/tiers'],
  'those under observation': [() => '/observation'],
  'one stay': [() => `/observation/${ids.stay}`],
  'abnormal readings': [() => '/observation/alerts'],
  'a proposal': [() => `/observation/new?person=${given.person}`],
  arrivals: [() => '/arrivals', open(name)],
  'the queue of arrivals': [
    () => '/arrivals/queue',
    async (page: Page) => {
      const field = page.getByRole('main').getByRole('searchbox')
      await field.fill(name)
      await field.press('Enter')
      await open(name)(page)
    },
  ],
  'a request': [() => `/requests?request=${ids.request}`],
  'what is under control': [() => '/controlled'],
  'doubts to settle': [() => '/to-settle'],
  'proofs of residence': [() => '/certificates'],
  'a figure of the daily report': [() => '/reports', open(/^看是哪些人：.*居家隔离/)],
  'a household': [() => `/households/${given.dwelling}`],
} as const satisfies Readonly<Record<string, readonly [() => string, ((page: Page) => Promise<void>)?]>>

test.each(Object.keys(asks) as (keyof typeof asks)[])('in %s the name of somebody leads to them', async (where) => {
  const [path, act] = asks[where] as readonly [() => string, ((page: Page) => Promise<void>)?]
  const { page, faults } = await openConsole(browser, house, path(), { as: given.director })
  await act?.(page)
  const way = page.getByRole('main').locator(`a[href="/people/${given.person}"]`).first()
  await way.waitFor()
  expect(await bare(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  await way.click()
  await page.waitForURL(`**/people/${given.person}`)
  await page.getByRole('complementary', { name: '这个人' }).getByRole('link', { name }).waitFor()
  expect(faults).toEqual([])
  await page.context().close()
})

test('who is told a name and may not know the person sees the name alone', async () => {
  const leader = await house.as('county-leader', '410105')
  const { page, faults } = await openConsole(browser, house, '/reports', { as: leader })
  await page.locator('button.head-place').click()
  for (const place of ['经八路街道', '体育社区'])
    await page.locator('.head-place-choice li').getByRole('button', { name: place, exact: true }).click()
  await open(/^看是哪些人：.*居家隔离/)(page)
  await page.getByRole('complementary').getByText(name).waitFor()
  expect(await page.locator('a[href^="/people/"], a[href^="/households/"]').count()).toBe(0)
  expect(faults).toEqual([])
})
