// The desk of demands in a real browser: filed, weighed, approved, seen by the community and on the burden board.
import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const county = '410105'
const community = '410105001003'
let house: House
let browser: Browser
let affairs: Caller
let health: Caller
let director: Caller

beforeAll(async () => {
  house = await startHouse()
  browser = await startBrowser()
  affairs = await house.as('county-civil-affairs', county, '孙静')
  health = await house.as('county-health', county, '韩志远')
  director = await house.as('community-director', community, '周敏')
  for (const [code, name, level] of [
    [county, '金水区', 'county'],
    ['410105001', '经八路街道', 'street'],
    [community, '体育社区', 'community'],
  ] as const)
    await sql`insert into place (code, name, level, valid_from) values (${code}, ${name}, ${level}, '2023-06-30') on conflict do nothing`.execute(
      house.owner,
    )
  const dwelling = await givenDwelling(house, community)
  await givenPerson(house, community, '王秀兰', { dwelling, born: '1950-01-01' })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

test('an asker sees what is held before filing, the county approves the rest, and the community sees what it costs', async () => {
  const { page, faults } = await openConsole(browser, house, '/reports/demands', { as: health })
  await page.getByRole('button', { name: '登记要数要表' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('要表').check()
  await dialog.getByLabel('名称').fill('独居老人用药情况表')
  await dialog.getByLabel('依据的文件（文号）').fill('金卫〔2026〕7号')
  await dialog.getByLabel('法律依据').fill('基本医疗卫生与健康促进法 第三十六条')
  await dialog.getByLabel('用来做什么').fill('上门送药')
  await dialog.getByLabel('系统里的项目').fill('65岁')
  await page.getByTitle('65岁及以上人数').click()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: '加一个栏目' }).click()
  await dialog.getByLabel('栏目 1').fill('常用药名称')
  await dialog.getByLabel('用途 1').fill('上门送药')
  await dialog.getByLabel('到哪天（到期作废）').fill('2026-12-31')
  await dialog.getByRole('button', { name: '先看看系统怎么说' }).click()
  await dialog.getByText('新栏目缺用途、依据或保存期限').waitFor()
  await dialog.getByText('65岁及以上人数').last().waitFor()
  await dialog.getByLabel('依据 1').fill('基本医疗卫生与健康促进法')
  await dialog.getByLabel('保存多久 1').fill('半年')
  await page.mouse.move(0, 0)
  expect(await axeFaults(page)).toEqual([])
  await dialog
    .getByRole('button', { name: '登 记' })
    .or(dialog.getByRole('button', { name: '登记', exact: true }))
    .click()
  const panel = page.getByRole('complementary', { name: '这一条' })
  await panel.getByText('等县民政审').waitFor()
  // Nothing is answered while the county has not decided.
  expect(await panel.getByText('65岁及以上人数：1').count()).toBe(0)

  const county_ = await openConsole(browser, house, '/reports/demands', { as: affairs })
  await county_.page.getByRole('button', { name: '独居老人用药情况表' }).click()
  await county_.page.getByRole('button', { name: /同\s?意/ }).click()
  await county_.page
    .getByRole('dialog')
    .getByRole('button', { name: /同\s?意/ })
    .click()
  const decided = county_.page.getByRole('complementary', { name: '这一条' })
  await decided.getByText('孙静 同意').waitFor()
  expect(await axeFaults(county_.page)).toEqual([])
  await page.reload()
  await page.getByRole('button', { name: '独居老人用药情况表' }).click()
  await panel.getByText('65岁及以上人数：1').waitFor()

  const board = await openConsole(browser, house, '/reports/burden', { as: director })
  await board.page.getByText('独居老人用药情况表').waitFor()
  // Half of it is held: 30 minutes once, 15 of them left to the community, due on 12-31.
  await board.page.getByText('到 12-31').waitFor()
  expect(await axeFaults(board.page)).toEqual([])
  expect([...faults, ...county_.faults, ...board.faults]).toEqual([])
})

test('a community tells of a form asked past the desk, and finds an item in the dictionary', async () => {
  const { page } = await openConsole(browser, house, '/reports/demands', { as: director, screen: 'phone' })
  await page.getByRole('button', { name: '有人另要表' }).click()
  await page.getByRole('dialog').getByLabel('要什么').fill('养犬情况表')
  await page.getByRole('dialog').getByLabel('谁来要的').fill('区畜牧站')
  await page.getByRole('button', { name: '报上去' }).click()
  const panel = page.getByRole('complementary', { name: '这一条' })
  await panel.getByText('没经过登记就来要').waitFor()
  await panel.getByText('没说多久一次，没估时间').waitFor()
  await page.getByRole('cell', { name: '没写期限' }).waitFor({ state: 'attached' })
  expect(await axeFaults(page)).toEqual([])
  const burden = await openConsole(browser, house, '/reports/burden', { as: director, screen: 'phone' })
  await burden.page.getByRole('cell', { name: '没写期限' }).waitFor({ state: 'attached' })
  await burden.page.getByText('有 1 件没估时间').waitFor()
  expect(await axeFaults(burden.page)).toEqual([])
  expect(await scrollsSideways(burden.page)).toBe(false)
  const dictionary = await openConsole(browser, house, '/reports/dictionary', { as: director, screen: 'phone' })
  await dictionary.page.getByLabel('找一项').fill('证件号码')
  await dictionary.page.getByText('敏感：证件号码').waitFor()
  expect(await axeFaults(dictionary.page)).toEqual([])
  expect(await scrollsSideways(dictionary.page)).toBe(false)
  await dictionary.page.getByLabel('找一项').fill('养犬')
  await dictionary.page.getByText('没有叫“养犬”的项目').waitFor()
})
