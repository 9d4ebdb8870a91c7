import type { Browser, Page } from 'playwright-core'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { givenReading, givenStay } from '../given/observation.ts'
import { givenOrder } from '../given/orders.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { axeFaults, openConsole, scrollsSideways, startBrowser } from './console-page.ts'

const county = '410105'
const community = '410105001003'
let house: House
let browser: Browser
let leader: Caller
let health: Caller
let address = ''

beforeAll(async () => {
  house = await startHouse()
  browser = await startBrowser()
  leader = await house.as('county-leader', county, '赵明')
  health = await house.as('county-health', county, '韩志远')
  await sql`insert into county (place) values (${county}) on conflict do nothing`.execute(house.owner)
  await openResponseFor(house, county, { from: '2026-11-10', until: '2026-11-30' })
  const dwelling = await givenDwelling(house, community)
  const guest = await givenPerson(house, community, '周来返', { dwelling })
  await sql`update person set source = 'arrival', residence = 'elsewhere' where id = ${guest}`.execute(house.owner)
  await sql`insert into arrival (county, id, community, person, dwelling, origin, arrived_on)
    values (${county}, ${newId()}, ${community}, ${guest}, ${dwelling}, '外地', '2026-11-16')`.execute(house.owner)
  const stay = await givenStay(house, community, guest, '2026-11-16')
  await givenReading(house, community, stay, '2026-11-16', 'evening', '36.5', health.account)
  await givenOrder(house, community, { from: '2026-11-12', until: '2026-11-28' })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const shot = async (page: Page, name: string) => {
  const folder = process.env['WANGDI_SHOTS']
  if (!folder) return
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const dataOf = (page: Page) => page.getByRole('region', { name: '个人信息销毁' })

test('the county ends a response, walks what ends with it, asks, a second person approves, and the certificate is printed', async () => {
  const { page, faults } = await openConsole(browser, house, '/regimes', { as: leader })
  await page.getByRole('link', { name: '结束要停哪些' }).click()
  await page.getByText('还在生效。下面是它一结束就要停的事。').waitFor()
  await page.getByRole('region', { name: '管控令' }).getByText('结束时要解除').waitFor()
  await page.getByText('响应结束以后才能办。').waitFor()
  expect(await axeFaults(page)).toEqual([])
  const ending = new URL(page.url()).pathname
  await page.goBack()
  await page.getByRole('button', { name: '终止', exact: true }).click()
  await page.fill('#number', '金政〔2026〕9号')
  await page.fill('#reason', '连续十四天没有新病例')
  const end = page.getByRole('dialog').getByRole('button', { name: '终止', exact: true })
  await end.click()
  // Somebody is under observation still: county health says what becomes of them, then it ends.
  await page.getByText('还有 1 人在观察，没有交代', { exact: false }).waitFor()
  const settling = await openConsole(browser, house, ending, { as: health })
  const left = settling.page.getByRole('region', { name: '还在观察的人' })
  await left.getByRole('checkbox', { name: '全选这一页' }).check()
  await left.getByRole('button', { name: '1 人列入未了结名单' }).click()
  await settling.page.getByRole('dialog').getByRole('textbox').fill('到 11-22 期满为止')
  await settling.page
    .getByRole('dialog')
    .getByRole('button', { name: /^列\s?入$/ })
    .click()
  await left.getByText('每个人都交代好了').waitFor()
  await end.click()
  await page.getByRole('link', { name: '看结束清单' }).click()
  await page.getByRole('region', { name: '管控令' }).getByText('已解除').waitFor()
  await page.getByRole('region', { name: '应急功能' }).getByText('已关').first().waitFor()
  await page.getByRole('region', { name: '要停的措施' }).getByRole('listitem').first().waitFor()
  address = new URL(page.url()).pathname

  // The officer of county health assesses; what would go is counted, and nothing goes.
  const asking = await openConsole(browser, house, '/rights/endings', { as: health })
  await asking.page.getByText('还没提').waitFor()
  await asking.page.getByRole('button', { name: '改期限' }).click()
  await asking.page.getByLabel('结束后几天内销毁').fill('15')
  expect(await axeFaults(asking.page)).toEqual([])
  await asking.page.getByRole('button', { name: '保存', exact: true }).click()
  await asking.page.getByText('本县定的是 15 天内', { exact: false }).waitFor()
  await shot(asking.page, 'endings')
  await asking.page.getByRole('link', { name: /区人民政府/ }).click()
  await asking.page.getByRole('button', { name: '提出，看有多少条' }).click()
  await asking.page.getByText('要填').first().waitFor()
  await asking.page.fill('#legality', '响应终止，没有法律要求再留')
  await asking.page.fill('#necessity', '没有诉讼、复议、调查')
  await asking.page.fill('#safety', '两人核对，只留数字')
  expect(await axeFaults(asking.page)).toEqual([])
  await shot(asking.page, 'assess')
  await asking.page.getByRole('button', { name: '提出，看有多少条' }).click()
  await asking.page.getByText('自己提的不能自己批，等另一个人批。').waitFor()
  await dataOf(asking.page)
    .getByRole('row', { name: /^测温和症状/ })
    .getByRole('cell', { name: '1', exact: true })
    .waitFor()
  await shot(asking.page, 'dry-run')

  const approving = await openConsole(browser, house, address, { as: leader })
  await approving.page.getByRole('button', { name: /批准销毁 \d+ 条/ }).click()
  await approving.page
    .getByRole('dialog')
    .getByRole('button', { name: /批准销毁 \d+ 条/ })
    .click()
  await dataOf(approving.page).getByText('已批，还没销毁').waitFor()

  await asking.page.reload()
  const begin = asking.page.getByRole('button', { name: '开始销毁' })
  await begin.click()
  const sure = asking.page.getByRole('dialog', { name: '现在销毁？' })
  await sure.getByText('找不回来').waitFor()
  await sure.getByRole('button', { name: /^取\s?消$/ }).click()
  await sure.waitFor({ state: 'hidden' })
  await dataOf(asking.page).getByText('已批，还没销毁').waitFor()
  await begin.click()
  await shot(asking.page, 'execute')
  await sure.getByRole('button', { name: '开始销毁' }).click()
  const certificate = asking.page.getByRole('article', { name: '个人信息销毁证明' })
  await certificate.getByText('韩志远').first().waitFor()
  await certificate.getByText('赵明').first().waitFor()
  expect(await certificate.textContent()).not.toContain('周来返')
  expect(await axeFaults(asking.page)).toEqual([])
  await asking.page.evaluate("window.print = () => { document.body.dataset.printed = 'yes' }")
  await certificate.getByRole('button', { name: '打印证明' }).click()
  await asking.page.locator('body[data-printed=yes]').waitFor()
  await shot(asking.page, 'certificate')
  await asking.page.emulateMedia({ media: 'print' })
  const sheet = asking.page.locator('.destruction-sheet')
  await sheet.getByText('销证〔2026〕1号').waitFor()
  await sheet.getByText('备份里的副本最迟 2026-12-17 到期删掉').waitFor()
  await shot(asking.page, 'certificate-printed')
  expect(await asking.page.getByRole('button', { name: '打印证明' }).isVisible()).toBe(false)
  for (const table of ['reading', 'observation', 'arrival', 'person']) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(house.owner)
    expect(rows[0]?.n, table).toBe(0)
  }
  expect([...faults, ...asking.faults, ...approving.faults]).toEqual([])
})

test.each([
  ['phone', 'zh-CN'],
  ['phone', 'en'],
  ['desk', 'en'],
] as const)('the list of endings and the certificate hold on a %s in %s', async (screen, language) => {
  for (const path of ['/rights/endings', address]) {
    const seen = await openConsole(browser, house, path, { as: leader, screen, language })
    await seen.page.getByRole('heading', { level: 1 }).waitFor()
    await seen.page
      .getByText(/金政〔2026〕/)
      .first()
      .waitFor()
    if (path === address) await seen.page.getByRole('article').waitFor()
    expect(await axeFaults(seen.page), path).toEqual([])
    expect(await scrollsSideways(seen.page), path).toBe(false)
    await shot(seen.page, `${path === address ? 'ending' : 'endings'}-${screen}-${language}`)
    expect(seen.faults).toEqual([])
    await seen.page.context().close()
  }
})

test('an auditor records an audit, county health assesses what is sensitive, and both stand on one page', async () => {
  const auditor = await house.as('auditor', county, '何审计')
  const { page, faults } = await openConsole(browser, house, '/rights/audits', { as: auditor })
  await page.getByText('还没审计过').waitFor()
  await page.getByRole('button', { name: '登记审计' }).click()
  await page.fill('#audit_from_day', '2026-01-01')
  await page.fill('#audit_to_day', '2026-11-16')
  await page.fill('#audit_found', '两个离岗账号没停')
  await page.fill('#audit_next_on', '2027-05-01')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('下一次 2027-05-01 前').waitFor()
  await page.getByRole('region', { name: '审计', exact: true }).getByText('两个离岗账号没停').waitFor()

  const assessing = await openConsole(browser, house, '/rights/audits', { as: health, screen: 'phone' })
  await assessing.page.getByRole('button', { name: '做影响评估' }).click()
  await assessing.page.fill('#impact_purpose', '早发现发热，方案要求')
  await assessing.page.fill('#impact_effect', '只有医生看得到')
  await assessing.page.fill('#impact_measures', '按角色放行，看一次留一次痕')
  await assessing.page.getByRole('button', { name: '保存', exact: true }).click()
  await assessing.page.getByText('至少留到 2029-').waitFor()
  expect(await axeFaults(assessing.page)).toEqual([])
  expect(await scrollsSideways(assessing.page)).toBe(false)
  await shot(assessing.page, 'audits-phone')
  const seen = await openConsole(browser, house, '/rights/audits', { as: leader, language: 'en' })
  await seen.page.getByText('两个离岗账号没停').waitFor()
  expect(await axeFaults(seen.page)).toEqual([])
  await shot(seen.page, 'audits-desk-en')
  expect([...faults, ...assessing.faults, ...seen.faults]).toEqual([])
})
