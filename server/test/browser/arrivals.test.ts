// The queue of arrivals as county health works through it at night, and as a community checks its part.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import { assessHome } from '@wangdi/domain/observation/observation.api.ts'
import { saveEstate } from '@wangdi/domain/places/places.api.ts'
import { sql } from 'kysely'
import { givenQueue } from '../given/arrivals.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const county = '410105'
const tixiang = '410105001003'
let house: House
let browser: Browser
let given: Awaited<ReturnType<typeof givenQueue>>

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  given = await givenQueue(house)
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
beforeEach(() => given.begin())

const surnames = [...'周孙葛曹石田罗邹马何']
// Those who came on one evening from one place: written as a roster leaves them, unchecked.
async function evening(count: number, { origin = '青河市东湖区', left = '2026-11-15', kind = 'unknown' } = {}): Promise<void> {
  const dwellings: string[] = []
  for (let n = 0; n < 4; n++) dwellings.push(await givenDwelling(house, tixiang, `${n + 1}号楼`, '1', String(301 + n)))
  const people = Array.from({ length: count }, (_, nth) => ({
    ...{
      county,
      community: tixiang,
      id: newId(),
      name: `${surnames[nth % 10]}来客${nth}`,
      born: '1980-01-01',
      source: 'arrival',
    },
    dwelling: dwellings[nth % 4] ?? '',
  }))
  await house.owner.insertInto('person').values(people).execute()
  await house.owner
    .insertInto('arrival')
    .values(
      people.map(({ id, dwelling }) => ({
        ...{ county, community: tixiang, id: newId(), person: id, origin, origin_kind: kind, arrived_on: '2026-11-16' },
        ...{ left_origin_on: left, dwelling, source: 'import', match: 'document' },
      })),
    )
    .execute()
}

