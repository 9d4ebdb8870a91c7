// The policy library, what-if and replay, as those who use them see the pages.
import { confirmLevel } from '@wangdi/domain/regimes/regimes.api.ts'
import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { loadPlaces } from '../../src/places/load-places.ts'
import { openResponseFor } from '../../src/regimes/given.ts'
import { openPlaceList } from '../../src/platform/national/place-list.ts'
import { withClient } from '../database-url.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

let house: House
let browser: Browser
const faults: string[] = []
beforeAll(async () => {
  house = await startHouse()
  const list = await openPlaceList(new URL('../places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (owner) => loadPlaces(owner, list))
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
afterEach(() => expect(faults.splice(0)).toEqual([]))

async function open(as: Caller, path: string, screen: 'desk' | 'phone' = 'desk') {
  const opened = await openConsole(browser, house, path, { as, screen })
  faults.push(...opened.faults)
  await opened.page.getByRole('heading', { level: 1 }).waitFor()
  return opened.page
}

/** A picture of the page for whoever looks at it by hand. */
async function shoot(page: Page, name: string) {
  const folder = process.env['WANGDI_SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

test('a level is tried for the country, part by part, and what nobody here may know is said', async () => {
  const nation = await house.as('policy-editor', '', '方圆')
  const page = await open(nation, '/what-if')
  const rules = page.getByLabel('按哪套规则启动响应')
  await rules.locator('option[value^="precision-2020@"]').waitFor({ state: 'attached' })
  await rules.selectOption('precision-2020@2020-04-14')
  await page.getByLabel(/^情况/).selectOption('county.risk')
  await page.getByLabel(/^是/).selectOption('high')
  await page.getByRole('button', { name: '算一算' }).click()
  const answer = page.getByRole('region', { name: '全国会怎样' })
  await answer.getByText('要开始的措施').first().waitFor()
  await answer.getByText('尚不知道').first().waitFor()
  expect(await axeFaults(page)).toEqual([])
  await shoot(page, 'what-if')
  await page.close()
})

for (const [path, shown] of [
  ['/replay?on=2022-03-01', '正在看 2022-03-01 的情况'],
  ['/library', '政策库'],
  ['/library/precision-2020', '各档策略'],
] as const)
  for (const screen of ['desk', 'phone'] as const)
    test(`${path} on a ${screen} shows what it is about, without a fault that axe finds`, async () => {
      const page = await open(await house.as('community-director', '410105001003', '周敏'), path, screen)
      await page.locator('.w-skeleton').first().waitFor({ state: 'detached' })
      await page.getByRole('main').getByText(shown).first().waitFor()
      expect(await axeFaults(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
      await shoot(page, `${path.replaceAll(/\W+/g, '-')}-${screen}`)
      await page.close()
    })

test('a decision is asked again by the rules of then, on a desk and on a phone', async () => {
  const health = await house.as('county-health', '410105')
  const from = { from: '2026-11-17', source: '通报', reason: '按通报确认' }
  await openResponseFor(house, '410105', { from: '2026-11-10', until: '2026-12-10' })
  await health.call(confirmLevel, { ...from, id: newId(), fact: 'county.risk', place: '410105', value: 'low' })
  for (const screen of ['desk', 'phone'] as const) {
    const page = await open(await house.as('community-director', '410105001003', '周敏'), '/replay', screen)
    const decisions = page.getByRole('region', { name: '按规则作过的决定' })
    const row = decisions.getByRole('row', { name: /风险等级/ })
    await row.waitFor()
    await shoot(page, `replay-decisions-${screen}`)
    await row.getByRole('link', { name: '再问一遍' }).click()
    await page.getByText('当时的答案').waitFor()
    await page.getByText('一样', { exact: true }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
    await shoot(page, `replay-decided-${screen}`)
    await page.close()
  }
})

test('a province sends a plan down; a community confirms it and says how far its task is', async () => {
  const officer = await house.as('province-officer', '41', '秦岭')
  const page = await open(officer, '/library')
  await page.getByRole('button', { name: '登记文件' }).click()
  const form = page.getByRole('dialog')
  for (const [label, value] of [
    ['名称', '全省社区防控工作总体方案（试验用）'],
    ['发文机关', '省指挥部（试验用）'],
    ['文号', '试〔2026〕1号'],
    ['说了什么', '先把人找齐，再把告知做到户。'],
    ['任务', '三天内把网格名单挂出来'],
  ] as const)
    await form.getByLabel(label, { exact: true }).fill(value)
  await form.getByRole('button', { name: /^保\s?存$/ }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: '全省社区防控工作总体方案' }).click()
  await page.getByRole('region', { name: '签收和进展' }).getByRole('table').waitFor()
  const original = { name: '方案.txt', mimeType: 'text/plain', buffer: Buffer.from('先把人找齐') }
  await page.getByLabel('上传原件').setInputFiles(original)
  const link = page.getByRole('link', { name: '方案.txt' })
  await link.waitFor()
  const [down] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(down.suggestedFilename()).toBe('方案.txt')
  await page.getByLabel('上传原件').setInputFiles({ ...original, name: '方案.pdf' })
  await page.getByText('只收 PDF、Word、TXT').waitFor()
  await shoot(page, 'library-reached')
  expect(await axeFaults(page)).toEqual([])
  await page.close()
  const below = await open(await house.as('community-director', '410105001003', '周敏'), '/library')
  await below.getByRole('link', { name: '全省社区防控工作总体方案' }).click()
  await below.getByRole('button', { name: '签收' }).click()
  await below.getByRole('dialog').getByRole('button', { name: '签收' }).click()
  await below.getByText('已签收').waitFor()
  await below.getByRole('button', { name: '填进展' }).click()
  const dialog = below.getByRole('dialog')
  await dialog.getByRole('button', { name: /^保\s?存$/ }).click()
  await dialog.waitFor({ state: 'hidden' })
  await below.getByText('做完了').waitFor()
  await shoot(below, 'library-task')
  await below.close()
})
