import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell, SheetRow } from '../../sheet.ts'
import { birthOf, checkCharacterOf } from '../identity-number.ts'
import { doorIn, doorOf, doorKey } from './address.ts'
import { readDay } from './dates.ts'
import { recogniseHeads } from './heads.ts'
import { judge, rowSentence } from './judgement.ts'

const today = '2026-11-20'
const place = '410105001003'
const ground = { today, place }
const lines = (...cells: Cell[][]): SheetRow[] => cells.map((line, at) => ({ row: at + 1, cells: line }))
const number = (first17: string) => first17 + checkCharacterOf(first17)

describe('days as communities write them', () => {
  test.each([
    ['2026-11-10', '2026-11-10'],
    ['2026/11/7', '2026-11-07'],
    ['2026年11月3日', '2026-11-03'],
    ['２０２６．１１．０３', '2026-11-03'],
    ['20261115', '2026-11-15'],
    [20261115, '2026-11-15'],
    [46344, '2026-11-18'],
    ['46344', '2026-11-18'],
    ['46344.75', '2026-11-18'],
    ['11.06', '2026-11-06'],
    ['11月6日', '2026-11-06'],
    ['2026-11-10 08:30', '2026-11-10'],
    ['2026年11月3日下午3点', '2026-11-03'],
    [{ day: '2026-11-01' }, '2026-11-01'],
  ])('%s is %s', (cell, day) => expect(readDay(cell as Cell, ground)).toMatchObject({ day }))

  test.each(['2026-13-40', '下周三', '13月2日', '2026-02-30', '11', 11.1, '昨天'])('%s cannot be read', (cell) => {
    expect(readDay(cell, ground)).toHaveProperty('unreadable')
  })

  test('a day without a year is the nearest one, so December told in January is last year', () => {
    expect(readDay('12.31', { today: '2027-01-02' })).toMatchObject({ day: '2026-12-31' })
    expect(readDay('1.2', { today: '2026-12-31' })).toMatchObject({ day: '2027-01-02' })
  })

  test('an empty cell is no day, and never today', () => expect(readDay('', ground)).toBeUndefined())
})

describe('cells that a formula left without a value', () => {
  const head = ['姓名', '身份证号', '电话', '备注']
  const good = number('41019919800101023')
  const noResult: Cell = { fault: 'no-result' }

  test('nobody is called #REF!, and the row says why it is not taken', () => {
    const rows = lines(
      head,
      ['#REF!', good],
      [noResult, noResult, '19900000021'],
      ['张敏', '#VALUE!'],
      ['合计', noResult],
      [noResult],
    )
    expect(judge('residents', rows, ground)).toMatchObject({
      accepted: [],
      rejected: [
        { row: 2, code: 'name.missing', text: '姓名是公式错误 #REF!，请改成文字' },
        { row: 3, code: 'name.missing', text: expect.stringContaining('没有存结果') },
        { row: 4, code: 'identity-number.damaged', text: '证件号是公式错误 #VALUE!，请改成文字' },
        { row: 6, code: 'name.missing' },
      ],
    })
  })

  test('elsewhere the person stays without what the cell did not say; a number not found is no number', () => {
    const { accepted, warnings } = judge('residents', lines(head, ['张敏', '#N/A', '#REF!', '#NAME?']), ground)
    expect(accepted).toMatchObject([{ name: '张敏', documentKind: 'none', remark: '' }])
    expect(accepted[0]).not.toHaveProperty('phone')
    expect(warnings).toMatchObject([{ row: 2, code: 'phone.invalid', text: expect.stringContaining('#REF!') }])
  })
})

