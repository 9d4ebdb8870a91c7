// A clerk looks at rosters before they are brought in: a sum that adds up, what is not taken and why, columns without heads.
import { importResidents, type RosterFile } from '@wangdi/domain/people/import.api.ts'
import { searchPeople, setMark } from '@wangdi/domain/people/people.api.ts'
import { type Browser, type Locator, type Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type House, startHouse } from '../house.ts'
import { lineXml, type MadeCell, numberOf, workbookOf } from '../roster-kinds/make-files.ts'
import { axeFaults, openConsole, screens, scrollsSideways, startBrowser } from './console-page.ts'

const community = '410105001003'
let house: House
let browser: Browser
let clerk: Caller

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-20' })
  browser = await startBrowser()
  clerk = await house.as('community-worker', community, '李红')
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const of = (number: number, ...cells: MadeCell[]) => lineXml(number, cells, number === 4 ? ' hidden="1"' : '')
const door = ['1号楼', '1单元', '101']
const mixed = workbookOf(
  [
    of(1, '姓名', '身份证号', '楼栋', '单元', '房号', '健康状况', '微信号'),
    of(2, '赵一平', numberOf('1980-01-01', 23), ...door, '良好', ''),
    of(3, '钱二妹', numberOf('1980-01-01', 24), ...door, '高血压（无）', ''),
    of(4, '孙三立', numberOf('1980-01-01', 27), ...door, '', ''),
    of(5, '孙三立', numberOf('1980-01-01', 27), ...door, '', ''),
    of(6, '周四、吴五', '', ...door, '', ''),
    of(7, '空户', '', '1号楼', '1单元', '102', '', ''),
    of(8, '郑六', '', '1号楼', '', { serial: 46086 }, '', ''),
    of(9, '合计', '', '', '', '4'),
  ].join(''),
)
const given = [...'甲乙丙丁戊己']
const headless = workbookOf(
  given
    .map((one, at) =>
      lineXml(at + 1, [`赵${one}`, numberOf('1980-01-01', 101 + at * 2), `1990000${1000 + at}`, `6号楼4单元${601 + at}`]),
    )
    .join(''),
)

async function chosen(screen: keyof typeof screens, name: string, buffer: Buffer): Promise<{ page: Page; faults: string[] }> {
  const opened = await openConsole(browser, house, '/imports', { as: clerk, screen })
  await opened.page.getByRole('heading', { level: 1 }).waitFor()
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await opened.page.setInputFiles('input[type=file]', { name, mimeType, buffer })
  await opened.page.getByRole('region', { name: '看一遍再导' }).waitFor()
  return opened
}
const shotOf = async (part: Locator, name: string) => {
  if (process.env['WANGDI_SHOTS']) await part.screenshot({ path: `${process.env['WANGDI_SHOTS']}/${name}.png` })
}
const shot = async (page: Page, name: string, of = '看一遍再导') => {
  const region = page.getByRole('region', { name: of })
  if (process.env['WANGDI_SHOTS']) await region.screenshot({ path: `${process.env['WANGDI_SHOTS']}/${name}.png` })
}

test.each(['desk', 'phone'] as const)(
  'on a %s the rows read are a sum that adds up, with hidden rows and every reason',
  async (screen) => {
    const { page, faults } = await chosen(screen, '楼栋台账.xlsx', mixed)
    const sum = page.getByRole('group', { name: '读到的行都到哪去了' })
    expect((await sum.innerText()).match(/\d+/g)?.map(Number)).toEqual([8, 4, 1, 1, 2])
    await page.getByText('有 1 行在表里是隐藏的', { exact: false }).waitFor()
    await page.getByText('一格里写了几个人，请一人一行').waitFor()
    await page.getByText('是不是 3-5？', { exact: false }).waitFor()
    await page.getByText('看不出有没有病', { exact: false }).waitFor()
    expect(await scrollsSideways(page)).toBe(false)
    expect(await axeFaults(page)).toEqual([])
    await shot(page, `preview-${screen}`)
    await page.context().close()
    expect(faults).toEqual([])
  },
)

test('columns without heads are offered with what speaks for them; taken by one press, they are imported', async () => {
  const { page, faults } = await chosen('phone', '没有表头.xlsx', headless)
  const guesses = page.getByRole('group', { name: '有几列看不懂表头，按里面的内容像是：' })
  await guesses.getByText('B 列像“证件号码”（看了 6 格，6 格的校验位都对）').waitFor()
  await page.getByRole('button', { name: '没有一行能导，先改表' }).waitFor()
  await shot(page, 'guesses-phone')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: '就按这样读' }).click()
  await page.getByRole('button', { name: '导入 6 行' }).click()
  await page.getByRole('heading', { name: '导好了' }).waitFor()
  expect(await scrollsSideways(page)).toBe(false)
  await page.context().close()
  expect(faults).toEqual([])
})

