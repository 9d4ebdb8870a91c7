// Sheets that come into registers, as it follows from the declaration: heads and columns found, each row taken or told why not.
import { type KindImported, type KindPreview, importVerbs } from '@wangdi/domain/kinds/intake/import.api.ts'
import { usualColumnsOf } from '@wangdi/domain/kinds/paper/columns.ts'
import { exportVerb } from '@wangdi/domain/kinds/paper/export.api.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import type { RegisterKind } from '@wangdi/domain/kinds/register/register.ts'
import { guide } from '@wangdi/domain/requests/kinds/guide.kind.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { weakPoint } from '@wangdi/domain/rounds/kinds/weak-point.kind.ts'
import type { Cell } from '@wangdi/domain/sheet.ts'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callKind } from '../../../test/given/kinds.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { writeSheet } from '../../platform/sheet/write-sheet.ts'

const here = '410105001003'
const beside = '410105001004'
let house: House
let desk: Caller
beforeAll(async () => {
  house = await startHouse()
  desk = await house.as('community-worker', here, '孙丽')
})
afterAll(() => house.close())

async function send(bytes: Uint8Array, by = desk): Promise<string> {
  const reply = await fetch(`${house.url}/api/k/files`, {
    method: 'POST',
    headers: { ...by.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
  if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`)
  return ((await reply.json()) as { file: string }).file
}
const sheetOf = async (rows: readonly (readonly Cell[])[], by = desk) => send(await writeSheet('设施', rows), by)
const verbs = (kind: RegisterKind) => {
  const found = importVerbs(kind)
  if (!found) throw new Error('no sheet comes into it')
  return found
}
const look = (file: string, more: object = {}, by = desk, kind: RegisterKind = facility) =>
  by.call(verbs(kind).preview, { place: here, file, language: 'zh', ...more } as never) as unknown as Promise<KindPreview>
const bring = (file: string, more: object = {}, by = desk, kind: RegisterKind = facility) =>
  by.call(verbs(kind).bring, { id: newId(), place: here, file, ...more } as never) as unknown as Promise<KindImported>
const live = async (place: string, by = desk, kind: RegisterKind = facility, show = 'live') =>
  (await callKind(by, registerVerbs(kind).see, { place, show, size: 200 })).rows
const adds = ({ accepted, rejected, duplicates, not_records }: KindImported) => accepted + rejected + duplicates + not_records

const list = (): readonly (readonly Cell[])[] => [
  ['体育社区公共设施一览表'],
  ['序号', '设施名称', '类别', '最多容纳人数', '开放时间', '备注'],
  [1, '图书馆一号', '图书室', 40, '周一至周五 8:30-17:30，周六 9:00-12:00', ''],
  [2, '健身广场', '广场、健身器材', undefined, '每天 6:00-22:00', '露天'],
  [3, '老年食堂', '食堂', 30, '', ''],
  [4, '', '图书室', 12, '', ''],
  [5, '文化站', '文体活动室', '二十', '随时', ''],
  [6, '图书馆 一号', '图书室', 40, '', '又写了一遍'],
  ['合计', '', '', 142],
  ['填表人：孙丽'],
]

test('heads are found below a title, by the words of the fields; rows read are those taken, rejected, the same and none', async () => {
  const file = await sheetOf(list())
  const seen = await look(file)
  expect([seen.head_row, seen.missing]).toEqual([2, []])
  expect(seen.heads.map(({ head, field }) => [head, field])).toEqual([
    ['序号', null],
    ['设施名称', 'name'],
    ['类别', 'kind'],
    ['最多容纳人数', 'capacity'],
    ['开放时间', 'hours'],
    ['备注', null],
  ])
  const columns = [
    { column: 1, field: 'name' },
    { column: 2, field: 'kind' },
    { column: 3, field: 'capacity' },
    { column: 4, field: 'hours' },
  ]
  const named = await look(file, { columns })
  expect([named.rows, named.accepted, named.rejected, named.duplicates, named.not_records]).toEqual([8, 2, 3, 1, 2])
  expect(named.rejects.map(({ row, text }) => [row, text.zh])).toEqual([
    [5, expect.stringContaining('哪一类：没有“食堂”这一项，只能是：')],
    [6, '没填“名称”'],
    [7, expect.stringMatching(/最多容纳人数：“二十”不是整数；开放时间：“随时”不是时间/)],
  ])
  expect(named.same).toEqual([{ row: 8, same_as_row: 3 }])
  expect(named.others.map(({ row, text }) => [row, text.zh])).toEqual([
    [9, '合计行'],
    [10, '说明、签字的行'],
  ])
  expect(await live(here)).toEqual([])
  const done = await bring(file, { columns })
  expect([done.rows, adds(done), done.accepted]).toEqual([8, 8, 2])
  const rows = await live(here)
  expect(rows.map(({ title }) => title)).toEqual(['健身广场', '图书馆一号'])
  const whole = await callKind(desk, registerVerbs(facility).get, { id: rows[1]?.id })
  expect((whole as unknown as { fields: object }).fields).toEqual({
    ...{ name: '图书馆一号', kind: 'library', capacity: 40 },
    hours: [
      { days: [1, 2, 3, 4, 5], from: '08:30', until: '17:30' },
      { days: [6], from: '09:00', until: '12:00' },
    ],
  })
  const again = await bring(await sheetOf([...list(), [7, '新的一处', '农贸市场']]), { columns })
  expect([again.accepted, again.duplicates, adds(again)]).toEqual([1, 3, again.rows])
})

test('a column that no head explains is offered by what stands in it, and nothing is judged before what is needed is named', async () => {
  const file = await sheetOf([
    ['名称', '什么样的', '容纳'],
    ['甲处', '图书室', 10],
    ['乙处', '议事室', 20],
  ])
  const seen = await look(file, { head_row: 1 })
  expect([seen.missing, seen.rows]).toEqual([['kind'], 0])
  expect(seen.guesses).toEqual([{ column: 1, field: 'kind', fits: 2, of: 2 }])
  await expect(bring(file, { head_row: 1 })).rejects.toThrow('kinds.columns-needed')
})

test('the rows that were not taken come back as a sheet with the reason last, to be mended and brought again', async () => {
  const { rejects_file } = await look(
    await sheetOf([
      ['名称', '哪一类'],
      ['=1+1', '没有这类'],
    ]),
  )
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(rejects_file?.base64 ?? '', 'base64') as never)
  const [sheet] = book.worksheets
  expect(sheet?.getRow(1).values).toEqual([undefined, '名称', '哪一类', '原行号', '没收下的原因'])
  expect(sheet?.getRow(2).getCell(1).formula).toBeUndefined()
  expect(sheet?.getRow(2).values).toEqual([undefined, '=1+1', '没有这类', 2, expect.stringContaining('没有“没有这类”这一项')])
})

test('a sheet that was taken out comes in again with the same words, elsewhere', async () => {
  const own = await house.as('community-director', beside)
  const source = [
    {
      name: '市场',
      kind: 'market',
      where: '东门',
      capacity: 300,
      hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '06:00', until: '20:00' }],
    },
    { name: '议事厅', kind: 'meeting', services: '居民议事\n调解', households: 800 },
  ]
  for (const fields of source) await callKind(own, registerVerbs(facility).add, { id: newId(), place: beside, v: 1, fields })
  for (const [as, language] of [
    ['xlsx', 'zh'],
    ['csv', 'en'],
  ] as const) {
    const third = as === 'xlsx' ? '410105001005' : '410105001006'
    const verb = exportVerb(facility)
    if (!verb) throw new Error('it does not leave')
    const input = { place: beside, show: 'live', columns: usualColumnsOf(facility), reason: 'handover', as, language }
    const { file } = (await own.call(verb, input as never)) as unknown as { file: { base64: string } }
    const other = await house.as('community-worker', third)
    const sent = await send(Buffer.from(file.base64, 'base64'), other)
    const done = await bring(sent, { place: third }, other)
    expect([as, done.accepted, done.rejected, adds(done)]).toEqual([as, 2, 0, done.rows])
    const wholes = await Promise.all(
      (await live(third, other)).map(({ id }) => callKind(other, registerVerbs(facility).get, { id })),
    )
    expect(wholes.map(({ fields }) => fields)).toEqual(source)
  }
})

test('what another person approves waits for them, each with its own first act; the trace says how many came', async () => {
  const file = await sheetOf([
    ['事项', '谁办', '要带什么'],
    ['办老年证', '社区', '身份证、照片'],
  ])
  const done = await bring(file, {}, desk, guide)
  expect(done.accepted).toBe(1)
  const [row] = await live(here, desk, guide, 'unready')
  expect(row).toMatchObject({ title: '办老年证', state: 'waiting' })
  const { rows } = await sql<{
    targets: Record<string, string>
  }>`select targets from audit_line where account = ${desk.account} and verb = 'requests.guide.import'`.execute(house.owner)
  expect(rows.map(({ targets }) => [targets['accepted'], targets['rows']])).toEqual([['1', '1']])
})

test('a sheet comes in only where its reader may write, by those who may, and a file of another account is not found', async () => {
  const file = await sheetOf(list())
  const away = await house.as('community-worker', beside)
  const helper = await house.as('volunteer', here)
  await expect(look(file, {}, away)).rejects.toThrow('not-found')
  await expect(look(await sheetOf(list(), away), { place: here }, away)).rejects.toThrow('not-found')
  await expect(send(await writeSheet('x', list()), helper)).rejects.toThrow('403')
  await expect(bring(file, {}, helper)).rejects.toThrow('access.refused')
  await expect(look(await send(Buffer.from('%PDF-1.7')))).rejects.toThrow('sheet.')
  await expect(
    bring(await sheetOf([['名称', '哪一类'], ...Array.from({ length: 2100 }, (_, n) => [`处${n}`, '图书室'])])),
  ).rejects.toThrow('kinds.too-many-to-bring')
})

test('a sheet names who of the community watches a point; of two with one name the row goes back and says which there are', async () => {
  const one = await house.as('community-worker', here, '李看护')
  for (const _ of [1, 2]) await house.as('grid-worker', here, '王同名')
  const heads = ['叫什么', '哪一类', '在哪里', '社区谁盯着', '责任单位']
  const rows = ['李看护', '王同名', '没这个人'].map((who, nth) => [`暗沟${nth}`, '积水、沟渠', '楼后', who, '物业'])
  const file = await sheetOf([heads, ...rows])
  const seen = await look(file, {}, desk, weakPoint)
  expect(seen.rejects.map(({ text }) => text.zh)).toEqual([
    expect.stringContaining('有 2 个“王同名”，写明是哪一个：王同名（'),
    expect.stringContaining('没有“没这个人”'),
  ])
  expect(await bring(file, {}, desk, weakPoint)).toMatchObject({ rows: 3, accepted: 1, rejected: 2 })
  const [brought] = await live(here, desk, weakPoint)
  expect([brought?.title, brought?.details['keeper']]).toEqual(['暗沟0', one.account])
})
