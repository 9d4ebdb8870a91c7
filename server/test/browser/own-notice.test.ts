// What a published notice brings, as those who work with it see it: lines of the report, a kind of person, facts, levels, sums above.
import { saveDraft, submitDraft } from '@wangdi/domain/documents/packs.api.ts'
import { confirmReport, readDailyReport, sayLine } from '@wangdi/domain/reports/reports.api.ts'
import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { publishDengue } from '../given/dengue.ts'
import { dengue, dengueCases } from '../given/packs.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { givenPlaces } from '../given/places.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const county = '410105'
const community = '410105001003'
let house: House
let browser: Browser
let director: Caller
let health: Caller
let person: string
const faults: string[] = []

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  await givenPlaces(house)
  house.clock.set('2026-11-17T10:00:00+08:00')
  await publishDengue(house, '2026-11-18')
  house.clock.set('2026-11-18T10:00:00+08:00')
  await openResponseFor(house, county, { from: '2026-11-18', until: '2026-12-31', rules: 'dengue-2026@2026-11-18' })
  director = await house.as('community-director', community, '周敏')
  health = await house.as('county-health', county, '韩志远')
  person = await givenPerson(house, community, '周桂兰', { dwelling: await givenDwelling(house, community, '3号楼', '2', '501') })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
afterEach(() => expect(faults.splice(0)).toEqual([]))

type Screen = 'desk' | 'phone'

async function open(as: Caller, path: string, screen: Screen) {
  const opened = await openConsole(browser, house, path, { as, screen })
  faults.push(...opened.faults)
  await opened.page.getByRole('heading', { level: 1 }).waitFor()
  return opened.page
}

/** Looked at by axe and for its width, and kept as a picture for whoever looks by hand. */
async function looked(page: Page, name: string) {
  const folder = process.env['WANGDI_SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  expect(await axeFaults(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}

for (const screen of ['desk', 'phone'] as const) {
  test(`the facts that a notice asks of a community are entered there and nothing else is, on a ${screen}`, async () => {
    const page = await open(director, '/regimes', screen)
    await page.getByText('登革热县域等级').first().waitFor()
    expect(await page.getByRole('button', { name: '确认', exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: '登记疫情数据' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('布雷图指数').fill('1001')
    await form.getByLabel(/来源/).fill('社区蚊媒监测')
    // Cases of the county are not asked here.
    expect(await form.getByText(/确诊|病例/).count()).toBe(0)
    await looked(page, `facts-${screen}`)
    await form.getByRole('button', { name: '登记', exact: true }).click()
    await form.getByText(/0 到 1000/).waitFor()
    await form.getByLabel('布雷图指数').fill('12')
    await form.getByRole('button', { name: '登记', exact: true }).click()
    await form.waitFor({ state: 'hidden' })
    await page.getByRole('region', { name: '登记的疫情数据' }).getByText('12', { exact: true }).waitFor()
    await page.getByText('还缺：本县近 28 天登革热病例').waitFor()
    await looked(page, `regimes-${screen}`)
    await page.close()
  })

  test(`a level of a notice is confirmed by whom it names, on a ${screen}`, async () => {
    const page = await open(health, '/regimes', screen)
    await page.getByText('登革热县域等级').first().waitFor()
    await page.getByRole('button', { name: '登记疫情数据' }).click()
    await page
      .getByRole('dialog')
      .getByLabel(/登革热病例/)
      .waitFor()
    await looked(page, `facts-county-${screen}`)
    await page.close()
  })

  test(`an order by a kind of the notice is proposed with its term and its source, on a ${screen}`, async () => {
    const page = await open(health, `/observation/new?person=${person}`, screen)
    await page.getByText('住处有蚊帐或纱窗').waitFor()
    await page.getByLabel('是哪类人').fill('流行区')
    await page.getByLabel('是哪类人').press('Enter')
    await page.getByLabel('从哪天起算').fill('2026-11-17')
    await page.getByRole('button', { name: '看建议' }).click()
    const proposal = page.getByRole('region', { name: '按规定的建议' })
    await proposal
      .getByText(/登革热社区防控工作方案（虚构）/)
      .first()
      .waitFor()
    await proposal.getByText(/还不知道：住处有蚊帐或纱窗。/).waitFor()
    await looked(page, `order-${screen}`)
    await page.close()
  })

  test(`the lines of a notice stand in the daily report, a count and a zero are said in them, on a ${screen}`, async () => {
    const page = await open(director, '/reports', screen)
    const row = page.getByRole('row').filter({ hasText: '清理积水（处）' })
    await row.getByRole('textbox', { name: '清理积水（处）' }).fill('12')
    await looked(page, `report-${screen}`)
    await row.getByRole('button', { name: '报数' }).click()
    await row.getByText(/周敏.*报$/).waitFor()
    await page.getByText('登革热健康监测（人）').first().waitFor()
    await looked(page, `report-said-${screen}`)
    await row.getByRole('button', { name: '改', exact: true }).click()
    await row.getByRole('textbox').waitFor()
    await page.close()
  })

  test(`who publishes what restricts more than the nation allows says the ground and the order, on a ${screen}`, async () => {
    const [writer, publisher] = [await house.as('policy-editor', '41', '梁静'), await house.as('policy-editor', '41', '石磊')]
    const id = newId()
    const body = dengue
      .replace('evidence: [visits.disinfection]', 'evidence: [visits.disinfection]\n    allows: [community-closure]')
      .replace('id: dengue-2026', `id: strict-${screen}`)
      .replaceAll('id: dengue-', `id: strict-${screen}-`)
    const cases = dengueCases.replaceAll('dengue-', `strict-${screen}-`)
    await writer.call(saveDraft, { id, place: '41', edition: 0, pack: `strict-${screen}`, body, cases })
    await writer.call(submitDraft, { id, edition: 1 })
    const page = await open(publisher, '/packs', screen)
    await page.getByRole('link', { name: `strict-${screen}` }).click()
    await page.getByRole('button', { name: /^发\s?布$/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').first().waitFor()
    await looked(page, `anyway-${screen}`)
    expect(await dialog.getByRole('button', { name: /^发\s?布$/ }).isDisabled()).toBe(true)
    await page.close()
  })
}

// A confirmed report is said once, so that this comes last.
for (const screen of ['desk', 'phone'] as const) {
  test(`a city sees the sums of a notice's lines, on a ${screen}`, async () => {
    const { points, frozen } = await director.call(readDailyReport, { community })
    if (frozen.length === 0) {
      const said = { community, day: '2026-11-18' }
      for (const { line } of points.filter(({ why }) => why === 'say-zero'))
        await director.call(sayLine, { id: newId(), ...said, line, zero: 'zero' })
      await director.call(confirmReport, said)
    }
    const page = await open(await house.as('city-officer', '4101'), '/reports/received', screen)
    await page.getByText('清理积水（处）').first().waitFor()
    await looked(page, `received-${screen}`)
    await page.close()
  })
}
