import { decideObservation } from '@wangdi/domain/observation/observation.api.ts'
import { getPerson } from '@wangdi/domain/people/people.api.ts'
import { recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { takeRequest } from '@wangdi/domain/requests/requests.api.ts'
import { recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import type { Browser } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { givenDwelling, givenGrid, givenPerson } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'
import { settled } from './figures/follow.ts'

const community = '410105001003'
let house: House
let browser: Browser
let director: Caller
let home: string
let person: string
let longNamed: string

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  await openResponseFor(house, '410105', { from: '2026-11-10', until: '2026-12-10' })
  browser = await startBrowser()
  director = await house.as('community-director', community, '周敏')
  const worker = await house.as('grid-worker', community, '马晓燕')
  home = await givenDwelling(house, community, '3号楼', '1', '302', '翠苑小区')
  await givenDwelling(house, community, '5号楼', '2', '601', '解放花园')
  await givenGrid(house, community, [home], worker.account, '1网格')
  person = await givenPerson(house, community, '周建国', { born: '1980-03-01', dwelling: home, phone: '19900004402' })
  longNamed = await givenPerson(house, community, '古丽巴哈尔·阿卜杜热合曼·买买提依明·吐尔逊江·艾合麦提江', {
    born: '1955-03-01',
    dwelling: home,
  })
  await givenAll(person, '周建国', home, '观〔2026〕1号')
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** All that hangs on somebody: an order, a visit, an arrival, a request. */
async function givenAll(of: string, name: string, door: string, number: string) {
  const health = await house.as('county-health', '410105', '韩志远')
  const notice = { finding: '次密接', measure: '居家隔离医学观察', rights: '可以申请复议', contact: '19900000001' }
  const order = { day_zero: '2026-11-15', known: {}, number, issuer: '区疾控', basis: '流调认定', notice }
  await health.call(decideObservation, { id: newId(), person: of, kind: 'secondary-contact', ...order })
  await director.call(recordVisit, { id: newId(), dwelling: door, result: 'met', met: [of] })
  await director.call(recordArrival, { id: newId(), community, person: of, origin: '青河市东湖区', arrived_on: '2026-11-15' })
  const who = { name, phone: null, relation: 'self' as const, shown: '身份证', person: of }
  const asked = { kind: 'data-see' as const, against: community, way: 'desk' as const, matter: '看自己的信息', details: {} }
  await director.call(takeRequest, { id: newId(), ...asked, who })
}

test('from the person to household, observation, arrival and request, and from each back to the person', async () => {
  const { page, faults } = await openConsole(browser, house, `/people/${person}`, { as: director })
  const panel = page.getByRole('complementary', { name: '这个人' })
  const main = page.getByRole('main')
  const backToPerson = () => page.waitForURL(`**/people/${person}`)
  await panel.getByRole('link', { name: '翠苑小区 3号楼1单元302' }).click()
  await page.waitForURL(`**/households/${home}`)
  await main.getByRole('region', { name: '这一户', exact: true }).getByRole('link', { name: '周**' }).first().click()
  await backToPerson()

  await panel.getByRole('link', { name: /^11-1\d – 11-2\d|^11月1\d日/ }).click()
  await page.waitForURL('**/observation/*')
  await main.getByRole('heading', { level: 1 }).getByRole('link', { name: '周建国' }).click()
  await backToPerson()

  await panel.getByRole('link', { name: /青河市东湖区/ }).click()
  await page.waitForURL('**/arrivals?*')
  await page.getByRole('complementary', { name: '这次来返' }).getByRole('link', { name: '周建国' }).click()
  await backToPerson()

  await panel.getByRole('link', { name: '查看本人信息' }).click()
  await page.waitForURL('**/requests?*')
  await page.getByRole('complementary', { name: '这一件' }).getByRole('link', { name: '周建国' }).click()
  await backToPerson()

  await panel.getByRole('link', { name: /^古丽巴哈尔/ }).click()
  await panel.getByRole('link', { name: '周建国' }).click()
  await backToPerson()
  expect(faults).toEqual([])
})

test('the door of a person is changed in the form, and what it was before stays to be read', async () => {
  const { page, faults } = await openConsole(browser, house, `/people/${person}`, { as: director })
  const panel = page.getByRole('complementary', { name: '这个人' })
  await panel.getByRole('button', { name: '更正登记' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox', { name: /^门牌/ }).fill('jf 601')
  await page.locator('.ant-select-item-option').filter({ hasText: '解放花园 5号楼2单元601' }).first().dispatchEvent('click')
  await form.getByLabel('哪天搬的（是登记错了就空着）').fill('2026-11-12')
  await form.getByRole('button', { name: '保存' }).click()
  await panel.getByText('翠苑小区 3号楼1单元302 → 解放花园 5号楼2单元601').waitFor()
  expect((await director.call(getPerson, { id: person })).moves).toMatchObject([
    { moved_on: '2026-11-12', why: 'moved', by: '周敏' },
  ])
  expect(faults).toEqual([])
})

test('what happened in a household stands in one line of time, and with one press that of the person alone', async () => {
  const door = await givenDwelling(house, community, '6号楼', '1', '101', '翠苑小区')
  const one = await givenPerson(house, community, '吴二', { born: '1980-03-01', dwelling: door })
  await givenAll(one, '吴二', door, '观〔2026〕2号')
  const { page, faults } = await openConsole(browser, house, `/people/${one}`, { as: director })
  const story = page.getByRole('region', { name: '这户的事，一条线' })
  await story.getByRole('listitem').first().waitFor()
  const said = await story.getByRole('listitem').allTextContents()
  expect(said.map((text) => /(诉求|走访|决定|来返)$/.exec(text)?.[0])).toEqual(['诉求', '走访', '决定', '来返'])
  await story.getByText('吴二', { exact: true }).click()
  const own = page.getByRole('region', { name: '吴二的事，一条线' })
  await own.getByText('见到本人').waitFor()
  await own.getByRole('link', { name: '从青河市东湖区回来' }).click()
  await page.waitForURL('**/arrivals?*')
  await settled(page)
  await page.goBack()
  await page
    .getByRole('region', { name: '这户的事，一条线' })
    .getByRole('link', { name: /定了医学观察/ })
    .click()
  await page.waitForURL('**/observation/*')
  expect(faults).toEqual([])
})

test('from a household one goes to the doors beside it by keys and by buttons, and not while typing', async () => {
  await givenDwelling(house, community, '3号楼', '1', '303', '翠苑小区')
  await givenDwelling(house, community, '3号楼', '1', '301', '翠苑小区')
  const { page, faults } = await openConsole(browser, house, `/households/${home}`, { as: director })
  const at = (door: string) => page.getByRole('heading', { level: 1, name: `翠苑小区 3号楼1单元${door}` }).waitFor()
  await at('302')
  await page.keyboard.press('ArrowRight')
  await at('303')
  await page.keyboard.press('k')
  await at('302')
  await page.getByRole('link', { name: /^前一户：翠苑小区 3号楼1单元301/ }).click()
  await at('301')
  expect(await page.getByRole('link', { name: /^前一户/ }).count()).toBe(0)
  await page.keyboard.press('j')
  await at('302')
  await page.getByRole('button', { name: '记一次联系' }).click()
  await page.getByLabel('说明').pressSequentially('jk')
  await page.keyboard.press('ArrowLeft')
  expect(await page.getByLabel('说明').inputValue()).toBe('jk')
  await at('302')
  expect(faults).toEqual([])
})

test.each([
  ['people', 'desk', 'zh-CN'],
  ['people', 'phone', 'en'],
  ['households', 'phone', 'zh-CN'],
  ['households', 'desk', 'en'],
] as const)(
  'the page of %s on a %s in %s has no fault that axe finds and does not scroll sideways',
  async (path, screen, language) => {
    const of = path === 'people' ? longNamed : home
    const { page, faults } = await openConsole(browser, house, `/${path}/${of}`, { as: director, screen, language })
    await page.getByRole('heading').first().waitFor()
    await page.locator('.w-skeleton').first().waitFor({ state: 'detached' })
    expect(await axeFaults(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
    expect(faults).toEqual([])
  },
)
