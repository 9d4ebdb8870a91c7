// Illness, key groups and vaccination in the words of rosters: only what says yes makes a mark, only what is known a colour.
import { marksIn } from '@wangdi/domain/people/roster/marks.ts'
import { expect, test } from 'vitest'
import { judgingFiles } from './judged.ts'
import { numberOf, workbook } from './make-files.ts'

const judge = judgingFiles()
const names = '一二三四五六七八九十丁丐丑专且丕世丘丙业丛东丝丞丟丠両丢丣两严並丧'
const residents = (health: string, group: string, at: number) => [
  `健${names[at]}`,
  numberOf('1970-01-01', 122 + at * 2),
  health,
  group,
]
const marked = async (rows: readonly (readonly [string, string])[]) => {
  const made = rows.map(([health, group], at) => residents(health, group, at))
  const { people, warnings } = await judge(workbook([['姓名', '身份证号', '健康状况', '特殊人群'], ...made]))
  return { marks: people.map((person) => marksIn(person)), open: people.map(({ open }) => open), warnings }
}

test('words that say no, or say that somebody is well, make no mark', async () => {
  const health = [
    '良好',
    '健康',
    '健康或良好',
    '一般',
    '否',
    '没病',
    '正常',
    '无基础疾病',
    '身体健康',
    '未患病',
    '×',
    '0',
    '无高血压',
    '健康状况良好',
    '高血压：无',
    '血压正常',
    '无高血压，无糖尿病',
    '□有 ☑无',
  ]
  const groups = [
    '否',
    '无',
    '非残疾',
    '非低保户',
    '未怀孕',
    '已脱贫',
    '未孕',
    '不是残疾人',
    '没有残疾',
    '原低保户',
    '低保已取消',
    '',
    '残疾（否）',
    '残疾：否',
    '备孕',
    '□残疾 □低保',
  ]
  const { marks, warnings } = await marked(health.map((said, at) => [said, groups[at] ?? '']))
  expect(marks).toEqual(health.map(() => []))
  expect(warnings).toEqual([])
})

test('what says yes makes its mark', async () => {
  const { marks } = await marked([
    ['高血压', '残疾人'],
    ['无', '低保户、孕妇'],
    ['高血压，糖尿病', '事实无人抚养儿童'],
    ['', '独居，非残疾'],
    ['有', ''],
  ])
  expect(marks.map((kinds) => kinds.toSorted())).toEqual([
    ['chronic', 'disabled'],
    ['low-income', 'pregnant'],
    ['chronic', 'unraised-child'],
    ['elder-alone'],
    ['chronic'],
  ])
})

test('what is unclear makes no mark: it is told, and kept for a person to settle', async () => {
  const { marks, open, warnings } = await marked([
    ['高血压（无）', ''],
    ['既往冠心病', ''],
    ['较差', ''],
    ['', '疑似残疾'],
    ['', '低保申请中'],
    ['', '党员'],
    ['无高血压、糖尿病', '残疾证办理中'],
    ['1', '低保边缘户'],
  ])
  expect(marks).toEqual([[], [], [], [], [], [], [], []])
  expect(open).toEqual([
    ['高血压（无）'],
    ['既往冠心病'],
    ['较差'],
    ['疑似残疾'],
    ['低保申请中'],
    [],
    ['无高血压、糖尿病', '残疾证办理中'],
    ['1', '低保边缘户'],
  ])
  expect(warnings.map(({ row, code }) => [row, code])).toEqual([
    [2, 'illness.unclear'],
    [3, 'illness.unclear'],
    [4, 'illness.unclear'],
    [5, 'marks.unclear'],
    [6, 'marks.unclear'],
    [8, 'illness.unclear'],
    [8, 'marks.unclear'],
    [9, 'illness.unclear'],
    [9, 'marks.unclear'],
  ])
})

const heads = ['姓名', '身份证号', '基础疾病', '病情是否稳定', '接种剂次', '第一剂接种时间', '第二剂接种时间', '第三剂接种时间']
const elder = (at: number, illness: string, stable: string, doses: string | number, days: readonly string[]) => [
  `老${names[at]}`,
  numberOf('1957-01-01', 3 + at * 2),
  illness,
  stable,
  doses,
  ...days,
]
const three = ['2021-06-01', '2022-03-01', '2021-07-01']
const surveyed = async (rows: readonly (readonly [string, string, string | number, (readonly string[])?])[]) => {
  const made = rows.map(([illness, stable, doses, days = three], at) => elder(at, illness, stable, doses, days))
  const { people, warnings, accepted } = await judge(workbook([heads, ...made]), 'elders')
  expect(accepted).toBe(rows.length)
  return { elders: people.map(({ elder }) => elder), warnings: warnings.map(({ row, code }) => [row, code]) }
}

test('no illness is none, in whichever words a survey says it', async () => {
  const words = ['无', '否', '没有基础疾病', '无基础疾病', '健康', '身体健康', '无慢性病', '0', '×', '未患病', '']
  const { elders, warnings } = await surveyed(words.map((said) => [said, '', 3]))
  expect(elders.map((told) => told?.disease)).toEqual(words.map(() => 'none'))
  expect(warnings).toEqual([])
})

test('how stable an illness is, is read from its words; words that nobody knows leave it unknown, with a warning', async () => {
  const stable = ['稳定', '是', '控制良好', '否', '不稳定', '控制不佳', '', '随访中']
  const { elders, warnings } = await surveyed(stable.map((said) => ['高血压', said, 3]))
  expect(elders.map((told) => told?.disease)).toEqual([
    'stable',
    'stable',
    'stable',
    'unstable',
    'unstable',
    'unstable',
    'unknown',
    'unknown',
  ])
  expect(warnings).toEqual([[9, 'stable.unclear']])
  expect((await surveyed([['高血压（无）', '', 3]])).elders[0]?.disease).toBe('unknown')
})

test('doses are read from their words, the last dose is the latest of its days; what contradicts itself is unknown', async () => {
  const said = ['三针', '三剂', '3剂次', '已接种3针', '第三针', 3, '3.0']
  const { elders } = await surveyed(said.map((doses) => ['无', '', doses]))
  expect(elders).toMatchObject(said.map(() => ({ doses: 3, lastDoseOn: '2022-03-01' })))
  const open = await surveyed([
    ['无', '', '全程'],
    ['无', '', '加强针'],
    ['无', '', 0],
    ['无', '', '未接种'],
    ['无', '', '未接种', []],
    ['无', '', '', []],
  ])
  expect(open.elders.map((told) => told?.doses)).toEqual([undefined, undefined, undefined, undefined, 0, undefined])
  expect(open.warnings).toEqual([2, 3, 4, 5].map((row) => [row, 'doses.unclear']))
})

test('a survey without a column of illness leaves it unknown; one that asks apart whether there is any is read together', async () => {
  const survey = async (columns: readonly string[], cells: readonly string[]) =>
    (
      await judge(
        workbook([
          ['姓名', '身份证号', ...columns],
          ['老一', numberOf('1957-01-01', 3), ...cells],
        ]),
        'elders',
      )
    ).people[0]?.elder?.disease
  expect(await survey(['接种针数'], ['3'])).toBe('unknown')
  expect(await survey(['是否有基础疾病'], ['否'])).toBe('none')
  expect(await survey(['是否有基础疾病', '所患疾病', '病情是否稳定'], ['是', '高血压、糖尿病', '是'])).toBe('stable')
  expect(await survey(['是否有基础疾病', '所患疾病'], ['否', '高血压'])).toBe('unknown')
})
