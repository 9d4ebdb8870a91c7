// Doors out of cells that hold more, or less, than their heads say; and who lives behind the door of the line above.
import { expect, test } from 'vitest'
import type { Cell } from '../../../sheet.ts'
import { judge, type Judgement } from '../judgement.ts'

const ground = { today: '2026-11-20', place: '410105001003' }
const judged = (head: readonly string[], rows: readonly (readonly Cell[])[]): Judgement => {
  const lines = [['姓名', ...head], ...rows.map((cells, at) => [`门${String.fromCodePoint(0x4e00 + at)}`, ...cells])]
  return judge(
    'residents',
    lines.map((cells, at) => ({ row: at + 1, cells: [...cells] })),
    ground,
  )
}
const told = ({ accepted }: Judgement) =>
  accepted.map(({ door, doorText }) =>
    door
      ? Object.values(door)
          .filter((part) => part !== '')
          .join(' ')
      : `？${doorText ?? ''}`,
  )
/** Each row with the door that is right for it; ？ before the words that are kept where none can be found. */
const doors = (head: readonly string[], rows: readonly (readonly [...cells: Cell[], door: string])[]) => {
  const read = judged(
    head,
    rows.map((row) => row.slice(0, -1)),
  )
  expect(told(read)).toEqual(rows.map((row) => row.at(-1)))
  const asked = rows.flatMap((row, at) => (String(row.at(-1)).startsWith('？') ? [[at + 2, 'door.unread']] : []))
  expect(read.warnings.map(({ row, code }) => [row, code])).toEqual(asked)
}

test('a room beside an address is read together with it; one that could be any of several buildings is asked about', () => {
  doors(
    ['住址', '房号'],
    [
      ['翠苑小区3号楼2单元', '501', '翠苑小区 3号楼 2单元 501'],
      ['翠苑小区3号楼', '2-501', '翠苑小区 3号楼 2单元 501'],
      ['3号楼2', '501', '3号楼 2单元 501'],
      ['翠苑小区', '3-2-501', '翠苑小区 3号楼 2单元 501'],
      ['翠苑小区3号楼2单元501', '501', '翠苑小区 3号楼 2单元 501'],
      ['李家湾三组', '12', '李家湾 3组 12'],
      ['李家湾', '12', '李家湾 12'],
      ['某某社区', '501', '501'],
      ['翠苑小区', '501', '？501 翠苑小区'],
      ['建国路12号', '501', '？501 建国路12号'],
      ['体育路12', '501', '？501 体育路12'],
      ['翠苑小区3号楼2单元501', '502', '？502 翠苑小区3号楼2单元501'],
    ],
  )
})

test('a room that holds the whole door is read as one', () => {
  doors(
    ['门牌号'],
    [
      ['6-4-604', '6号楼 4单元 604'],
      ['3号楼2单元501室', '3号楼 2单元 501'],
      ['6-604', '6号楼 604'],
      ['501', '501'],
      ['12号', '12'],
    ],
  )
  doors(
    ['楼栋', '单元', '房号'],
    [
      ['3', '2', '3-2-501', '3号楼 2单元 501'],
      ['3', '2', '2-501', '3号楼 2单元 501'],
      ['3', '二', '2单元501', '3号楼 2单元 501'],
      ['3', '', '3号楼2单元501室', '3号楼 2单元 501'],
      ['3', '', '1-501', '3号楼 1单元 501'],
      ['3', '', '604-1', '3号楼 604-1'],
      ['3', '', '3-501', '？3 3-501'],
      ['3号楼', '', '5号楼501', '？3号楼 5号楼501'],
      ['', '', '501', '？501'],
    ],
  )
})

test('a building that holds its estate or its unit, under whichever head, is read together with its room', () => {
  for (const head of ['楼号/单元', '楼栋单元', '楼栋', '门栋', '所在楼栋', '楼栋名称'])
    doors(
      [head, '房号'],
      [
        ['3-2', '501', '3号楼 2单元 501'],
        ['3号楼2单元', '501', '3号楼 2单元 501'],
        ['翠苑小区3号楼', '501', '翠苑小区 3号楼 501'],
        ['新3号楼', '501', '新3号楼 501'],
        ['东楼', '501', '东楼 501'],
        ['A座', '1201', 'A栋 1201'],
      ],
    )
  for (const head of ['单元/房号', '单元房号', '住址'])
    doors(
      ['楼栋', head],
      [
        ['3', '2-501', '3号楼 2单元 501'],
        ['3号楼', '2单元501', '3号楼 2单元 501'],
      ],
    )
  doors(['楼栋单元房号'], [['3-2-501', '3号楼 2单元 501']])
  doors(['小区', '现住址'], [['翠苑小区', '3号楼2单元501', '翠苑小区 3号楼 2单元 501']])
})

