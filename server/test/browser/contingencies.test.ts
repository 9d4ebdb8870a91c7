// Contingency plans and their drills, as those who keep them use the pages.
import { saveContingency } from '@wangdi/domain/documents/contingencies/contingency.api.ts'
import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { loadPlaces } from '../../src/places/load-places.ts'
import { openPlaceList } from '../../src/places/place-list.ts'
import { withClient } from '../database-url.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const community = '410105001003'
let house: House
let browser: Browser
let worker: Caller
let director: Caller
let leader: Caller
const faults: string[] = []
beforeAll(async () => {
  house = await startHouse()
  const list = await openPlaceList(new URL('../places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (owner) => loadPlaces(owner, list))
  browser = await startBrowser()
  worker = await house.as('community-worker', community, '孙悦')
  director = await house.as('community-director', community, '周敏')
  leader = await house.as('county-leader', '410105', '赵明')
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

test('a service plan is written, approved by another person, tried, and what the drill found stands on it', async () => {
  const page = await open(worker, '/contingencies')
  await page.getByText('还没有预案').waitFor()
  await shoot(page, 'contingencies-empty')
  await page.getByRole('button', { name: '写预案' }).click()
  const form = page.getByRole('dialog')
  for (const [label, value] of [
    ['名称', '社区服务应急响应预案'],
    ['怎么做', '超市关门后两小时内开代购，先送独居老人。'],
    ['什么时候启动', '超市关门一天'],
    ['谁来帮忙', '惠民超市：两小时内送菜到门口\n经八路卫生服务中心：慢病用药送上门'],
    ['负责人', '周敏'],
  ] as const)
    await form.getByLabel(label, { exact: true }).fill(value)
  await shoot(page, 'contingencies-form')
  await form.getByRole('button', { name: /^保\s?存$/ }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByText('还没批准').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.close()

  const other = await open(director, '/contingencies')
  await other.getByRole('link', { name: '社区服务应急响应预案' }).click()
  await other.getByRole('button', { name: '批准第 1 版' }).click()
  await other.getByRole('dialog').getByRole('button', { name: '批准第 1 版' }).click()
  await other.getByText('现行', { exact: true }).waitFor()
  expect(await axeFaults(other)).toEqual([])
  await other.getByRole('link', { name: '看演练、复盘和问题，登记一次' }).click()
  await other.getByRole('button', { name: '登记演练、复盘' }).click()
  const drill = other.getByRole('dialog')
  const item = drill.locator('.inspection-item', { hasText: '物资找得到、用得上' })
  await item.getByText('没做到').click()
  await item.getByLabel('问题是什么').fill('口罩锁在柜里，钥匙没找到')
  await item.getByLabel('谁来改').fill('孙悦')
  await item.getByLabel('期限').fill('2026-11-24')
  await drill.getByRole('button', { name: /^保\s?存$/ }).click()
  await drill.waitFor({ state: 'hidden' })
  await other.getByRole('row', { name: /口罩锁在柜里/ }).waitFor()
  expect(await axeFaults(other)).toEqual([])
  await shoot(other, 'contingencies-drills')
  await other.getByRole('link', { name: '回到预案' }).click()
  const tried = other.getByRole('region', { name: '复审和演练' })
  await tried.getByText('11-17').first().waitFor()
  await shoot(other, 'contingency')
  await other.close()
})

test('the next version says what it changes, and waits beside the one in force', async () => {
  const contingency = newId()
  const said = {
    ...{ id: newId(), contingency, place: community, kind: 'response' as const, title: '应急响应预案' },
    after: null,
  }
  const text = {
    content: '一小时内到岗。',
    triggers: [],
    partners: [],
    responsible: '周敏',
    review_on: '2026-11-30',
    changed: '',
  }
  await worker.call(saveContingency, { ...said, ...text })
  const page = await open(director, `/contingencies/${contingency}`)
  await page.getByRole('button', { name: '批准第 1 版' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '批准第 1 版' }).click()
  await page.getByText('现行', { exact: true }).waitFor()
  await page.getByRole('button', { name: '写新一版' }).click()
  const form = page.getByRole('dialog')
  const save = form.getByRole('button', { name: /^保\s?存$/ })
  expect(await save.isDisabled()).toBe(true)
  await form.getByLabel(/^这一版改了什么/).fill('到岗改成半小时')
  await form.getByLabel(/^怎么做/).fill('半小时内到岗。')
  await save.click()
  await form.waitFor({ state: 'hidden' })
  await page.getByText('改了：到岗改成半小时').waitFor()
  await page.getByText('待批准').waitFor()
  await page.getByRole('button', { name: '批准第 2 版' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '批准第 2 版' }).click()
  await page.getByText('写的人不能自己批准').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await shoot(page, 'contingency-refused')
  await page.close()
})

for (const [screen, language] of [
  ['phone', 'zh-CN'],
  ['desk', 'en'],
] as const)
  test(`plans of a county on a ${screen} in ${language} have no fault that axe finds and do not scroll sideways`, async () => {
    const contingency = newId()
    const title = '金水区经八路街道体育社区老旧小区片区冬春季疫情防控与生活物资保障工作方案'
    const said = { ...{ id: newId(), contingency, place: community, kind: 'epidemic' as const, title }, after: null }
    const text = {
      content: '先查清人数。',
      triggers: [],
      partners: [],
      responsible: '周敏',
      review_on: '2027-11-01',
      changed: '',
    }
    await worker.call(saveContingency, { ...said, ...text, title: `${title}${screen}` })
    for (const path of ['/contingencies', `/contingencies/${contingency}`]) {
      const page = await open(leader, path, screen, language)
      await page.getByRole('main').getByText(title).first().waitFor()
      await page.locator('.w-skeleton').first().waitFor({ state: 'detached' })
      expect(await axeFaults(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
      await shoot(page, `contingencies-${screen}-${path === '/contingencies' ? 'list' : 'one'}`)
      await page.close()
    }
  })
