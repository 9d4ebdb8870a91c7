// Errands that an order proposes are decided on the console; medical waste is handed over there between two who sign.
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const community = '410105001003'
let house: House
let browser: Browser
let worker: Caller
let doctor: Caller

beforeAll(async () => {
  house = await startHouse()
  browser = await startBrowser()
  worker = await house.as('community-worker', community, '孙丽')
  doctor = await house.as('community-doctor', community, '李雪')
  const health = await house.as('county-health', '410105', '韩志远')
  const dwelling = await givenDwelling(house, community, '6号楼', '1', '101')
  const person = await givenPerson(house, community, '周来返', { dwelling })
  const id = newId()
  const phases = JSON.stringify([{ where: 'home', from: '2026-11-17', until: '2026-11-23', tests: [] }])
  await sql`insert into observation (county, id, community, person, dwelling, kind, number, issuer, basis, day_zero, last_day, phases, rule,
      fever, proposal, as_proposed, notice, decided_by, decided_at)
    values ('410105', ${id}, ${community}, ${person}, ${dwelling}, 'close-contact', ${id}, '区疾控', '流调', '2026-11-16', '2026-11-23',
      ${phases}, '{}', 37.3, '{}', true, '{}', ${health.account}, '2026-11-17T10:00:00+08:00')`.execute(house.owner)
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const shot = async (page: Page, name: string) => {
  const folder = process.env['WANGDI_SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const sound = async (page: Page) => {
  expect(await axeFaults(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}

test('whoever stays at home by an order is asked about each errand; what is wanted is taken down, what is not says who said so', async () => {
  const { page, faults } = await openConsole(browser, house, '/proposed-errands', { as: worker })
  const stay = page.getByRole('region', { name: '周来返' })
  await stay.getByText('11:00').waitFor()
  await shot(page, 'proposed')
  await sound(page)
  const line = (what: string) => stay.getByRole('listitem').filter({ hasText: what })
  await line('买菜').getByRole('button', { name: '要', exact: true }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('东西').fill('白菜')
  await form.getByText('门口').click()
  await shot(page, 'proposed-form')
  await form.getByRole('button', { name: /登\s?记/ }).click()
  await line('买菜').getByText('已登记代办（孙丽）').waitFor()
  await line('买药').getByRole('button', { name: '不要' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '不要' }).click()
  await line('买药').getByText('不要（孙丽定的）').waitFor()
  const phone = await openConsole(browser, house, '/proposed-errands', { as: worker, screen: 'phone' })
  await phone.page.getByText('已登记代办（孙丽）').waitFor()
  await shot(phone.page, 'proposed-phone')
  await sound(phone.page)
  expect([...faults, ...phone.faults]).toEqual([])
})

test('medical waste is planned, handed over and taken; where the second counts less the form says what is not the same', async () => {
  const giving = await openConsole(browser, house, '/k/rounds/waste', { as: doctor })
  await giving.page.getByRole('button', { name: '登记一件' }).click()
  const form = giving.page.getByRole('dialog')
  await form.locator('#begin-doer').click()
  await giving.page.locator('.ant-select-item-option').filter({ hasText: '李雪' }).dispatchEvent('click')
  await form.locator('#begin-other').click()
  await giving.page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .last()
    .dispatchEvent('click')
  await form.getByText('卫生服务站').click()
  await form.getByLabel('收运单位和许可证号').fill('绿环收运，豫环许〔2025〕12号')
  await shot(giving.page, 'waste-form')
  await sound(giving.page)
  await form.getByRole('button', { name: /登\s?记/ }).click()
  await form.getByText('记下了').waitFor()
  await giving.page
    .getByRole('button', { name: /关\s?闭/ })
    .last()
    .click()
  const open = async (page: Page) => {
    await page.locator('.list-table tbody button').first().click()
    return page.getByRole('complementary', { name: '这一件' })
  }
  const count = async (page: Page, bags: string) => {
    const dialog = page.getByRole('dialog')
    await dialog.locator('#field-lots-0-class').click()
    await page.locator('.ant-select-item-option').filter({ hasText: '感染性' }).last().dispatchEvent('click')
    await dialog.getByLabel('袋（盒）数').fill(bags)
    await dialog.locator('#field-lots-0-weight').fill('5.2')
    return dialog
  }
  const panel = await open(giving.page)
  await panel.getByRole('button', { name: /出\s?发/ }).click()
  const handed = await count(giving.page, '3')
  await handed.getByLabel('谁签的字').fill('李雪')
  await shot(giving.page, 'waste-leave')
  await handed.getByRole('button', { name: /出\s?发/ }).click()
  await handed.waitFor({ state: 'hidden' })
  const taking = await openConsole(browser, house, '/k/rounds/waste', { as: worker })
  const other = await open(taking.page)
  await other.getByRole('button', { name: /接\s?到/ }).click()
  const taken = await count(taking.page, '2')
  await taken.getByRole('radiogroup').filter({ hasText: '否' }).getByText('否').click()
  await taken.getByLabel('谁签的字').fill('收运员牛强')
  await taken.getByRole('button', { name: /接\s?到/ }).click()
  await taken.getByText('对不上：感染性 袋（盒）数，交 3，收 2').waitFor()
  await shot(taking.page, 'waste-differs')
  await taken.getByLabel('对不上的，差在哪里').fill('一袋破了，当场重装')
  await taken.getByRole('button', { name: /接\s?到/ }).click()
  await other.getByText('收运员牛强').waitFor()
  await shot(taking.page, 'waste-taken')
  await sound(taking.page)
  expect([...giving.faults, ...taking.faults]).toEqual([])
})
