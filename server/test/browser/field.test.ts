import { addDays, shanghaiDay } from '@wangdi/domain/day.ts'
import { answerAlert } from '@wangdi/domain/observation/observation.api.ts'
import { openResponse } from '@wangdi/domain/regimes/regimes.api.ts'
import { closeRound, openRound } from '@wangdi/domain/rounds/rounds.api.ts'
import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { givenStay } from '../given/observation.ts'
import { givenDwelling, givenGrid, givenPerson } from '../given/people.ts'
import { sealDutyPhone } from '../../src/staff/index.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, patience, startBrowser } from './console-page.ts'
import { openPhone, type TestPhone } from './phone-page.ts'

const community = '410105001003'
const county = '410105'
let house: House
let browser: Browser
let phone: TestPhone
let page: Page
let worker: Caller
let director: Caller
let doctor: Caller
let door: string
let today: string
const faults: string[] = []

beforeAll(async () => {
  house = await startHouse()
  house.clock.set(undefined)
  today = shanghaiDay(Date.now())
  browser = await startBrowser()
  worker = await house.as('grid-worker', community, '吴晓彤')
  director = await house.as('community-director', community, '周敏')
  doctor = await house.as('community-doctor', community, '李文静')
  await house.owner
    .updateTable('account')
    .set(sealDutyPhone(house.fields, '19900000003'))
    .where('role', '=', 'community-doctor')
    .execute()
  door = await givenDwelling(house, community, '2号楼', '1', '101')
  const other = await givenDwelling(house, community, '2号楼', '1', '102')
  await givenGrid(house, community, [door, other], worker.account, '第3网格')
  await givenPerson(house, community, '郑玉梅', { born: '1948-03-01', dwelling: door, phone: '19900000101' })
  const watched = await givenPerson(house, community, '陈志远', { born: '1990-03-01', dwelling: other, phone: '19900000102' })
  const stay = await givenStay(house, community, watched, addDays(today, -2))
  await house.owner.updateTable('observation').set({ dwelling: other }).where('id', '=', stay).execute()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
afterEach(async () => {
  await phone?.close()
  expect(faults.splice(0)).toEqual([])
})

async function newPhone() {
  phone = await openPhone(browser, house, faults)
  page = phone.page
  await phone.signIn(worker)
}

const tab = (name: string) => page.getByRole('navigation').getByRole('button', { name }).click()
const visitsOf = (dwelling: string) =>
  house.owner.selectFrom('visit').select(['id', 'result']).where('dwelling', '=', dwelling).execute()

async function openRule() {
  const leader = await house.as('county-leader', county, '赵明')
  await leader.call(openResponse, {
    id: newId(),
    place: county,
    issuer: '金水区人民政府',
    number: `金应急〔2026〕${newId().slice(-4)}号`,
    level: '',
    scope: [county],
    from: today,
    until: addDays(today, 20),
    review_on: null,
    rules: 'precision-2020@2020-05-01,terms@2022-07-15',
    content: '启动应急响应',
    ground: '传染病防治法第 63 条',
  })
}

test('without a response readings and arrivals are closed, and the phone says why', async () => {
  await newPhone()
  await page.getByText('今天', { exact: true }).first().waitFor()
  expect(await page.getByText('上午测温').count()).toBe(0)
  await tab('我的')
  expect(await page.locator('.f-closed', { hasText: '新来人员登记' }).innerText()).toContain('没有')
  expect(await axeFaults(page)).toEqual([])
})

test('a visit recorded without network survives a closed app, and reaches the server once the network is back', async () => {
  await newPhone()
  await phone.cutOff(true)
  await page.locator('.f-row-main', { hasText: '郑玉梅' }).click()
  await page.locator('.f-chip', { hasText: '买药' }).click()
  await page.locator('.f-btn-main').click()
  await page.getByText('先点一下见没见到人').waitFor() // nothing is preset
  await page.locator('.f-key', { hasText: '已见面' }).click()
  await page.locator('.f-btn-main').click()
  await tab('记录')
  await page.locator('[data-state=unsent]', { hasText: '已见面' }).waitFor()
  expect(await visitsOf(door)).toEqual([])

  await page.reload()
  await page.getByText('输入 6 位数字密码').waitFor()
  await phone.typePin('000111')
  await page.getByText('密码不对').waitFor()
  expect(await page.getByText('郑玉梅').count()).toBe(0)
  await phone.typePin()
  await page.locator('[data-state=unsent]', { hasText: '已见面' }).waitFor()
  await tab('我的')
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByText('还有 1 条没上传').waitFor()

  await phone.cutOff(false)
  await page.getByRole('button', { name: '现在对' }).first().click()
  await tab('记录')
  await page.locator('[data-state=done]', { hasText: '已见面' }).waitFor()
  expect(await visitsOf(door)).toMatchObject([{ result: 'met' }])
})

test('a high reading without network keeps the number and leads to a call, a rest and the doctor', async () => {
  await openRule()
  await newPhone()
  await phone.reopen('/')
  await phone.cutOff(true)
  await page.locator('.f-row-main', { hasText: '陈志远' }).first().click()
  for (const digit of '378') await page.click(`.f-pad-temperature button:text-is("${digit}")`)
  await page.locator('.f-chip', { hasText: '都没有' }).click()
  await page.locator('.f-pad-save').click()
  await page.getByText('点一下谁量的').waitFor()
  await page.locator('.f-chip', { hasText: '我上门' }).click()
  expect(await axeFaults(page)).toEqual([])
  await page.locator('.f-pad-save').click()
  await page.getByText('到了 37.3℃，请照下面三步做').waitFor()
  await page.getByText('坐下歇 15 分钟再测').waitFor()
  expect(await page.locator('.f-foot a').getAttribute('href')).toBe('tel:19900000003')
  expect(await axeFaults(page)).toEqual([])
  await page.locator('.f-back').click()
  await page.getByText('1 条体温还没传上去，医生还没收到').waitFor()
  // A network alone tells nobody: the server is there, and has not taken the record yet.
  await page.context().setOffline(false)
  await page.locator('.f-row-main', { hasText: '37.8℃' }).click()
  await page.getByText('还没传上去，医生还没收到').waitFor()
  expect(await page.getByText('医生那边看得到').count()).toBe(0)
  await phone.cutOff(false)
  await expect
    .poll(() => house.owner.selectFrom('reading').select('temperature').execute(), { timeout: patience })
    .toMatchObject([{ temperature: '37.8' }])
  await phone.reopen('/')
  await page.locator('.f-row-main', { hasText: '37.8℃' }).click()
  await page.getByText('医生那边看得到').waitFor()

  const { id } = await house.owner.selectFrom('reading').select('id').executeTakeFirstOrThrow()
  await doctor.call(answerAlert, { id: newId(), reading: id, outcome: 'transfer', note: '去市六院发热门诊' })
  await phone.reopen('/')
  const decided = page.locator('.f-row-main', { hasText: '转诊' })
  await decided.getByText('去市六院发热门诊').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await decided.click()
  await page.locator('.f-steps', { hasText: '医生定了' }).getByText('去市六院发热门诊').waitFor()
})

test('what the server refuses stays with its reason until it is settled; then the phone may be cleared', async () => {
  const round = { id: newId(), community, kind: 'survey' as const, name: '冬季入户', of: 'dwellings' as const, groups: [] }
  await director.call(openRound, { ...round, from: addDays(today, -5), until: null, everyDays: null })
  await newPhone()
  await phone.cutOff(true)
  await phone.reopen(`/round/${round.id}`)
  await page.locator('.f-row-main', { hasText: '102' }).click()
  await page.locator('.f-key', { hasText: '家中无人' }).click()
  await page.getByText('换个时间再来').waitFor()
  const door102 = page.url()
  await page.locator('.f-btn-main').click()
  await page.waitForURL(({ href }) => href !== door102)
  await director.call(closeRound, { id: round.id, until: addDays(today, -1) })
  await phone.cutOff(false)
  await phone.reopen('/records')
  await page.getByText('没收下：“冬季入户”').waitFor()
  await page.getByRole('button', { name: '问主管' }).click()
  await page.getByText('已问主管，等回话').waitFor()
  await page.getByRole('button', { name: '用我的' }).click()
  await page.locator('[data-state=done]', { hasText: '家中无人' }).waitFor()
  await tab('我的')
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('button', { name: '退出并清掉' }).click()
  await page.locator('input[name=login]').waitFor()
  const left = await page.evaluate(`new Promise((done) => {
    const asked = indexedDB.open('wangdi-field')
    asked.onsuccess = () => {
      const rows = asked.result.transaction(['plain', 'block', 'outbox'])
      Promise.all(['plain', 'block', 'outbox'].map((name) => new Promise((count) => {
        rows.objectStore(name).count().onsuccess = (event) => count(event.target.result)
      }))).then(done)
    }
  })`)
  expect(left).toEqual([0, 0, 0])
})

test('every page of the app reads well in both languages and stands at 200 % text', async () => {
  await newPhone()
  for (const language of ['zh-CN', 'en'] as const) {
    await page.evaluate(`localStorage.setItem('wangdi.language', '${language}')`)
    await phone.reopen('/')
    for (const path of ['/', '/buildings', `/doors/${door}`, `/visit/${door}`, '/records', '/mine', '/arrival']) {
      await page.evaluate(`history.pushState({}, '', '/field${path}'); dispatchEvent(new PopStateEvent('popstate'))`)
      await page.locator('.f-main').first().waitFor()
      expect([path, language, await axeFaults(page)]).toEqual([path, language, []])
      await page.evaluate(`document.documentElement.style.fontSize = '200%'`)
      await expect
        .poll(() => page.evaluate('document.documentElement.scrollWidth <= innerWidth'), { message: path, timeout: patience })
        .toBe(true)
      // What stands under the name of a page says for which grids: it is read whole.
      const cut = await page.evaluate<string[]>(`[...document.querySelectorAll('.f-top h1 small')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)`)
      expect([path, cut]).toEqual([path, []])
      await page.evaluate(`document.documentElement.style.fontSize = ''`)
    }
  }
})
