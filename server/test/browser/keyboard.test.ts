// A day's work without mouse and without touch: every stop shows where one is, none holds one fast.
import { addDays, shanghaiDay } from '@wangdi/domain/day.ts'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { givenQueue } from '../given/arrivals.ts'
import { givenDwelling, givenGrid, givenPerson } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { testPassword } from '../sign-in.ts'
import { openConsole, patience, startBrowser } from './console-page.ts'
import { openPhone } from './phone-page.ts'

const community = '410105001003'
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

// What has the focus, by its name; `seen`: it or what it stands in has a ring or a shadow that it has only so.
const focus = (page: Page) =>
  page.evaluate<{ name: string; seen: boolean }>(`(() => {
    const at = document.activeElement
    const named = (e) => e.getAttribute('aria-label') || (e.labels && e.labels[0]?.innerText) || e.innerText || e.name || e.id || ''
    const ring = (e) => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 }
    const shadow = (e) => e !== null && getComputedStyle(e).boxShadow !== 'none'
    let seen = ring(at) || shadow(at) || shadow(at.closest('.ant-input-affix-wrapper'))
    for (let e = at, n = 0; e && n < 3; e = e.parentElement, n++) seen ||= ring(e)
    return { name: named(at).replace(/\\s+/g, ' ').trim(), seen: at === document.body || seen }
  })()`)

/** Goes by Tab to what is so named; every stop on the way is seen. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = []
  for (let n = 0; n < 90; n++) {
    await page.keyboard.press('Tab')
    const at = await focus(page)
    if (!at.seen) throw new Error(`nobody sees the focus on “${at.name}”`)
    if (name.test(at.name)) return
    passed.push(at.name)
  }
  throw new Error(`no way by Tab to ${name}: ${passed.join(' · ')}`)
}

const loginOf = async (house: House, { account }: Caller) =>
  (await house.owner.selectFrom('account').select('login').where('id', '=', account).executeTakeFirstOrThrow()).login

test('by keys alone a director signs in, opens a household and records that somebody was reached', async () => {
  const house = await startHouse({ day: '2026-11-17' })
  try {
    const director = await house.as('community-director', community, '周敏')
    const home = await givenDwelling(house, community, '3号楼', '1', '302')
    const elder = await givenPerson(house, community, '孙玉兰', { born: '1955-03-01', dwelling: home })
    await givenPerson(house, community, '钱国庆', { born: '1992-10-01', dwelling: home })
    const { page, faults } = await openConsole(browser, house, `/sign-in?to=/households/${home}`)
    await page.locator('#login:focus').waitFor()
    await page.keyboard.type(await loginOf(house, director))
    await tabTo(page, /^密码/)
    await page.keyboard.type(testPassword)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '3号楼1单元302' }).waitFor()
    await tabTo(page, /^记一次联系$/)
    await page.keyboard.press('Enter')
    const form = page.getByRole('form', { name: '记一次联系' })
    await form.waitFor()
    await page.locator('.main').focus()
    await tabTo(page, /^联系上了|^已见面/)
    await page.keyboard.press('Space')
    await form.getByText('联系上了谁').waitFor()
    // Who is due is chosen already, as on the phone; leaving them out is said.
    await tabTo(page, /^孙/)
    expect(await form.getByRole('checkbox', { name: /^钱/ }).isChecked()).toBe(false)
    await page.keyboard.press('Space')
    await form.getByText(/^没选 孙/).waitFor()
    await page.keyboard.press('Space')
    await form.getByText(/^没选 孙/).waitFor({ state: 'detached' })
    await tabTo(page, /^保\s?存$/)
    await page.keyboard.press('Enter')
    await page.getByText(/^记下了/).waitFor()
    expect(await house.owner.selectFrom('visit').select(['result', 'entry', 'met']).execute()).toEqual([
      { result: 'met', entry: 'phone', met: [elder] },
    ])
    expect(faults).toEqual([])
    await page.context().close()
  } finally {
    await house.close()
  }
})

test('by keys alone county health decides about those who arrived', async () => {
  const house = await startHouse({ day: '2026-11-17' })
  try {
    const given = await givenQueue(house)
    await given.begin()
    await given.came({ name: '吴来', kind: 'medium' })
    await sql`update arrival set origin_confirmed_by = ${given.clerk.account}, origin_confirmed_at = now()`.execute(house.owner)
    const { page, faults } = await openConsole(browser, house, '/arrivals/queue', { as: given.health })
    await page.getByRole('button', { name: '定下 1 人，出告知书' }).waitFor()
    await tabTo(page, /^定下 1 人，出告知书$/)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, /^定\s?下$/)
    await page.keyboard.press('Enter')
    await page.getByText(/定下 1 人，文号/).waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  } finally {
    await house.close()
  }
})

test('by keys alone a grid worker signs in on a phone, visits a household and goes to each place of the app', async () => {
  const house = await startHouse()
  const faults: string[] = []
  house.clock.set(undefined)
  const today = shanghaiDay(Date.now())
  await openResponseFor(house, '410105', { from: addDays(today, -7), until: addDays(today, 20) })
  const worker = await house.as('grid-worker', community, '马晓燕')
  const home = await givenDwelling(house, community, '2号楼', '1', '101')
  await givenGrid(house, community, [home], worker.account, '第3网格')
  await givenPerson(house, community, '郑玉梅', { born: '1948-03-01', dwelling: home })
  const phone = await openPhone(browser, house, faults)
  const { page } = phone
  try {
    await page.goto(`${phone.url}/`)
    await page.locator('input[name=login]').waitFor()
    await tabTo(page, /^账号|^login$/)
    await page.keyboard.type(await loginOf(house, worker))
    await tabTo(page, /^密码|^password$/)
    await page.keyboard.type(testPassword)
    await page.keyboard.press('Enter')
    await page.getByText('设一个 6 位数字密码').waitFor()
    await page.keyboard.type('258147')
    await page.getByText('再输一遍').waitFor()
    await page.keyboard.type('258147')
    await page.locator('.f-tabs').waitFor()
    await tabTo(page, /郑玉梅/)
    await page.keyboard.press('Enter')
    await page.locator('.f-keys').waitFor()
    await page.locator('h1:focus').waitFor()
    await tabTo(page, /^已见面$/)
    await page.keyboard.press('Space')
    await tabTo(page, /^保存/)
    await page.keyboard.press('Enter')
    await expect
      .poll(() => house.owner.selectFrom('visit').select('result').execute(), { timeout: patience })
      .toEqual([{ result: 'met' }])
    await page.goto(`${phone.url}/`)
    await page.locator('.f-pad-pin').waitFor()
    await page.keyboard.type('258147')
    await page.locator('.f-tabs').waitFor()
    for (const place of ['楼栋', '记录', '我的', '今日']) {
      await tabTo(page, new RegExp(`^${place}`))
      await page.keyboard.press('Enter')
      await page.locator(`.f-tab[aria-current=page]`, { hasText: place }).waitFor()
    }
    expect(faults).toEqual([])
  } finally {
    await phone.close()
    await house.close()
  }
})
