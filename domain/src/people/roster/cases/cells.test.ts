// One cell never costs a row more than itself, and nothing that stands in it is lost without a word.
import { expect, test } from 'vitest'
import type { Cell } from '../../../sheet.ts'
import { tidyText } from '../../../text/tidy-text.ts'
import { checkCharacterOf } from '../../identity-number.ts'
import { comparableName } from '../../name.ts'
import { readDay } from '../dates.ts'
import { rosterFields, type RosterKind } from '../fields.ts'
import { judge } from '../judgement.ts'

const ground = { today: '2026-11-20', place: '410105001003' }
const judged = (kind: RosterKind, head: readonly string[], rows: readonly (readonly Cell[])[]) =>
  judge(
    kind,
    [head, ...rows].map((cells, at) => ({ row: at + 1, cells: [...cells] })),
    ground,
  )
const named = (rows: readonly (readonly Cell[])[]) =>
  rows.map((cells, at) => [`格${String.fromCodePoint(0x4e00 + at)}`, ...cells])
const codes = (notes: readonly { row: number; code: string }[]) => notes.map(({ row, code }) => [row, code])

test('a day of the last time is read in every spelling that means one day only', () => {
  const said = ['3-Nov-26', 'Nov 3 2026', 'November 3, 2026', '11月3日2026年', '20261103.0', '2026-11-03 08:00']
  expect(said.map((cell) => readDay(cell, ground))).toEqual(said.map(() => ({ day: '2026-11-03' })))
  expect(['11/13/2026', '13/11/2026'].map((cell) => readDay(cell, ground))).toEqual([
    { day: '2026-11-13' },
    { day: '2026-11-13' },
  ])
  for (const cell of ['3/5/2026', '3-5-26', '13.13.2026']) expect(readDay(cell, ground)).toHaveProperty('unreadable')
})

test('words where the day of a dose is due leave the day unknown and keep the elder', () => {
  const said = [
    '未接种',
    '未打',
    '禁忌',
    '拒绝接种',
    '不详',
    '2021年5月',
    '2021.6.1科兴',
    '已打',
    '2021-06-01、2021-07-01',
    '2021',
  ]
  const read = judged(
    'elders',
    ['姓名', '接种剂次', '末次接种日期'],
    [...named(said.map((day) => ['3', day])), ['格末', '3', '2021-13-40']],
  )
  expect(read.accepted.map(({ elder }) => [elder?.doses, elder?.lastDoseOn])).toEqual(said.map(() => [3, undefined]))
  expect(codes(read.warnings)).toEqual([7, 8, 9, 10, 11].map((row) => [row, 'doses.unclear']))
  expect(codes(read.rejected)).toEqual([[12, 'date.unreadable']])
})

test('more doses or companions than anybody has are no number', () => {
  const elders = judged('elders', ['姓名', '接种剂次'], named([['20'], ['21'], ['99'], [50]]))
  expect(elders.accepted.map(({ elder }) => elder?.doses)).toEqual([20, undefined, undefined, undefined])
  expect(codes(elders.warnings)).toEqual([3, 4, 5].map((row) => [row, 'doses.unclear']))
})

test('words where a number or a yes is due stay with the arrival, and the row is told', () => {
  const head = ['姓名', '返回时间', '随行人数', '是否途经中高风险地区']
  const said: readonly (readonly [Cell, Cell, number | undefined, boolean | undefined, number])[] = [
    ['李四、王五', '是，武汉', undefined, true, 1],
    ['3大1小', '途经石家庄', undefined, undefined, 2],
    [13800138000, '否', undefined, false, 1],
    ['2人（妻子、儿子）', '未途经', 2, false, 0],
    ['2', '不清楚', 2, undefined, 0],
    ['', '无，但经过郑州', undefined, undefined, 1],
    ['无', '', undefined, undefined, 0],
  ]
  const read = judged('arrivals', head, named(said.map(([companions, risk]) => ['2026-11-13', companions, risk])))
  expect(read.accepted.map(({ arrival }) => [arrival?.companions, arrival?.passedRisk])).toEqual(
    said.map(([, , count, passed]) => [count, passed]),
  )
  expect(codes(read.warnings)).toEqual(
    said.flatMap(([, , , , notes], at) => Array.from({ length: notes }, () => [at + 2, 'arrival.unclear'])),
  )
  expect(read.accepted.map(({ arrival }) => arrival?.words.join())).toEqual([
    '同行：李四、王五,途经风险地区一栏：是，武汉',
    '同行：3大1小,途经风险地区一栏：途经石家庄',
    '同行：13800138000',
    '同行：2人（妻子、儿子）',
    '',
    '途经风险地区一栏：无，但经过郑州',
    '',
  ])
})

