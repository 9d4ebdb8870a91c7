// Words of health and key groups: only what says yes makes a mark, only what says no makes "no illness".
import { expect, test } from 'vitest'
import type { Cell } from '../../../sheet.ts'
import { yesOrNo } from '../cells.ts'
import { judge } from '../judgement.ts'
import { marksIn } from '../marks.ts'

const ground = { today: '2026-11-20', place: '410105001003' }
const judged = (kind: 'residents' | 'elders', head: readonly string[], rows: readonly (readonly Cell[])[]) => {
  const lines = [head, ...rows.map((cells, at) => [`健${String.fromCodePoint(0x4e00 + at)}`, ...cells])]
  return judge(
    kind,
    lines.map((cells, at) => ({ row: at + 1, cells: [...cells] })),
    ground,
  )
}
const surveyed = (words: readonly Cell[], head = '基础疾病') => {
  const { accepted, warnings } = judged(
    'elders',
    ['姓名', head],
    words.map((word) => [word]),
  )
  return { diseases: accepted.map(({ elder }) => elder?.disease), codes: warnings.map(({ row, code }) => [row, code]) }
}
const marksOf = (health: readonly string[], groups: readonly string[] = []) => {
  const rows = Array.from({ length: Math.max(health.length, groups.length) }, (_, at) => [health[at] ?? '', groups[at] ?? ''])
  const { accepted, warnings } = judged('residents', ['姓名', '健康状况', '特殊人群'], rows)
  return { marks: accepted.map((entry) => marksIn(entry)), open: accepted.map(({ open }) => open.length), warnings }
}

test('nobody knows is not no illness: it is unknown, and the row is told', () => {
  const words = ['不详', '不清楚', '未知', '不知道', '待查', '病情不详', '本人不清楚', '？', '情况不明', '未核实', '联系不上']
  for (const head of ['基础疾病', '是否有基础疾病']) {
    const { diseases, codes } = surveyed(words, head)
    expect(diseases).toEqual(words.map(() => 'unknown'))
    expect(codes).toEqual(words.map((_, at) => [at + 2, 'illness.unknown']))
    expect(surveyed(['', '/', '—'], head)).toEqual({ diseases: ['none', 'none', 'none'], codes: [] })
  }
  const both = judged(
    'elders',
    ['姓名', '是否有基础疾病', '所患疾病'],
    [
      ['不清楚', '无'],
      ['否', '不详'],
      ['是', '不详'],
      ['', '不详'],
    ],
  )
  expect(both.accepted.map(({ elder }) => elder?.disease)).toEqual(['unknown', 'none', 'unknown', 'unknown'])
  expect(both.accepted.map(({ illness }) => illness.length)).toEqual([0, 0, 1, 0])
})

test('a tick alone is yes, whichever of its signs; an empty box is no; a box with a cross is neither', () => {
  expect(['✔', '☑', '■', '√', '✓', '🗹', '是', '1.0'].map(yesOrNo)).toEqual(Array.from({ length: 8 }, () => true))
  expect(['□', '☐', '×', '0.0'].map(yesOrNo)).toEqual([false, false, false, false])
  expect(yesOrNo('☒')).toBeUndefined()
  for (const head of ['基础疾病', '是否有基础疾病'])
    expect(surveyed(['✔', '☑', '■', '□', '☒'], head)).toEqual({
      diseases: ['unknown', 'unknown', 'unknown', 'none', 'unknown'],
      codes: [[6, 'illness.unclear']],
    })
  expect(marksOf(['☑', '■', '☐']).marks).toEqual([['chronic'], ['chronic'], []])
})

test('a box before or behind its word is read the same; what could belong to either is asked about', () => {
  const no = ['□有 ☑无', '有□ 无☑', '有（ ）无（√）', '有□无☑', '基础疾病：□有 ☑无', '○有 ●无', '有 √无', '☐高血压 ☒无']
  expect(surveyed(no)).toEqual({ diseases: no.map(() => 'none'), codes: [] })
  const yes = [
    '☑有 □无',
    '有☑ 无□',
    '有（√）无（ ）',
    '√高血压',
    '高血压√',
    '高血压：√',
    '☐无 ☒高血压',
    '☑高血压 ☒糖尿病',
    '有√ 无',
  ]
  expect(marksOf(yes).marks).toEqual(yes.map(() => ['chronic']))
  const lost = ['有√无', '有 √ 无', '□有 无☑']
  expect(marksOf(lost)).toMatchObject({ marks: lost.map(() => []), open: lost.map(() => 1) })
  expect(marksOf([], ['残疾√', '残疾：√', '□残疾 ☑低保', '残疾□ 低保☑', '残疾 √ 低保']).marks).toEqual([
    ...[['disabled'], ['disabled'], ['low-income'], ['low-income'], []],
  ])
})

test('a denial is one wherever it stands before the illness, and none where it is part of its name', () => {
  const no = [
    ...[
      '暂无基础疾病',
      '目前无基础疾病',
      '本人无慢性病',
      '一直没病',
      '不生病',
      '现无病',
      '均无',
      '既往无慢性病',
      '从未患病',
      '暂无',
    ],
    ...['平素体健', '至今未查出疾病', '无（健康）', '否（无）'],
  ]
  expect(surveyed(no)).toEqual({ diseases: no.map(() => 'none'), codes: [] })
  expect(marksOf(no)).toMatchObject({ marks: no.map(() => []), warnings: [] })
  const asked = ['很少生病', '身体无大病', '行动缓慢', '没什么大病', '未服药', '无法行走']
  expect(marksOf(asked)).toMatchObject({ marks: asked.map(() => []), open: asked.map(() => 1) })
  const yes = [
    '非霍奇金淋巴瘤',
    '非小细胞肺癌',
    '无痛性心肌缺血',
    '未分化结缔组织病',
    '不稳定型心绞痛',
    '不明原因贫血',
    '慢支肺炎',
  ]
  expect(marksOf(yes).marks).toEqual(yes.map(() => ['chronic']))
})

test('a denial right before the words of a key group makes no mark, wherever in the text; one further off is asked about', () => {
  const no = [
    ...[
      '已婚未孕',
      '现非低保户',
      '本户不是低保户',
      '家里没有残疾人',
      '育龄妇女（未孕）',
      '避孕',
      '不孕症',
      '未享受低保',
      '不属于特困',
    ],
    ...['否认残疾', '现已不是低保户', '本人原低保户', '无任何残疾', '低保：没有', '不再是低保户'],
  ]
  expect(marksOf([], no)).toMatchObject({ marks: no.map(() => []), warnings: [] })
  const asked = ['不清楚是否低保', '没办下来残疾证', '残疾人家属', '低保专干']
  expect(marksOf([], asked)).toMatchObject({ marks: asked.map(() => []), open: asked.map(() => 1) })
  const yes = [
    '无子女独居老人',
    '未成年残疾人',
    '无劳动能力残疾',
    '三无独居',
    '非低保独居老人',
    '未脱贫监测户',
    '孕32周',
    '事实无人抚养儿童',
  ]
  expect(marksOf([], yes).marks).toEqual([
    ...[['elder-alone'], ['disabled'], ['disabled'], ['elder-alone'], ['elder-alone'], ['special-hardship'], ['pregnant']],
    ['unraised-child'],
  ])
})
