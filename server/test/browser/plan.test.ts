import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import { recordFacts } from '@wangdi/domain/regimes/regimes.api.ts'
import { addMeasure } from '@wangdi/domain/plan/details/details.ts'
import { loadPlaces } from '../../src/places/index.ts'
import { openPlaceList } from '../../src/platform/national/place-list.ts'
import { withClient } from '../database-url.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const community = '410105001003'
let house: House
let browser: Browser
let director: Caller
let street: Caller

beforeAll(async () => {
  house = await startHouse()
  const list = await openPlaceList(new URL('../places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (client) => loadPlaces(client, list))
  browser = await startBrowser()
  director = await house.as('community-director', community, '周敏')
  street = await house.as('street-officer', '410105001', '阿依古丽·买买提江·阿卜杜热合曼')
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

test('a director names who answers for a line, and writes how a measure is done here', async () => {
  const { page, faults } = await openConsole(browser, house, '/plan', { as: director })
  await page.getByRole('button', { name: '定负责人：困难帮扶' }).click()
  await page.getByRole('textbox', { name: '负责人' }).fill('阿依古丽·买买提江·阿卜杜热合曼')
  await page.getByLabel('哪天办好（可不填）').fill('2026-11-20')
  await page.getByRole('button', { name: '定下' }).click()
  await page.getByRole('region', { name: '五项工作' }).getByText('11-20 到期').waitFor()

  await page
    .getByRole('button', { name: /^写做法：/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: '怎么做' }).fill('每栋楼一张告示')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('每栋楼一张告示').waitFor()
  expect(faults).toEqual([])
})

test('a measure beyond the plan is refused as it is typed; one that restricts nobody waits for the street, which decides', async () => {
  const { page } = await openConsole(browser, house, '/plan', { as: director })
  await page.getByRole('button', { name: '加一条' }).click()
  await page.getByLabel('做什么').fill('南门设卡点查码')
  await page.getByLabel('为什么要加').fill('怕外人进来')
  await page.getByRole('button', { name: '交去批' }).click()
  await page.getByText(/超出现行方案，不能加/).waitFor()
  await page.getByLabel('做什么').fill('给独居老人每周送一次菜')
  await page.getByRole('button', { name: '交去批' }).click()
  await page.getByRole('region', { name: '本地措施' }).getByText('等批').waitFor()

  const board = await openConsole(browser, house, '/lines', { as: street })
  await board.page.getByRole('link', { name: '体育社区' }).click()
  await board.page.getByRole('button', { name: '批准：给独居老人每周送一次菜' }).click()
  await board.page.getByRole('button', { name: '定下' }).click()
  await board.page.getByRole('region', { name: '本地措施' }).getByText('批了').waitFor()
})

test('the sheet for the notice board has place, day, sources, limits and rights in large type, and nobody by name', async () => {
  const asked = { aspect: 'service' as const, restriction: null, reach: null, days: null, order_number: '' }
  const own = { id: newId(), place: community, text: '楼下设便民菜点', who: '马晓燕', reason: '买菜远', ...asked }
  await director.call(addMeasure, own)
  const { page } = await openConsole(browser, house, '/plan', { as: director })
  await page.getByRole('button', { name: '打印公示栏' }).waitFor()
  // A page that is printed would wait for a person; here the sheet stays to be looked at.
  await page.evaluate('window.print = () => {}')
  await page.emulateMedia({ media: 'print' })
  await page.evaluate("[...document.querySelectorAll('button')].find((one) => one.textContent.includes('打印公示栏')).click()")
  const sheet = page.locator('.plan-board')
  await sheet.waitFor()
  const text = (await sheet.textContent()) ?? ''
  for (const word of ['体育社区', '2026-11-17', '不能对居民做', '居民可以要求', '民发〔2023〕5号']) expect(text).toContain(word)
  for (const name of ['周敏', '马晓燕', '阿依古丽']) expect(text).not.toContain(name)
  expect(await page.locator('#root').isVisible()).toBe(false)
  const size = await page.evaluate<number>("Number.parseFloat(getComputedStyle(document.querySelector('.plan-board')).fontSize)")
  expect(size).toBeGreaterThan(20)
})

test('what hangs on the wall carries no figure of cases, and says that only those of the CDC are passed on', async () => {
  const health = await house.as('county-health', '410105', '韩志远')
  const told = { day: '2026-11-17', source: '疾控' }
  const counts = { [community]: 'community.cases', '410105': 'cases.new-14-days' }
  for (const [place, name] of Object.entries(counts))
    await health.call(recordFacts, { place, ...told, facts: [{ name, value: 4713 }] })
  const { page } = await openConsole(browser, house, '/plan', { as: director })
  await page.getByRole('button', { name: '打印公示栏' }).waitFor()
  await page.evaluate('window.print = () => {}')
  await page.evaluate("[...document.querySelectorAll('button')].find((one) => one.textContent.includes('打印公示栏')).click()")
  const text = (await page.locator('.plan-board').textContent()) ?? ''
  expect(text).toContain('不得自己公布疫情数字')
  expect(text).not.toContain('4713')
  expect(text).not.toMatch(/[0-9]+ ?例/)
})

test('the line of sixty days leads to the plan of a past day', async () => {
  const { page } = await openConsole(browser, house, '/plan', { as: director })
  await page.getByRole('region', { name: '近 60 天' }).getByRole('link').first().click()
  await page.getByText(/只能看，不能改/).waitFor()
  expect(await page.getByRole('button', { name: /^写做法：/ }).count()).toBe(0)
})

test('a street marks several communities at once and sees what each mark adds', async () => {
  const { page } = await openConsole(browser, house, '/place-marks', { as: street })
  await page.getByText('抵边村配合做好边境防疫').waitFor()
  await page.getByLabel('体育社区').check()
  await page.getByLabel('科技社区').check()
  await page.getByRole('button', { name: '给 2 个打标记' }).click()
  await page.getByRole('radiogroup', { name: '农村地区' }).getByLabel('是', { exact: true }).check()
  await page.getByLabel('依据（谁定的、哪份文件）').fill('街道核实')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: '标上' }).click()
  await page
    .getByText(/街道核实 · 阿依古丽/)
    .first()
    .waitFor()
  expect(await page.getByText(/街道核实 · 阿依古丽/).count()).toBe(2)
})

test('a rule says whether a notice, the law or we ask it: on the plan, at a measure, among limits and rights, and on the sheet for the board', async () => {
  const { page } = await openConsole(browser, house, '/plan', { as: director })
  const said = async (region: string) => {
    await page.getByRole('region', { name: region }).getByText('文件要求').first().waitFor()
    return page.getByRole('region', { name: region }).innerText()
  }
  for (const region of ['不能做', '居民可以要求']) {
    await page
      .getByRole('region', { name: region })
      .getByRole('button', { name: /^全部 \d+ 条$/ })
      .click()
    for (const origin of ['文件要求', '法律要求', '我们的建议']) expect(await said(region)).toContain(origin)
  }
  await page.getByRole('region', { name: '社区服务' }).getByText('天数、次数、时限是我们的建议').first().waitFor()
  await page
    .getByRole('button', { name: /^写做法：/ })
    .first()
    .click()
  await page
    .getByRole('dialog')
    .getByText(/文件要求|法律要求|我们的建议/)
    .waitFor()
  await page.getByRole('button', { name: '取消' }).click()
  await page.evaluate('window.print = () => {}')
  await page.getByRole('button', { name: '打印公示栏' }).click()
  const sheet = await page.locator('.plan-board').innerText()
  for (const origin of ['文件要求：', '法律要求：', '我们的建议（']) expect(sheet).toContain(origin)
})

test('the county sets how often, within bounds and with a reason; whoever works below sees it and cannot', async () => {
  const leader = await house.as('county-leader', '410105', '县长 赵明')
  const { page, faults } = await openConsole(browser, house, '/plan-settings', { as: leader })
  await page.getByRole('button', { name: '改：每月一次的走访、巡查、消毒' }).click()
  await page.getByRole('spinbutton').fill('10')
  await page.getByLabel('为什么').fill('入冬，走访加密')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: '定下' }).click()
  await page.getByText(/县长 赵明/).waitFor()
  expect(faults).toEqual([])
  const below = await openConsole(browser, house, '/plan-settings', { as: director, screen: 'phone' })
  await below.page.getByText('入冬，走访加密').waitFor()
  expect(await below.page.getByRole('button', { name: /^改：/ }).count()).toBe(0)
  expect(await scrollsSideways(below.page)).toBe(false)
})

