// A notice as two policy editors take it from the first line to the plan of a community.
import { saveDraft, submitDraft } from '@wangdi/domain/documents/packs.api.ts'
import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { dengue, dengueCases } from '../given/packs.ts'
import { loadPlaces } from '../../src/places/index.ts'
import { openPlaceList } from '../../src/platform/national/place-list.ts'
import { withClient } from '../database-url.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, patience, scrollsSideways, startBrowser } from './console-page.ts'

let house: House
let browser: Browser
let writer: Caller
let second: Caller
const faults: string[] = []
beforeAll(async () => {
  house = await startHouse()
  const list = await openPlaceList(new URL('../places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (client) => loadPlaces(client, list))
  browser = await startBrowser()
  writer = await house.as('policy-editor', '41', '梁静')
  second = await house.as('policy-editor', '41', '石磊')
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

/** Begins a new draft from the template of a notice that adds. */
async function begin(page: Page) {
  await page.getByRole('button', { name: '新写一份' }).click()
  await page.getByRole('radio', { name: '补充性文件' }).check()
  await page.getByRole('button', { name: '开始写' }).click()
  return page.getByRole('textbox', { name: '规则', exact: true })
}

test('a pack is written with its faults at the line and its cases run, submitted, and published by a second person', async () => {
  const page = await open(writer, '/packs')
  await page.getByText('没有草稿').waitFor()
  const rules = await begin(page)
  await rules.fill(dengue.replace('community.class:', 'community.clas:'))
  const line = dengue.split('\n').findIndex((each) => each.includes('community.class:')) + 1
  const findings = page.getByRole('region', { name: '要改的地方' })
  await findings.getByText('community.clas').waitFor()
  expect(await page.locator('.pack-lines .marked').allTextContents()).toEqual([String(line)])
  await findings.getByRole('button', { name: `第 ${line} 行` }).click()
  expect(await rules.evaluate('document.activeElement?.tagName')).toBe('TEXTAREA')
  await shoot(page, 'packs-fault')
  expect(await axeFaults(page)).toEqual([])
  await rules.fill(dengue)
  await page.getByText('例子', { exact: true }).first().click()
  await page.getByRole('textbox', { name: '例子' }).fill(dengueCases)
  await page.getByText('跑了 4 个，全部符合').waitFor()
  await page.getByText('没有错，可以提交').waitFor()
  await page.getByText('这是第一版').waitFor()
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await page.getByText('存好了').waitFor()
  await page.getByRole('button', { name: '提交审核' }).click()
  await page.getByText('你提交的，要另一个人来发布').waitFor()
  await shoot(page, 'packs-submitted')
  await page.close()

  const other = await open(second, '/packs')
  await other.getByRole('link', { name: 'dengue-2026' }).click()
  await other.getByRole('button', { name: /^发\s?布$/ }).click()
  const dialog = other.getByRole('dialog')
  await dialog.getByLabel('从哪天起用').fill('2026-11-16')
  await dialog.getByText('只能从今天（2026-11-17）或以后开始').waitFor()
  expect(await dialog.getByRole('button', { name: /^发\s?布$/ }).isDisabled()).toBe(true)
  await shoot(other, 'packs-publish-past')
  expect(await axeFaults(other)).toEqual([])
  await dialog.getByLabel('从哪天起用').fill('2026-11-17')
  await shoot(other, 'packs-publish')
  await dialog.getByRole('button', { name: /^发\s?布$/ }).click()
  await dialog.waitFor({ state: 'hidden' })
  await other.getByText('已发布', { exact: true }).waitFor()
  await other.getByRole('link', { name: '回列表' }).click()
  await other.getByRole('link', { name: '登革热社区防控工作方案' }).click()
  await other.getByText('梁静 提交，石磊 发布').waitFor()
  expect(await axeFaults(other)).toEqual([])
  await shoot(other, 'packs-version')
  await other.close()

  const plan = await open(await house.as('community-director', '410105001003'), '/plan')
  await plan.getByText('翻盆倒罐，清掉积水').first().waitFor()
  await plan.close()
})

test('a draft that is submitted while its first look is on its way is shown as submitted', async () => {
  const page = await open(writer, '/packs')
  const rules = await begin(page)
  // What the server answers to that look is of before, and never the last word.
  await page.route('**/api/documents/drafts/*', () => undefined, { times: 1 })
  await rules.fill(dengue.replaceAll('dengue-', 'damp-'))
  await page.getByText('没有错，可以提交').waitFor()
  const looks = page.waitForRequest(/documents\/drafts\/[^/]+$/)
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await looks
  await page.getByRole('button', { name: '提交审核' }).click()
  await page.getByText('你提交的，要另一个人来发布').waitFor()
  await page.close()
})

test('a changed version shows what it changes, and what may be written is offered at the caret', async () => {
  const page = await open(writer, '/packs/version/key-person-colours')
  await page.getByRole('button', { name: '在这一版上改' }).click()
  const rules = page.getByRole('textbox', { name: '规则' })
  await rules.waitFor()
  await page.getByText('加 1 行，删 1 行').waitFor()
  await rules.fill('id: x\nmeasures:\n  - id: a\n    strength: mu')
  await rules.press('Control+Space')
  const focus = () => rules.evaluate('document.activeElement?.textContent')
  await expect.poll(focus, { timeout: patience }).toBe('must 必须')
  await page.getByText('照文件的话：必须、应当、可以').first().waitFor()
  await page.getByRole('button', { name: 'must 必须', exact: true }).press('Enter')
  expect(await rules.inputValue()).toContain('strength: must')
  await page.close()
})

test('leaving a draft with what was typed and not saved asks first; without anything typed it does not', async () => {
  const page = await open(writer, '/packs')
  // While the server is reached what was typed is kept after a pause; nobody would be asked.
  await page.route('**/api/documents/drafts', (road) => (road.request().method() === 'POST' ? road.abort() : road.continue()))
  const rules = await begin(page)
  await rules.waitFor()
  await page.getByRole('link', { name: '回列表' }).click()
  await begin(page)
  await rules.fill(dengue)
  await page.getByRole('link', { name: '回列表' }).click()
  const sure = page.getByRole('dialog', { name: '写的还没保存' })
  await sure.getByRole('button', { name: /^取\s?消$/ }).click()
  await sure.waitFor({ state: 'hidden' })
  expect(await rules.inputValue()).toBe(dengue)
  await page.getByRole('link', { name: '回列表' }).click()
  await sure.getByRole('button', { name: '不存，离开' }).click()
  await page.getByRole('button', { name: '新写一份' }).waitFor()
  // What was left lies on this machine, and is found again.
  await page.getByRole('region', { name: '这台电脑上有没存上的草稿' }).getByRole('link', { name: 'dengue-2026' }).click()
  await page.getByText('上次没存上的已经找回来了').waitFor()
  expect(await rules.inputValue()).toBe(dengue)
  await page.unroute('**/api/documents/drafts')
  await page.getByText('存好了').waitFor()
  await page.close()
})

test('what submitting would refuse is said while it is typed, and a case that fails is said in Chinese', async () => {
  const page = await open(await house.as('policy-editor', '', '方圆'), '/packs')
  const lost: string[] = []
  page.on('response', (answer) => answer.status() === 404 && lost.push(answer.url()))
  const rules = await begin(page)
  const findings = page.getByRole('region', { name: '要改的地方' })
  await rules.fill('')
  await findings.getByText('还什么都没写').waitFor()
  await rules.fill(dengue.replaceAll('dengue-', 'zika-'))
  await findings.getByText("place 写的是 '41'，这份草稿是给 '' 写的").waitFor()
  await findings.getByRole('button', { name: '第 8 行' }).waitFor()
  expect(await findings.getByText('没有错，可以提交').count()).toBe(0)
  await rules.fill(dengue.replaceAll('dengue-', 'zika-').replace('id: zika-2026', 'id: law').replace("'41'", "''"))
  await findings.getByText('编号 law 已经有规则包了').waitFor()
  await page.getByText('例子', { exact: true }).first().click()
  await page.getByRole('textbox', { name: '例子' }).fill("- { on: 2026-11-20, place: '410105001003', has: [no-such] }")
  const cases = page.getByRole('region', { name: '例子' })
  await cases.getByText('措施里少了 no-such').waitFor()
  await shoot(page, 'packs-refused')
  expect(await axeFaults(page)).toEqual([])
  expect(lost).toEqual([])
  await page.close()
})

for (const [screen, language] of [
  ['phone', 'zh-CN'],
  ['desk', 'en'],
] as const)
  test(`packs and editor on a ${screen} in ${language} have no fault that axe finds and do not scroll sideways`, async () => {
    const id = newId()
    await writer.call(saveDraft, {
      id,
      place: '41',
      pack: 'flu-2026',
      body: dengue.replaceAll('dengue-', 'flu-'),
      cases: '',
      edition: 0,
    })
    await writer.call(submitDraft, { id, edition: 1 })
    for (const path of ['/packs', `/packs/draft/${id}`, '/packs/version/precision-2020']) {
      const page = await open(second, path, screen, language)
      await page.locator('.card').first().waitFor()
      await page.locator('.w-skeleton').first().waitFor({ state: 'detached' })
      expect(await axeFaults(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
      await shoot(page, `packs-${screen}-${path.split('/')[2] ?? 'list'}`)
      await page.close()
    }
  })
