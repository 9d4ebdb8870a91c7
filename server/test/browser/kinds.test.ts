// Kinds as people use them: an errand from the desk to the helper's phone and back, a facility that is shut, a round with a finding.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenDwelling } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const community = '410105001003'
let house: House
let browser: Browser
let worker: Caller
let director: Caller
let helper: Caller

beforeAll(async () => {
  house = await startHouse()
  browser = await startBrowser()
  worker = await house.as('community-worker', community, '孙丽')
  director = await house.as('community-director', community, '周敏')
  helper = await house.as('volunteer', community, '宋晓')
  await givenDwelling(house, community, '3号楼', '2', '402')
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

test('an errand goes from the desk to the phone of a helper, who sees door and goods, and comes back to be confirmed', async () => {
  const desk = await openConsole(browser, house, '/k/requests/errand', { as: worker })
  await desk.page.getByText('没有待办的').waitFor()
  await desk.page.getByRole('button', { name: '登记一件' }).click()
  const form = desk.page.getByRole('dialog', { name: '登记代办' })
  await form.getByRole('combobox', { name: '门牌' }).fill('402')
  await desk.page.locator('.ant-select-item-option').filter({ hasText: '3号楼2单元402' }).dispatchEvent('click')
  await form.getByText('买菜').click()
  await form
    .getByRole('button', { name: '登 记' })
    .or(form.getByRole('button', { name: '登记' }))
    .click()
  expect(await form.getByText('这一项要填').count()).toBeGreaterThan(0)
  await form.getByLabel('东西').fill('白菜')
  await form.getByText('门口').click()
  await form.getByText('当天').click()
  await shot(desk.page, 'kinds-form')
  await sound(desk.page)
  await form
    .getByRole('button', { name: '登 记' })
    .or(form.getByRole('button', { name: '登记' }))
    .click()
  await desk.page.getByText('从 10:00 起 10 小时，到 20:00').waitFor()
  await desk.page
    .getByRole('button', { name: /关\s?闭/ })
    .last()
    .click()
  await desk.page.getByRole('button', { name: '3号楼2单元402' }).click()
  const panel = desk.page.getByRole('complementary', { name: '这一件' })
  await panel.getByRole('button', { name: /派\s?给/ }).click()
  await desk.page.locator('#whom-doer').click()
  await desk.page.locator('.ant-select-item-option').filter({ hasText: '宋晓' }).dispatchEvent('click')
  await desk.page
    .getByRole('dialog')
    .getByRole('button', { name: /派\s?给/ })
    .click()
  await panel.getByText('现在等宋晓').waitFor()
  await shot(desk.page, 'kinds-list')
  await sound(desk.page)

  const phone = await openConsole(browser, house, '/k/requests/errand/mine', { as: helper, screen: 'phone' })
  const card = phone.page.getByRole('region', { name: '3号楼2单元402' })
  await card.getByText('白菜').waitFor()
  await shot(phone.page, 'kinds-given')
  await sound(phone.page)
  await card.getByRole('button', { name: '办好了' }).click()
  await phone.page.getByRole('dialog').getByRole('button', { name: '办好了' }).click()
  await card.getByText('已经告诉社区了').waitFor()

  const inbox = await openConsole(browser, house, '/inbox', { as: worker })
  await inbox.page.getByRole('link', { name: '代办' }).waitFor()
  await shot(inbox.page, 'kinds-inbox')
  await sound(inbox.page)
  await inbox.page.getByRole('link', { name: '代办' }).click()
  await inbox.page
    .getByRole('complementary')
    .getByRole('button', { name: /确\s?认/ })
    .click()
  await inbox.page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s?认/ })
    .click()
  await inbox.page.getByRole('complementary').getByText('办完了').waitFor()
  expect([...desk.faults, ...phone.faults, ...inbox.faults]).toEqual([])
})

