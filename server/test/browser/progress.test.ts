// The boards of street, county and the levels above in a real browser: painted, read by keyboard, followed to rows, hung on a wall.
import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { readProgress } from '@wangdi/domain/plan/progress/progress.ts'
import { openRound, recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealDutyPhone } from '../../src/staff/index.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { givenPlaces } from '../given/places.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, focused, openConsole, screens, scrollsSideways, startBrowser } from './console-page.ts'

const town = '410105001003'
const county = '410105'
const street = '410105001'
const day = '2026-11-17'
let house: House
let browser: Browser
let director: Caller
let leader: Caller
let officer: Caller
let doors: string[]

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-16' })
  await givenPlaces(house)
  browser = await startBrowser()
  director = await house.as('community-director', town, '周敏')
  leader = await house.as('county-leader', county, '赵明')
  officer = await house.as('street-officer', street, '陈建国')
  await house.owner
    .updateTable('account')
    .set(sealDutyPhone(house.fields, '199 0000 4321'))
    .where('id', '=', director.account)
    .execute()
  doors = []
  for (const room of ['101', '102', '201', '202', '301']) {
    const door = await givenDwelling(house, town, '3号楼', '2', room)
    doors.push(door)
    await givenPerson(house, town, `某${room}`, { born: '1950-03-01', dwelling: door })
  }
  const asked = {
    kind: 'survey' as const,
    of: 'dwellings' as const,
    groups: [],
    from: '2026-11-16',
    until: null,
    everyDays: null,
  }
  await director.call(openRound, { id: newId(), community: town, name: '冬季摸排', ...asked })
  await visit(0)
  await director.call(readPlan, { place: town }) // what its plan counts is kept for the day
  house.clock.set(`${day}T10:00:00+08:00`)
  await visit(1)
  await settle()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const visit = (door: number) => director.call(recordVisit, { id: newId(), dwelling: doors[door] ?? '', result: 'met' })
/** Asks until every community was counted: a page would show how they come in. */
async function settle(): Promise<void> {
  const { whole, waiting } = await leader.call(readProgress, { place: county })
  if (waiting > 0 && whole.counted < whole.communities) await settle()
}
const tile = (page: Page, name: RegExp) => page.getByRole('gridcell', { name })

test('street, county and nation begin on their board, a community on its plan; the list of measures is one click away', async () => {
  for (const caller of [officer, leader, await house.as('nation-officer', '', '何平')]) {
    const { page } = await openConsole(browser, house, '/', { as: caller })
    await page.getByRole('heading', { level: 1, name: /进展$/ }).waitFor()
    await page.getByRole('main').getByRole('link', { name: '今日计划' }).click()
    await page.getByRole('heading', { level: 1, name: '今日计划' }).waitFor()
    await page.context().close()
  }
  const { page } = await openConsole(browser, house, '/', { as: director })
  await page.getByRole('heading', { level: 1, name: '今日计划' }).waitFor()
  expect(await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '各地进展' }).count()).toBe(0)
})

test('a figure of the county leads to the communities behind it, from there to the community, and to its list where names begin', async () => {
  const civil = await house.as('county-civil-affairs', county, '李文静')
  const { page, faults } = await openConsole(browser, house, '/progress', { as: civil })
  const figures = page.getByRole('region', { name: '今天还差什么' })
  await figures.getByRole('link', { name: /^入户摸排 3 户没联系上/ }).click()
  await page.getByRole('heading', { level: 1, name: '谁落后，差在哪' }).waitFor()
  const [first] = await page.getByRole('row').filter({ hasText: '体育社区' }).all()
  expect((await first?.getByRole('cell').allTextContents())?.slice(1, 5)).toEqual(['3', '2', '5', '40.0%'])
  await page.getByRole('button', { name: '经八路街道 · 体育社区' }).click()
  await page.getByRole('heading', { level: 1, name: '体育社区进展' }).waitFor()
  await figures.getByRole('link', { name: /^入户摸排 3 户没联系上/ }).click()
  await page.waitForURL(/\/(rounds|buildings)/)
  await page.getByText('201').first().waitFor()
  expect(faults).toEqual([])
})

test('where names are not for this office, a figure of a community is no link and says who sees them', async () => {
  const { page } = await openConsole(browser, house, '/progress', { as: leader })
  await tile(page, /体育社区/).click()
  await page.getByRole('heading', { level: 1, name: '体育社区进展' }).waitFor()
  const survey = page.locator('.progress-figure').filter({ hasText: '入户摸排' })
  await survey.getByText('这些人由社区看').waitFor()
  expect(
    await page
      .getByRole('region', { name: '今天还差什么' })
      .getByRole('link', { name: /入户摸排/ })
      .count(),
  ).toBe(0)
})

