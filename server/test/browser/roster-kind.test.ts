// A clerk brings in a roster as one of another kind: the kind that it more likely is, is offered, and taken by one press.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { type MadeCell, numberOf, workbook } from '../roster-kinds/make-files.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const community = '410105001003'
let house: House
let browser: Browser

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-20' })
  browser = await startBrowser()
  await openResponseFor(house, '410105', { from: '2026-11-10', until: '2026-12-10' })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const rosters: Readonly<Record<'arrivals' | 'residents', readonly (readonly MadeCell[])[]>> = {
  arrivals: [
    ['姓名', '身份证号', '出发地', '返乡时间', '车次'],
    ['郑甲', numberOf('1980-01-01', 301), '湖北武汉', '2026-11-19', 'G1'],
  ],
  residents: [
    ['姓名', '身份证号', '楼栋', '单元', '房号', '与户主关系'],
    ['郑丙', numberOf('1980-01-01', 305), '1号楼', '1单元', '101', '户主'],
  ],
}
async function lookedAt(as: Caller, kind: keyof typeof rosters, chosen: string, screen: 'desk' | 'phone') {
  const opened = await openConsole(browser, house, '/imports', { as, screen })
  await opened.page.getByRole('radio', { name: chosen }).check()
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await opened.page.setInputFiles('input[type=file]', { name: '名册.xlsx', mimeType, buffer: workbook(rosters[kind]) })
  const preview = opened.page.getByRole('region', { name: '看一遍再导' })
  await preview.waitFor()
  return { ...opened, preview }
}

test.each([
  ['arrivals', '居民台账', '返乡（来）人员', 'phone'],
  ['residents', '老年人健康调查', '居民台账', 'desk'],
] as const)('a roster of %s chosen as %s is offered as %s, and brought in as such', async (kind, chosen, better, screen) => {
  const clerk = await house.as('community-worker', community)
  const { page, preview, faults } = await lookedAt(clerk, kind, chosen, screen)
  await preview.getByText(`这张表更像“${better}”。`).waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  await preview.getByRole('button', { name: `按“${better}”看` }).click()
  await preview.getByText(`这张表更像`).waitFor({ state: 'detached' })
  expect(await page.getByRole('radio', { name: better }).isChecked()).toBe(true)
  await preview.getByRole('button', { name: '导入 1 行' }).click()
  await page.getByRole('heading', { name: '导好了' }).waitFor()
  expect(faults).toEqual([])
})

test('a register of arrivals is not offered where no response has opened it', async () => {
  const clerk = await house.as('community-worker', '410122101205')
  const { preview, faults } = await lookedAt(clerk, 'arrivals', '居民台账', 'desk')
  await preview.getByText('郑甲').first().waitFor()
  expect(await preview.getByText('这张表更像').count()).toBe(0)
  expect(faults).toEqual([])
})
