// Fields that point, as people fill them in: somebody by name, a colleague, a campaign by its title; what was chosen opens.
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { campaign } from '@wangdi/domain/rounds/kinds/cleaning/campaign.kind.ts'
import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callKind } from '../given/kinds.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const community = '410105001003'
let house: House
let browser: Browser
let director: Caller

beforeAll(async () => {
  house = await startHouse()
  browser = await startBrowser()
  director = await house.as('community-director', community, '周敏')
  const dwelling = await givenDwelling(house, community, '3号楼', '2', '402')
  await givenPerson(house, community, '郑阿婆', { dwelling })
  const fields = { name: '周末清洁', leads: 'health', from: '2026-11-21', until: '2026-11-22', where: '全社区', tasks: '清垃圾' }
  await callKind(director, registerVerbs(campaign).add, { id: newId(), place: community, v: campaign.version, fields })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const shot = async (page: Page, name: string) => {
  const folder = process.env['WANGDI_SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}
const sound = async (page: Page) => {
  expect(await axeFaults(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}
const choose = (page: Page, words: string) =>
  page.locator('.ant-select-item-option').filter({ hasText: words }).dispatchEvent('click')

test('a member of a committee is found by name, stands there by name, and opens the page of the resident', async () => {
  const { page, faults } = await openConsole(browser, house, '/k/rounds/committee', { as: director })
  await page.getByRole('button', { name: /新\s?增/ }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('名称').fill('公共卫生委员会')
  await form.getByRole('group', { name: '哪一类' }).getByText('公共卫生委员会').click()
  const members = form.getByRole('group', { name: '成员和分工' })
  await members.getByRole('combobox', { name: '居民' }).fill('郑阿')
  await choose(page, '郑阿婆')
  await members.getByLabel('管什么').fill('环境卫生')
  await shot(page, 'pointing-form')
  await sound(page)
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '公共卫生委员会' }).click()
  const panel = page.getByRole('complementary', { name: '这一件' })
  await panel.getByText('郑阿婆 环境卫生').waitFor()
  await shot(page, 'pointing-panel')
  await sound(page)
  await panel.getByRole('button', { name: '看过，没有变' }).click()
  await page.getByRole('dialog').getByText('180 天后再看').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '看过，没有变' }).click()
  await panel.getByRole('listitem').filter({ hasText: '看过，没有变' }).waitFor()
  expect(faults).toEqual([])
})

test('a cleaning task is tied to its campaign, which opens from there', async () => {
  const { page, faults } = await openConsole(browser, house, '/k/rounds/cleanup', { as: director, screen: 'phone' })
  await page.getByRole('button', { name: '登记一件' }).click()
  const form = page.getByRole('dialog')
  await form.getByText('物业服务企业').click()
  await form.getByLabel('名称').fill('好邻居物业')
  await form.getByLabel('哪里').fill('后巷')
  await form.getByLabel('做什么').fill('清运')
  await form.getByRole('combobox', { name: '属于哪场活动' }).fill('周末')
  await choose(page, '周末清洁')
  await form.getByText('当天').click()
  await shot(page, 'pointing-phone')
  await sound(page)
  await form.getByRole('button', { name: /登\s?记/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /关\s?闭|好/ })
    .last()
    .click()
  await page.getByRole('table').getByRole('button').first().click()
  await page.getByRole('link', { name: '周末清洁' }).click()
  await page.getByRole('complementary', { name: '这一件' }).getByText('清垃圾').waitFor()
  expect(faults).toEqual([])
})