test('tiles are one grid for the keyboard: arrows move, each says place, share, what is left and its hour, Enter opens', async () => {
  const { page, faults } = await openConsole(browser, house, '/progress', { as: officer })
  const grid = page.getByRole('grid', { name: '社区方块图' })
  const own = tile(page, /体育社区/)
  await own.waitFor()
  expect(await own.getByText(/^40\.0%，差 3，10:\d\d 的数$/).count()).toBe(1)
  expect(await tile(page, /科技社区/).textContent()).toMatch(/^科技社区 没有要做的，10:\d\d 的数/)
  await page.getByRole('button', { name: '网格有人管' }).focus()
  await page.keyboard.press('Tab')
  expect(await grid.locator(':focus').count()).toBe(1)
  const codes = await grid.locator('[data-cell]').evaluateAll((all) => all.map((one) => one.getAttribute('data-cell')))
  for (let at = 0; at < codes.indexOf(town); at++) await page.keyboard.press('ArrowRight')
  expect(await focused(page)).toContain('体育社区')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '体育社区进展' }).waitFor()
  await page.getByRole('button', { name: '回到经八路街道' }).click()
  await page.getByRole('heading', { level: 1, name: '经八路街道进展' }).waitFor()
  expect(faults).toEqual([])
})

test('a chart is drawn when its library came, and its figures are read as a table without a mouse', async () => {
  const { page, faults } = await openConsole(browser, house, '/progress', { as: officer })
  const survey = page.getByRole('figure', { name: '入户摸排' })
  await survey.getByRole('img', { name: '入户摸排，11-16 到 11-17，20% 到 40%' }).waitFor()
  await survey.getByText('看数').focus()
  await page.keyboard.press('Enter')
  const rows = await survey.getByRole('table', { name: '入户摸排' }).getByRole('row').allInnerTexts()
  expect(rows.map((row) => row.split(/\s+/).slice(0, 4))).toEqual([
    ['日子', '完成', '应做', '比例'],
    ['11-16', '1', '5', '20.0%'],
    ['11-17', '2', '5', '40.0%'],
  ])
  expect(faults).toEqual([])
})

test('without the library of charts the page stands, and the figures are in the table', async () => {
  const { page } = await openConsole(browser, house, '/sign-in', { as: officer })
  await page.route('**/LineChart*.js', (route) => route.abort())
  await page.goto(`${house.url}/progress`)
  const survey = page.getByRole('figure', { name: '入户摸排' })
  await survey.getByText('图没取到，数在下面').waitFor()
  await survey.getByText('看数').click()
  await survey.getByRole('cell', { name: '40.0%' }).waitFor()
})

test('whom to call is a name, and the number comes by a press of its own that is recorded', async () => {
  const { page } = await openConsole(browser, house, '/progress', { as: officer })
  const behind = page.getByRole('region', { name: '谁落后，差在哪' })
  await behind.getByText('体育社区').waitFor()
  expect(await page.getByText('199 0000 4321').count()).toBe(0)
  await behind.getByRole('button', { name: '看周敏的电话' }).click()
  await behind.getByRole('link', { name: '打给周敏：199 0000 4321' }).waitFor()
  const { rows } =
    await sql`select from audit_line where verb = 'staff.show-duty-phone' and account = ${officer.account}`.execute(house.owner)
  expect(rows).toHaveLength(1)
})

test('the nation sees 34 tiles and no names; provinces nobody counted are no zero, those counted elsewhere say so', async () => {
  const nation = await house.as('nation-officer', '', '何平')
  const { page, faults } = await openConsole(browser, house, '/progress', { as: nation })
  const map = page.getByRole('grid', { name: '各省方块图' })
  await tile(page, /^河南 40\.0%，差 3/).waitFor()
  expect(await map.getByRole('gridcell').count()).toBe(34)
  expect(await map.getByRole('gridcell', { name: /^四川/ }).innerText()).toMatch(/没有数/)
  expect(await map.getByRole('gridcell', { name: /^台湾/ }).innerText()).toMatch(/不在统计里/)
  await page.getByText('不画边界').waitFor()
  const text = (await page.getByRole('main').textContent()) ?? ''
  for (const name of ['周敏', '陈建国', '赵明']) expect(text).not.toContain(name)
  await tile(page, /^河南/).click()
  await page.getByRole('heading', { level: 1, name: '河南省进展' }).waitFor()
  expect(faults).toEqual([])
})

