import { tellControl } from '@wangdi/domain/plan/over-control/over-control.api.ts'
import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const community = '410105001003'
const county = '410105'
let house: House
let browser: Browser
let worker: Caller
let director: Caller
let civil: Caller

beforeAll(async () => {
  house = await startHouse()
  browser = await startBrowser()
  worker = await house.as('grid-worker', community, '马晓燕')
  director = await house.as('community-director', community, '周敏')
  civil = await house.as('county-civil-affairs', county, '李文静')
  await openResponseFor(house, county, { from: '2026-11-10', until: '2026-11-30' })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const shot = async (page: Page, name: string) => {
  const folder = process.env['WANGDI_SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}
const choose = async (page: Page, field: string, option: string) => {
  await page.locator(`#${field}`).click()
  // The list may still be moving with the window it hangs on: the option is told, not aimed at.
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().dispatchEvent('click')
}
const panelOf = (page: Page) => page.getByRole('complementary', { name: '这一项' })
const sayIn = async (page: Page, button: string, typed: Readonly<Record<string, string>>) => {
  await panelOf(page).getByRole('button', { name: button }).click()
  for (const [field, text] of Object.entries(typed)) await page.fill(`#${field}`, text)
  await page.getByRole('button', { name: '保存', exact: true }).click()
}
const tell = (more: object = {}) =>
  worker.call(tellControl, {
    id: newId(),
    place: community,
    control: { kind: 'go-out-ban', person: null, certificate: null, scope: 'community' },
    told_as: 'resident',
    since: '2026-11-15',
    until: null,
    spot: '南门',
    order_number: '',
    exceptions: null,
    services: null,
    reason: '',
    authority: '',
    ...more,
  })

test('a finding is warned of, answered, ordered to stop and confirmed on the board', async () => {
  const below = await openConsole(browser, house, '/over-control', { as: director })
  const place = below.page
  await place.getByText('没有超出方案的管控').waitFor()
  await place.getByRole('button', { name: '报一项管控' }).click()
  const form = place.getByRole('dialog', { name: '报一项管控' })
  await form.waitFor()
  await choose(place, 'kind', '不让外来人员进入')
  await place.fill('#spot', '北门')
  expect(await axeFaults(place)).toEqual([])
  await shot(place, 'over-control-form')
  await form.getByRole('button', { name: '报上去' }).click()
  await place.getByText('已列入核查').waitFor()
  await place.getByRole('button', { name: '好了' }).click()

  const above = await openConsole(browser, house, '/over-control', { as: civil })
  const desk = above.page
  // The restriction may be older than its finding: which of both a time is counted from is said.
  await desk.getByText(/^从发现到现在 \d+ 小时$/).waitFor()
  await desk.locator('table .w-link').click()
  await panelOf(desk).getByText('还没人处理').waitFor()
  await sayIn(desk, '发警示通报', {
    words: '测温登记后放行',
    period_from: '2026-11-16',
    period_until: '2026-11-17',
    due_on: '2026-11-18',
  })
  await panelOf(desk).getByText('测温登记后放行').waitFor()
  expect(await panelOf(desk).getByRole('button', { name: '答复' }).count()).toBe(0)

  await place.reload()
  await place.locator('table .w-link').click()
  await panelOf(place).getByText('测温登记后放行').waitFor()
  await shot(place, 'over-control-warned')
  await sayIn(place, '答复', { words: '人手不够，先拦着' })
  await panelOf(place).getByText('人手不够，先拦着').waitFor()
  expect(below.faults).toEqual([])

  await sayIn(desk, '叫停纠偏', { words: '今天起放行', due_on: '2026-11-18' })
  await panelOf(desk).getByText('今天起放行').waitFor()
  await panelOf(desk).getByText('人手不够，先拦着').waitFor()
  await shot(desk, 'over-control-panel')
  await sayIn(desk, '确认已停', { words: '到北门看过，放行了', stopped_on: '2026-11-17' })
  await desk.getByText('没有超出方案的管控').waitFor()
  await desk.getByRole('button', { name: '全部' }).click()
  await desk.getByText('确认已停', { exact: true }).first().waitFor()
  expect(above.faults).toEqual([])
})

test('the plan page counts what goes beyond it and leads to the board', async () => {
  await tell({ spot: '东门' })
  const { page, faults } = await openConsole(browser, house, '/', { as: director })
  await page.getByText('疑似过度防控', { exact: false }).first().waitFor()
  await page.getByRole('link', { name: '去过度防控核查' }).click()
  await page.getByRole('heading', { name: '过度防控核查' }).waitFor()
  expect(faults).toEqual([])
})

test.each([
  ['desk', 'zh-CN'],
  ['phone', 'zh-CN'],
  ['desk', 'en'],
  ['phone', 'en'],
] as const)('the board on a %s in %s has no fault that axe finds, list and panel', async (screen, language) => {
  await tell()
  const { page, faults } = await openConsole(browser, house, '/over-control', { as: civil, screen, language })
  await page.locator('table .w-link').first().waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  await shot(page, `over-control-${screen}-${language}`)
  await page.locator('table .w-link').first().click()
  await page.locator('.list-panel .over-control-do').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await shot(page, `over-control-panel-${screen}-${language}`)
  expect(faults).toEqual([])
})
