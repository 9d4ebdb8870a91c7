import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { declared } from '../../declared.ts'
import { partyDuty } from '../../documents/kinds/party-duty.kind.ts'
import { committee } from '../../rounds/kinds/cleaning/committee.kind.ts'
import { facility } from '../../rounds/kinds/facility.kind.ts'
import { weakPoint } from '../../rounds/kinds/weak-point.kind.ts'
import type { SheetRow } from '../../sheet.ts'
import { amount, choices, count, moment, money, w, yesNo } from '../fields.ts'
import type { RegisterKind } from '../register/register.ts'
import { inputOf } from '../shapes.ts'
import { fieldsOfSheet, headsOf, missingColumns, takenAsWritten } from './heads.ts'
import { judgeRows, thingKey } from './judge.ts'
import { readCell } from './read-cell.ts'
import { readHours } from './read-hours.ts'

const ground = { today: '2026-11-17' }
const headsFor = ({ fields }: RegisterKind): SheetRow => ({
  row: 1,
  cells: fieldsOfSheet(fields).map(([, { words }]) => words.zh),
})
const registers = declared.filter((kind): kind is RegisterKind => kind.mechanism === 'register')

test('opening hours are read as people write them, and not at all where they are not read whole', () => {
  const week = [1, 2, 3, 4, 5, 6, 7]
  expect(readHours('周一至周五 8:30-17:30，周六 9:00-12:00')).toEqual([
    { days: [1, 2, 3, 4, 5], from: '08:30', until: '17:30' },
    { days: [6], from: '09:00', until: '12:00' },
  ])
  expect(readHours('每天6：00—22：00')).toEqual([{ days: week, from: '06:00', until: '22:00' }])
  expect(readHours('周一三五 09:00–11:00')).toEqual([{ days: [1, 3, 5], from: '09:00', until: '11:00' }])
  expect(readHours('Mon Tue 08:30–17:30')).toEqual([{ days: [1, 2], from: '08:30', until: '17:30' }])
  expect(readHours('8:00-12:00、14:00-18:00')?.length).toBe(2)
  for (const text of ['随时', '周一至周五', '8:30-25:00', '周一 8:30-17:30 节假日除外', ''])
    expect(readHours(text), text).toBeUndefined()
})

test('cells say values of every type that a cell can say, or why they cannot', () => {
  const unit = { kg: w('公斤', 'kg'), box: w('盒', 'boxes') }
  const read = (field: Parameters<typeof readCell>[0], cell: Parameters<typeof readCell>[1]) => {
    const told = readCell(field, cell, ground)
    return told && 'value' in told ? told.value : told?.why.zh
  }
  expect(read(count(w('人', 'People')), '1,200人')).toBe(1200)
  expect(read(count(w('人', 'People')), 1.5)).toBe('“1.5”不是整数')
  expect(read(count(w('人', 'People')), '不详')).toBeUndefined()
  expect(read(amount(w('多少', 'Much'), unit), '2.5 公斤')).toEqual({ n: 2.5, unit: 'kg' })
  expect(read(amount(w('多少', 'Much'), unit), 3)).toMatch(/没有/)
  expect(read(money(w('钱', 'Money')), '￥12.50元')).toBe(1250)
  expect(read(choices(w('哪些', 'Which'), unit), '公斤、盒')).toEqual(['kg', 'box'])
  expect(read(yesNo(w('有', 'Has')), '无')).toBe(false)
  expect(read(moment(w('何时', 'When')), '2026-11-17 08:30')).toBe('2026-11-17T00:30:00.000Z')
})

test('lines of a cell become rows: a committee and a home for the old come in with their people', () => {
  const rowsOf = (kind: RegisterKind, name: string, cell: string) => {
    const told = readCell(kind.fields[name] as Parameters<typeof readCell>[0], cell, ground)
    return told && 'value' in told ? told.value : told?.why.zh
  }
  const two = [
    { who: '王芳', sees_to: '环境卫生' },
    { who: '李强', sees_to: '物业 联系' },
  ]
  for (const cell of ['王芳 环境卫生；李强 物业 联系', '王芳：环境卫生\n李强：物业 联系', '王芳 环境卫生、李强 物业 联系'])
    expect(rowsOf(committee, 'members', cell), cell).toEqual(two)
  expect(rowsOf(committee, 'members', '无')).toBeUndefined()
  const many = Array.from({ length: 31 }, (_, n) => `人${n} 事`).join('；')
  expect(rowsOf(committee, 'members', many)).toBe('太多，最多 30 行')
  for (const kind of registers)
    expect([kind.name, missingColumns(kind.fields, headsOf(kind.fields, [headsFor(kind)]))]).toEqual([kind.name, []])
  // Of these the names are taken as written, and whoever brings the sheet in is told so; a column of its own is looked up.
  expect([takenAsWritten(committee.fields), takenAsWritten(weakPoint.fields)]).toEqual([['members'], []])
})

