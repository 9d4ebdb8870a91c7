// A household as a page: who of it is under observation on which day, what is owed to it, its paper, and the way to its picture.
import { decideObservation, deliverNotice } from '@wangdi/domain/observation/observation.api.ts'
import { takeRequest } from '@wangdi/domain/requests/requests.api.ts'
import { recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { givenStay } from '../given/observation.ts'
import { givenDwelling, givenGrid, givenPerson } from '../given/people.ts'
import { givenPlaces } from '../given/places.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'
import { followAll, settled } from './figures/follow.ts'

const community = '410105001003'
const longName = '古丽巴哈尔·阿卜杜热合曼·买买提依明·吐尔逊江·艾合麦提江'
let house: House
let browser: Browser
let director: Caller
let home: string
let beside: string
let mother: string

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-18' })
  await givenPlaces(house)
  await openResponseFor(house, '410105', { from: '2026-11-10', until: '2026-12-10' })
  browser = await startBrowser()
  director = await house.as('community-director', community, '周敏')
  const worker = await house.as('grid-worker', community, '马晓燕')
  home = await givenDwelling(house, community, '3号楼', '1', '302', '翠苑小区')
  await givenDwelling(house, community, '5号楼', '2', '601', '解放花园')
  beside = await givenDwelling(house, community, '3号楼', '1', '303', '翠苑小区')
  await givenGrid(house, community, [home, beside], worker.account, '1网格')
  const son = await givenPerson(house, community, '周建国', { born: '1980-03-01', dwelling: home, sex: 'male' })
  mother = await givenPerson(house, community, '孙玉兰', { born: '1955-03-01', dwelling: home, phone: '19900000318' })
  const guest = await givenPerson(house, community, longName, { born: '1990-03-01', dwelling: beside })
  const health = await house.as('county-health', '410105', '王海涛')
  const notice = { finding: '次密接', measure: '居家隔离医学观察', rights: '可以申请复议', contact: '19900000001' }
  const order = { known: {}, issuer: '区疾控', basis: '流调认定', notice, reason: '采样日按区疾控的安排' }
  const stays = []
  for (const person of [son, mother]) {
    const phases = [{ where: 'home' as const, days: 7, test_days: [1, 4, 7] }]
    const from = { kind: 'secondary-contact' as const, day_zero: '2026-11-15' }
    const id = newId()
    const number = `观〔2026〕${stays.length + 1}号`
    await health.call(decideObservation, { ...order, ...from, id, person, phases, number })
    stays.push(id)
  }
  await givenStay(house, community, guest, '2026-11-18', { dwelling: home })
  const receipt = { way: 'in-person', receipt: 'signed' } as const
  await director.call(deliverNotice, { id: newId(), observation: stays[0] ?? '', ...receipt })
  await director.call(recordVisit, { id: newId(), dwelling: home, result: 'met', met: [mother], needs: ['medicine'] })
  const who = { name: '孙玉兰', phone: null, relation: 'self' as const, shown: '身份证', person: mother }
  const asked = { kind: 'data-see' as const, against: community, way: 'desk' as const, matter: '看自己的信息', details: {} }
  await director.call(takeRequest, { id: newId(), ...asked, who })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const shot = async (page: Page, name: string) => {
  const folder = process.env['WANGDI_SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

test('each person under observation behind a door stands with the day of how many, one who is at home elsewhere too', async () => {
  const { page, faults } = await openConsole(browser, house, `/households/${home}`, { as: director })
  const card = page.getByRole('region', { name: '这一户', exact: true })
  await card.getByRole('link', { name: '第 3 天 / 共 7 天' }).first().waitFor()
  await settled(page)
  const said = await card.locator('.household-observed li').allTextContents()
  expect(said.toSorted()).toEqual(
    [
      '周** 第 3 天 / 共 7 天 居家隔离，到 11-22 24:00',
      '孙** 第 3 天 / 共 7 天 居家隔离，到 11-22 24:00',
      '古** 第 1 天 / 共 7 天 居家隔离，到 11-24 24:00，登记住在别的门牌',
    ].toSorted(),
  )
  expect(await card.getByText('居家观察 3/7').count()).toBe(2)
  await shot(page, 'household-desk')
  await card.getByRole('link', { name: '第 1 天 / 共 7 天' }).click()
  await page.waitForURL('**/observation/*')
  expect(faults).toEqual([])
})

test('what is owed to a household stands on one line: what has no register says so, and each figure opens exactly its rows', async () => {
  const { page, faults } = await openConsole(browser, house, `/households/${home}`, { as: director })
  const strip = page.getByRole('region', { name: '这户等着办的' })
  await strip.getByText('告知书 3 份').waitFor()
  const cell = (name: string) => strip.locator('div').filter({ has: page.getByRole('heading', { name, exact: true }) })
  await cell('上门采样').getByText('11-19').waitFor()
  expect(await cell('上门采样').getByRole('link').allTextContents()).toEqual(['周** 第 4 天', '孙** 第 4 天'])
  expect(await cell('答应过这户的').textContent()).toBe('答应过这户的还没有登记的地方')
  expect(await cell('求助').textContent()).toContain('投诉和申请 1 件')
  expect(await cell('求助').textContent()).toContain('11-18 走访说要：')
  expect(await cell('通知').textContent()).toContain('2 份没送到')
  await settled(page)
  const { figures, wrong } = await followAll(page, page.url())
  expect([figures, wrong]).toEqual([10, []])
  expect(faults).toEqual([])
})

test('who may not see observation finds none of it on the card nor on its paper, and no zero in its place', async () => {
  const street = await house.as('street-officer', '410105001', '韩冬')
  const { page, faults } = await openConsole(browser, house, `/households/${home}`, { as: street })
  const strip = page.getByRole('region', { name: '这户等着办的' })
  await strip.getByText('不归这个账号看').first().waitFor()
  await settled(page)
  expect(await page.getByRole('main').textContent()).not.toMatch(/第 \d+ 天|居家隔离|告知书 \d/)
  await page.evaluate('window.print = () => {}')
  await page.getByRole('button', { name: '打印这户' }).click()
  const sheet = page.locator('.print-sheet')
  await sheet.getByText('居家观察的情况没有印').waitFor({ state: 'attached' })
  expect(await sheet.textContent()).not.toMatch(/第 \d+ 天|居家隔离/)
  expect(faults).toEqual([])
})

test('a household is printed on one page as far as whoever prints may see it, with name and time, and the trail says so', async () => {
  const { page, faults } = await openConsole(browser, house, `/households/${home}`, { as: director })
  await page.evaluate('window.print = () => {}')
  await page.getByRole('button', { name: '打印这户' }).click()
  const sheet = page.locator('.print-sheet')
  await sheet.getByRole('heading', { level: 1, includeHidden: true }).waitFor({ state: 'attached' })
  const text = (await sheet.textContent()) ?? ''
  for (const said of ['翠苑小区 3号楼1单元302', '周敏 2026-11-18', '马晓燕', '孙**', '古**', '199****0318', '第 3 天 / 共 7 天'])
    expect(text).toContain(said)
  for (const hidden of ['孙玉兰', '19900000318', longName]) expect(text).not.toContain(hidden)
  await page.emulateMedia({ media: 'print' })
  expect([await page.locator('#root').isVisible(), await sheet.isVisible()]).toEqual([false, true])
  expect(await axeFaults(page)).toEqual([])
  await shot(page, 'household-paper')
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(Number(/\/Count (\d+)/.exec(pdf)?.[1])).toBe(1)
  const { rows } = await sql<{ printed: number }>`select count(*)::int as printed from audit_line
    where account = ${director.account} and verb = 'plan.household' and targets ->> 'paper' = 'printed'`.execute(house.owner)
  expect(rows[0]?.printed).toBe(1)
  await page.evaluate("window.dispatchEvent(new Event('afterprint'))")
  await sheet.waitFor({ state: 'detached' })
  expect(faults).toEqual([])
})

test('from a household one goes to its picture, where its door is open, and the picture says what its marks mean', async () => {
  const { page, faults } = await openConsole(browser, house, `/households/${home}`, { as: director })
  await page.getByRole('link', { name: '楼栋图', exact: true }).last().click()
  await page.waitForURL('**/buildings?*')
  const panel = page.getByRole('complementary', { name: '这一户' })
  await panel.getByRole('link', { name: '翠苑小区 3号楼1单元302' }).waitFor()
  await panel.getByRole('link', { name: '第 3 天 / 共 7 天' }).first().waitFor()
  await page.getByText('4/7：观察第 4 天，共 7 天').waitFor()
  await shot(page, 'picture')
  await page.getByRole('gridcell', { name: /303/ }).click()
  await panel.getByRole('link', { name: '翠苑小区 3号楼1单元303' }).waitFor()
  expect(faults).toEqual([])
})

test('a door of many with long names fits a phone and a desk, and its paper goes on to a second page', async () => {
  const many = await givenDwelling(house, community, '9号楼', '1', '101', '翠苑小区')
  for (let n = 0; n < 40; n++) {
    const person = await givenPerson(house, community, n % 4 === 0 ? longName : `何${n}`, { born: '1950-03-01', dwelling: many })
    if (n < 12) await givenStay(house, community, person, '2026-11-16')
  }
  for (const [screen, language] of [
    ['phone', 'zh-CN'],
    ['desk', 'en'],
  ] as const) {
    const { page, faults } = await openConsole(browser, house, `/households/${many}`, { as: director, screen, language })
    await page.locator('.household-observed li').nth(11).waitFor()
    await settled(page)
    expect([await axeFaults(page), await scrollsSideways(page)]).toEqual([[], false])
    await shot(page, `household-many-${screen}`)
    if (screen === 'desk') {
      await page.evaluate('window.print = () => {}')
      await page.getByRole('button', { name: 'Print', exact: true }).click()
      await page.locator('.print-sheet h1').waitFor({ state: 'attached' })
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
      expect(Number(/\/Count (\d+)/.exec(pdf)?.[1])).toBeGreaterThan(1)
    }
    expect(faults).toEqual([])
  }
})