test('two hundred who came in one evening are checked and decided in a few presses; exceptions stay and are decided one by one', async () => {
  await evening(200)
  const child = await given.came({ name: '邹明', born: '2017-01-01', kind: 'unknown' })
  const unfit = await given.came({ name: '何俊', kind: 'unknown' })
  const doctor = await house.as('community-doctor', tixiang)
  const items = { own_room: false, own_toilet: true, handover_table: true, supplies: true, no_shared_air: true, waste: true }
  await doctor.call(assessHome, { id: newId(), person: unfit.person, items, with: '宋磊' })
  const { page, faults } = await openConsole(browser, house, '/arrivals/queue?stage=checking', { as: given.health })
  let presses = 0
  const press = async (what: ReturnType<Page['getByRole']>) => {
    presses++
    await what.click()
  }
  const card = page.getByRole('region', { name: '成批核实' })
  await press(card.getByRole('radio', { name: '中风险' }))
  await press(card.getByRole('button', { name: '200 人都属实' }))
  await page.getByText('核实好 200 人').waitFor()
  await press(card.getByRole('button', { name: '2 人都属实' }))
  await press(page.getByRole('button', { name: /等区县决定/ }))
  const group = page.getByRole('region', { name: '这一组怎么定' })
  await group.getByText('居家隔离 7 天').first().waitFor()
  await page.getByText('先看这 2 个例外').waitFor()
  expect(await page.getByRole('checkbox', { name: '选 邹明' }).count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await press(group.getByRole('button', { name: '定下 200 人，出告知书' }))
  await press(page.getByRole('dialog').getByRole('button', { name: /^定\s?下$/ }))
  await page.getByText('定下 200 人，文号 金卫观〔2026〕1号 到 金卫观〔2026〕200号').waitFor()
  expect(presses).toBeLessThanOrEqual(7)
  // What is left are the two exceptions: decided alone, each with what fits.
  await page.keyboard.press('e')
  await page.keyboard.press('e')
  const panel = page.getByRole('complementary', { name: '这个人' })
  await panel.getByText('家里不合适').waitFor()
  await panel.getByText('集中隔离 7 天').waitFor()
  await panel.getByRole('button', { name: '照这个定' }).click()
  await page.getByText('定下 1 人，文号 金卫观〔2026〕201号').waitFor()
  await page.getByRole('button', { name: '邹明' }).click()
  await panel.getByRole('button', { name: '退回社区核对' }).click()
  await panel.getByRole('textbox').fill('谁陪')
  await panel.getByRole('button', { name: /^退\s?回$/ }).click()
  await page.getByText('退回 1 人').waitFor()
  await page.getByRole('button', { name: /已决定.*201 人/s }).waitFor()
  expect(child.id).toBeTruthy()
  expect(faults).toEqual([])
}, 240_000)

test('before the decision it is said that phones ask for readings only where the stay is at home', async () => {
  await evening(2, { kind: 'high', origin: '青河市西湖区' })
  await evening(2, { kind: 'medium' })
  await sql`update arrival set origin_confirmed_by = ${given.clerk.account}, origin_confirmed_at = now()`.execute(house.owner)
  const { page, faults } = await openConsole(browser, house, '/arrivals/queue', { as: given.health })
  const group = page.getByRole('region', { name: '这一组怎么定' })
  await page.locator('.queue-groups').getByText('青河市西湖区').click()
  await group.getByText('集中隔离 7 天').first().waitFor()
  expect(await group.getByText('测温排到包户人手机上').count()).toBe(0)
  await page.locator('.queue-groups').getByText('青河市东湖区').click()
  await group.getByText('居家隔离 7 天').first().waitFor()
  await group.getByText('测温排到包户人手机上').waitFor()
  expect(faults).toEqual([])
}, 120_000)

test('the queue is walked by keys: J and K from group to group, X ticks, Ctrl+Enter asks; none of them while somebody types or is asked', async () => {
  await evening(3, { kind: 'medium' })
  await evening(2, { kind: 'medium', origin: '青河市西湖区' })
  await sql`update arrival set origin_confirmed_by = ${given.clerk.account}, origin_confirmed_at = now()`.execute(house.owner)
  const { page, faults } = await openConsole(browser, house, '/arrivals/queue', { as: given.health })
  const chosen = async (name: string, press: string) => {
    await page.keyboard.press(press)
    await page.locator('.queue-groups [aria-pressed=true]').filter({ hasText: name }).waitFor()
  }
  await page.locator('.queue-groups [aria-pressed=true]').waitFor()
  const [first = '', second = ''] = await page.locator('.queue-groups .queue-group-name > b:first-child').allTextContents()
  await chosen(second, 'j')
  await chosen(second, 'j')
  await chosen(first, 'K')
  const ticks = page.locator('.queue-people tbody input[type=checkbox]')
  await page.getByRole('button', { name: /^定下 \d 人，出告知书/ }).waitFor()
  const count = await ticks.count()
  await ticks.first().focus()
  await page.keyboard.press('x')
  await page.getByRole('button', { name: `定下 ${count - 1} 人，出告知书` }).waitFor()
  // The focus is in a tick now: the keys go on to work.
  await chosen(second, 'j')
  await chosen(first, 'k')
  const find = page.getByRole('main').getByRole('searchbox')
  await find.pressSequentially('jx')
  expect(await find.inputValue()).toBe('jx')
  expect(await page.locator('.queue-groups [aria-pressed=true]').textContent()).toContain(first)
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await page.keyboard.press('j')
  expect(await page.locator('.queue-groups [aria-pressed=true]').textContent()).toContain(first)
  expect(faults).toEqual([])
})

test('whoever was changed or decided meanwhile is told by name, the others are decided', async () => {
  await evening(3, { kind: 'medium' })
  await sql`update arrival set origin_confirmed_by = ${given.clerk.account}, origin_confirmed_at = now()`.execute(house.owner)
  const { page, faults } = await openConsole(browser, house, '/arrivals/queue', { as: given.health })
  await page.getByRole('button', { name: '定下 3 人，出告知书' }).click()
  const [first] = await given.rowsOf({ stage: 'decide' })
  await given.decide(first ? [first] : [], {}, await house.as('county-health', county, '李卫'))
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^定\s?下$/ })
    .click()
  await page.getByText('定下 2 人，文号').waitFor()
  await page.getByText(/李卫 .*已经定过这个人了/).waitFor()
  expect(faults).toEqual([])
})