test('a cell names what a field points at; of several with one name it says which there are, and which one was meant', () => {
  const keeper = weakPoint.fields.keeper
  const people = [
    { id: '1', name: '王芳', words: '王芳（wangfang）' },
    { id: '2', name: '王芳', words: '王芳（wangfang2）' },
    { id: '3', name: '李强', words: '李强（liqiang）' },
  ]
  const read = (cell: string) => readCell(keeper, cell, { ...ground, sought: new Map([[keeper, people]]) })
  expect(read('李 强')).toEqual({ value: '3' })
  expect(read('王芳(wangfang2)')).toEqual({ value: '2' })
  expect(read('王芳')).toMatchObject({ why: { zh: '有 2 个“王芳”，写明是哪一个：王芳（wangfang）、王芳（wangfang2）' } })
  expect(read('赵六')).toMatchObject({ why: { zh: '没有“赵六”，或者不归这里' } })
  expect(read('无')).toBeUndefined()
})

test('whatever stands in a cell, what is read of it fits the shape of its field', () => {
  const words = [
    '公斤',
    '8:30-17:30',
    '周一',
    '是',
    '2026-11-10',
    '12345',
    '19900004321',
    '图书室',
    '、',
    ' ',
    '-1',
    '1e9',
    '９９',
    '=1',
  ]
  const cell = fc.oneof(
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((parts) => parts.join('')),
  )
  for (const kind of registers) {
    const shape = Compile(inputOf(kind.fields))
    for (const [name, field] of fieldsOfSheet(kind.fields))
      fc.assert(
        fc.property(cell, (one) => {
          const told = readCell(field, one, ground)
          return !told || !('value' in told) || shape.Check({ [name]: told.value })
        }),
        { numRuns: 300 },
      )
  }
})

test('whatever a sheet holds, rows read are exactly those accepted, rejected, the same and none', () => {
  const cell = fc.oneof(
    fc.constantFrom('图书室', '甲', '甲 ', '合计', '', '名称', '哪一类', undefined, 12),
    fc.string({ maxLength: 8 }),
  )
  const sheet = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 12 })
  fc.assert(
    fc.property(sheet, fc.boolean(), (cells, isHeld) => {
      const lines: SheetRow[] = [['名称', '哪一类'], ...cells].map((one, at) => ({ row: at + 1, cells: one }))
      const heads = headsOf(facility.fields, lines)
      const held = new Set(isHeld ? ['甲'] : [])
      const { rows, accepted, rejected, duplicates, not_records } = judgeRows(facility, lines, heads, held, ground)
      const told = [...accepted, ...rejected, ...duplicates, ...not_records].map(({ row }) => row)
      return told.length === rows && new Set(told).size === rows
    }),
  )
})

test('two rows of one name are two things where the kind tells them apart by more; spaces and width make no difference', () => {
  const cells = [
    ['哪一方', '谁', '负什么责'],
    ['单位', '晨光印务', '员工健康每天问一遍'],
    ['单位', '晨光印务', '食堂错峰'],
    ['单位', '晨光 印务', '食堂错峰 '],
    ['单位', '惠民超市', '进门测温'],
  ]
  const lines: SheetRow[] = cells.map((one, at) => ({ row: at + 1, cells: one }))
  const held = new Set([thingKey(partyDuty, { party: 'unit', holder: '惠民超市', duty: '进门测温' })])
  const { accepted, duplicates } = judgeRows(partyDuty, lines, headsOf(partyDuty.fields, lines), held, ground)
  expect(accepted.map(({ row }) => row)).toEqual([2, 3])
  expect(duplicates).toEqual([
    { row: 4, same_as_row: 3 },
    { row: 5, same_as_row: null },
  ])
})

test('a head is known by its words in either language, by what sheets call it, and as the end of a longer one', () => {
  const line = (...cells: string[]): SheetRow[] => [{ row: 3, cells }]
  const columnsOf = (...cells: string[]) => headsOf(facility.fields, line(...cells)).columns
  expect(columnsOf('设施名称*', '类别', '位置（门牌）')).toEqual({ name: 0, kind: 1, where: 2 })
  expect(columnsOf('Name', 'Kind', 'Opening hours')).toEqual({ name: 0, kind: 1, hours: 2 })
  expect(columnsOf('名称 Name', '哪一类/类型')).toEqual({ name: 0, kind: 1 })
  expect(columnsOf('备注', '电话')).toEqual({})
})