describe('heads', () => {
  test('the head line is found below title lines, whatever its spellings', () => {
    const heads = recogniseHeads(
      'residents',
      lines(['某社区人员信息表'], [], ['编号', '姓 名', '公民身份号码（必填）', '联系方式*', '微信号']),
    )
    expect(heads).toMatchObject({
      headRow: 3,
      columns: { name: 1, documentNumber: 2, phone: 3 },
      unknown: [{ column: 4, head: '微信号' }],
    })
  })

  test('heads in two lines are read as one', () => {
    const heads = recogniseHeads(
      'residents',
      lines(['姓名', '身份证号', '住址', undefined, undefined], [undefined, undefined, '楼栋', '单元', '房号']),
    )
    expect(heads.columns).toMatchObject({ name: 0, documentNumber: 1, building: 2, unit: 3, room: 4 })
    expect(heads.headRow).toBe(2)
  })

  test('a sheet without heads is told as such', () =>
    expect(recogniseHeads('elders', lines(['本表请于每周五前更新'])).headRow).toBe(0))
})

describe('doors', () => {
  test('one door written in several ways is one door', () => {
    const cells = (building: string, unit: string, room: string) =>
      doorOf({ estate: '体育小区', building, unit, room, group: '' })
    const doors = [
      doorIn('体育小区6号楼4单元604'),
      doorIn('体育小区六栋四单元604室'),
      cells('6#', '4', '604'),
      cells('06号楼', '四单元', '604室'),
    ]
    for (const door of doors) expect(door && doorKey(door)).toBe('体育小区6号楼4单元604')
  })
  test('a village door has a group and a house', () => {
    expect(doorIn('李家湾三组12号')).toMatchObject({ estate: '李家湾', group: '3组', house: '12', room: '' })
  })
})

const head = ['姓名', '性别', '身份证号', '电话', '楼栋', '房号', '与户主关系', '房屋使用']
const good = number('41019919910810461')

