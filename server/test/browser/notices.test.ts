// The papers of an observation as they leave the printer, the release that ends it, and a response that ends with nobody forgotten.
import { deliverNotice, endObservation } from '@wangdi/domain/observation/observation.api.ts'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenQueue } from '../given/arrivals.ts'
import { type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

let house: House
let browser: Browser
let given: Awaited<ReturnType<typeof givenQueue>>

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  given = await givenQueue(house)
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
beforeEach(() => given.begin())

/** Pages of the print that stands ready, as the printer gets it. */
async function pagesOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return Number(/\/Type \/Pages[^>]*\/Count (\d+)/.exec(pdf)?.[1] ?? /\/Count (\d+)/.exec(pdf)?.[1])
}

const shot = async (page: Page, name: string) => {
  const folder = process.env['WANGDI_SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

test('those who were decided together get their notices printed together: one page each, the finding, the term with its days, rights, calls, code', async () => {
  const came = [(await given.came({ name: '周建国' })).id, (await given.came({ name: '阿依古丽·买买提江·阿不都热合曼' })).id]
  await given.check(came)
  const { page, faults } = await openConsole(browser, house, '/arrivals/queue', { as: given.health })
  await page.getByRole('button', { name: '定下 2 人，出告知书' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^定\s?下$/ })
    .click()
  await page.evaluate('window.print = () => {}')
  await page.getByRole('button', { name: '打印 2 份告知书' }).click()
  const sheet = page.locator('.notice-sheet').filter({ hasText: '周建国' })
  await sheet.waitFor({ state: 'attached' })
  const text = (await sheet.textContent()) ?? ''
  for (const said of [
    '居家隔离医学观察告知书',
    '金卫观〔2026〕',
    '您 11 月 15 日离开青河市东湖区',
    '11 月 15 日算第 0 天，满 7 天，到 11 月 22 日 24:00 止',
    '60 天内，可以申请行政复议',
    '0371-00001200',
    '传染病防治法',
    '王海涛',
  ])
    expect(text).toContain(said)
  const { rows } = await sql<{ code: string }>`select code from observation`.execute(house.owner)
  expect(rows.some(({ code }) => text.includes(code.slice(8)))).toBe(true)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('#root').isVisible()).toBe(false)
  // The day of signing stands in one line beside the seal, as the name does.
  const signed = await sheet.locator('.notice-signed section').first().locator('dd').all()
  const [, name, day] = await Promise.all(signed.map(async (one) => Math.round((await one.boundingBox())?.height ?? 0)))
  expect([signed.length, day]).toEqual([3, name])
  expect(await axeFaults(page)).toEqual([])
  await shot(page, 'observation-notice')
  expect(await pagesOf(page)).toBe(2)
  expect(faults).toEqual([])
})

test('an observation that was ended early says until when it was to go, and not that it still ends then by itself', async () => {
  const [observation = ''] = await given.ordered('周建国')
  const { page, faults } = await openConsole(browser, house, `/observation/${observation}`, { as: given.health })
  await page.getByText('到 11-22 24:00，到期自动结束').waitFor()
  await given.health.call(endObservation, { id: newId(), observation, reason: 'shorter-rule', note: '新规定' })
  await page.reload()
  await page.getByText('原定到 11-22 24:00').waitFor()
  expect(await page.getByText('到期自动结束').count()).toBe(0)
  expect(faults).toEqual([])
})

test('on the last day county health releases those who wait, and prints one page for each with what was looked at', async () => {
  const [zhou = ''] = await given.ordered('周建国', '孙玉兰')
  await given.clerk.call(deliverNotice, { id: newId(), observation: zhou, way: 'in-person', receipt: 'signed' })
  house.clock.set('2026-11-22T15:10:00+08:00')
  const { page, faults } = await openConsole(browser, house, '/observation', { as: given.health })
  await page.getByRole('button', { name: /等解除 2/ }).click()
  await page.getByRole('button', { name: '解除这 2 人' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /孙玉兰/ }).uncheck()
  const tests = dialog.getByRole('textbox')
  if (await tests.count()) await tests.fill('11-22 区疾控报：都是阴性')
  expect(await axeFaults(page)).toEqual([])
  await shot(page, 'release-form')
  await dialog.getByRole('button', { name: '解除 1 人' }).click()
  await page.getByText('解除 1 人，文号 金卫解〔2026〕1号', { exact: true }).waitFor()
  await page.evaluate('window.print = () => {}')
  await page.getByRole('button', { name: '打印 1 份解除通知书' }).click()
  const sheet = page.locator('.notice-sheet')
  await sheet.waitFor({ state: 'attached' })
  const text = (await sheet.textContent()) ?? ''
  for (const said of [
    '解除隔离医学观察通知书',
    '金卫解〔2026〕1号',
    '11 月 22 日 24:00 起解除',
    '11 月 17 日收到告知书',
    '谁也不能再要您隔离',
    '社区会打 5 次电话',
    '11 月 23 日',
    '12 月 6 日',
  ])
    expect(text).toContain(said)
  await page.emulateMedia({ media: 'print' })
  await shot(page, 'release-notice')
  expect(await pagesOf(page)).toBe(1)
  expect(faults).toEqual([])
})

// How many parts of a sheet stand out beyond its right edge.
const pastTheEdge = `(() => {
  const sheet = document.querySelector('.notice-sheet')
  const edge = sheet.getBoundingClientRect().right + 1
  return [...sheet.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right > edge).length
})()`

test('in English, too, a notice and a release take one page each, and two in large print', async () => {
  const [zhou = ''] = await given.ordered('阿依古丽·买买提江·阿不都热合曼')
  house.clock.set('2026-11-22T15:10:00+08:00')
  await given.release([zhou])
  const { page, faults } = await openConsole(browser, house, `/observation/${zhou}`, { as: given.health, language: 'en' })
  await page.evaluate('window.print = () => {}')
  for (const paper of ['Print the notice', 'Print the release'])
    for (const [button, pages] of [
      [paper, 1],
      ['Large print, two pages', 2],
    ] as const) {
      await page.getByRole('group', { name: paper }).getByRole('button', { name: button }).click()
      const sheet = page.locator('.notice-sheet')
      await sheet.waitFor({ state: 'attached' })
      await page.emulateMedia({ media: 'print' })
      expect(await page.evaluate(pastTheEdge)).toBe(0)
      await shot(page, `en-${paper}-${pages}`)
      expect(await pagesOf(page)).toBe(pages)
      await page.emulateMedia({ media: 'screen' })
      await page.evaluate("window.dispatchEvent(new Event('afterprint'))")
      await sheet.waitFor({ state: 'detached' })
    }
  expect(faults).toEqual([])
})

test('in large print a notice and a release take two pages each, with the same words', async () => {
  const [zhou = ''] = await given.ordered('周建国')
  house.clock.set('2026-11-22T15:10:00+08:00')
  await given.release([zhou])
  const { page, faults } = await openConsole(browser, house, `/observation/${zhou}`, { as: given.health })
  await page.evaluate('window.print = () => {}')
  for (const [paper, said] of [
    ['打印告知书', '谁也不能自己加天'],
    ['打印解除通知书', '谁也不能再要您隔离'],
  ] as const) {
    await page.getByRole('group', { name: paper }).getByRole('button', { name: '大字，两页' }).click()
    const sheet = page.locator('.notice-large .notice-sheet')
    await sheet.filter({ hasText: said }).waitFor({ state: 'attached' })
    await page.emulateMedia({ media: 'print' })
    const size = await page.evaluate<string>("getComputedStyle(document.querySelector('.notice-large .notice-part p')).fontSize")
    expect(size).toBe('24px')
    expect(await page.evaluate(pastTheEdge)).toBe(0)
    await shot(page, `large-${paper}`)
    expect(await pagesOf(page)).toBe(2)
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    await sheet.waitFor({ state: 'detached' })
  }
  expect(faults).toEqual([])
})

test.each(['desk', 'phone'] as const)(
  'on a %s a release is handed over, taken back with a reason, decided again and followed by a call',
  async (screen) => {
    const [zhou = ''] = await given.ordered('周建国')
    house.clock.set('2026-11-22T15:10:00+08:00')
    await given.release([zhou])
    const { page, faults } = await openConsole(browser, house, `/observation/${zhou}`, { as: given.health, screen })
    const card = page.getByRole('region', { name: '解除以后' })
    await card.getByText('解除通知书还没送到本人手上').waitFor()
    // The rights of a notice are sentences, one a line: run together they would not be told apart.
    const rights = page.locator('.observation-part dd').filter({ hasText: '可以申请行政复议' })
    expect((await rights.innerText()).split('\n').length).toBeGreaterThan(2)
    await card.getByRole('button', { name: '登记通知书送达' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('登记解除通知书送达：金卫解〔2026〕1号').waitFor()
    await dialog.getByText('当面交本人').click()
    await dialog.getByText('本人签了').click()
    await dialog.getByRole('button', { name: /^保\s?存$/ }).click()
    await card.getByText('本人签了').waitFor()
    await shot(page, `after-release-${screen}`)
    expect(await axeFaults(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
    await card.getByRole('button', { name: '撤回解除' }).click()
    await dialog.getByText('撤回以后要收回来').waitFor()
    await dialog.getByRole('textbox').fill('采样结果报错了人')
    await dialog.getByRole('button', { name: /^撤\s?回$/ }).click()
    await card.getByText('金卫解〔2026〕1号 已撤回').waitFor()
    await page.getByRole('button', { name: /^解\s?除$/ }).waitFor()
    await given.release([zhou])
    house.clock.set('2026-11-23T09:00:00+08:00')
    const doctor = await house.as('community-doctor', '410105001003', '韩志远')
    const { page: own } = await openConsole(browser, house, `/observation/${zhou}`, { as: doctor, screen })
    const after = own.getByRole('region', { name: '解除以后' })
    await after.getByRole('button', { name: '登记电话' }).first().click()
    await own.getByRole('dialog').getByText('不舒服', { exact: true }).click()
    await own.getByRole('dialog').getByRole('textbox').fill('咳嗽，约了门诊')
    await own
      .getByRole('dialog')
      .getByRole('button', { name: /^保\s?存$/ })
      .click()
    await after.getByText('咳嗽，约了门诊').waitFor()
    await shot(own, `call-${screen}`)
    expect(faults).toEqual([])
  },
)

test.each(['desk', 'phone'] as const)(
  'on a %s a response ends only when each person under observation is settled',
  async (screen) => {
    await given.ordered('周建国', '孙玉兰')
    const { rows } = await sql<{ id: string }>`select id from response`.execute(house.owner)
    const path = `/rights/endings/${rows[0]?.id}`
    const { page, faults } = await openConsole(browser, house, path, { as: given.health, screen })
    const card = page.getByRole('region', { name: '还在观察的人' })
    await card.getByText('2 人，2 人没交代').waitFor()
    await card.getByRole('checkbox', { name: '周建国' }).check()
    await card.getByRole('button', { name: '转交 1 人' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('转到定点医院，韩医生')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^转\s?交$/ })
      .click()
    await card.getByText('转到定点医院，韩医生').waitFor()
    await card.getByRole('checkbox', { name: '全选这一页' }).check()
    await card.getByRole('button', { name: '1 人列入未了结名单' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('到 11-22 期满为止，社区管')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^列\s?入$/ })
      .click()
    await card.getByText('每个人都交代好了').waitFor()
    await shot(page, `left-${screen}`)
    expect(await axeFaults(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
    expect(faults).toEqual([])
  },
)
