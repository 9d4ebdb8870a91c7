// What a community enters and ends by itself on its pages: a building, a round, one's own forgotten sign-in.
import type { Browser, Page } from 'playwright-core'
import { saveBuilding } from '@wangdi/domain/places/places.api.ts'
import { openRound } from '@wangdi/domain/rounds/rounds.api.ts'
import { readSession } from '@wangdi/domain/staff/session.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { givenPlaces } from '../given/places.ts'
import { trySignIn } from '../guesser.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const community = '410105001003'
let house: House
let browser: Browser
let clerk: Caller
const faults: string[] = []
beforeAll(async () => {
  house = await startHouse()
  await givenPlaces(house)
  browser = await startBrowser()
  clerk = await house.as('community-worker', community, '周敏')
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
afterEach(() => expect(faults.splice(0)).toEqual([]))

async function open(as: Caller, path: string, screen: 'desk' | 'phone' = 'desk', language: 'zh-CN' | 'en' = 'zh-CN') {
  const opened = await openConsole(browser, house, path, { as, screen, language })
  faults.push(...opened.faults)
  await opened.page.getByRole('heading', { level: 1 }).waitFor()
  const folder = process.env['WANGDI_SHOTS']
  const shoot = async (name: string) => {
    if (folder) await opened.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  }
  return { page: opened.page, shoot }
}

test('a community enters an estate and a building; its doors are counted before they are made', async () => {
  const { page, shoot } = await open(clerk, '/doors')
  await page.getByText('还没登记楼栋').waitFor()
  await page.getByRole('button', { name: '登记小区或自然村' }).click()
  const estate = page.getByRole('dialog', { name: '登记小区或自然村' })
  await estate.getByLabel('名称').fill('锦绣苑')
  await estate.getByRole('button', { name: '保存' }).click()
  await estate.waitFor({ state: 'hidden' })
  await page.getByRole('row', { name: /锦绣苑/ }).waitFor()

  await page.getByRole('button', { name: '登记楼栋' }).click()
  const form = page.getByRole('dialog', { name: '登记楼栋' })
  await form.getByLabel('名称').fill('3号楼')
  await form.getByLabel('单元（只有一个单元可不填）').fill('1单元')
  await form.getByLabel('层数').fill('6')
  await form.getByLabel('每层几户').fill('2')
  await form.getByText('会生成 12 个门牌，从 1单元 101 到 1单元 602').waitFor()
  await form.getByRole('button', { name: '再加一个单元' }).click()
  await form.getByLabel('单元（只有一个单元可不填）').nth(1).fill('2单元')
  await form.getByText('会生成 24 个门牌，从 1单元 101 到 2单元 602').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await shoot('building-form')
  await form.getByRole('button', { name: '保存' }).click()
  const sure = page.getByRole('dialog', { name: '登记3号楼，生成 24 个门牌？' })
  await sure.getByRole('button', { name: '取消' }).click()
  await sure.waitFor({ state: 'hidden' })
  expect(await house.owner.selectFrom('dwelling').select('id').execute()).toEqual([])
  await form.getByRole('button', { name: '保存' }).click()
  await sure.getByRole('button', { name: '保存' }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('row', { name: /3号楼/ }).getByRole('cell', { name: '24' }).waitFor()
  await page.getByText('楼栋 1 栋，门牌 24 个').waitFor()
  expect(await house.owner.selectFrom('dwelling').select('id').execute()).toHaveLength(24)
  await shoot('doors')
  await page.close()
})

test('a community ends a round, told before what was not reached and that it stays ended', async () => {
  const other = '410105001002'
  const own = await house.as('community-director', other, '马晓燕')
  await own.call(saveBuilding, {
    ...{ id: newId(), community: other, estate: null, name: '1号楼', ordinal: 1 },
    units: [{ unit: '', floors: 6, rooms: 4 }],
  })
  const id = newId()
  await own.call(openRound, {
    ...{ id, community: other, kind: 'survey', name: '冬季入户', of: 'dwellings', groups: [] },
    ...{ from: house.clock.today(), until: null, everyDays: null },
  })
  const { page, shoot } = await open(own, '/rounds')
  await page.getByRole('button', { name: '结束这一轮' }).click()
  const dialog = page.getByRole('dialog', { name: '结束“冬季入户”？' })
  await dialog.getByText('还有 24 户没走到').waitFor()
  await shoot('close-round')
  await dialog.getByRole('button', { name: '取消' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '结束这一轮' }).click()
  await dialog.getByRole('button', { name: /^结\s?束$/ }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '结束这一轮' }).waitFor({ state: 'detached' })
  const { closed_at } = await house.owner.selectFrom('round').select('closed_at').where('id', '=', id).executeTakeFirstOrThrow()
  expect(closed_at).not.toBeNull()
  await page.close()
})

test('whoever lost a phone sees where they are signed in and signs that one out', async () => {
  const lost = await house.as('community-director', community, '马晓燕')
  const { account } = await lost.call(readSession, {})
  const elsewhere = await trySignIn(house, account.login)
  const asked = () => fetch(`${house.url}/api/session`, { headers: { cookie: elsewhere.cookie } })
  expect((await asked()).status).toBe(200)
  const { page, shoot } = await open(lost, '/own-sessions')
  await page.getByText('现在用的这一个').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await shoot('own-sessions')
  await page.getByRole('button', { name: '让它退出' }).click()
  const sure = page.getByRole('dialog')
  await sure.getByRole('button', { name: '取消' }).click()
  await sure.waitFor({ state: 'hidden' })
  expect((await asked()).status).toBe(200)
  await page.getByRole('button', { name: '让它退出' }).click()
  await sure.getByRole('button', { name: '让它退出' }).click()
  await page.getByRole('button', { name: '让它退出' }).waitFor({ state: 'detached' })
  expect((await asked()).status).toBe(401)
  await page.close()
})

const toDoors = async (page: Page) => {
  await page.getByRole('navigation').getByRole('button', { name: '组织' }).click()
  await page.getByRole('link', { name: '小区和楼栋' }).click()
}

test('what was typed in a form stays when pressed beside it, and is asked about before its page is left', async () => {
  const { page } = await open(clerk, '/own-sessions')
  await toDoors(page)
  await page.getByRole('button', { name: '登记小区或自然村' }).click()
  const form = page.getByRole('dialog', { name: '登记小区或自然村' })
  const name = form.getByLabel('名称')
  await name.fill('枫林湾')
  await page.mouse.click(8, 8)
  expect(await name.inputValue()).toBe('枫林湾')
  const sure = page.getByRole('dialog', { name: '写的还没保存' })
  await page.evaluate('history.back()')
  await sure.getByRole('button', { name: '取消' }).click()
  await sure.waitFor({ state: 'hidden' })
  expect(await name.inputValue()).toBe('枫林湾')
  await page.evaluate('history.back()')
  await sure.getByRole('button', { name: '不存，离开' }).click()
  await page.getByText('现在用的这一个').waitFor()
  await page.close()
})

test('what is sought is left without a question, and what is saved too', async () => {
  const { page } = await open(clerk, '/people')
  await page.getByRole('main').getByRole('search').getByRole('textbox').first().fill('张')
  await toDoors(page)
  await page.getByRole('button', { name: '登记小区或自然村' }).click()
  const form = page.getByRole('dialog', { name: '登记小区或自然村' })
  await form.getByLabel('名称').fill('枫林湾')
  await form.getByRole('button', { name: '保存' }).click()
  await form.waitFor({ state: 'hidden' })
  await page.evaluate('history.back()')
  await page.getByRole('main').getByRole('search').first().waitFor()
  await page.close()
})

test('a street compares its communities by the grids that nobody answers for and goes into one', async () => {
  const street = await house.as('street-officer', '410105001', '王芳')
  const one = '410105001004'
  await street.call(saveBuilding, {
    ...{ id: newId(), community: one, estate: null, name: '1号楼', ordinal: 1 },
    units: [{ unit: '', floors: 7, rooms: 5 }],
  })
  const { page } = await open(street, '/grids')
  const row = page.getByRole('region', { name: '哪里缺网格员' }).getByRole('row', { name: /35$/ })
  await row.waitFor()
  expect(await axeFaults(page)).toEqual([])
  await row.getByRole('button').click()
  await page.getByText('35 户').first().waitFor()
  await page.close()
})

test('the place field of the head finds a community at any depth by its name', async () => {
  const officer = await house.as('county-civil-affairs', '410105', '孙静')
  const { page } = await open(officer, '/doors')
  await page.getByRole('button', { name: '金水区' }).click()
  await page.getByRole('searchbox', { name: '按名字找' }).fill('体育')
  await page.getByRole('button', { name: '体育社区 经八路街道' }).click()
  await page.getByText(/^楼栋 \d+ 栋，门牌 \d+ 个$/).waitFor()
  await page.close()
})

for (const path of ['/doors', '/own-sessions'])
  for (const [screen, language] of [
    ['phone', 'zh-CN'],
    ['desk', 'en'],
  ] as const)
    test(`${path} on a ${screen} in ${language} has no fault that axe finds and does not scroll sideways`, async () => {
      const { page, shoot } = await open(clerk, path, screen, language)
      await page.locator('.card').first().waitFor()
      await page.locator('.w-skeleton').first().waitFor({ state: 'detached' })
      expect(await axeFaults(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
      await shoot(`${path.slice(1)}-${screen}`)
      await page.close()
    })
