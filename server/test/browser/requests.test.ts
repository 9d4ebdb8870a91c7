import type { Browser, Page } from 'playwright-core'
import { takeRequest } from '@wangdi/domain/requests/requests.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const community = '410105001003'
let house: House
let browser: Browser
let worker: Caller
let officer: Caller

beforeAll(async () => {
  house = await startHouse()
  browser = await startBrowser()
  worker = await house.as('community-worker', community, '孙丽')
  officer = await house.as('street-officer', '410105001', '陈建国')
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

test('somebody without a phone complains at the desk, gets a number, and hears by it what the street answered', async () => {
  const desk = await openConsole(browser, house, '/requests', { as: worker })
  await desk.page.getByText('没有待办的投诉和申请').waitFor()
  await desk.page.getByRole('button', { name: '受理一件' }).click()
  const form = desk.page.getByRole('dialog', { name: '受理投诉、申请' })
  await form.waitFor()
  await choose(desk.page, 'kind', '财产权利受侵害')
  await form.getByText('被投诉的地方看不到是谁投诉的').waitFor()
  await form.getByText('不留名，凭受理号查').click()
  await desk.page.fill('#field-matter', '电动车锁在仓库没还')
  expect(await axeFaults(desk.page)).toEqual([])
  await shot(desk.page, 'requests-form')
  await form.getByRole('button', { name: '受理，给受理号' }).click()
  const number = (await desk.page.locator('.requests-given').textContent()) ?? ''
  expect(number).toMatch(/^TS20261117-[0-9A-F]{8}$/)
  await desk.page.getByRole('button', { name: '好了' }).click()

  const street = await openConsole(browser, house, '/requests', { as: officer })
  await street.page.getByRole('button', { name: '财产权利受侵害' }).click()
  const panel = street.page.getByRole('complementary', { name: '这一件' })
  await panel.getByText('没留名字，凭受理号查').waitFor()
  await panel.getByRole('button', { name: '答复' }).click()
  await street.page.getByText('属实', { exact: true }).click()
  await street.page.fill('#words', '已归还，社区当面道歉')
  await street.page.getByRole('button', { name: '保存', exact: true }).click()
  await panel.getByText('已归还，社区当面道歉').waitFor()
  await shot(street.page, 'requests-panel')
  expect(street.faults).toEqual([])

  await desk.page.fill('#receipt', number)
  await desk.page.getByRole('button', { name: '查', exact: true }).click()
  await desk.page.getByText('已答复 · 属实').waitFor()
  await desk.page.getByText('答复由办理的单位送到本人').waitFor()
  await desk.page.getByRole('button', { name: '要求复查' }).waitFor()
  expect(desk.faults).toEqual([])
})

test.each([
  ['desk', 'zh-CN'],
  ['phone', 'zh-CN'],
  ['desk', 'en'],
  ['phone', 'en'],
] as const)('complaints on a %s in %s have no fault that axe finds, list and panel', async (screen, language) => {
  await worker.call(takeRequest, {
    id: newId(),
    kind: 'over-control',
    against: community,
    way: 'phone',
    matter: '大门只许进不许出',
    details: { control: 'go-out-ban', since: '2026-11-15' },
    who: null,
  })
  const { page, faults } = await openConsole(browser, house, '/requests', { as: officer, screen, language })
  await page.locator('table .w-link').first().waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  await shot(page, `requests-${screen}-${language}`)
  await page.locator('table .w-link').first().click()
  await page.locator('.list-panel .requests-acts').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await shot(page, `requests-panel-${screen}-${language}`)
  expect(faults).toEqual([])
})
