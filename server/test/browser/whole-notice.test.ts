// A notice about dengue, whole, as those who live with it see it: written, tried, published, and followed by plan, levels, forms and
// findings in the running house, while a response to something else goes on beside it.
import { tellControl } from '@wangdi/domain/plan/over-control/over-control.api.ts'
import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { loadPlaces } from '../../src/places/index.ts'
import { openPlaceList } from '../../src/platform/national/place-list.ts'
import { openResponseFor } from '../../src/regimes/given.ts'
import { withClient } from '../database-url.ts'
import { dengueWhole, dengueWholeCases } from '../given/packs.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const county = '410105'
const community = '410105001003'
let house: House
let browser: Browser
let writer: Caller
let second: Caller
let director: Caller
let health: Caller
const faults: string[] = []

beforeAll(async () => {
  house = await startHouse()
  const list = await openPlaceList(new URL('../places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (client) => loadPlaces(client, list))
  browser = await startBrowser()
  writer = await house.as('policy-editor', '', '方圆')
  second = await house.as('policy-editor', '', '高远')
  health = await house.as('county-health', county, '王宁')
  director = await house.as('community-director', community, '周敏')
  // A response to COVID-19 is open before, with rules of its own.
  await openResponseFor(house, county, { from: '2026-11-10', until: '2026-12-31' })
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
async function shoot(page: Page, name: string) {
  const folder = process.env['WANGDI_SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const sound = async (page: Page) => {
  expect(await axeFaults(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}

test('the whole notice is written in the editor: a slip is named at its line, then nothing is wrong and every case holds', async () => {
  const page = await open(writer, '/packs')
  await page.getByRole('button', { name: '新写一份' }).click()
  await page.getByRole('button', { name: '开始写' }).click()
  const rules = page.getByRole('textbox', { name: '规则', exact: true })
  await rules.fill(dengueWhole.replace('strength: must', 'strength：must'))
  const line = dengueWhole.split('\n').findIndex((each) => each.includes('strength: must')) + 1
  const findings = page.getByRole('region', { name: '要改的地方' })
  await findings.getByText('strength 后面的冒号是全角的').waitFor()
  expect(await findings.getByRole('listitem').count()).toBe(1)
  await findings.getByRole('button', { name: `第 ${line} 行` }).click()
  await shoot(page, 'whole-slip')
  await rules.fill(dengueWhole)
  await page.getByText('例子', { exact: true }).first().click()
  await page.getByRole('textbox', { name: '例子' }).fill(dengueWholeCases)
  await page.getByText('没有错，可以提交').waitFor()
  const ran = dengueWholeCases.trim().split('\n').length
  await page.getByText(`跑了 ${ran} 个，全部符合`).waitFor()
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await page.getByText('存好了').waitFor()
  await shoot(page, 'whole-written')

  // What it would change is looked at from the draft, over one province, with a level that only the draft knows, on a day to come.
  await page.getByRole('link', { name: '推演' }).last().click()
  await page.getByRole('heading', { level: 1, name: '推演' }).waitFor()
  await page.locator('button.head-place').click()
  await page.getByRole('button', { name: '河南省' }).click()
  await page.getByLabel(/^情况/).selectOption('dengue-2026/level')
  await page.getByLabel(/^是/).selectOption('local')
  await page.getByLabel(/^哪一天/).fill('2026-12-01')
  await page.getByRole('button', { name: '算一算' }).click()
  const answer = page.getByRole('region', { name: '河南省会怎样' })
  for (const said of ['应急防制', '病例周边 200 米内灭成蚊', '停业清理不超过 7 天，要有命令', '灭蚊（户次）', '尚不知道'])
    await answer.getByText(said).first().waitFor()
  expect(await answer.getByText('社区里布设诱蚊诱卵器').count()).toBe(0)
  await shoot(page, 'whole-tried')
  await sound(page)
  await page.goBack()
  await page.getByRole('button', { name: '提交审核' }).click()
  await page.getByText('你提交的，要另一个人来发布').waitFor()
  await page.close()

  const other = await open(second, '/packs')
  await other.getByRole('link', { name: 'dengue-2026' }).click()
  await other.getByRole('button', { name: /^发\s?布$/ }).click()
  const dialog = other.getByRole('dialog')
  await dialog.getByLabel('从哪天起用').fill('2026-11-18')
  await dialog.getByRole('button', { name: /^发\s?布$/ }).click()
  await dialog.waitFor({ state: 'hidden' })
  await other.getByText('已发布', { exact: true }).waitFor()
  await other.close()
})

test('the plan of its day can be opened before: said to be still to come, with what changes until then, and nothing to press', async () => {
  const page = await open(director, '/plan')
  expect(await page.getByText('翻盆倒罐，清掉积水').count()).toBe(0)
  await page.getByRole('link', { name: '看明天' }).click()
  await page.getByText('还没到：按已经发布的规则').waitFor()
  const changes = page.getByRole('region', { name: '从今天到这天' })
  await changes.getByText('翻盆倒罐，清掉积水').waitFor()
  await page.getByText('翻盆倒罐，清掉积水').nth(1).waitFor()
  expect(await page.getByRole('button', { name: '说明', exact: true }).count()).toBe(0)
  await shoot(page, 'whole-ahead')
  await sound(page)
  await page.close()
  const phone = await open(director, '/plan?on=2026-11-18', 'phone')
  await phone.getByText('还没到：按已经发布的规则').waitFor()
  await shoot(phone, 'whole-ahead-phone')
  await sound(phone)
  await phone.close()
})

test('on its day the running house asks its figures, proposes its level, and its tier leads its own part of the plan', async () => {
  house.clock.set('2026-11-18T10:00:00+08:00')
  const page = await open(health, '/regimes')
  await page.getByText('还缺：本县近 28 天登革热病例').waitFor()
  await page.getByRole('button', { name: '登记疫情数据' }).click()
  const facts = page.getByRole('dialog', { name: '登记疫情数据' })
  await facts.getByLabel('本县近 28 天登革热病例').fill('3')
  await facts.getByLabel('来源（谁通报的，哪个文件）').fill('区疾控日报')
  await facts.getByRole('button', { name: /^登\s?记$/ }).click()
  await facts.waitFor({ state: 'hidden' })
  const levels = page.getByRole('region', { name: '等级和划分' })
  const axis = levels.locator('.regimes-axis').filter({ hasText: '登革热县域等级' })
  await axis.getByText('本地传播').waitFor()
  await shoot(page, 'whole-levels')
  await axis.getByRole('button', { name: /^确\s?认$/ }).click()
  const confirming = page.getByRole('dialog')
  await confirming.getByLabel('依据的文件或通报').fill('会商纪要')
  await confirming.getByRole('button', { name: /^确\s?认$/ }).click()
  await confirming.waitFor({ state: 'hidden' })
  await page.getByText(/登革热县域等级：本地传播/).waitFor()
  await sound(page)
  await page.close()

  const plan = await open(director, '/plan')
  await plan.getByText('病例周边 200 米内灭成蚊').first().waitFor()
  const state = plan.getByRole('region', { name: '当前状态' })
  await state.getByText(/应急防制 · 第 3 档/).waitFor()
  // The response to the other disease is as it was before.
  await state.getByText('精准化精细化指导方案', { exact: true }).first().waitFor()
  expect(await plan.getByText('社区里布设诱蚊诱卵器').count()).toBe(0)
  const limits = plan.getByRole('region', { name: '不能做' })
  await limits.getByRole('button', { name: /^全部 \d+ 条$/ }).click()
  await limits.getByText('停业清理不超过 7 天，要有命令').waitFor()
  await shoot(plan, 'whole-plan')
  await sound(plan)
  await plan.close()
})

test('the report asks its lines, an order its kind of person, and what is shut for longer than it allows is a finding under its name', async () => {
  const report = await open(director, '/reports')
  await report.getByText('清理积水（处）').first().waitFor()
  await report.getByText('灭蚊（户次）').first().waitFor()
  await shoot(report, 'whole-report')
  await report.close()

  const person = await givenPerson(house, community, '周桂兰', {
    dwelling: await givenDwelling(house, community, '3号楼', '2', '501'),
  })
  const order = await open(health, `/observation/new?person=${person}`)
  await order.locator('#kind').click()
  await order.locator('#kind').fill('流行区')
  await order.locator('.ant-select-item-option').filter({ hasText: '流行区返回人员' }).waitFor()
  await shoot(order, 'whole-order')
  await order.close()

  const worker = await house.as('grid-worker', community, '马晓燕')
  await worker.call(tellControl, {
    ...{ id: newId(), place: community, told_as: 'resident', since: '2026-11-01', until: null, spot: '轮胎场' },
    control: { kind: 'facility-closure', person: null, certificate: null, scope: 'community' },
    ...{ order_number: '金政〔2026〕8号', exceptions: null, services: null, reason: '', authority: '' },
  })
  const board = await open(director, '/over-control')
  await shoot(board, 'whole-board')
  await board.locator('table .w-link').first().click()
  await board.getByRole('complementary', { name: '这一项' }).getByText('登革热').first().waitFor()
  await shoot(board, 'whole-finding')
  await board.close()
})

for (const [screen, language] of [
  ['phone', 'zh-CN'],
  ['desk', 'en'],
] as const)
  test(`how a notice is written is told by a whole example on a ${screen} in ${language}, and the way leads there from the editor`, async () => {
    const page = await open(writer, '/packs/help', screen, language)
    await page.getByText('id: noro-2026/clusters').waitFor()
    await page
      .getByText(language === 'en' ? 'How to write a policy pack' : '怎么写规则包')
      .first()
      .waitFor()
    await page.locator('summary').filter({ hasText: 'strength' }).click()
    await page
      .getByText(language === 'en' ? 'should' : '应当', { exact: true })
      .first()
      .waitFor()
    await shoot(page, `help-${screen}-${language}`)
    await sound(page)
    await page.close()
  })
