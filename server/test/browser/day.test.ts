// One community's day on real input, from the rosters to the nation's sums, as its users do it.
import { fileURLToPath } from 'node:url'
import { checkArrival, listArrivals } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { endObservation } from '@wangdi/domain/observation/observation.api.ts'
import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import { recordFacts } from '@wangdi/domain/regimes/regimes.api.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import { loadPlaces } from '../../src/places/load-places.ts'
import { openPlaceList } from '../../src/platform/national/place-list.ts'
import { withClient } from '../database-url.ts'
import { givenGrid } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, patience, startBrowser } from './console-page.ts'
import { openPhone, type TestPhone } from './phone-page.ts'

const community = '410105001003'
const county = '410105'
const day = '2026-11-20'
const roster = (name: string) => fileURLToPath(new URL(`../rosters/${name}`, import.meta.url))

let house: House
let browser: Browser
let director: Caller
let health: Caller
let leader: Caller
let doctor: Caller
let worker: Caller
const all = { faults: [] as string[] }

beforeAll(async () => {
  house = await startHouse({ day })
  await withClient(
    house.ownerUrl,
    async (owner) => void (await loadPlaces(owner, await openPlaceList(new URL('../places-excerpt.br', import.meta.url)))),
  )
  browser = await startBrowser()
  director = await house.as('community-director', community, '周敏')
  worker = await house.as('grid-worker', community, '马晓燕')
  doctor = await house.as('community-doctor', community, '韩志远')
  health = await house.as('county-health', county, '王海涛')
  leader = await house.as('county-leader', county, '赵明')
})
afterAll(async () => {
  if (process.env['WANGDI_SHOTS'])
    for (const [nth, page] of browser
      .contexts()
      .flatMap((context) => context.pages())
      .entries())
      await page.screenshot({ path: `${process.env['WANGDI_SHOTS']}/left-${nth}.png` })
  await browser?.close()
  await house?.close()
  expect(all.faults).toEqual([])
})