test('a facility is entered and shut with its basis; the round of the day goes to those that are open, a no becomes a finding', async () => {
  const register = await openConsole(browser, house, '/k/rounds/facility', { as: director })
  await register.page.getByRole('button', { name: /新\s?增/ }).click()
  const form = register.page.getByRole('dialog')
  await form.getByLabel('名称').fill('社区图书室')
  await form.locator('#field-kind').click()
  await register.page.locator('.ant-select-item-option').filter({ hasText: '图书室' }).dispatchEvent('click')
  await form.getByRole('button', { name: '保存' }).click()
  await register.page.getByRole('button', { name: '社区图书室' }).click()
  const panel = register.page.getByRole('complementary', { name: '这一件' })

  const round = await openConsole(browser, house, '/k/rounds/self-check', { as: worker })
  await round.page.getByRole('button', { name: '社区图书室' }).click()
  await round.page
    .getByRole('complementary')
    .getByRole('button', { name: /记\s?录/ })
    .click()
  const check = round.page.getByRole('dialog')
  await check.getByText('查了', { exact: true }).click()
  await check.getByRole('group', { name: '能洗手' }).getByText('否').click()
  await check.getByText('低风险', { exact: true }).click()
  await shot(round.page, 'kinds-check')
  await sound(round.page)
  await check.getByRole('button', { name: '保存' }).click()
  await round.page.getByText('不合要求：能洗手').waitFor()
  await shot(round.page, 'kinds-round')
  const findings = await openConsole(browser, house, '/k/rounds/mend', { as: director, screen: 'phone' })
  await findings.page.getByText('待整改').waitFor()
  await shot(findings.page, 'kinds-findings-phone')
  await sound(findings.page)

  await panel.getByRole('button', { name: '改状态' }).click()
  const shut = register.page.getByRole('dialog')
  await shut.getByText('暂停').click()
  await shut.getByLabel('依据').fill('区防指〔2026〕3号')
  await shut.getByRole('button', { name: '改状态' }).click()
  await panel.getByText('区防指〔2026〕3号').first().waitFor()
  await shut.waitFor({ state: 'hidden' })
  await shot(register.page, 'kinds-register')
  await sound(register.page)
  expect([...register.faults, ...round.faults, ...findings.faults]).toEqual([])
})

test('a facility that stays shut though no rule in force asks it is a figure that opens it; a named person opens it from there', async () => {
  const { page, faults } = await openConsole(browser, house, '/k/rounds/facility', { as: director })
  const compared = page.getByRole('region', { name: '和现在的方案对一对' })
  const figure = compared.getByRole('button', { name: '没有要求了还关着 1' })
  await figure.click()
  const row = compared.getByRole('row').filter({ hasText: '社区图书室' })
  await row.getByText('现在的方案没有要求关这类设施').waitFor()
  expect(await compared.locator('tbody tr').count()).toBe(1)
  await shot(page, 'facilities-compared')
  await sound(page)
  const phone = await openConsole(browser, house, '/k/rounds/facility', { as: director, screen: 'phone' })
  await phone.page.getByRole('button', { name: '没有要求了还关着 1' }).click()
  await phone.page.getByText('现在的方案没有要求关这类设施').waitFor()
  await shot(phone.page, 'facilities-compared-phone')
  await sound(phone.page)
  await row.getByRole('button', { name: '改状态' }).click()
  const form = page.getByRole('dialog')
  expect(await form.getByRole('radio', { name: '开放' }).isChecked()).toBe(true)
  await form.getByLabel('依据').fill('没有要求了')
  await form.getByRole('button', { name: '改状态' }).click()
  await compared.getByRole('button', { name: '没有要求了还关着 0' }).waitFor()
  await phone.page.reload()
  await phone.page.getByText('都和方案对得上').waitFor()
  await shot(phone.page, 'facilities-fit-phone')
  await sound(phone.page)
  expect([...faults, ...phone.faults]).toEqual([])
})