test('a community checks its own by telephone and decides nothing; somebody is found by door', async () => {
  await evening(3)
  const { page, faults } = await openConsole(browser, house, '/arrivals/queue', { as: given.clerk, screen: 'phone' })
  await page.getByRole('region', { name: '成批核实' }).waitFor()
  expect(await scrollsSideways(page)).toBe(false)
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: '3 人没打通' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '3 人没打通' }).click()
  await page.getByText('记下 3 人没打通').waitFor()
  await page.getByRole('searchbox').fill('2号楼 302')
  await page.getByRole('button', { name: '找', exact: true }).click()
  await page.getByText('找到 1 人').waitFor()
  await page.getByText('1 次没打通').waitFor()
  expect(await page.getByRole('button', { name: /定下/ }).count()).toBe(0)
  expect(faults).toEqual([])
})

test('a street sees how many came from where and what became of them, without a way to names; a community opens the rows', async () => {
  await evening(3, { kind: 'medium' })
  const street = await house.as('street-officer', '410105001', '李建国')
  const { page, faults } = await openConsole(browser, house, '/arrivals/counts', { as: street, screen: 'phone' })
  const medium = page.getByRole('row', { name: /中风险/ })
  await medium.getByText('3', { exact: true }).waitFor()
  expect(await page.getByRole('main').getByRole('link').count()).toBe(0)
  expect(await scrollsSideways(page)).toBe(false)
  expect(await axeFaults(page)).toEqual([])
  const own = await openConsole(browser, house, '/arrivals/counts', { as: given.clerk })
  await own.page
    .getByRole('row', { name: /中风险/ })
    .getByRole('link', { name: '3', exact: true })
    .click()
  await own.page.getByRole('heading', { level: 1, name: '来返人员' }).waitFor()
  await own.page.locator('[data-list="arrivals"][data-total="3"]').waitFor()
  expect([...faults, ...own.faults]).toEqual([])
})

test.each([
  ['desk', 'en'],
  ['phone', 'en'],
] as const)(
  'on a %s in %s it has no fault that axe finds and does not scroll sideways, long names and all',
  async (screen, language) => {
    await given.clerk
      .call(saveEstate, { id: newId(), community: tixiang, kind: 'estate', name: '翠苑小区', ordinal: 1 })
      .catch(() => undefined)
    const dwelling = await givenDwelling(house, tixiang, '1号楼', '1', '301')
    const person = await givenPerson(house, tixiang, '阿依古丽·买买提江·阿不都热合曼', { dwelling })
    await house.owner
      .insertInto('arrival')
      .values({
        county,
        community: tixiang,
        id: newId(),
        person,
        origin: '内蒙古自治区锡林郭勒盟西乌珠穆沁旗巴拉嘎尔高勒镇',
        origin_kind: 'high',
        arrived_on: '2026-11-16',
      })
      .execute()
    await evening(60, { kind: 'medium' })
    await sql`update arrival set origin_confirmed_by = ${given.clerk.account}, origin_confirmed_at = now()`.execute(house.owner)
    const { page, faults } = await openConsole(browser, house, '/arrivals/queue', { as: given.health, screen, language })
    await page.getByRole('button', { name: 'Decide about 60 and issue notices' }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
    await page.getByRole('button', { name: /Being checked/ }).click()
    await page.getByText('阿依古丽·买买提江·阿不都热合曼').waitFor()
    expect(await axeFaults(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
    expect(faults).toEqual([])
  },
)
