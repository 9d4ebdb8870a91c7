import { correctPerson, getPerson } from '@wangdi/domain/people/people.api.ts'
import { openRound, readVisits } from '@wangdi/domain/rounds/rounds.api.ts'
import type { Browser } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPlaces } from '../../src/places/load-places.ts'
import { openPlaceList } from '../../src/platform/national/place-list.ts'
import { withClient } from '../database-url.ts'
import { givenDwelling, givenGrid, givenPerson } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, focused, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const community = '410105001003'
const longName = '古丽巴哈尔·阿卜杜热合曼·买买提依明·吐尔逊江·艾合麦提江'
let house: House
let browser: Browser
let director: Caller
let doors: string[]
let elder: string

beforeAll(async () => {
  house = await startHouse()
  await withClient(
    house.ownerUrl,
    async (owner) => void (await loadPlaces(owner, await openPlaceList(new URL('../places-excerpt.br', import.meta.url)))),
  )
  browser = await startBrowser()
  director = await house.as('community-director', community, '周敏')
  const worker = await house.as('grid-worker', community, '马晓燕')
  doors = []
  for (const room of ['101', '102', '201', '202']) doors.push(await givenDwelling(house, community, '3号楼', '2', room))
  await givenGrid(house, community, doors, worker.account, '1网格')
  elder = await givenPerson(house, community, longName, { born: '1948-03-01', dwelling: doors[3] ?? '', phone: '19900001234' })
  await director.call(openRound, {
    id: newId(),
    community,
    kind: 'survey',
    name: '摸排第 1 轮',
    of: 'dwellings',
    groups: [],
    from: '2026-11-15',
    until: '2026-11-20',
    everyDays: null,
  })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

test('the rooms of a building are one grid for the keyboard: Tab in, arrows move, Enter opens, Escape leads back [R-2020A-3]', async () => {
  const { page, faults } = await openConsole(browser, house, '/buildings', { as: director })
  await page.getByRole('grid').waitFor()
  await page.getByRole('button', { name: /^重 重点人群/ }).focus()
  await page.keyboard.press('Tab')
  expect(await focused(page)).toContain('201')
  await page.keyboard.press('ArrowRight')
  expect(await focused(page)).toContain('202')
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toContain('102')
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: '这一户' }).getByText('马晓燕').waitFor()
  await page.keyboard.press('Escape')
  expect(await focused(page)).toContain('102')
  expect(faults).toEqual([])
})

test('a contact by telephone recorded beside the picture is a visit, and the door counts as reached [R-2020A-7]', async () => {
  const { page } = await openConsole(browser, house, '/buildings', { as: director })
  await page.getByText('/ 4 户').waitFor()
  await page.getByRole('button', { name: '记走访' }).first().click()
  await page.getByRole('radio', { name: '联系上了' }).check()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('记下了').waitFor()
  await page.getByText('3 户，重点人群在前').waitFor()
  const visits = await Promise.all(doors.map((dwelling) => director.call(readVisits, { dwelling })))
  expect(visits.flatMap(({ rows }) => rows.map(({ entry, result }) => [entry, result]))).toEqual([['phone', 'met']])
})

