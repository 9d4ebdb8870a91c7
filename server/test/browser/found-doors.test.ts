import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { givenPlaces } from '../given/places.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const community = '410105001003'
let house: House
let browser: Browser
let director: Caller

beforeAll(async () => {
  house = await startHouse()
  await givenPlaces(house)
  browser = await startBrowser()
  director = await house.as('community-director', community, '周敏')
  await givenDwelling(house, community, '1号楼', '1', '101', '解放花园')
  const door = await givenDwelling(house, community, '3号楼', '2', '1502', '翠苑小区')
  await givenPerson(house, community, '周建国', { born: '1980-03-01', dwelling: door })
  // Ten thousand doors of one estate, so that the list is far too long to look through.
  await sql`insert into dwelling (county, id, community, estate, building, unit, floor, room, ordinal)
    select b.county, gen_random_uuid(), b.community, b.estate, b.id, u || '单元', f, f || lpad(r::text, 2, '0'), u * 10000 + f * 100 + r
    from building b join estate e on e.id = b.estate, generate_series(1, 40) u, generate_series(1, 25) f, generate_series(1, 10) r
    where e.name = '解放花园' on conflict do nothing`.execute(house.owner)
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

test.each(['desk', 'phone'] as const)(
  'among ten thousand doors one is found from the head, also where nobody lives, on a %s',
  async (screen) => {
    const { page, faults } = await openConsole(browser, house, '/people', { as: director, screen })
    const field = page.getByRole('main').getByRole('textbox', { name: '姓名、门牌、拼音首字母、电话或证件后四位' })
    const doors = page.locator('.people-doors')
    for (const typed of ['jf 31-2503', '2503 31单元 解放', '解放花园1号楼31单元2503']) {
      await field.fill(typed)
      await field.press('Enter')
      await doors.getByRole('button', { name: '解放花园 1号楼31单元2503', exact: true }).waitFor()
    }
    await field.fill('cy3-1502')
    await field.press('Enter')
    await page.getByRole('main').getByRole('button', { name: '周建国' }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
    await doors.getByRole('button', { name: '翠苑小区 3号楼2单元1502', exact: true }).click()
    await page.getByRole('complementary', { name: '这一户' }).getByText('周**').waitFor()
    expect(faults).toEqual([])
  },
)

test('a door is chosen among ten thousand by what is typed, in any order or by initials, with a building chosen before or not', async () => {
  const { page, faults } = await openConsole(browser, house, '/people', { as: director })
  await page.getByRole('button', { name: '登记人员' }).click()
  const [part, door] = [page.getByLabel('楼栋或小组'), page.getByRole('combobox', { name: /^门牌/ })]
  const choose = (text: string) =>
    page.locator('.ant-select-item-option').filter({ hasText: text }).first().dispatchEvent('click')
  await door.fill('2209')
  await page.locator('.ant-select-item-option').filter({ hasText: '单元2209' }).first().waitFor({ state: 'attached' })
  await door.fill('17-2209 jf')
  await choose('解放花园 1号楼17单元2209')
  await page.getByTitle('解放花园 1号楼17单元2209').first().waitFor()
  await part.fill('cy')
  await choose('翠苑小区 3号楼')
  await door.fill('15')
  await choose('翠苑小区 3号楼2单元1502')
  await page.getByTitle('翠苑小区 3号楼2单元1502').first().waitFor()
  expect(faults).toEqual([])
})
