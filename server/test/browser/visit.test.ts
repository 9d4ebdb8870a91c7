import { addDays, shanghaiDay } from '@wangdi/domain/day.ts'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { givenDwelling, givenGrid, givenPerson } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, patience, startBrowser } from './console-page.ts'
import { openPhone, type TestPhone } from './phone-page.ts'

const community = '410105001003'
let house: House
let browser: Browser
let phone: TestPhone
let page: Page
let worker: Caller
let elder: string
let husband: string
let door: string
let taps = 0
const faults: string[] = []

beforeAll(async () => {
  house = await startHouse()
  house.clock.set(undefined)
  const today = shanghaiDay(Date.now())
  await openResponseFor(house, '410105', { from: addDays(today, -7), until: addDays(today, 20) })
  browser = await startBrowser()
  worker = await house.as('grid-worker', community, '吴晓彤')
  door = await givenDwelling(house, community, '2号楼', '1', '101', '体育小区')
  const next = await givenDwelling(house, community, '2号楼', '1', '102', '体育小区')
  const far = await givenDwelling(house, community, '2号楼', '1', '101', '翠苑小区')
  await givenGrid(house, community, [door, next, far], worker.account, '第3网格')
  elder = await givenPerson(house, community, '郑玉梅', { born: '1948-03-01', dwelling: door, phone: '19900000101' })
  husband = await givenPerson(house, community, '吴国强', { born: '1944-03-01', dwelling: door, phone: '19900000102' })
  for (const name of ['吴建军', '李娜', '吴子涵', '阿依古丽·买买提江'])
    await givenPerson(house, community, name, { born: '1980-03-01', dwelling: door })
  await givenPerson(house, community, '孙淑芬', { born: '1950-03-01', dwelling: far })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
afterEach(async () => {
  await phone?.close()
  await house.owner.deleteFrom('visit').execute()
  expect(faults.splice(0)).toEqual([])
})

async function newPhone() {
  phone = await openPhone(browser, house, faults)
  page = phone.page
  await phone.signIn(worker)
  taps = 0
}

/** Whether a thumb that comes down on the middle of it hits it, as the page lies now: nothing is scrolled, nothing lies over it. */
const isUnderThumb = (at: Locator) =>
  at.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const hit = element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2)
    return hit !== null && (hit === element || element.contains(hit))
  })

async function tap(at: Locator) {
  await at.waitFor()
  expect(await isUnderThumb(at)).toBe(true)
  const box = await at.boundingBox()
  if (!box) throw new Error('nothing to tap')
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
  taps += 1
}

const dueRow = () => page.locator('.f-row-main', { hasText: '郑玉梅' })
const key = (text: string) => page.locator('.f-key', { hasText: text })
const chip = (name: string) => page.locator('.f-chips-names .f-chip', { hasText: name })
const save = () => page.locator('.f-btn-main')
const metHeld = async () =>
  (await house.owner.selectFrom('visit').select(['result', 'met', 'replaces']).orderBy('at').execute()).map(
    ({ result, met, replaces }) => [result, [...(met as string[])].sort(), replaces !== null],
  )

test('a visit to a household of several takes three taps, and those who were due are due no more', async () => {
  await newPhone()
  expect(await page.locator('.f-row-main .w-plate', { hasText: '体育小区' }).first().innerText()).toContain('101')
  await tap(dueRow())
  await page.locator('.f-keys').waitFor()
  await page.evaluate('scrollTo(0, 1e6)') // as far as the thumb pushes the page
  await tap(key('已见面'))
  for (const name of ['郑玉梅', '吴国强']) {
    expect(await chip(name).getAttribute('aria-checked')).toBe('true')
    expect(await isUnderThumb(chip(name))).toBe(true)
  }
  expect(await chip('李娜').getAttribute('aria-checked')).toBe('false')
  expect(await page.locator('.f-left-out').count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await tap(save())
  expect(taps).toBe(3)
  await expect.poll(metHeld, { timeout: patience }).toEqual([['met', [elder, husband].sort(), false]])
  await phone.reopen('/')
  await page.locator('.f-row-main', { hasText: '孙淑芬' }).waitFor()
  expect(await dueRow().count()).toBe(0)
})

test('whoever is due and left out is named beside the save key, stays due, and is met by the correction', async () => {
  await newPhone()
  await page.locator('.f-row-main', { hasText: '郑玉梅' }).click()
  await key('已见面').click()
  await tap(chip('吴国强'))
  const said = page.locator('.f-left-out')
  await said.getByText('没选 吴国强').waitFor()
  expect(await isUnderThumb(said)).toBe(true)
  await tap(save())
  await expect.poll(metHeld, { timeout: patience }).toEqual([['met', [elder], false]])
  await page.getByRole('button', { name: '改', exact: true }).click()
  await page.getByText('改上一次登记').waitFor()
  expect(await key('已见面').getAttribute('aria-checked')).toBe('true')
  expect([await chip('郑玉梅').getAttribute('aria-checked'), await chip('吴国强').getAttribute('aria-checked')]).toEqual([
    'true',
    'false',
  ])
  await chip('吴国强').click()
  await save().click()
  await expect.poll(metHeld, { timeout: patience }).toEqual([
    ['met', [elder], false],
    ['met', [elder, husband].sort(), true],
  ])
})

test('what is missing is said where it is seen: the result of a visit, the parts of an arrival', async () => {
  await newPhone()
  await tap(dueRow())
  for (const [path, said] of [
    ['', '先点一下见没见到人'],
    ['/arrival', '还差'],
  ] as const) {
    if (path) await phone.reopen(path)
    await tap(save())
    const asked = page.locator('[role=alert]', { hasText: said })
    await asked.waitFor()
    expect([said, await isUnderThumb(asked)]).toEqual([said, true])
  }
})