test('when somebody else changed the record meanwhile both versions are shown, and a person chooses', async () => {
  const { page } = await openConsole(browser, house, '/people', { as: director })
  await page.getByRole('button', { name: longName }).click()
  await page.getByRole('button', { name: '更正登记' }).click()
  const { version, name } = await director.call(getPerson, { id: elder })
  await director.call(correctPerson, { id: elder, version, name, relation: '祖母' })
  await page.getByLabel('与户主关系').fill('母亲')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('cell', { name: '祖母' }).waitFor()
  await page.getByRole('cell', { name: '母亲', exact: true }).waitFor()
  await page.getByRole('button', { name: '用刚才填的' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect((await director.call(getPerson, { id: elder })).relation).toBe('母亲')
})

async function givenPile() {
  const county = community.slice(0, 6)
  const run = newId()
  const { account } = director
  const none = { rows: 2, accepted: 2, rejected: 0, doubtful: 0, warnings: 0, vacant_dwellings: 0, matched: 0 }
  await house.owner
    .insertInto('import_run')
    .values({
      county,
      id: run,
      community,
      kind: 'residents',
      by_account: account,
      ...none,
      duplicates: 0,
      people_added: 2,
      dwellings_added: 0,
    })
    .execute()
  const one = await givenPerson(house, community, '钱小满', { dwelling: doors[0] ?? '', phone: '19900001111' })
  const other = await givenPerson(house, community, '钱小满', { dwelling: doors[1] ?? '' })
  const mover = await givenPerson(house, community, '郑立春', { dwelling: doors[2] ?? '' })
  const door = { estate: '', building: '3号楼', unit: '2', room: '202', group: '', house: '' }
  const thing = { county, community, run }
  await house.owner
    .insertInto('person_pile')
    .values([
      { ...thing, id: newId(), kind: 'look-alike', person: one, other, roster_row: 2 },
      { ...thing, id: newId(), kind: 'other-address', person: mover, door: JSON.stringify(door), roster_row: 3 },
    ])
    .execute()
  return { one, mover }
}

test('what was decided of two records or two addresses is said on the page, and is taken back from there', async () => {
  const { one, mover } = await givenPile()
  const { page, faults } = await openConsole(browser, house, '/to-settle', { as: director })
  const card = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  const told = page.getByRole('status').filter({ hasText: /记下了|撤回了/ })
  for (const answer of ['是同一个人', '不是同一个人']) {
    await card('钱小满').getByRole('button', { name: answer, exact: true }).click()
    await told.getByText(/^记下了：钱小满和钱小满/).waitFor()
    await card('钱小满').waitFor({ state: 'detached' })
    await told.getByRole('button', { name: '撤回' }).click()
    await told.getByText('撤回了，又放回名单。').waitFor()
    await card('钱小满').waitFor()
  }
  for (const answer of [/^还住/, /^搬到/]) {
    await card('郑立春').getByRole('button', { name: answer }).click()
    await told.getByText(/^记下了：郑立春/).waitFor()
    await card('郑立春').waitFor({ state: 'detached' })
    await told.getByRole('button', { name: '撤回' }).click()
    await told.getByText('撤回了，又放回名单。').waitFor()
    await card('郑立春').waitFor()
  }
  expect((await director.call(getPerson, { id: mover })).dwelling).toBe(doors[2])
  // Said once more, it can be taken back later from the person's own panel.
  await card('钱小满').getByRole('button', { name: '是同一个人', exact: true }).click()
  await told.getByText(/^记下了：钱小满和钱小满/).waitFor()
  const people = await openConsole(browser, house, '/people', { as: director })
  await people.page.getByRole('button', { name: '钱小满' }).first().click()
  const panel = people.page.getByRole('complementary', { name: '这个人' })
  await panel.getByText('另有一份登记是同一个人').waitFor()
  await panel.getByRole('button', { name: '撤回' }).click()
  await panel.getByText('另有一份登记是同一个人').waitFor({ state: 'detached' })
  expect((await director.call(getPerson, { id: one })).same_as).toEqual([])
  expect([...faults, ...people.faults]).toEqual([])
})

test('what is asked in the head stands in the field of the list too, also when it is asked again there', async () => {
  const { page } = await openConsole(browser, house, '/people', { as: director })
  const head = page.getByRole('searchbox', { name: '找人、找门牌：姓名、门牌、拼音首字母、号码后四位' })
  const own = page.getByRole('main').getByRole('textbox', { name: '姓名、门牌、拼音首字母、电话或证件后四位' })
  for (const name of ['郑立春', '钱小满']) {
    await head.fill(name)
    await head.press('Enter')
    await page.getByRole('main').getByRole('button', { name }).first().waitFor()
    await expect.poll(() => own.inputValue()).toBe(name)
  }
})

test.each([
  ['/buildings', 'phone', 'zh-CN'],
  ['/buildings', 'desk', 'en'],
  ['/village', 'phone', 'en'],
  ['/people', 'phone', 'en'],
  ['/people', 'desk', 'zh-CN'],
  ['/key-groups', 'phone', 'zh-CN'],
  ['/tiers', 'phone', 'en'],
  ['/imports', 'phone', 'zh-CN'],
  ['/to-settle', 'phone', 'en'],
  ['/grids', 'phone', 'zh-CN'],
  ['/grids', 'desk', 'en'],
] as const)('%s on a %s in %s has no fault that axe finds and does not scroll sideways', async (path, screen, language) => {
  const { page, faults } = await openConsole(browser, house, path, { as: director, screen, language })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('.w-skeleton').first().waitFor({ state: 'detached' })
  expect(await axeFaults(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  expect(faults).toEqual([])
})
