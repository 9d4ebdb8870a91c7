// Lists of kinds on their way out, as they follow from the declaration: for a reason, with who took it on every sheet, nothing that
// anybody may not read, and nothing that a spreadsheet would run.
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import { usualColumnsOf } from '@wangdi/domain/kinds/paper/columns.ts'
import { exportVerb } from '@wangdi/domain/kinds/paper/export.api.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { roundVerbs } from '@wangdi/domain/kinds/round/round.api.ts'
import { declared } from '@wangdi/domain/declared.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { psych } from '@wangdi/domain/requests/kinds/psych.kind.ts'
import { disinfection } from '@wangdi/domain/rounds/kinds/disinfection.kind.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { callKind } from '../../../test/given/kinds.ts'
import { givenDwelling, givenPerson } from '../../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'

const here = '410105001003'
const beside = '410105001004'
let house: House
let desk: Caller
let door: string
beforeAll(async () => {
  house = await startHouse()
  desk = await house.as('community-worker', here, '孙丽')
  door = await givenDwelling(house, here, '3号楼', '2', '402')
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-17T10:00:00+08:00'))

interface Out {
  readonly rows: number
  readonly mark: string
  readonly file: { readonly name: string; readonly type: string; readonly base64: string } | null
  readonly sheet: { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] } | null
}
const verbOf = (kind: Kind): Endpoint => {
  const verb = exportVerb(kind)
  if (!verb) throw new Error(`${kind.name} does not leave the house`)
  return verb
}
const firstShown = { request: 'open', register: 'live', round: 'all', document: 'in-force' } as const
const takeOut = (kind: Kind, by: Caller, more: object = {}) =>
  by.call(verbOf(kind), {
    ...{ place: here, show: firstShown[kind.mechanism] },
    ...{ columns: usualColumnsOf(kind), reason: 'handover', as: 'print', language: 'zh', ...more },
  } as never) as unknown as Promise<Out>
const take = (fields: object = {}, by = desk, dwelling = door) =>
  callKind(by, requestVerbs(errand).begin, {
    ...{ id: newId(), v: 1, dwelling, way: 'phone', urgency: 'today' },
    fields: { what: 'food', items: [{ item: '白菜', much: { n: 2, unit: 'kg' } }], put: 'door', call: '19900004321', ...fields },
  })
const addFacility = (name: string, more: object = {}, place = here) =>
  callKind(desk, registerVerbs(facility).add, { id: newId(), place, v: 1, fields: { name, kind: 'library', ...more } })
const bookOf = async ({ file }: Out) => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(file?.base64 ?? '', 'base64') as never)
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

test('the list that is shown leaves as it is shown, in words, with who took it, when and what for', async () => {
  const { number } = await take()
  const { rows, mark, sheet } = await takeOut(errand, desk, { reason: 'route', note: '下午两车次' })
  expect(mark).toBe('孙丽 2026-11-17 10:00 导出，用于：排路线、分任务，下午两车次')
  expect([rows, sheet?.rows.length]).toEqual([rows, rows])
  const row = sheet?.rows.find(([one]) => one === number)
  expect(Object.fromEntries(sheet?.heads.map((head, at) => [head, row?.[at]]) ?? [])).toMatchObject({
    门牌: '3号楼2单元402',
    办什么: '买菜',
    要什么: '白菜 2 公斤',
    放哪里: '门口',
    到点: '2026-11-17 20:00',
    到哪步: '待派',
  })
  const english = await takeOut(errand, desk, { language: 'en' })
  expect([english.sheet?.heads.includes('Goods'), english.mark]).toEqual([
    true,
    'Taken out by 孙丽 2026-11-17 10:00 for: Handing over',
  ])
})

test('nothing of why, of health or of one reader leaves, whatever is asked; of a kind that is health data nothing does [R-LAW-21]', async () => {
  const { id } = await take()
  await sql`insert into kind_request_said (county, id, request, community, kind, audience, said)
    values ('410105', ${newId()}, ${id}, ${here}, 'requests.errand', 'health', '{"cause":"居家隔离"}')`.execute(house.owner)
  expect(JSON.stringify(await takeOut(errand, desk))).not.toContain('居家隔离')
  await expect(takeOut(errand, desk, { columns: ['cause'] })).rejects.toThrow('request.invalid')
  expect(exportVerb(psych)).toBeUndefined()
})

test('phones leave masked, and columns that may name somebody with fifty rows at most', async () => {
  const { number } = await take()
  const columns = ['row.number', 'call']
  const { sheet } = await takeOut(errand, desk, { columns })
  expect(sheet?.rows.find(([one]) => one === number)).toEqual([number, '199****4321'])
  for (let n = 0; n < 50; n++) await take()
  await expect(takeOut(errand, desk, { columns })).rejects.toThrow('kinds.too-many-named')
  expect((await takeOut(errand, desk)).rows).toBeGreaterThan(50)
}, 60_000)