async function desk(as: Caller, path: string): Promise<Page> {
  const { page, faults } = await openConsole(browser, house, path, { as })
  page.on('close', () => all.faults.push(...faults))
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

async function importRoster(page: Page, kind: string, file: string, count: number) {
  await page.getByRole('region', { name: '选名册' }).getByText(kind, { exact: true }).click()
  await page.setInputFiles('input[type=file]', roster(file))
  await page.getByRole('button', { name: `导入 ${count} 行` }).click()
  await page.getByRole('heading', { name: '导好了' }).waitFor()
}

test('1 the director brings in residents and elders as the community keeps them; wrong rows come back with their reason', async () => {
  const page = await desk(director, '/imports')
  await importRoster(page, '居民台账', 'residents-410105001003.xlsx', 1645)
  await page.getByText('收了 1645 行，没收下 62 行').waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载没收下的行' }).click()])
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
  await page.getByRole('button', { name: '再导一份' }).click()
  await importRoster(page, '老年人健康调查', 'elders-410105001003.xlsx', 180)
  expect(await axeFaults(page)).toEqual([])
  await page.close()
})

test('2 people are found by name and by pinyin initials, masked; the building is seen door by door', async () => {
  const page = await desk(director, '/people')
  const someone = (await director.call(searchPeople, { place: community, size: 1 })).rows[0]
  await page
    .getByRole('search')
    .getByRole('textbox')
    .first()
    .fill(someone?.name ?? '')
  await page.getByRole('button', { name: '查', exact: true }).click()
  await page
    .getByText(someone?.name ?? '', { exact: true })
    .first()
    .waitFor()
  expect(await page.getByRole('main').innerText()).not.toMatch(/\d{17}[\dX]/)
  await page.goto(`${house.url}/buildings`)
  await page.getByRole('grid').first().waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.close()
})

test('3 the plan of an ordinary day is the service regime; arrivals, observation and the daily report are closed and say why', async () => {
  const page = await desk(director, '/plan')
  await page.getByText('日常服务期').first().waitFor()
  await page.goto(`${house.url}/reports`)
  await page.getByRole('heading', { name: '今日日报没有开放' }).waitFor()
  await page.goto(`${house.url}/observation`)
  await page.getByRole('heading', { name: '居家观察没有开放' }).waitFor()
  await page.goto(`${house.url}/imports`)
  await page.getByRole('radio', { name: '返乡（来）人员', disabled: true }).waitFor()
  await page.close()
})

test('4 the county enters the order and confirms what the rule proposes; the plan says what starts; arrivals come in and are matched', async () => {
  const page = await desk(leader, '/regimes')
  await page.getByRole('button', { name: '登记应急命令' }).click()
  await page.fill('#issuer', '金水区人民政府')
  await page.fill('#number', '金政〔2026〕3号')
  await page.fill('#content', '启动应急响应')
  await page.fill('#ground', '传染病防治法第 65 条')
  await page.fill('#until', '2026-11-28')
  await page.getByRole('button', { name: '登记，命令生效就开放' }).click()
  await page.getByRole('dialog', { name: '登记 金政〔2026〕3号？' }).getByRole('button', { name: '登记，命令生效就开放' }).click()
  await page.getByText('生效中').waitFor()
  const source = '金水区疾控通报 11-20'
  const facts = (named: Record<string, number | string>) => Object.entries(named).map(([name, value]) => ({ name, value }))
  await health.call(recordFacts, {
    place: county,
    day,
    source,
    facts: facts({ 'cases.total': 3, 'cases.new-14-days': 3, 'cases.largest-cluster-14-days': 2 }),
  })
  await health.call(recordFacts, {
    place: community,
    day,
    source,
    facts: facts({ 'community.cases': 1, 'community.unknown-source-14-days': 0, 'community.outbreaks-continuing': 'no' }),
  })
  for (const [place, title] of [
    [county, '确认县域风险等级'],
    [community, '确认社区疫情划分'],
  ] as const)
    await confirm(place, title, source)
  const plan = await desk(director, '/plan')
  await plan.getByText('应急响应中').waitFor()
  await plan.getByText('外防输入、内防扩散').first().waitFor()
  await plan.getByText(/^新增 \d+ 项$/).waitFor()
  await plan.getByText(/^停止 \d+ 项$/).waitFor()
  await plan.goto(`${house.url}/imports`)
  await importRoster(plan, '返乡（来）人员', 'arrivals-410105001003.xls', 247)
  await plan.getByRole('button', { name: '再导一份' }).click()
  await importRoster(plan, '返乡（来）人员', 'arrivals-410105001003-gbk.csv', 260)
  await Promise.all([page.close(), plan.close()])
})

async function confirm(place: string, title: string, source: string) {
  const as = place === county ? leader : health
  const { page } = await openConsole(browser, house, '/regimes', { as })
  const axis = title === '确认县域风险等级' ? '县域风险等级' : '社区疫情划分'
  if (place !== county) {
    await page.locator('button.head-place').click()
    for (const name of ['经八路街道', '体育社区'])
      await page.locator('.head-place-choice li').getByRole('button', { name, exact: true }).click()
  }
  const part = page.locator('.regimes-axis', { hasText: axis })
  await part.getByRole('button', { name: '确认' }).click()
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.getByLabel('依据的文件或通报').fill(source)
  await dialog.getByRole('button', { name: '确认' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.close()
}

let observed = ''

test('5 the rule proposes for an arrival from a high-risk area; a named person of county health decides; a home stay is ordered for another', async () => {
  const { rows } = await director.call(listArrivals, { place: community, size: 200 })
  const [high, medium] = rows.filter((row) => row.arrived_on >= '2026-11-17' && row.arrived_on <= day && row.dwelling)
  if (!high || !medium) throw new Error('the rosters have no recent arrivals')
  for (const [row, kind] of [
    [high, 'high'],
    [medium, 'medium'],
  ] as const)
    await director.call(checkArrival, {
      id: row.id,
      version: row.version,
      state: 'arrived',
      arrived_on: row.arrived_on,
      origin_kind: kind,
    })
  const page = await desk(health, `/observation/new?person=${high.person}&arrival=${high.id}`)
  await propose(page, '高风险地区返回人员', day)
  const proposal = page.getByRole('region', { name: '按规定的建议' })
  await proposal.getByText('集中隔离').waitFor()
  await proposal.getByText('第九版').first().waitFor()
  await page.goto(`${house.url}/observation/new?person=${medium.person}&arrival=${medium.id}`)
  await propose(page, '中风险地区返回人员', '2026-11-19')
  const decide = page.getByRole('region', { name: '下达', exact: true })
  await decide.getByLabel('决定机关').fill('金水区疾控中心')
  await decide.getByLabel('文号').fill('金观〔2026〕18号')
  await decide.getByLabel('法律和文件依据').fill('中风险地区旅居史')
  await decide.getByLabel('认定了什么').fill('七天内有中风险地区旅居史')
  await decide.getByLabel('采取什么措施、多久').fill('居家隔离 7 天')
  await decide.getByLabel('有事找谁（姓名、电话）').fill('王海涛 19900000009')
  await decide.getByRole('button', { name: '下达观察' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '下达观察' }).click()
  await page.getByText('金观〔2026〕18号').first().waitFor()
  observed = medium.person
  expect(await axeFaults(page)).toEqual([])
  await page.close()
})

async function propose(page: Page, kind: string, from: string) {
  await page.locator('#kind').fill(kind)
  await page.locator('.ant-select-item-option-active', { hasText: kind }).waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
  await page.fill('#day_zero', from)
  await page.getByRole('button', { name: '看建议' }).click()
}

let phone: TestPhone
const visitsHeld = () => house.owner.selectFrom('visit').select('result').orderBy('at').execute()
const readingsHeld = () => house.owner.selectFrom('reading').select(['temperature', 'observation']).execute()
const newcomersHeld = () =>
  house.owner.selectFrom('arrival').select('origin').where('origin', '=', '湖北省武汉市江岸区').execute()

test('6 a grid worker works without network: a visit, nobody home, a fever, an arrival; all reach the server once, a refused one stays', async () => {
  const doors = await prepareGrid()
  phone = await openPhone(browser, house, all.faults, house.clock.now())
  const { page } = phone
  await phone.signIn(worker)
  await phone.cutOff(true)
  const { rows } = await director.call(searchPeople, { place: community, dwelling: doors.observed })
  const watched = rows.find((row) => row.id === observed)?.name ?? ''
  await page.locator('.f-row-main', { hasText: watched }).first().click()
  for (const digit of '378') await page.click(`.f-pad-temperature button:text-is("${digit}")`)
  await page.locator('.f-chip', { hasText: '干咳' }).click()
  await page.locator('.f-chip', { hasText: '我上门' }).click()
  await page.locator('.f-pad-save').click()
  await page.getByText('请照下面三步做').waitFor()
  for (const [door, result] of [
    [doors.first, '已见面'],
    [doors.second, '家中无人'],
  ] as const) {
    await phone.reopen(`/visit/${door}`)
    await page.locator('.f-key', { hasText: result }).click()
    await page.locator('.f-btn-main').click()
    await page.getByText('已存到手机').first().waitFor()
  }
  await phone.reopen('/arrival')
  await enterArrival(page)
  await phone.reopen('/records')
  await expect.poll(() => page.locator('[data-state=unsent]').count(), { timeout: patience }).toBe(4)
  expect([await visitsHeld(), await readingsHeld(), await newcomersHeld()]).toEqual([[], [], []])

  const { id } = await house.owner.selectFrom('observation').select('id').where('person', '=', observed).executeTakeFirstOrThrow()
  await phone.cutOff(false)
  await expect.poll(() => page.locator('[data-state=done]').count(), { timeout: patience }).toBe(4)
  expect(await visitsHeld()).toEqual([{ result: 'met' }, { result: 'nobody-home' }])
  expect(await readingsHeld()).toEqual([{ temperature: '37.8', observation: id }])
  expect(await newcomersHeld()).toHaveLength(1)
})

async function prepareGrid() {
  const person = await house.owner.selectFrom('person').select('dwelling').where('id', '=', observed).executeTakeFirstOrThrow()
  const stay = await house.owner
    .selectFrom('observation')
    .select('dwelling')
    .where('person', '=', observed)
    .executeTakeFirstOrThrow()
  const home = stay.dwelling ?? person.dwelling
  if (!home) throw new Error('the observed person has no door')
  const others = await house.owner
    .selectFrom('dwelling')
    .select('id')
    .where('community', '=', community)
    .where('use', '!=', 'vacant')
    .where('id', '!=', home)
    .orderBy('ordinal')
    .limit(40)
    .execute()
  await givenGrid(house, community, [home, ...others.map(({ id }) => id)], worker.account, '第1网格')
  return { observed: home, first: others[0]?.id ?? '', second: others[1]?.id ?? '' }
}

async function enterArrival(page: Page) {
  const field = (label: string) => page.locator('label', { hasText: label }).locator('input')
  await page.getByPlaceholder('小区、楼号或房号，如 3-501').pressSequentially('101')
  await page.locator('.f-chip', { hasText: '101' }).first().click()
  await field('姓名').fill('林新到')
  await field('从哪里来').fill('湖北省武汉市江岸区')
  for (const chip of ['今天', '火车', '一个人', '本人']) await page.locator('.f-chip', { hasText: chip }).first().click()
  const save = page.getByRole('button', { name: '保存' })
  await save.click()
  await save.waitFor({ state: 'detached' })
}

test('6b the fever is on the community doctor’s list at once, and a reading after the county ended the stay is refused and stays visible', async () => {
  const list = await desk(doctor, '/observation/alerts')
  await list.getByText('37.8').first().waitFor()
  // The menu says so on every page: it is the first thing of the day.
  await list
    .getByRole('navigation', { name: '主菜单' })
    .getByRole('link', { name: /\d 条没做完/ })
    .waitFor()
  await list.close()
  // What the phone does not know: county health has ended the stay meanwhile.
  await phone.cutOff(true)
  const { page } = phone
  const { id, dwelling: home } = await house.owner
    .selectFrom('observation')
    .select(['id', 'dwelling'])
    .where('person', '=', observed)
    .executeTakeFirstOrThrow()
  await health.call(endObservation, { id: newId(), observation: id, reason: 'transferred', note: '转诊' })
  // A phone whose clock was set over a slow network may be seconds behind: the reading is surely made after the end.
  await phone.context.clock.fastForward('02:00')
  await phone.reopen(`/reading/${home}?person=${observed}`)
  for (const digit of '366') await page.click(`.f-pad-temperature button:text-is("${digit}")`)
  for (const chip of ['都没有', '我上门']) await page.locator('.f-chip', { hasText: chip }).click()
  await page.locator('.f-pad-save').click()
  await page.locator('.f-pad-save').waitFor({ state: 'detached' })
  await phone.cutOff(false)
  await phone.reopen('/records')
  await page.locator('[data-state=refused]').waitFor()
  expect(await readingsHeld()).toHaveLength(1)
  await phone.close()
})

test('7 the report is there, computed; zeros are said, what is left is explained, it freezes, and six levels see it', async () => {
  const page = await desk(director, '/reports')
  await page.getByText('登记里没有记录，查过了吗？').first().waitFor()
  const zero = page.getByRole('button', { name: /^今日(为零|无新增)$/ })
  for (let left = await zero.count(); left > 0; left -= 1) {
    await zero.first().click()
    await expect.poll(() => zero.count(), { timeout: patience }).toBe(left - 1)
  }
  const open = page.locator('tr.point input')
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().fill('晚上补')
    await open.first().press('Enter')
    await expect.poll(() => open.count(), { timeout: patience }).toBe(left - 1)
  }
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: '确认并上报' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^上\s?报$/ })
    .click()
  await page.getByText('第 1 版，周敏').waitFor()
  await page.close()
  for (const [role, place] of [
    ['street-officer', '410105001'],
    ['county-leader', county],
    ['city-officer', '4101'],
    ['province-officer', '41'],
    ['nation-officer', ''],
  ] as const) {
    const above = await desk(await house.as(role, place), '/reports/received')
    await above.getByText('已收 1 份').first().waitFor()
    expect(await above.getByRole('main').innerText()).not.toMatch(/周敏|林新到/)
    expect(await axeFaults(above)).toEqual([])
    await above.close()
  }
})
