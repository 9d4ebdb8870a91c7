// A policy officer writes a pack by forms alone, and by the keyboard; nothing that was written is lost.
import { readDraft, saveDraft } from '@wangdi/domain/documents/packs.api.ts'
import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { loadPlaces } from '../../src/places/index.ts'
import { openPlaceList } from '../../src/platform/national/place-list.ts'
import { withClient } from '../database-url.ts'
import { dengue } from '../given/packs.ts'
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

async function open(as: Caller, path: string, screen: 'desk' | 'phone' = 'desk'): Promise<Page> {
  const opened = await openConsole(browser, house, path, { as, screen })
  faults.push(...opened.faults)
  await opened.page.getByRole('heading', { level: 1 }).waitFor()
  return opened.page
}

async function shoot(page: Page, name: string) {
  const folder = process.env['WANGDI_SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

const textOf = (page: Page) => page.getByRole('textbox', { name: '规则', exact: true })
const form = (page: Page) => page.getByRole('region', { name: '按表填写' })

/** Says something in a field of the form and leaves it. */
async function say(page: Page, field: string, words: string) {
  const box = form(page).getByRole('textbox', { name: field, exact: true }).first()
  await box.fill(words)
  await box.blur()
}

/** The form shows what the text says when it was read, beside the page. */
const isRead = (page: Page) => form(page).locator('.pack-fields[aria-busy=false]').waitFor()
const textSays = (page: Page) => expect.poll(() => textOf(page).inputValue(), { timeout: patience })

async function openPart(page: Page, name: string) {
  await form(page).getByLabel('写哪一部分').selectOption({ label: name })
  await isRead(page)
}

/** Fills every blank that the open part still has, as its fields show them. */
async function fillBlanks(page: Page) {
  for (;;) {
    const values = await page.evaluate<string[]>(
      "[...document.querySelectorAll('.pack-fields :is(input, textarea)')].map(({ value }) => value)",
    )
    const nth = values.findIndex((value) => value.startsWith('【填'))
    if (nth < 0) return
    const box = form(page).locator('.pack-fields :is(input, textarea)').nth(nth)
    await box.fill(`写好的${values[nth]?.slice(2, -1)}`)
    await box.blur()
  }
}

for (const screen of ['desk', 'phone'] as const)
  test(`a pack is begun from a template and filled by forms alone on a ${screen}, with the text beside it kept line by line`, async () => {
    const page = await open(writer, '/packs', screen)
    await page.getByRole('button', { name: '新写一份' }).click()
    await page.getByRole('combobox', { name: '河南省以内' }).selectOption({ label: '郑州市' })
    await page.getByRole('radio', { name: '新发文件' }).check()
    await page.getByLabel('关于什么').selectOption({ label: screen === 'desk' ? '高温' : '洪涝' })
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: '开始写' }).click()
    const before = await textOf(page).inputValue()
    expect(before).toContain("place: '4101'")
    await isRead(page)
    const parts = await form(page).getByLabel('写哪一部分').locator('option').allTextContents()
    for (const nth of parts.keys()) {
      await form(page).getByLabel('写哪一部分').selectOption({ index: nth })
      await isRead(page)
      await fillBlanks(page)
    }
    await textSays(page).not.toMatch(/^[^#\n]*【填/m)
    const after = await textOf(page).inputValue()
    expect(after.split('\n').filter((line) => line.includes('【填') && !line.startsWith('#'))).toEqual([])
    // Only lines with a blank changed; every comment and every other line is as it was.
    const [was, is] = [before.split('\n'), after.split('\n')]
    expect(is.length).toBe(was.length)
    expect(is.filter((line, at) => line !== was[at] && !was[at]?.includes('【填'))).toEqual([])

    await form(page).getByText('加一部分').click()
    await form(page).getByRole('button', { name: '加不得做的事' }).click()
    await say(page, '不得做什么 中文', '不得停水停电')
    await say(page, '第几条', '第八条')
    await textSays(page).toContain('zh: 不得停水停电')
    await textSays(page).toContain('第八条')
    await page.locator('.pack-below [aria-busy=false]').getByText('没有错，可以提交').waitFor()
    const english = page.locator('[data-list=english]')
    const said = await page.getByText(/^缺英文 \d+ 处/).textContent()
    expect(await english.getAttribute('data-total')).toBe(/\d+/.exec(said ?? '')?.[0])
    await shoot(page, `editor-${screen}`)
    expect(await axeFaults(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
    // The text leads the form as well.
    await textOf(page).fill((await textOf(page).inputValue()).replace('不得停水停电', '不得断网'))
    const limit = form(page).getByRole('textbox', { name: '不得做什么 中文' })
    await expect.poll(() => limit.inputValue(), { timeout: patience }).toBe('不得断网')
    await form(page).getByRole('button', { name: '删掉这一部分' }).click()
    await textSays(page).toBe(after)
    await page.close()
  })

test('a rule that holds in one situation or another is made by the form, and taken back', async () => {
  const id = newId()
  await writer.call(saveDraft, { id, place: '41', pack: 'dengue-2026', body: dengue, cases: '', edition: 0 })
  const page = await open(writer, `/packs/draft/${id}`)
  await openPart(page, '病例周边 200 米内灭成蚊')
  const when = form(page).getByRole('group', { name: '什么情况下', exact: true })
  const any = form(page).getByRole('group', { name: '什么情况下 符合一项就行', exact: true })
  const isRead = (first: string) =>
    expect.poll(async () => (await textOf(page).inputValue()).includes(first), { timeout: patience }).toBe(true)
  await when.getByLabel('加一个条件').last().selectOption({ label: '符合一项就行' })
  await isRead('any: [{ response: open }]')
  await any.getByRole('button', { name: '加一种情况' }).click()
  await isRead('any: [{ response: open }, { response: open }]')
  const second = form(page).getByRole('group', { name: '什么情况下 符合一项就行 情况 2', exact: true })
  await second.getByLabel('加一个条件').selectOption({ label: '不是这样' })
  await isRead('{ response: open, not: { response: open } }')
  expect(await axeFaults(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  await shoot(page, 'editor-groups')
  await any.getByRole('button', { name: '去掉什么情况下 符合一项就行', exact: true }).click()
  await textSays(page).toBe(dengue)
  await page.close()
})

test('a text that cannot be read leaves the form as it was, closed, and says why', async () => {
  const id = newId()
  await writer.call(saveDraft, { id, place: '41', pack: 'dengue-2026', body: dengue, cases: '', edition: 0 })
  const page = await open(writer, `/packs/draft/${id}`)
  await openPart(page, '翻盆倒罐，清掉积水')
  await textOf(page).fill(dengue.replace("place: '41'", "place: '41"))
  await form(page).getByText('表格先不能改').waitFor()
  expect(await form(page).getByRole('textbox', { name: '要做的事 中文' }).isDisabled()).toBe(true)
  expect(await form(page).getByRole('textbox', { name: '要做的事 中文' }).inputValue()).toBe('翻盆倒罐，清掉积水')
  await textOf(page).fill(dengue)
  await say(page, '要做的事 中文', '翻盆倒罐')
  await textSays(page).toBe(dengue.replace('翻盆倒罐，清掉积水', '翻盆倒罐'))
  await page.close()
})

test('what was not sent is there after the page is loaded anew, and two who write at once keep both texts', async () => {
  const id = newId()
  const saving = { id, place: '41', pack: 'dengue-2026', cases: '' }
  await writer.call(saveDraft, { ...saving, body: dengue, edition: 0 })
  const page = await open(writer, `/packs/draft/${id}`)
  await textOf(page).waitFor()
  await page.route('**/api/documents/drafts', (road) => (road.request().method() === 'POST' ? road.abort() : road.continue()))
  await textOf(page).fill(`${dengue}# 我写的\n`)
  await page.getByText('没存上，先留在这台电脑里').waitFor()
  await page.reload()
  await page.getByText('上次没存上的已经找回来了').waitFor()
  expect(await textOf(page).inputValue()).toBe(`${dengue}# 我写的\n`)
  await second.call(saveDraft, { ...saving, body: `${dengue}# 石磊写的\n`, edition: 1 })
  await page.unroute('**/api/documents/drafts')
  const both = page.getByRole('alert').filter({ hasText: '石磊' })
  await both.getByRole('button', { name: '看差别' }).click()
  await both.getByText('+ # 我写的').waitFor()
  await both.getByRole('button', { name: '用存好的，我写的另存一份' }).click()
  await both.waitFor({ state: 'hidden' })
  expect(await textOf(page).inputValue()).toBe(`${dengue}# 石磊写的\n`)
  expect((await writer.call(readDraft, { id })).body).toBe(`${dengue}# 石磊写的\n`)
  await page.getByRole('link', { name: '回列表' }).click()
  await page.getByRole('link', { name: 'dengue-2026' }).nth(1).waitFor()
  await page.close()
})