test('a reason is asked, and one that is none of the list is said in words', async () => {
  await expect(takeOut(errand, desk, { reason: undefined })).rejects.toThrow('request.invalid')
  await expect(takeOut(errand, desk, { reason: 'other' })).rejects.toThrow('kinds.reason-needed')
  await expect(takeOut(errand, desk, { reason: 'other', note: '  ' })).rejects.toThrow('kinds.reason-needed')
  expect((await takeOut(errand, desk, { reason: 'other', note: '给老人家属看' })).mark).toContain('给老人家属看')
})

test('a trace says who took what out, for what, how many and which columns, and whom it showed', async () => {
  const person = await givenPerson(house, here, '郑阿婆', { dwelling: door })
  await take()
  const { rows } = await takeOut(errand, desk, { reason: 'check', as: 'csv', columns: ['row.number', 'what'] })
  const told = await sql<{
    targets: Record<string, string>
  }>`select targets from audit_line where account = ${desk.account} and verb = 'requests.errand.export'
    and targets ->> 'reason' = 'check'`.execute(house.owner)
  expect(told.rows[0]?.targets).toMatchObject({ reason: 'check', as: 'csv', rows: String(rows), columns: 'row.number what' })
  expect(Number(told.rows[0]?.targets['seen'])).toBeGreaterThan(0)
  expect(JSON.stringify(told.rows)).not.toContain('郑阿婆')
  expect(person).toBeTruthy()
})

test('what a spreadsheet would run stays text, in a workbook and in a text file; the mark is on every page', async () => {
  const strange = ['=HYPERLINK("http://x","点我")', '+1+1', '-2', '@SUM(A1)', '平常的']
  for (const name of strange) await addFacility(name, {}, beside).catch(() => undefined)
  const next = await house.as('community-worker', beside, '钱进')
  for (const name of strange)
    await callKind(next, registerVerbs(facility).add, {
      id: newId(),
      place: beside,
      v: 1,
      fields: { name, kind: 'library', capacity: 40 },
    })
  const sheet = await bookOf(await takeOut(facility, next, { place: beside, as: 'xlsx', note: 'A&B' }))
  const cells = sheet.getColumn(1).values.slice(3)
  expect(cells.toSorted()).toEqual(strange.toSorted())
  sheet.eachRow((row) => row.eachCell(({ formula, hyperlink }) => expect([formula, hyperlink]).toEqual([undefined, undefined])))
  expect(sheet.headerFooter.oddFooter).toContain('钱进 2026-11-17 10:00 导出，用于：交接班，A&&B')
  expect(sheet.getRow(2).values).toContain('最多容纳人数')
  expect(sheet.getRow(3).values).toContain(40)
  const { file } = await takeOut(facility, next, { place: beside, as: 'csv' })
  const text = Buffer.from(file?.base64 ?? '', 'base64').toString('utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  const lines = text.slice(1).split('\r\n').slice(2, -1)
  expect(lines.filter((line) => /^"?[=+\-@]/.test(line))).toEqual([])
  expect(lines).toHaveLength(5)
  expect(file?.name).toBe('公共设施-2026-11-17.csv')
})

test('a list leaves no further than its reader sees: another place is not found, and a role without the verb is refused', async () => {
  const { number } = await take()
  const away = await house.as('community-worker', beside)
  const helper = await house.as('volunteer', here)
  const grid = await house.as('grid-worker', here)
  const street = await house.as('street-officer', '410105001')
  expect(JSON.stringify(await takeOut(errand, away, { place: beside }))).not.toContain(number)
  await expect(takeOut(errand, away)).rejects.toThrow('not-found')
  for (const one of [helper, grid, street]) await expect(takeOut(errand, one)).rejects.toThrow('access.refused')
  expect((await takeOut(facility, street, { place: '410105001' })).rows).toBeGreaterThan(0)
})

test('the list of a round leaves with how each place stands and what was said of it in this turn', async () => {
  const { id } = await addFacility('活动中心')
  await callKind(desk, roundVerbs(disinfection).record, {
    ...{ id: newId(), thing: id, v: 1 },
    fields: { done: 'done', agent: 'chlorine', strength: { n: 500, unit: 'mgl' }, items: { air: 'yes', floor: 'no' } },
  })
  const { sheet } = await takeOut(disinfection, desk)
  const row = sheet?.rows.find(([title]) => title === '活动中心')
  expect(Object.fromEntries(sheet?.heads.map((head, at) => [head, row?.[at]]) ?? [])).toMatchObject({
    用什么: '含氯消毒液',
    '浓度（mg/L）': '500',
    上次: '2026-11-17',
  })
  expect((await takeOut(disinfection, desk, { show: 'not-reached' })).sheet?.rows.map(([title]) => title)).not.toContain(
    '活动中心',
  )
})

test('every kind that has a list and is no health data can be taken out, by somebody and never by helpers', async () => {
  const kinds = declared
  const out = kinds.filter((kind) => exportVerb(kind))
  expect(kinds.filter((kind) => !out.includes(kind)).every((kind) => kind.health)).toBe(true)
  const director = await house.as('community-director', here)
  for (const kind of out) {
    const { rows, sheet } = await takeOut(kind, director)
    expect([kind.name, sheet?.rows.length]).toEqual([kind.name, rows])
  }
})
