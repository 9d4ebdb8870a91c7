import type { Browser } from 'playwright-core'
import { refuseCertificate } from '@wangdi/domain/rights/certificates/certificates.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { givenStay } from '../given/observation.ts'
import { givenOrder } from '../given/orders.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { givenPlaces } from '../given/places.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const community = '410105001003'
let house: House
let browser: Browser
let director: Caller

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  await givenPlaces(house)
  browser = await startBrowser()
  director = await house.as('community-director', community, '周敏')
  const dwelling = await givenDwelling(house, community)
  const person = await givenPerson(house, community, '陈志强', { dwelling, born: '1985-05-01' })
  await openResponseFor(house, '410105', { from: '2026-11-10', until: '2026-12-10' })
  await givenStay(house, community, person, '2026-11-15')
  await givenOrder(house, community, { from: '2026-11-12', until: '2026-11-20' })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

test('a certificate that no community issues is refused at the desk with an answer to hand over, and stands in the log', async () => {
  const { page, faults } = await openConsole(browser, house, '/certificates', { as: director })
  await page.getByText('没有单位来要过别的证明').waitFor()
  await page.getByRole('button', { name: '登记不开的证明' }).click()
  await page.locator('#refuse_certificate').click()
  await page.locator('.ant-select-item-option[title="健在证明"]').dispatchEvent('click')
  await page.locator('#refuse_asked_by').fill('某某银行支行')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: '记下，给答复' }).click()
  await page.getByText('“健在证明”社区（村）开不了').waitFor()
  await page.getByRole('button', { name: '打印答复' }).waitFor()
  expect(await page.getByRole('button', { name: /确\s?定/ }).count()).toBe(0)
  await page
    .getByRole('button', { name: /关\s?上/ })
    .last()
    .click()
  await page.getByRole('region', { name: '没开的证明' }).getByRole('cell', { name: '健在证明' }).waitFor()
  expect(faults).toEqual([])
})

test('a proof of residence is issued for a resident who is found by name, and can be printed', async () => {
  const { page, faults } = await openConsole(browser, house, '/certificates', { as: director })
  await page.getByRole('button', { name: '开居住证明' }).click()
  await page.getByRole('searchbox', { name: '姓名、拼音首字母或证件尾号' }).fill('陈志强')
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByRole('radio', { name: /3号楼2单元402/ }).check()
  await page.locator('#proof_asked_by').fill('用人单位')
  await page.getByRole('button', { name: '开证明，给编号' }).click()
  await page.getByRole('cell', { name: '居证〔2026〕1号', exact: true }).waitFor()
  await page.evaluate('window.print = () => {}')
  await page.getByRole('button', { name: '打印 居证〔2026〕1号' }).click()
  await page.getByText('陈志强现居住在').waitFor({ state: 'attached' })
  expect(faults).toEqual([])
})

test('places and persons under control stand side by side at the smallest unit', async () => {
  const { page, faults } = await openConsole(browser, house, '/controlled', { as: director })
  await page.getByRole('region', { name: '管控的地方' }).getByRole('link', { name: '3号楼2单元' }).waitFor()
  await page.getByRole('region', { name: '观察的人' }).getByRole('link', { name: '陈**' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(faults).toEqual([])
  const street = await house.as('street-officer', '410105001')
  const above = await openConsole(browser, house, '/controlled', { as: street, screen: 'phone' })
  await above.page.getByRole('region', { name: '观察的人' }).getByText('1 人').waitFor()
  expect(await above.page.getByText('陈').count()).toBe(0)
})

test.each([
  ['/certificates', 'phone', 'zh-CN'],
  ['/certificates', 'desk', 'en'],
  ['/controlled', 'phone', 'en'],
] as const)('%s on a %s in %s has no fault that axe finds and does not scroll sideways', async (path, screen, language) => {
  const asked = {
    place: community,
    certificate: 'other' as const,
    wording: '某种名字特别长的证明'.repeat(5),
    asked_by: '某单位'.repeat(15),
  }
  await director.call(refuseCertificate, { ...asked, id: newId() })
  const { page, faults } = await openConsole(browser, house, path, { as: director, screen, language })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('.w-skeleton').first().waitFor({ state: 'detached' })
  expect(await axeFaults(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  expect(faults).toEqual([])
})
