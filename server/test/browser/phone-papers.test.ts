// A letter to a department on the phone of whoever brings it there: read and received without network, sent later.
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import { contingency } from '@wangdi/domain/documents/kinds/contingency.kind.ts'
import { departmentLetter } from '@wangdi/domain/rounds/kinds/papers/department-letter.kind.ts'
import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callKind } from '../given/kinds.ts'
import { givenDwelling } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, startBrowser } from './console-page.ts'
import { openPhone, type TestPhone } from './phone-page.ts'

const community = '410105001003'
let house: House
let browser: Browser
let desk: Caller
let director: Caller
let phone: TestPhone
const faults: string[] = []
beforeAll(async () => {
  house = await startHouse()
  house.clock.set(undefined)
  browser = await startBrowser()
  desk = await house.as('community-worker', community, '高岚')
  director = await house.as('community-director', community, '周敏')
  await givenDwelling(house, community, '3号楼', '2', '402')
})
afterAll(async () => {
  await phone?.close()
  await browser?.close()
  await house?.close()
})

const shot = async (page: Page, name: string) => {
  const folder = process.env['WANGDI_SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const sound = async (page: Page) => {
  expect(await axeFaults(page)).toEqual([])
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(1)
}

test('what holds is read without network, and that it was received is kept on the phone and sent when there is one', async () => {
  const letters = documentVerbs(departmentLetter)
  const id = newId()
  const matter = {
    matter: '花园路早市占道、污水横流',
    to: 'city',
    where: '花园路东口',
    found: '劝过两次',
    asks: '请依法查处',
    until: '2099-12-01',
  }
  await callKind(desk, letters.save, { id, place: community, version: 1, v: 1, fields: matter })
  for (const act of ['approve', 'publish'] as const) await callKind(director, letters.acts[act], { id, version: 1 })
  const plans = documentVerbs(contingency)
  const plan = {
    kind: 'response',
    title: '应急响应预案',
    content: '一小时内到岗。',
    triggers: [{ when: '区里启动' }, { when: '出现一例' }],
  }
  const soon = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10)
  const planId = newId()
  const said = { ...plan, responsible: '周敏', review_on: soon }
  await callKind(desk, plans.save, { id: planId, place: community, version: 1, v: 1, fields: said })
  await callKind(director, plans.acts.approve, { id: planId, version: 1 })

  phone = await openPhone(browser, house, faults)
  await phone.signIn(desk)
  const { page } = phone
  await phone.cutOff(true)
  await phone.reopen('/')
  await page.getByRole('button', { name: /生效的文书/ }).click()
  await page.getByRole('button', { name: /应急响应预案/ }).waitFor()
  await shot(page, 'phone-papers')
  await sound(page)
  await page.getByRole('button', { name: /应急响应预案/ }).click()
  await page.getByText('一小时内到岗。').waitFor()
  await page.getByText('出现一例').waitFor()
  expect(await page.getByRole('button', { name: '登记签收' }).count()).toBe(0)
  await shot(page, 'phone-paper-plan')
  await sound(page)
  await phone.reopen('/papers')
  await page.getByRole('button', { name: /花园路早市占道/ }).click()
  await page.getByText('请依法查处').waitFor()
  await page.getByRole('button', { name: '登记签收' }).click()
  await page.getByRole('button', { name: '还差 2 处' }).click()
  await page.getByText('这一项要填').first().waitFor()
  await page.getByLabel('谁收的').fill('城管中队值班室')
  await page.getByRole('radio', { name: '收下办理' }).click()
  await shot(page, 'phone-paper-receive')
  await sound(page)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText(/签收 1 次/).waitFor()
  const receipts = async () => (await callKind(desk, letters.get, { id })).acts.filter(({ act }) => act === 'receive').length
  expect(await receipts()).toBe(0)
  await phone.reopen('/records')
  await page.locator('[data-state=unsent]').waitFor()
  await sound(page)
  await phone.cutOff(false)
  await expect.poll(receipts, { timeout: 60_000 }).toBe(1)
  expect(faults).toEqual([])
})
