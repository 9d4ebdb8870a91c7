// Contingency plans and their drills, as those who keep them use the pages.
import { contingency } from '@wangdi/domain/documents/kinds/contingency.kind.ts'
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { loadPlaces } from '../../src/places/load-places.ts'
import { openPlaceList } from '../../src/platform/national/place-list.ts'
import { withClient } from '../database-url.ts'
import { callKind } from '../given/kinds.ts'
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

const press = (page: Page, name: string) =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${[...name].join('\\s?')}$`) })
    .click()
const written = async (title: string, more: object = {}) => {
  const id = newId()
  const text = { kind: 'response', title, content: '一小时内到岗。', responsible: '周敏', review_on: '2026-11-30', ...more }
  await callKind(worker, documentVerbs(contingency).save, { id, place: community, version: 1, v: 1, fields: text })
  return id
}

test('a service plan is written, approved by another person, tried, and what the drill found stands on it', async () => {
  const page = await open(worker, '/contingencies')
  await page.getByText('还没有。写一份').waitFor()
  expect(new URL(page.url()).pathname).toBe('/k/documents/contingency')
  await shoot(page, 'contingencies-empty')
  await page.getByRole('button', { name: '写一份' }).click()
  const form = page.getByRole('dialog')
  await form.getByText('社区服务应急预案').click()
  for (const [label, value] of [
    ['名称', '社区服务应急响应预案'],
    ['怎么做', '超市关门后两小时内开代购，先送独居老人。'],
    ['负责人', '周敏'],
  ] as const)
    await form.getByLabel(label, { exact: true }).first().fill(value)
  // A plan that nobody could start is not kept.
  await press(page, '保存，送批')
  await form.getByText('这一项要填').first().waitFor()
  await form.getByLabel('情形').fill('超市关门一天')
  const partners = form.locator('.kinds-field', { hasText: '谁来帮忙' })
  await partners.getByLabel('名称').fill('惠民超市')
  await partners.getByLabel('做什么').fill('两小时内送菜到门口')
  await partners.getByRole('button', { name: '加一样' }).click()
  await partners.getByLabel('名称').nth(1).fill('经八路卫生服务中心')
  await partners.getByLabel('做什么').nth(1).fill('慢病用药送上门')
  await shoot(page, 'contingencies-form')
  await press(page, '保存，送批')
  await form.waitFor({ state: 'hidden' })
  await page.getByText('待批准').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.close()

  const other = await open(director, '/contingencies')
  await other.getByRole('button', { name: '社区服务应急响应预案' }).click()
  await other.getByText('两小时内送菜到门口').waitFor()
  await other.getByRole('button', { name: /^批\s?准$/ }).click()
  await other.getByText('批准后马上生效').waitFor()
  await press(other, '批准')
  await other.getByText('生效', { exact: true }).first().waitFor()
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
  await other.getByText('复审和演练').waitFor()
  await other.getByText('11-17').first().waitFor()
  await shoot(other, 'contingency')
  await other.close()
})

test('the next version says what it changes, and waits beside the one in force', async () => {
  const id = await written('应急响应预案')
  const page = await open(director, `/contingencies/${id}`)
  await page.getByRole('button', { name: /^批\s?准$/ }).click()
  await press(page, '批准')
  await page.getByText('生效', { exact: true }).first().waitFor()
  await page.getByRole('button', { name: '写第 2 版' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel(/^怎么做/).fill('半小时内到岗。')
  await press(page, '保存，送批')
  await form.getByText('这一项要填').first().waitFor()
  await form.getByLabel(/^这一版改了什么/).fill('到岗改成半小时')
  await press(page, '保存，送批')
  await form.waitFor({ state: 'hidden' })
  await page.getByText('到岗改成半小时').waitFor()
  await page.getByText('待批准').waitFor()
  // Whoever wrote it is not offered to approve it; what holds stands below, whole.
  expect(await page.getByRole('button', { name: /批\s?准/ }).count()).toBe(0)
  await page.getByText('一小时内到岗。').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await shoot(page, 'contingency-waiting')
  await page.close()
})

test('above the county a plan is read without names, and the figures beside it open who has none', async () => {
  const city = await house.as('city-officer', '4101', '宋城')
  const page = await open(city, '/contingencies')
  await page.getByText('县以上不显示').first().waitFor()
  const below = page.getByRole('region', { name: '下面社区有没有' })
  await below.getByText('没练过').waitFor()
  const figure = below.locator('[data-opens="standing-response-without"]')
  const counted = await figure.getAttribute('data-figure')
  await figure.click()
  const listed = below.getByRole('region', { name: /^没有：/ })
  await listed.locator(`[data-list="standing-response-without"][data-total="${counted}"]`).waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await page.getByRole('main').textContent()).not.toContain('周敏')
  await shoot(page, 'contingencies-city')
  await page.close()
})

test('what the street gives out is read and received in the community, and the street opens who did not receive it', async () => {
  const officer = await house.as('street-officer', '410105001', '李建国')
  const { save, acts } = documentVerbs(contingency)
  const id = newId()
  const fields = {
    kind: 'response',
    title: '街道应急响应预案',
    content: '街道两小时内到位。',
    responsible: '李建国',
    review_on: '2027-05-01',
  }
  await callKind(officer, save, { id, place: '410105001', version: 1, v: 1, fields })
  await callKind(leader, acts.approve, { id, version: 1 })
  const page = await open(director, '/contingencies')
  const above = page.getByRole('region', { name: '上级发下来的' })
  await above.getByText('街道应急响应预案').first().click()
  await above.getByText('街道两小时内到位。').waitFor()
  await above.getByRole('button', { name: /签\s?收/ }).click()
  await page.getByText('签收后上级看得到').waitFor()
  await press(page, '签收')
  await above.getByText('11-17 签收').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await shoot(page, 'contingencies-from-above')
  await page.close()
  const street = await open(officer, `/k/documents/contingency?paper=${id}`)
  const left = street.getByRole('button', { name: /没签收 \d+/ })
  const n = Number(await left.getAttribute('data-figure'))
  await left.click()
  expect(await street.locator('[data-list="paper-left"] li').count()).toBe(n)
  await street.getByRole('button', { name: '签收了 1' }).click()
  await street.getByText('11-17 周敏').waitFor()
  expect(await axeFaults(street)).toEqual([])
  await shoot(street, 'contingency-receivers')
  await street.close()
})

for (const [screen, language] of [
  ['phone', 'zh-CN'],
  ['desk', 'en'],
] as const)
  test(`plans of a county on a ${screen} in ${language} have no fault that axe finds and do not scroll sideways`, async () => {
    const title = `金水区经八路街道体育社区老旧小区片区冬春季疫情防控与生活物资保障工作方案${screen}`
    const id = await written(title, { kind: 'epidemic', content: '先查清人数。', review_on: '2027-11-01' })
    for (const path of ['/contingencies', `/contingencies/${id}`]) {
      const page = await open(leader, path, screen, language)
      await page.getByRole('main').getByText(title).first().waitFor()
      await page.locator('.w-skeleton').first().waitFor({ state: 'detached' })
      expect(await axeFaults(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
      await shoot(page, `contingencies-${screen}-${path === '/contingencies' ? 'list' : 'one'}`)
      await page.close()
    }
  })