test.each([
  ['/progress', 390, 'zh-CN'],
  ['/progress', 390, 'en'],
  ['/progress', 1440, 'en'],
  ['/progress/wall', 1440, 'zh-CN'],
  ['/progress/wall', 1920, 'en'],
] as const)(
  'on %s at %i px in %s every province says its whole name, and nothing lies over it',
  async (path, width, language) => {
    const nation = await house.as('nation-officer', '', '何平')
    const { page } = await openConsole(browser, house, '/sign-in', { as: nation, language })
    await page.setViewportSize({ width, height: 900 })
    // A county in a response is one thing more to say in the tile that says most.
    await page.route('**/api/plan/progress?*', async (route) => {
      const answer = await route.fetch()
      const board = (await answer.json()) as { tiles: { place: string; in_response: number }[] }
      for (const one of board.tiles) if (one.place === '41') one.in_response = 12
      await route.fulfill({ response: answer, json: board })
    })
    await page.goto(`${house.url}${path}`)
    const map = page.locator('.progress-map')
    await map.locator('.reached-behind').waitFor()
    expect(new Set(await map.locator('.of').allInnerTexts()).size).toBe(34)
    // What is written is measured as it is drawn, piece by piece: within its tile, and none over another.
    expect(
      await page.evaluate<string[]>(`[...document.querySelectorAll('.progress-map .progress-tile')].flatMap((tile) => {
      const drawn = [...tile.querySelectorAll('*')].flatMap((one) => [...one.childNodes]
        .filter((node) => node.nodeType === 3 && node.textContent.trim() && !one.closest('.only-read'))
        .flatMap((node) => { const range = document.createRange(); range.selectNodeContents(node); return [...range.getClientRects()] }))
      const box = tile.getBoundingClientRect()
      const isOut = (one) => one.left < box.left || one.right > box.right + 0.5 || one.bottom > box.bottom + 0.5
      // Lines stand closer than their letters' boxes are high; what lies over something does so by much.
      const over = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
        Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > Math.min(one.height, other.height) / 3
      return drawn.some(isOut) || drawn.some((one, at) => drawn.slice(at + 1).some((other) => over(one, other))) ? [tile.textContent] : []
    })`),
    ).toEqual([])
  },
)

test('whose own place has no order is not told that its functions are open, but that places below have one', async () => {
  const nation = await house.as('nation-officer', '', '何平')
  const { page } = await openConsole(browser, house, '/sign-in', { as: nation })
  await page.route('**/api/session', async (route) => {
    const answer = await route.fetch()
    const session = (await answer.json()) as { functions: Record<string, { open: boolean }> }
    for (const one of Object.values(session.functions)) one.open = true
    await route.fulfill({ response: answer, json: session })
  })
  await page.goto(`${house.url}/progress`)
  await page.getByText('辖区里有地方开放了应急功能').waitFor()
})

test('the wall has no menu and no names, says how old its figures are, and keeps them when the line is lost', async () => {
  const { page, faults } = await openConsole(browser, house, '/sign-in', { as: leader })
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.clock.install()
  await page.goto(`${house.url}/progress/wall`)
  await page.getByText(/^数字取到 10:\d\d$/).waitFor()
  expect(await page.getByRole('navigation', { name: '主菜单' }).count()).toBe(0)
  expect((await page.locator('.wall').textContent()) ?? '').not.toContain('周敏')
  const sizes = await page.evaluate<number[]>(`[...document.querySelectorAll('.wall *')]
    .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''))
    .map((one) => Number.parseFloat(getComputedStyle(one).fontSize))`)
  expect(sizes.length).toBeGreaterThan(50)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16)
  expect(await page.evaluate<boolean>('document.documentElement.scrollHeight <= 1080')).toBe(true)
  await page.route('**/api/plan/progress?*', (route) => route.abort())
  await page.clock.fastForward(61_000)
  await page.getByText(/^断开了，这是 10:\d\d 的$/).waitFor()
  await page.getByRole('grid', { name: '社区方块图' }).waitFor()
  expect(faults).toEqual([])
})

test('the wall shows one figure after the other, five minutes each, and nothing moves in between', async () => {
  const { page } = await openConsole(browser, house, '/sign-in', { as: leader })
  await page.clock.install()
  await page.goto(`${house.url}/progress/wall`)
  const turn = page.getByText(/^每 5 分钟换一项 · /)
  const nth = async () =>
    (await turn.textContent())
      ?.match(/(\d+)\/(\d+)/)
      ?.slice(1)
      .map(Number) ?? []
  const [at = 0, of = 0] = await nth()
  const shown = await page.getByRole('heading', { level: 2 }).first().textContent()
  await page.clock.fastForward(300_000)
  await page.getByText(`${(at % of) + 1}/${of}`).waitFor()
  expect(of).toBeGreaterThan(2)
  expect(await page.getByRole('heading', { level: 2 }).first().textContent()).not.toBe(shown)
})

test.each([
  ['/progress', 'desk', 'zh-CN'],
  ['/progress', 'phone', 'en'],
  ['/progress/behind', 'phone', 'zh-CN'],
  ['/progress/wall', 'desk', 'zh-CN'],
] as const)('%s on a %s in %s has nothing that axe finds wrong and does not scroll sideways', async (path, screen, language) => {
  for (const caller of [leader, await house.as('nation-officer', '', '何平')]) {
    const { page, faults } = await openConsole(browser, house, path, { as: caller, screen, language })
    await page.locator('.progress-tile, .list-table').first().waitFor()
    expect(await axeFaults(page)).toEqual([])
    const within = path.endsWith('wall')
      ? await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')
      : !(await scrollsSideways(page))
    expect([screens[screen].width, within]).toEqual([screens[screen].width, true])
    expect(faults).toEqual([])
    await page.context().close()
  }
})
