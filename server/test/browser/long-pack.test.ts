// A pack of five thousand rules is written as fluently as a short one: what is read and checked of it is worked out beside the page.
import { saveDraft } from '@wangdi/domain/documents/packs.api.ts'
import { textOfMany } from '@wangdi/policy/test/many-rules.ts'
import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Caller, type House, startHouse } from '../house.ts'
import { openConsole, patience, startBrowser } from './console-page.ts'

let house: House
let browser: Browser
let writer: Caller
const faults: string[] = []
beforeAll(async () => {
  house = await startHouse()
  browser = await startBrowser()
  writer = await house.as('policy-editor', '41', '梁静')
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
afterEach(() => expect(faults.splice(0)).toEqual([]))

async function openDraft(body: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
  const id = newId()
  await writer.call(saveDraft, { id, place: '41', pack: 'made-up-long', body, cases: '[]', edition: 0 })
  const opened = await openConsole(browser, house, '/packs', { as: writer })
  faults.push(...opened.faults)
  await prepare?.(opened.page)
  await opened.page.goto(`${house.url}/packs/draft/${id}`)
  return opened.page
}

const rules = (page: Page) => page.getByRole('textbox', { name: '规则', exact: true })
const findings = (page: Page) => page.getByRole('region', { name: '要改的地方' })

/** Counts frames that are drawn until something holds, or for so many milliseconds: how many there were in a second. */
const framesUntil = (page: Page, holds: string, least: number) =>
  page.evaluate<number>(`new Promise((tell) => {
    const began = performance.now()
    let frames = 0
    const frame = () => {
      frames += 1
      const took = performance.now() - began
      if (took > ${least} && (${holds})) tell((frames * 1000) / took)
      else requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })`)
const isChecked = "document.querySelector('.pack-below section[aria-busy]')?.getAttribute('aria-busy') === 'false'"

test('while a pack of five thousand rules is checked keys appear at once and frames go on as on a page at rest', {
  timeout: 300_000,
}, async () => {
  const page = await openDraft(textOfMany(5_000, { place: '41' }))
  page.setDefaultTimeout(200_000)
  await findings(page).and(page.locator('[aria-busy=false]')).waitFor()
  await page.locator('.pack-form [aria-busy=false]').waitFor()
  const answer = await page.request.get(house.url)
  expect(answer.headers()['content-security-policy']?.split(';')).toContain("worker-src 'self'")
  const idle = await framesUntil(page, 'true', 2000)
  const text = await rules(page).inputValue()
  await rules(page).focus()
  await rules(page).evaluate(
    'document.activeElement.setSelectionRange(document.activeElement.value.length, document.activeElement.value.length)',
  )
  await page.keyboard.type('# 甲')
  // The keys are there before anything is answered.
  expect(await rules(page).inputValue()).toBe(`${text}# 甲`)
  await findings(page).and(page.locator('[aria-busy=true]')).waitFor()
  const typing = await framesUntil(page, isChecked, 0)
  expect(typing / idle).toBeGreaterThan(0.5)
  expect(await page.locator('.pack-lines span').count()).toBeLessThan(1000)
  await page.close()
})

test('where the browser has no workers the page says so, and the server checks what is saved', async () => {
  const body = textOfMany(3, { place: '41' })
  const page = await openDraft(body, (before) => before.addInitScript('delete globalThis.Worker'))
  await page.getByText('这个浏览器不能边写边查').waitFor()
  await findings(page).getByText('没有错，可以提交').waitFor()
  await rules(page).fill(body.replace('strength: should', 'strength: shuold'))
  await page.getByText('有改动没存').waitFor()
  await findings(page).getByText('shuold').waitFor({ timeout: patience })
  expect(await page.getByRole('button', { name: '提交审核' }).isDisabled()).toBe(true)
  await page.close()
})
