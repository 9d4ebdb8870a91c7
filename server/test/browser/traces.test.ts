import { readHousehold } from '@wangdi/domain/plan/building-view.api.ts'
import { searchPeople, unmaskPerson } from '@wangdi/domain/people/people.api.ts'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { givenPlaces } from '../given/places.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, screens, scrollsSideways, startBrowser } from './console-page.ts'

const county = '410105'
const community = '410105001003'
let house: House
let browser: Browser
let director: Caller
let doctor: Caller
let volunteer: Caller

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  await givenPlaces(house)
  browser = await startBrowser()
  director = await house.as('community-director', community, '周敏')
  doctor = await house.as('community-doctor', community, '李文静')
  volunteer = await house.as('volunteer', community, '罗志愿')
  const dwelling = await givenDwelling(house, community)
  const person = await givenPerson(house, community, '陈志强', { dwelling, phone: '19900002217', born: '1950-05-01' })
  await doctor.call(searchPeople, { place: community, text: '陈志强' })
  await doctor.call(readHousehold, { dwelling })
  await doctor.call(unmaskPerson, { id: person, field: 'phone', reason: 'call' })
  for (let n = 0; n < 41; n++) await expect(volunteer.call(readHousehold, { dwelling })).rejects.toThrow('access.refused')
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const tablesScrollSideways = "[...document.querySelectorAll('.list-scroll')].some((one) => one.scrollWidth > one.clientWidth)"

for (const screen of Object.keys(screens) as (keyof typeof screens)[]) {
  test(`beside a resident stands who looked, by which way and when (${screen})`, async () => {
    const { page, faults } = await openConsole(browser, house, '/people', { as: director, screen })
    await page.getByRole('button', { name: '陈志强' }).click()
    await page.getByRole('button', { name: '看是谁' }).click()
    const looks = page.getByRole('list', { name: '谁看过' })
    await looks.getByText('李文静').first().waitFor()
    const told = await looks.getByRole('listitem').allTextContents()
    const byDoctor = told.filter((line) => line.includes('李文静'))
    expect(byDoctor.map((line) => /查找人员|看一户|看全号/.exec(line)?.[0])).toEqual(['看全号', '看一户', '查找人员'])
    for (const line of byDoctor) expect(line).toMatch(/\d{2}:\d{2} 李文静 社区医生 \S+/)
    expect(told.some((line) => line.includes('罗志愿'))).toBe(false) // who was refused saw nobody
    expect(await axeFaults(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
    expect(faults).toEqual([])
    await page.close()
  })

  test(`an auditor finds by account what was refused, in words, and how often (${screen})`, async () => {
    const auditor = await house.as('auditor', county, '陈审计')
    const { page, faults } = await openConsole(browser, house, '/rights/traces', { as: auditor, screen })
    await page.getByRole('button', { name: '罗志愿' }).click()
    const lines = page.getByRole('region', { name: '罗志愿的记录' })
    await lines.waitFor()
    await page.getByRole('checkbox', { name: '只看被拒绝过的' }).check()
    await page.getByRole('button', { name: '李文静' }).waitFor({ state: 'hidden' })
    const refused = page.getByRole('region', { name: '按账号' })
    expect(await refused.locator('tbody tr').allTextContents()).toEqual([expect.stringContaining('罗志愿')])
    await lines.getByText('岗位办不了').first().waitFor()
    await lines.getByText('次数翻一倍才再记一条').waitFor()
    expect(await page.evaluate(tablesScrollSideways)).toBe(false)
    expect(await lines.getByText('岗位办不了').count()).toBe(21)
    expect(await lines.getByText('这一小时第 40 次').count()).toBe(1)
    expect(await page.getByText('陈志强').count()).toBe(0)
    await page.getByRole('checkbox', { name: '只看被拒绝过的' }).uncheck()
    await page.getByRole('button', { name: '李文静' }).click()
    const byDoctor = page.getByRole('region', { name: '李文静的记录' })
    await byDoctor.getByText('看全号').waitFor()
    expect(await lines.count()).toBe(0)
    await page.getByLabel('哪天').fill('2026-11-01')
    await page.getByText('这一天没有记录。').waitFor()
    expect(await byDoctor.count()).toBe(0)
    expect(await axeFaults(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
    expect(faults).toEqual([])
    await page.close()
  })
}

test('whoever reads English is told the reasons in English', async () => {
  const auditor = await house.as('auditor', county)
  const { page, faults } = await openConsole(browser, house, '/rights/traces', { as: auditor, language: 'en' })
  await page.getByRole('button', { name: '罗志愿' }).click()
  await page.getByText('Not for this role').first().waitFor()
  await page.getByText('40 times within the hour').waitFor()
  expect(faults).toEqual([])
})
