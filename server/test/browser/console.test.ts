import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import { openResponse } from '@wangdi/domain/regimes/regimes.api.ts'
import { givenReading, givenStay } from '../given/observation.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { readSession } from '@wangdi/domain/staff/session.api.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { testPassword } from '../sign-in.ts'
import { axeFaults, focused, openConsole, patience, scrollsSideways, startBrowser } from './console-page.ts'

const county = '410105'
const community = '410105001003'
let house: House
let browser: Browser
let director: Caller
let doctor: Caller
let leader: Caller

beforeAll(async () => {
  house = await startHouse()
  browser = await startBrowser()
  director = await house.as('community-director', community, '周敏')
  doctor = await house.as('community-doctor', community, '韩志远')
  leader = await house.as('county-leader', county, '赵明')
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const order = (number: string) => ({
  id: newId(),
  place: county,
  issuer: '金水区人民政府',
  number,
  level: '',
  scope: [county],
  from: '2026-11-17',
  until: '2026-11-28',
  review_on: null,
  rules: 'precision-2020@2020-05-01,terms@2022-07-15',
  content: '启动应急响应',
  ground: '传染病防治法第 63 条',
})

test('without a session every address leads to the sign-in page, and a wrong password is said in words', async () => {
  const { page } = await openConsole(browser, house, '/plan')
  await page.fill('#login', 'nobody')
  await page.fill('#password', 'not the password')
  await page.click('button[type=submit]')
  await page.getByText('账号或密码不对').waitFor()
  expect(await page.inputValue('#login')).toBe('nobody')
  expect(await axeFaults(page)).toEqual([])
})

test('an emergency function stays in the menu, locked, and its page says why; an order entered on the page opens it [R-2020P-66]', async () => {
  const closed = await openConsole(browser, house, '/observation', { as: director })
  await closed.page.getByRole('heading', { name: '居家观察没有开放' }).waitFor()
  await closed.page
    .getByRole('link', { name: /居家观察/ })
    .getByLabel('没有开放')
    .waitFor()

  const { page } = await openConsole(browser, house, '/regimes', { as: leader })
  await page.getByRole('button', { name: '登记应急命令' }).click()
  await page.fill('#issuer', '金水区人民政府')
  await page.fill('#number', '金政〔2026〕3号')
  await page.fill('#content', '启动应急响应')
  await page.fill('#ground', '传染病防治法第 63 条')
  const save = page.getByRole('button', { name: '登记，命令生效就开放' })
  await save.click()
  await page.getByText('没有期限的命令不能登记').waitFor()
  await page.fill('#until', '2026-11-28')
  await save.click()
  // A press that opens what an order opens asks first.
  const sure = page.getByRole('dialog', { name: '登记 金政〔2026〕3号？' })
  await sure.getByRole('button', { name: /^取\s?消$/ }).click()
  await sure.waitFor({ state: 'hidden' })
  expect(await house.owner.selectFrom('response').select('number').execute()).toEqual([])
  await save.click()
  await sure.getByRole('button', { name: '登记，命令生效就开放' }).click()
  await page.getByText('生效中').waitFor()

  const open = await openConsole(browser, house, '/observation', { as: director })
  await open.page.getByText('现在没有人在观察').waitFor()
  await open.page.getByText('应急功能依金政〔2026〕3号开放').waitFor()
})

test('a figure of cases that is no count is refused in words beside it and nothing is recorded; an order without a confirmed level is not called into question', async () => {
  const health = await house.as('county-health', county, '王海涛')
  const { page, faults } = await openConsole(browser, house, '/regimes', { as: health })
  await page.getByText('到今天为止还没登记过疫情数据').waitFor()
  expect(await page.getByText('等级降了').count()).toBe(0)
  await page.getByRole('button', { name: '登记疫情数据' }).click()
  const dialog = page.getByRole('dialog', { name: '登记疫情数据' })
  const [first, second] = [dialog.locator('input[inputmode=numeric]').nth(0), dialog.locator('input[inputmode=numeric]').nth(1)]
  await first.fill('-3')
  await second.fill('abc')
  await dialog.getByLabel('来源（谁通报的，哪个文件）').fill('金水区疾控通报')
  await dialog.getByRole('button', { name: /^登\s?记$/ }).click()
  await expect.poll(() => dialog.getByText('只能填 0 或更大的整数；不知道就空着').count(), { timeout: patience }).toBe(2)
  expect([await first.inputValue(), await second.inputValue()]).toEqual(['-3', 'abc'])
  expect(await house.owner.selectFrom('stated_fact').select('name').execute()).toEqual([])
  await first.fill('0')
  await second.fill('３')
  await dialog.getByRole('button', { name: /^登\s?记$/ }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(
    (await house.owner.selectFrom('stated_fact').select('value').execute()).map(({ value }) => Number(value)).sort(),
  ).toEqual([0, 3])
  expect(faults).toEqual([])
})

test('the plan shows rules and order in force, what to do first, what changed, measures with their sources and what must not be done [R-2020B-9]', async () => {
  await leader.call(openResponse, order('金政〔2026〕4号'))
  const { page, faults } = await openConsole(browser, house, '/plan', { as: director })
  await page.getByText('应急响应中').waitFor()
  await page.getByText('精准化精细化指导方案', { exact: true }).waitFor()
  for (const part of ['先做', '比昨天', '社区防控', '不能做', '提醒'])
    await page.getByRole('region', { name: part, exact: true }).waitFor()
  expect(await page.locator('.plan-source').count()).toBeGreaterThan(10)
  await page.getByRole('button', { name: '为什么？' }).click()
  await page.getByRole('dialog', { name: '为什么是这套办法' }).waitFor()
  expect(faults).toEqual([])
})

test('a session that ends while somebody types asks to sign in again above the page, and what was typed is sent afterwards', async () => {
  const { page } = await openConsole(browser, house, '/plan', { as: director })
  await page.getByRole('button', { name: '说明', exact: true }).first().click()
  await page.getByLabel('补充（可不填）').fill('告示已经贴好')
  await page.getByRole('dialog').getByText('部分').click()
  await page.context().clearCookies()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { name: '登录过期了' }).waitFor()
  expect(await page.getByLabel('补充（可不填）').inputValue()).toBe('告示已经贴好')
  const { account } = await director.call(readSession, {})
  expect(await page.inputValue('#login')).toBe(account.login)
  await page.fill('#password', testPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '登录过期了' }).waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page
    .getByText(/周敏 10:\d\d/)
    .first()
    .waitFor()
})

test('a doctor sees who is under observation and answers a fever, which leaves the list', async () => {
  const person = await givenPerson(house, community, '阿依古丽·买买提江·阿卜杜热合曼', {
    dwelling: await givenDwelling(house, community),
  })
  const stay = await givenStay(house, community, person, '2026-11-15')
  await givenReading(house, community, stay, '2026-11-17', 'morning', '37.9', doctor.account)
  const list = await openConsole(browser, house, '/observation', { as: doctor })
  await list.page.getByText('阿依古丽·买买提江·阿卜杜热合曼').waitFor()
  await list.page.getByText('37.9').waitFor()

  const { page } = await openConsole(browser, house, '/observation/alerts', { as: doctor })
  await page.getByText('1 条等处置').waitFor()
  await page.getByRole('button', { name: '转诊' }).click()
  const sure = page.getByRole('dialog', { name: '这一条答“转诊”？' })
  await sure.getByText('算已处置，不再等').waitFor()
  await sure.getByRole('button', { name: /^取\s?消$/ }).click()
  await sure.waitFor({ state: 'hidden' })
  await page.getByText('1 条等处置').waitFor()
  expect(await house.owner.selectFrom('alert_answer').select('outcome').execute()).toEqual([])
  // A note that stands there is not lost by one press on the way out.
  const note = page.getByLabel('补充（可不填）')
  await note.fill('已叫救护车')
  await page.getByRole('button', { name: /^账号 韩志远/ }).click()
  await page.getByRole('button', { name: '退出', exact: true }).click()
  const leaving = page.getByRole('dialog', { name: '写的还没保存' })
  await leaving.getByRole('button', { name: /^取\s?消$/ }).click()
  await leaving.waitFor({ state: 'hidden' })
  expect(await note.inputValue()).toBe('已叫救护车')
  await page.getByRole('button', { name: '转诊' }).click()
  await sure.getByRole('button', { name: '转诊' }).click()
  await page.getByText('没有等处置的异常体温').waitFor()
})

test('a page the role has no verb for says so, and an unknown address says that it is none', async () => {
  const volunteer = await house.as('volunteer', community, '吴倩')
  const refused = await openConsole(browser, house, '/observation', { as: volunteer })
  await refused.page.getByRole('heading', { name: '这一页看不了' }).waitFor()
  const missing = await openConsole(browser, house, '/nowhere', { as: volunteer })
  await missing.page.getByRole('heading', { name: '没有这一页' }).waitFor()
})

test.each([
  ['/plan', 'desk', 'zh-CN'],
  ['/plan', 'phone', 'en'],
  ['/regimes', 'phone', 'zh-CN'],
  ['/regimes', 'desk', 'en'],
  ['/observation', 'phone', 'zh-CN'],
  ['/observation', 'desk', 'en'],
  ['/observation/alerts', 'phone', 'en'],
] as const)('%s on a %s in %s has no fault that axe finds and does not scroll sideways', async (path, screen, language) => {
  const { page, faults } = await openConsole(browser, house, path, { as: doctor, screen, language })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('.w-skeleton').first().waitFor({ state: 'detached' })
  expect(await axeFaults(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  expect(faults).toEqual([])
})

test('the menu is walked with the arrows, and the skip link leads past it', async () => {
  const { page } = await openConsole(browser, house, '/plan', { as: director })
  await page.getByRole('region', { name: '先做' }).waitFor()
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('跳到正文')
  const plan = page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '今日计划' })
  await plan.focus()
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toMatch(/^等我办的/)
  await page.keyboard.press('Home')
  expect(await focused(page)).toBe('今日')
})
