// Units, inspections and the duties of the four parties, as those who keep them use the pages.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { loadPlaces } from '../../src/places/load-places.ts'
import { openPlaceList } from '../../src/platform/national/place-list.ts'
import { withClient } from '../database-url.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const community = '410105001003'
let house: House
let browser: Browser
let director: Caller
let street: Caller
const faults: string[] = []
beforeAll(async () => {
  house = await startHouse()
  const list = await openPlaceList(new URL('../places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (owner) => loadPlaces(owner, list))
  browser = await startBrowser()
  director = await house.as('community-director', community, '周敏')
  street = await house.as('street-officer', '410105001', '李建国')
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
  return opened.page
}

/** A picture of the page for whoever looks at it by hand. */
async function shoot(page: Page, name: string) {
  const folder = process.env['WANGDI_SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

test('a firm is registered, visited by its list, and what it lacks is put right and checked', async () => {
  const page = await open(director, '/units')
  await page.waitForURL(/\/k\/rounds\/unit$/)
  await page.getByText('还没有在册的').waitFor()
  await page.getByRole('button', { name: '新增' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('名称').fill('郑州晨光印务有限责任公司经八路分公司')
  await form.getByLabel('类别').click()
  await page.getByTitle('企业').last().click()
  await form.getByLabel('联系人').fill('郭工')
  await form.getByLabel('电话').fill('19900004001')
  await form.getByRole('button', { name: /^保\s?存$/ }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByText('郑州晨光印务').first().waitFor()
  await page.getByRole('button', { name: '该走访 1' }).click()
  expect(await page.getByRole('link', { name: '19900004001' }).getAttribute('href')).toBe('tel:19900004001')
  await page.getByRole('button', { name: '郑州晨光印务' }).click()
  await page.getByRole('complementary').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await shoot(page, 'unit')
  await page.getByRole('link', { name: '走访' }).click()
  await page.getByText('这家还没走访过').waitFor()
  await page.getByRole('button', { name: '登记检查' }).click()
  const visit = page.getByRole('dialog')
  const item = visit.locator('.inspection-item', { hasText: '留了临时隔离的房间' })
  await item.getByText('没做到').click()
  expect(await visit.getByRole('button', { name: /^保\s?存$/ }).isDisabled()).toBe(true)
  await item.getByLabel('问题是什么').fill('还没腾出房间')
  await item.getByLabel('谁来改').fill('郭工')
  await item.getByLabel('期限').fill('2026-11-24')
  await shoot(page, 'visit')
  await visit.getByRole('button', { name: /^保\s?存$/ }).click()
  await visit.waitFor({ state: 'hidden' })
  const finding = page.getByRole('row', { name: /还没腾出房间/ })
  await finding.waitFor()
  for (const [act, then] of [
    ['改好了', '说改好了，待复查'],
    ['复查通过', ''],
  ] as const) {
    await finding.getByRole('button', { name: act }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('怎么改的、看到什么').fill('二楼 203 腾出来了')
    await dialog.getByRole('button', { name: /^保\s?存$/ }).click()
    await dialog.waitFor({ state: 'hidden' })
    if (then) await page.getByText(then).waitFor()
  }
  await page.getByText('没有待销号的问题').waitFor()
  await page.getByText('都销号了').waitFor()
  // Visited today: it is on the list, and nobody is sent there again.
  await page.goto(`${house.url}/k/rounds/unit?show=overdue&every=30`)
  await page.getByText('这样筛选没有').waitFor()
  await page.getByRole('button', { name: '在册 1' }).waitFor()
  await page.close()
})

test('a street sees every community with what is due first, and goes into one', async () => {
  const page = await open(street, '/inspections')
  const table = page.getByRole('region', { name: '责任、措施、效果' })
  await table.getByText('该去了').first().waitFor()
  expect(await axeFaults(page)).toEqual([])
  await shoot(page, 'standings')
  await table.getByRole('button', { name: '体育社区' }).click()
  await page.getByRole('button', { name: '登记检查' }).waitFor()
  await page.close()
})

test('a duty of the four parties is set and signed for; the address of before leads to it', async () => {
  const page = await open(director, '/party-duties?show=unsigned')
  await page.waitForURL(/\/k\/documents\/party-duty\?show=unready$/)
  await page.getByText('没有待签字的').waitFor()
  await page.getByText('还没有：属地、部门、单位、个人').waitFor()
  await page.getByRole('button', { name: '新增' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('radio', { name: '属地' }).check()
  await form.getByLabel('谁', { exact: true }).fill('体育社区')
  await form.getByLabel('负什么责').fill('每个网格有人负责，名字挂出来')
  await form.getByRole('button', { name: /^保\s?存$/ }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '待签字 1' }).waitFor()
  await page.getByText('还没有：部门、单位、个人').waitFor()
  await page.getByRole('button', { name: '体育社区', exact: true }).click()
  await page.getByRole('button', { name: /^签\s?字$/ }).click()
  const sign = page.getByRole('dialog')
  await sign.getByLabel('谁签的字').fill('周敏')
  await sign.getByRole('button', { name: /^签\s?字$/ }).click()
  await sign.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '全部 1' }).click()
  await page.getByRole('cell', { name: /周敏，/ }).waitFor()
  await shoot(page, 'party-duties')
  await page.close()
})

for (const path of ['/k/rounds/unit', '/inspections', '/k/documents/party-duty'])
  for (const [screen, language] of [
    ['phone', 'zh-CN'],
    ['desk', 'en'],
  ] as const)
    test(`${path} on a ${screen} in ${language} has no fault that axe finds and does not scroll sideways`, async () => {
      const page = await open(director, path, screen, language)
      await page.locator('.card').first().waitFor()
      await page.locator('.w-skeleton').first().waitFor({ state: 'detached' })
      expect(await axeFaults(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
      await shoot(page, `${path.slice(1).replaceAll('/', '-')}-${screen}`)
      await page.close()
    })