test('a director records on which day an old measure ended here, one alone and the others together', async () => {
  const { page } = await openConsole(browser, house, '/regime-switch', { as: director })
  await page
    .getByRole('button', { name: /^记日子：/ })
    .first()
    .click()
  await page.getByLabel('停的日子').fill('2023-01-10')
  await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('2023-01-10 停').waitFor()
  await page.getByRole('button', { name: /^没记的 \d+ 条记同一天$/ }).click()
  await page.getByLabel('停的日子').fill('2023-01-08')
  await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('没记', { exact: true }).first().waitFor({ state: 'hidden' })
  expect(await page.getByText('2023-01-08 停').count()).toBeGreaterThan(5)
})

test('a page that somebody may not open says who may, not to ask themselves', async () => {
  const { page } = await openConsole(browser, house, '/place-marks', { as: director })
  await page.getByText('社区主任没有“社区标记”的权限。能看的有：街道干部、县民政、县卫健、疾控等。').waitFor()
})

test.each([
  ['/plan', 'desk'],
  ['/plan', 'phone'],
  ['/goal', 'desk'],
  ['/goal', 'phone'],
  ['/regime-switch', 'desk'],
  ['/regime-switch', 'phone'],
  ['/lines', 'desk'],
  ['/lines', 'phone'],
  ['/place-marks', 'desk'],
  ['/place-marks', 'phone'],
  ['/plan-settings', 'desk'],
  ['/plan-settings', 'phone'],
] as const)('%s on the %s has no fault that axe finds and does not scroll sideways', async (path, screen) => {
  const { page, faults } = await openConsole(browser, house, path, { as: street, screen })
  await page.locator('.card').first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(await axeFaults(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  expect(faults).toEqual([])
})
