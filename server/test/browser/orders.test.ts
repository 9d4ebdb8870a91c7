import { saveBuilding } from '@wangdi/domain/places/places.api.ts'
import { listOrders, publishOrder, saveOrderDraft } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { confirmClass, confirmLevel } from '@wangdi/domain/regimes/regimes.api.ts'
import type { Browser } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { closureOf, service } from '../given/orders.ts'
import { givenPlaces } from '../given/places.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const county = '410105'
const community = '410105001003'
const today = '2026-11-17'
const building = newId()
let house: House
let browser: Browser
let director: Caller
let leader: Caller

beforeAll(async () => {
  house = await startHouse({ day: today })
  await givenPlaces(house)
  browser = await startBrowser()
  director = await house.as('community-director', community, '周敏')
  leader = await house.as('county-leader', county, '赵明')
  const units = ['1单元', '2单元'].map((unit) => ({ unit, floors: 3, rooms: 2 }))
  await director.call(saveBuilding, { id: building, community, estate: null, name: '3', ordinal: 3, units })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

async function putAtMediumRisk() {
  const health = await house.as('county-health', county, '韩志远')
  const said = { from: today, reason: '按公告', source: '公告' }
  await health.call(confirmLevel, { ...said, id: newId(), fact: 'county.risk', place: county, value: 'medium' })
  await health.call(confirmClass, { ...said, id: newId(), place: community, value: 'cases' })
}

test('without a response the page of orders is there, locked, and says why', async () => {
  const { page } = await openConsole(browser, house, '/orders', { as: director })
  await page.getByRole('heading', { name: '管控令没有开放' }).waitFor()
})

test('an order is drafted on the page, refused without a service plan, published by the authority, and lapses after its term', async () => {
  await openResponseFor(house, county, { from: '2026-11-14', until: '2026-12-14' })
  await putAtMediumRisk()
  const drafting = await openConsole(browser, house, '/orders/new', { as: director })
  const form = drafting.page
  const choose = async (field: string, option: string) => {
    await form.getByRole('combobox', { name: field, exact: true }).click()
    // The list may still be moving: the option is told, not aimed at.
    await form.locator(`.ant-select-item-option[title="${option}"]`).last().dispatchEvent('click')
  }
  // In an urban community there is no village group to choose.
  await form.getByRole('radio', { name: '楼栋', exact: true }).waitFor()
  expect(await form.getByRole('radio', { name: '村民小组' }).count()).toBe(0)
  await choose('楼栋', '3号楼')
  await choose('单元', '2单元')
  await form.getByLabel('理由', { exact: true }).fill('单元内有 1 例')
  await form.getByLabel('内容（贴出去让居民看的）').fill('2 单元暂时封闭，不进不出')
  await form.getByLabel('留用的出入口').fill('西侧单元门，专人值守')
  await form.getByLabel('发布机关').fill('金水区人民政府')
  await form.getByLabel('文号', { exact: true }).fill('金政令〔2026〕1号')
  await form.getByLabel('最后一天').fill('2026-11-23')
  await form.getByText('发布前：服务安排还没写').waitFor()
  expect(await axeFaults(form)).toEqual([])
  await form.getByRole('button', { name: '存草稿' }).click()
  await form.getByText('草稿存好了').waitFor()
  expect(await form.getByRole('button', { name: '发布，到期自动解除' }).count()).toBe(0)
  expect(drafting.faults).toEqual([])

  const { page, faults } = await openConsole(browser, house, '/orders', { as: leader })
  await page.getByText('现在没有生效的管控令').waitFor()
  await page.getByRole('link', { name: '接着写' }).click()
  const publish = page.getByRole('button', { name: '发布，到期自动解除' })
  await publish.click()
  await page.getByRole('alert').getByText('regimes.no-service-plan').waitFor()
  const care = page.getByRole('region', { name: '服务安排' })
  const labels = ['生活物资', '看病用药', '孩子', '老人', '残疾人', '孕产妇、哺乳期妇女', '心理疏导', '求助电话']
  for (const [at, said] of Object.values(service).entries()) await care.getByLabel(labels[at] ?? '').fill(said)
  await page.getByText('写全了，可以发布').waitFor()
  // What was refused is mended: the refusal goes with it.
  expect(await page.getByRole('alert').count()).toBe(0)
  await publish.click()
  await page.getByRole('dialog').getByRole('button', { name: '发布，到期自动解除' }).click()
  await page.getByText('生效中').waitFor()
  await page.getByText('西侧单元门，专人值守').waitFor()
  await page.getByText('起草 周敏，发布 赵明').waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(faults).toEqual([])

  const [order] = (await director.call(listOrders, { place: community })).rows
  house.clock.set('2026-11-24T08:00:00+08:00')
  const later = await openConsole(browser, house, `/orders/${order?.id}`, { as: director })
  await later.page.getByText('到期解除', { exact: true }).waitFor()
  house.clock.set(`${today}T10:00:00+08:00`)
})

test('an order lifted on its first day says from when it is lifted, in words that fit its kind', async () => {
  const id = newId()
  const content = closureOf(building, { number: '金政令〔2026〕7号' })
  const { version } = await director.call(saveOrderDraft, { id, place: community, version: 0, content })
  await leader.call(publishOrder, { id, version })
  const { page, faults } = await openConsole(browser, house, `/orders/${id}`, { as: leader })
  await page.getByRole('button', { name: /^解\s?除$/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('从这一天起，住在这里的人正常进出').waitFor()
  await dialog.getByLabel('文号').fill('金政令〔2026〕8号')
  await dialog.getByLabel('理由').fill('排除了')
  await dialog.getByRole('button', { name: /^解\s?除$/ }).click()
  await page.getByText('11-17 开始，从 11-17 起解除').waitFor()
  const ended = await openConsole(browser, house, '/orders?show=ended', { as: director })
  await ended.page.getByText('从 11-17 起解除').waitFor()
  expect(await ended.page.getByText('到 11-16').count()).toBe(0)
  expect([...faults, ...ended.faults]).toEqual([])
})

test.each([
  ['/orders', 'phone', 'zh-CN'],
  ['/orders', 'desk', 'en'],
  ['/orders/new', 'phone', 'en'],
] as const)('%s on a %s in %s has no fault that axe finds and does not scroll sideways', async (path, screen, language) => {
  const id = newId()
  const content = closureOf(building, { number: `${screen}${path}${language}`, reason: '单元内有 1 例，来源还在查。'.repeat(12) })
  const { version } = await director.call(saveOrderDraft, { id, place: community, version: 0, content })
  await leader.call(publishOrder, { id, version })
  const { page, faults } = await openConsole(browser, house, path, { as: director, screen, language })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('.w-skeleton').first().waitFor({ state: 'detached' })
  expect(await axeFaults(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  expect(faults).toEqual([])
})