test('what nobody could decide waits with its words: the person is opened beside it, it is settled and taken back', async () => {
  const desk = await chosen('desk', '楼栋台账.xlsx', mixed)
  await desk.page.getByRole('button', { name: '导入 4 行' }).click()
  await desk.page.getByRole('heading', { name: '导好了' }).waitFor()
  await desk.page.context().close()
  const { page, faults } = await openConsole(browser, house, '/to-settle', { as: clerk, screen: 'phone' })
  const item = page.getByRole('listitem').filter({ hasText: '1号楼 3-5？' })
  await item.getByText('住址看不出是哪个门').waitFor()
  await page.getByRole('listitem').filter({ hasText: '高血压（无）' }).getByText('写得不清楚').waitFor()
  await item.getByRole('button', { name: '打开这个人，选定门牌' }).click()
  await item.getByText('名册上写的：1号楼 3-5？').waitFor()
  expect(await scrollsSideways(page)).toBe(false)
  expect(await axeFaults(page)).toEqual([])
  await shot(page, 'pile-phone', '待核对名单')
  await item.getByRole('button', { name: '处理好了' }).click()
  await page.getByRole('status').getByText('郑六的原文处理好了').waitFor()
  await item.waitFor({ state: 'detached' })
  await page.getByRole('status').getByRole('button', { name: '撤回' }).click()
  await item.waitFor()
  await page.context().close()
  expect([...desk.faults, ...faults]).toEqual([])
})

async function imported(line: string): Promise<void> {
  const sent = await fetch(`${house.url}/api/people/roster-files`, {
    method: 'POST',
    headers: { ...clerk.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(Buffer.from(`姓名,身份证号,楼栋,单元,房号\n${line}\n`)),
  })
  const { file } = (await sent.json()) as RosterFile
  await clerk.call(importResidents, { id: newId(), place: community, file })
}

test.each([
  ['desk', '许七安', 41],
  ['phone', '许九思', 45],
] as const)('on a %s a clerk sees what undoing an import takes away, says why and undoes it', async (screen, name, nth) => {
  await imported(`${name},${numberOf('1980-01-01', nth)},9号楼,1单元,9${nth}`)
  const { page, faults } = await openConsole(browser, house, '/imports', { as: clerk, screen })
  const history = page.getByRole('region', { name: '导入记录' })
  await history.getByRole('button', { name: '看结果' }).first().click()
  await history.getByRole('button', { name: '撤回这次导入' }).click()
  const form = page.getByRole('dialog', { name: '撤回这次导入' })
  await form.getByText('人 1、门牌 1').waitFor()
  const undo = form.getByRole('button', { name: '撤回', exact: true })
  expect(await undo.isDisabled()).toBe(true)
  await form.getByLabel('为什么撤回').fill('传错社区的表了')
  await shotOf(form, `undo-${screen}`)
  expect(await scrollsSideways(page)).toBe(false)
  expect(await axeFaults(page)).toEqual([])
  await undo.click()
  await form.waitFor({ state: 'detached' })
  await history.getByText('撤回了：传错社区的表了', { exact: false }).first().waitFor()
  await history.getByText('已撤回', { exact: true }).first().waitFor()
  expect((await clerk.call(searchPeople, { place: community, text: name })).total).toBe(0)
  await shot(page, `undone-${screen}`, '导入记录')
  await page.context().close()
  expect(faults).toEqual([])
})

test('an import on which something stands says how much and of what, and offers no undoing', async () => {
  await imported(`许八斗,${numberOf('1980-01-01', 43)},9号楼,1单元,902`)
  const { rows } = await clerk.call(searchPeople, { place: community, text: '许八斗' })
  await clerk.call(setMark, { id: newId(), person: rows[0]?.id ?? '', kind: 'disabled' })
  const { page, faults } = await openConsole(browser, house, '/imports', { as: clerk })
  const history = page.getByRole('region', { name: '导入记录' })
  await history.getByRole('button', { name: '看结果' }).first().click()
  await history.getByRole('button', { name: '撤回这次导入' }).click()
  const form = page.getByRole('dialog', { name: '撤回这次导入' })
  await form.getByText('撤不回了：后来已经用上这次导入的内容 1 处（其他登记 1）。').waitFor()
  expect(await form.getByRole('button', { name: '撤回', exact: true }).isDisabled()).toBe(true)
  expect(await form.getByLabel('为什么撤回').count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await shotOf(form, 'stands-desk')
  await page.context().close()
  expect(faults).toEqual([])
})