test('one person with two arrivals on two days is a duplicate whose other day is told', () => {
  const first17 = '41019919900101001'
  const number = first17 + (checkCharacterOf(first17) ?? '')
  const read = judged(
    'arrivals',
    ['姓名', '身份证号', '返回时间'],
    ['2026-11-10', '2026-11-10', '2026-11-18'].map((day) => ['格甲', number, day]),
  )
  expect([read.accepted.length, read.duplicates.map(({ row }) => row), codes(read.warnings)]).toEqual([
    1,
    [3, 4],
    [[4, 'arrival.other-day']],
  ])
})

test('what a program wrote as a fraction is the number it means', () => {
  const read = judged('residents', ['姓名', '性别', '电话', '楼栋', '房号'], [['格甲', '1.0', '13800138000.0', '3.0', '402.0']])
  expect(read).toMatchObject({
    accepted: [{ sex: 'male', phone: '13800138000', door: { building: '3号楼', room: '402' } }],
    warnings: [],
  })
})

test('the radicals that PDF files show are the characters they look like; half a character never gets in', () => {
  expect(tidyText('⽩⽅⾼⻢⻩⻰⽆⼥⽉⽇⺠⺟⻅⻋⻔', 'line')).toBe('白方高马黄龙无女月日民母见车门')
  expect(comparableName('⻢晓')).toBe(comparableName('马晓'))
  expect(tidyText('马\ud842晓', 'line').isWellFormed()).toBe(true)
  const long = judged('residents', ['姓名', '备注'], [[`${'马'.repeat(59)}𠮷`, `${'字'.repeat(499)}𠮷`]])
  expect(long.accepted.map(({ name, remark }) => [name, remark].every((text) => text.isWellFormed()))).toEqual([true])
})

test('a number of the first generation keeps its row out like every other that is too short, and says which it is', () => {
  const numbers = ['410199650312001', '410199196503120', '41019965031200']
  const read = judged('residents', ['姓名', '身份证号'], named(numbers.map((number) => [number])))
  expect(read.rejected.map(({ code, text }) => [code, text])).toEqual([
    ['identity-number.length', '身份证号是 15 位的老号，请按新证件填 18 位'],
    ['identity-number.length', '身份证号差 3 位，请对照证件'],
    ['identity-number.length', '身份证号差 4 位，请对照证件'],
  ])
})

test('people of a second column of names are told as not read', () => {
  const beside = judged('residents', ['姓名', '电话', '姓名', '电话'], [['格甲', '13800138000', '格乙', '13900001111']])
  expect(beside.warnings).toEqual([{ row: 1, code: 'column.more-people', text: expect.stringContaining('第 3 列“姓名”') }])
  const wide = judged('residents', ['户主姓名', '成员1姓名', '成员2姓名', '配偶姓名'], [['格甲', '格乙', '', '格丙']])
  expect(wide.warnings).toMatchObject([{ row: 1, text: expect.stringMatching(/第 2 列“成员1姓名”、第 4 列“配偶姓名”/) }])
  expect(judged('residents', ['姓名', '姓名'], [['格甲', '']]).warnings).toEqual([])
})

test('a column that is read and not kept says so where it is named', () => {
  for (const field of ['age', 'household', 'headName'] as const)
    expect([rosterFields[field].zh, rosterFields[field].en]).toEqual([
      expect.stringMatching(/不保?存/),
      expect.stringContaining('not kept'),
    ])
})
