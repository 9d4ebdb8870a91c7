// An errand from the console to the phone of whoever carries it out, with and without network, and back; and one taken down at a door.
import type { Browser, Page } from 'playwright-core'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { mend } from '@wangdi/domain/rounds/kinds/mend.kind.ts'
import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { callKind } from '../given/kinds.ts'
import { givenDwelling, givenGrid, givenPerson } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, startBrowser } from './console-page.ts'
import { openPhone, type TestPhone } from './phone-page.ts'

const community = '410105001003'
const verbs = requestVerbs(errand)
let house: House
let browser: Browser
let desk: Caller
let door: string
let phone: TestPhone | undefined
const faults: string[] = []

beforeAll(async () => {
  house = await startHouse()
  house.clock.set(undefined)
  browser = await startBrowser()
  desk = await house.as('community-worker', community, '高岚')
  door = await givenDwelling(house, community, '3号楼', '2', '402')
  await givenPerson(house, community, '郑阿婆', { dwelling: door, phone: '19900000402' })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
afterEach(async () => {
  await phone?.close()
  phone = undefined
  expect(faults.splice(0)).toEqual([])
})

const shot = async (page: Page, name: string) => {
  const folder = process.env['WANGDI_SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
/** Nothing is cut off at the side, and nothing is there that a screen reader stumbles over. */
const sound = async (page: Page) => {
  expect(await axeFaults(page)).toEqual([])
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(1)
}
async function carriedBy(who: Caller): Promise<Page> {
  phone = await openPhone(browser, house, faults)
  await phone.signIn(who)
  return phone.page
}
const fields = { what: 'food', items: [{ item: '土豆', much: { n: 2, unit: 'kg' } }, { item: '鸡蛋' }], put: 'door' }
const take = async (more: object = {}) =>
  (
    await callKind(desk, verbs.begin, {
      ...{ id: newId(), v: 1, dwelling: door, way: 'phone', urgency: 'today', fields: { ...fields, ...more } },
    })
  ).id
const act = (name: string, id: string, more: object = {}) => callKind(desk, verbs.acts[name], { id, ...more })
const stateOf = async (id: string) => (await callKind(desk, verbs.get, { id })).row.state

test('an errand is given out at the console, done without network on the helper’s phone, sent later, and confirmed at the console', async () => {
  const helper = await house.as('volunteer', community, '何立群')
  const id = await take()
  const page = await carriedBy(helper)
  await page.getByText('现在没有派给您的').waitFor()
  await shot(page, 'phone-given-none')
  const atDesk = await openConsole(browser, house, '/k/requests/errand', { as: desk })
  await atDesk.page.getByRole('button', { name: '3号楼2单元402' }).click()
  const panel = atDesk.page.getByRole('complementary', { name: '这一件' })
  await panel.getByRole('button', { name: /派\s?给/ }).click()
  await atDesk.page.locator('#whom-doer').click()
  await atDesk.page.locator('.ant-select-item-option').filter({ hasText: '何立群' }).dispatchEvent('click')
  await atDesk.page
    .getByRole('dialog')
    .getByRole('button', { name: /派\s?给/ })
    .click()
  await panel.getByText('现在等何立群').waitFor()
  await phone?.reopen('/')
  await page.getByRole('button', { name: /买菜 2 样/ }).waitFor()
  expect(await page.getByText(/郑阿婆/).count()).toBe(0)
  await shot(page, 'phone-given')
  await sound(page)

  await phone?.cutOff(true)
  await phone?.reopen('/')
  await page.getByRole('button', { name: /买菜 2 样/ }).click()
  await page.getByRole('checkbox', { name: /土豆/ }).click()
  expect(await page.getByRole('link', { name: '打给这家' }).getAttribute('href')).toBe('tel:19900000402')
  await page.getByLabel('垫了多少 元').fill('36.40')
  await shot(page, 'phone-given-one')
  await sound(page)
  await page.getByRole('button', { name: '办好了' }).click()
  await page.getByText('等社区确认').waitFor()
  await shot(page, 'phone-given-done')
  expect(await stateOf(id)).toBe('given')

  await phone?.cutOff(false)
  await expect.poll(() => stateOf(id), { timeout: 60_000 }).toBe('done')
  await atDesk.page.reload()
  await atDesk.page.getByRole('button', { name: '3号楼2单元402' }).click()
  await panel.getByText('36.4').waitFor()
  await panel.getByRole('button', { name: /确\s?认/ }).click()
  await atDesk.page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s?认/ })
    .click()
  await panel.getByText('办完了').waitFor()
  await phone?.reopen('/')
  await page.getByText('现在没有派给您的').waitFor()
  expect(atDesk.faults).toEqual([])
})

test('what was taken back while the phone was away is told in words, with what was recorded still there; why it cannot be done is kept as it is typed', async () => {
  const helper = await house.as('volunteer', community, '段志刚')
  const [first, second] = [await take(), await take({ what: 'medicine', items: [{ item: '药袋' }] })]
  for (const id of [first, second]) await act('give', id, { doer: helper.account })
  const page = await carriedBy(helper)
  await page.getByRole('button', { name: /买药/ }).click()
  await page.getByRole('button', { name: '没办成' }).click()
  await page.getByRole('button', { name: '没办成' }).click()
  await page.getByText('这一项要填').waitFor()
  await page.getByText('店没开门').click()
  await shot(page, 'phone-given-cannot')
  await sound(page)
  await phone?.reopen(`/one/${second}`)
  await page.getByRole('button', { name: '没办成' }).click()
  await expect.poll(() => page.getByLabel('哪里办不了').last().inputValue(), { timeout: 60_000 }).toBe('店没开门')
  await phone?.cutOff(true)
  await page.getByRole('button', { name: '没办成' }).click()
  await page.getByRole('button', { name: /买菜 2 样/ }).click()
  await page.getByRole('button', { name: '办好了' }).click()
  await act('take-back', first)
  await phone?.cutOff(false)
  await expect.poll(() => stateOf(second), { timeout: 60_000 }).toBe('back')
  await phone?.reopen('/records')
  await page.getByText('这件已收回或改派，东西先带回服务站').first().waitFor()
  await shot(page, 'phone-refused')
  await sound(page)
  expect(await page.getByText('办好了').count()).toBeGreaterThan(0)
  expect(await stateOf(first)).toBe('back')
})

test('at a door of the own grid an errand is taken down step by step without network, and stands in the list at once', async () => {
  const worker = await house.as('grid-worker', community, '吴晓彤')
  const home = await givenDwelling(house, community, '5号楼', '1', '101')
  await givenPerson(house, community, '陈志远', { dwelling: home, phone: '19900000101' })
  await givenGrid(house, community, [home], worker.account, '第5网格')
  const page = await carriedBy(worker)
  await phone?.cutOff(true)
  await phone?.reopen(`/doors/${home}`)
  await page.getByRole('button', { name: '登记代办' }).click()
  await page.getByRole('button', { name: '还差 3 处' }).click()
  await page.getByText('这一项要填').first().waitFor()
  await page.getByRole('radio', { name: '买菜' }).click()
  await page.getByLabel('东西 1').fill('挂面')
  await page.getByLabel('多少 1').first().fill('2')
  await page.getByRole('radio', { name: '门口' }).click()
  await shot(page, 'phone-begin')
  await sound(page)
  await phone?.reopen(`/ask/requests.errand?door=${home}`)
  await page.getByLabel('东西 1').waitFor()
  expect(await page.getByLabel('东西 1').inputValue()).toBe('挂面')
  await page.getByRole('radio', { name: '倒垃圾' }).click()
  expect(await page.getByLabel('东西 1').count()).toBe(0)
  await page.getByRole('radio', { name: '买菜' }).click()
  await page.getByRole('radio', { name: '当天' }).click()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('button', { name: /买菜 1 样/ }).waitFor()
  await shot(page, 'phone-asked')
  await sound(page)
  await phone?.cutOff(false)
  await expect
    .poll(async () => (await callKind(desk, verbs.see, { place: community, show: 'open' })).rows.map((row) => row.door), {
      timeout: 60_000,
    })
    .toContain('5号楼1单元101')
  await phone?.reopen('/')
  await page.getByRole('button', { name: /要办的/ }).waitFor()
  await shot(page, 'phone-today')
})

test('who goes round records a look step by step without network, and is led to the next place that nobody was at', async () => {
  const director = await house.as('community-director', community, '周敏')
  const things = registerVerbs(facility)
  for (const [name, kind] of [
    ['图书室', 'library'],
    ['棋牌室', 'elder'],
  ])
    await callKind(director, things.add, { id: newId(), v: 1, place: community, fields: { name, kind } })
  const page = await carriedBy(director)
  await phone?.cutOff(true)
  await phone?.reopen('/')
  await page.getByRole('button', { name: /设施自查 0 \/ 2/ }).click()
  await page.getByRole('button', { name: /图书室/ }).click()
  await page.getByRole('radio', { name: '查了', exact: true }).click()
  await page.getByRole('button', { name: '还差 2 处' }).click()
  await page.getByRole('radiogroup', { name: '能洗手' }).getByRole('radio', { name: '否' }).click()
  await page.getByRole('radio', { name: '低风险' }).click()
  await shot(page, 'phone-look')
  await sound(page)
  await page.getByRole('button', { name: '保存，去下一处 棋牌室' }).click()
  await page.getByRole('radio', { name: '没开门' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('没开门').waitFor()
  await shot(page, 'phone-turn')
  await sound(page)
  await phone?.cutOff(false)
  const findings = requestVerbs(mend)
  await expect
    .poll(async () => (await callKind(director, findings.see, { place: community, show: 'open' })).rows.length, {
      timeout: 60_000,
    })
    .toBe(1)
})