test('several doors in one cell, a phone, a code or a story are no door; one room is one however its number is written', () => {
  doors(
    ['楼栋', '房号'],
    [
      ...['11、12', '501 502', '501-502', '11和12', '13800138000', '410105001003001'].map(
        (room) => ['3', room, `？3 ${room}`] as const,
      ),
      ['5、6号楼', '501', '？5、6号楼 501'],
      ['13800138000', '501', '？13800138000 501'],
      ['3', '门'.repeat(120), `？3 ${'门'.repeat(98)}`],
      ...['501', '0501', '501.0', '501室', '５０１'].map((room) => ['3.0', room, '3号楼 501'] as const),
      ['3', '501a', '3号楼 501A'],
    ],
  )
  doors(
    ['住址'],
    [
      ['3号楼2单元11、12', '？3号楼2单元11、12'],
      ['5、6号楼501', '？5、6号楼501'],
      ['6号楼，4单元，604', '6号楼 4单元 604'],
      ['3号楼2单元501a', '3号楼 2单元 501A'],
    ],
  )
})

test('the door of the line above ends with a head, whatever he is called, and with another household; the same household keeps it', () => {
  const heads = ['楼栋', '房号', '与户主关系', '户号']
  const read = judged(heads, [
    ['3', '501', '户主', '1'],
    ['', '', '子', '1'],
    ['', '', '户主本人', ''],
    ['', '', '妻', ''],
    ['4', '501', '户主', '3'],
    ['', '', '', '3'],
    ['', '', '户主之子', '3'],
    ['', '', '子', '4'],
    ['5', '101', '本人', ''],
    ['', '', '妻', ''],
    ['', '', '本户户主', ''],
    ['', '', '子', ''],
  ])
  expect(told(read)).toEqual([
    ...['3号楼 501', '3号楼 501', '？', '？', '4号楼 501', '4号楼 501', '4号楼 501', '？', '5号楼 101', '5号楼 101', '？', '？'],
  ])
  expect(read.warnings.map(({ row, code }) => [row, code])).toEqual([4, 5, 9, 12, 13].map((row) => [row, 'door.blank']))
})

test('members below a head who was refused or whose door cannot be read do not move to the family before', () => {
  const read = judged(
    ['身份证号', '楼栋', '房号', '与户主关系'],
    [
      ['', '3', '501', '户主'],
      ['4101', '', '', '户主'],
      ['', '', '', '子'],
      ['', '3', '502', '户主'],
      ['', '3', '11、12', ''],
      ['', '', '', '子'],
    ],
  )
  expect(told(read)).toEqual(['3号楼 501', '？', '3号楼 502', '？3 11、12', '？'])
})

test('the head of the household named on each line says who lives together; without any of it a blank door is told', () => {
  const named = judged(
    ['户主姓名', '楼栋', '房号'],
    [
      ['门一', '3', '501'],
      ['门一', '', ''],
      ['门三', '', ''],
    ],
  )
  expect(told(named)).toEqual(['3号楼 501', '3号楼 501', '？'])
  const plain = judged(
    ['楼栋', '房号'],
    [
      ['3', '501'],
      ['', ''],
    ],
  )
  expect([told(plain), plain.warnings.map(({ row, code }) => [row, code])]).toEqual([['3号楼 501', '？'], [[3, 'door.blank']]])
})

test('what a dwelling is not used for says nothing of its use', () => {
  const use = (words: readonly string[]) =>
    judged(
      ['楼栋', '房号', '房屋使用'],
      words.map((word) => ['3', '501', word]),
    ).accepted.map((entry) => entry.use)
  const none = ['未出租', '不出租', '没有出租', '无租户', '待出租', '已退租', '非自住', '非自有', '非空置', '不是空置', '非宿舍']
  expect(use(none)).toEqual(none.map(() => 'unknown'))
  expect(use(['出租', '已出租', '租住', '合租', '无人居住', '未入住', '空置', '自住', '集体宿舍'])).toEqual([
    ...['rented', 'rented', 'rented', 'rented', 'vacant', 'vacant', 'vacant', 'own', 'dormitory'],
  ])
})