describe('judging', () => {
  test('a row has the first fault only, in the words of a clerk', () => {
    const result = judge(
      'residents',
      lines(head, ['', '男', '41019', '1', '1号楼', '101', '户主'], ['甲乙', '男', good.slice(0, 17)]),
      ground,
    )
    expect(result.rejected).toEqual([
      { row: 2, code: 'name.missing', text: '没有姓名，请补上' },
      { row: 3, code: 'identity-number.length', text: '身份证号差 1 位，请对照证件' },
    ])
    const arrivals = judge('arrivals', lines(['姓名', '返回时间'], ['甲乙', '13月2日']), ground)
    expect(arrivals.rejected.map(rowSentence)).toEqual(['第 2 行返回日期看不懂（“13月2日”）'])
  })

  test('an arrival without a day is not taken: absence is not today', () => {
    expect(judge('arrivals', lines(['姓名', '返回时间'], ['甲乙', '']), ground).rejected).toMatchObject([
      { row: 2, code: 'date.unreadable' },
    ])
  })

  test('a number cell of 18 digits is damaged even where its check character happens to fit', () => {
    expect(judge('residents', lines(head, ['甲', '', 410199200401011600]), ground).rejected[0]?.code).toBe(
      'identity-number.damaged',
    )
    expect(judge('residents', lines(head, ['甲', '', '4.10199E+17']), ground).rejected[0]?.code).toBe('identity-number.damaged')
  })

  test('passports and permits are taken without a check character', () => {
    const rows = lines(
      ['姓名', '证件类型', '证件号码'],
      ['甲', '护照', 'E99186143'],
      ['乙', '港澳居民来往内地通行证', 'H34663203'],
      ['丙', '', 'E99186144'],
    )
    expect(judge('residents', rows, ground).accepted.map((entry) => entry.documentKind)).toEqual([
      'passport',
      'hk-macao-permit',
      'passport',
    ])
  })

  test('totals, signatures and repeated heads are no rows; a vacant dwelling is counted once', () => {
    const rows = lines(
      head,
      ['', '', '', '', '1号楼', '101', '', '空置'],
      ['', '', '', '', '1号楼', '101', '', '空置'],
      ['合计', '', '', '', '', ''],
      ['共2人'],
      head,
      ['填表人：甲'],
    )
    const result = judge('residents', rows, ground)
    expect(result).toMatchObject({ accepted: [], rejected: [], vacant_dwellings: 1 })
  })

  test('members below a head live behind the same door, also when the head is rejected; a new head without a door ends it', () => {
    const rows = lines(
      head,
      ['甲', '', '4101', '', '1号楼', '101', '户主'],
      ['乙', '', '', '', '', '', '子'],
      ['丙', '', '', '', '', '', '户主'],
      ['丁', '', '', '', '', '', '子'],
    )
    const result = judge('residents', rows, ground)
    expect(result.accepted.map(({ name, door }) => [name, door && doorKey(door)])).toEqual([
      ['乙', '1号楼101'],
      ['丙', undefined],
      ['丁', undefined],
    ])
  })

  test('a repeat of a number points to the first row and says whether the address differs', () => {
    const rows = lines(
      head,
      ['甲', '', good, '', '1号楼', '101'],
      ['甲', '', good, '', '2号楼', '101'],
      ['甲', '', `'${good.toLowerCase()}`],
    )
    expect(judge('residents', rows, ground).duplicates).toEqual([
      { row: 3, same_as_row: 2, other_address: true },
      { row: 4, same_as_row: 2, other_address: false },
    ])
  })

  test('a namesake without a number is accepted and doubtful, unless sex or birth speaks against it', () => {
    const rows = lines(head, ['王敏', '男', good], ['王敏', '男', ''], ['王敏', '女', ''])
    const result = judge('residents', rows, ground)
    expect(result.accepted).toHaveLength(3)
    expect(result.doubtful).toEqual([{ row: 3, like: [2] }])
    const born = lines(
      ['姓名', '性别', '身份证号', '出生日期'],
      ['王敏', '男', good, ''],
      ['王敏', '男', '', birthOf(good) ?? ''],
      ['王敏', '男', '', '1971-06-05'],
    )
    expect(judge('residents', born, ground).doubtful).toEqual([{ row: 3, like: [2] }])
  })

  test('what looks like a formula or markup is text and stays text', () => {
    const rows = lines(
      ['姓名', '备注', '返回时间'],
      ['甲', '=HYPERLINK("http://127.0.0.1/","点我")', '11.06'],
      ['<b>乙</b>', '', '11.06'],
    )
    expect(judge('arrivals', rows, ground).accepted.map(({ name, remark }) => [name, remark])).toEqual([
      ['甲', '=HYPERLINK("http://127.0.0.1/","点我")'],
      ['<b>乙</b>', ''],
    ])
  })
})

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>(
    undefined,
    '',
    '无',
    good,
    number('41019919970101001'),
    `${good}1`,
    '410199',
    4.1e17,
    '1990',
    '19900001234',
    '男',
    '女',
    '合计',
    '2026-13-40',
    { day: '2026-11-01' },
    '2027-03-01',
    '王敏',
    '甲',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.double({ noNaN: true }),
  fc.boolean(),
)
const anyRows = fc.array(fc.array(anyCell, { maxLength: 9 }), { maxLength: 30 })
const arrivalsHead = ['姓名', '性别', '身份证号', '电话', '返回时间', '来源地', '交通方式', '备注']

test('no row is both accepted and rejected, and none is told twice', () => {
  fc.assert(
    fc.property(anyRows, fc.constantFrom('residents', 'arrivals', 'elders'), (cells, kind) => {
      const result = judge(kind, lines(kind === 'residents' ? head : arrivalsHead, ...cells), ground)
      const rows = [...result.accepted, ...result.rejected, ...result.duplicates].map(({ row }) => row)
      expect(new Set(rows).size).toBe(rows.length)
    }),
    { numRuns: 300 },
  )
})

test('the order of rows changes no count: only which of two repeats is the first', () => {
  fc.assert(
    fc.property(
      anyRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      ([rows, shuffled]) => {
        const counts = (cells: Cell[][]) => {
          const result = judge('arrivals', lines(arrivalsHead, ...cells), ground)
          const codes = result.rejected.map(({ code }) => code).sort()
          return [result.accepted.length, codes, result.duplicates.length]
        }
        expect(counts(shuffled)).toEqual(counts(rows))
      },
    ),
    { numRuns: 300 },
  )
})
