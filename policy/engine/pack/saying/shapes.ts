import type { Words } from '../../../vocabulary.ts'
import { w } from '../../../words.ts'

const bothLanguages = w('{ zh: 中文, en: English }', '{ zh: Chinese, en: English }')
const day = w('2026-08-01 这样的日期', 'a day such as 2026-08-01')
const condition = w('{ 事实: 值 }，例如 { tier: alert }', '{ fact: value }, such as { tier: alert }')

/** How what stands behind a key is written, for those that people most often write otherwise. */
const shapes: Readonly<Record<string, Words>> = {
  ...{ title: bothLanguages, short: bothLanguages, authority: bothLanguages, words: bothLanguages, name: bothLanguages },
  ...{ text: bothLanguages, strategy: bothLanguages, why: bothLanguages, note: bothLanguages, unit: bothLanguages },
  ...{ from: day, until: day },
  when: condition,
  source: w('{ section: 第五条 }', '{ section: 5 }'),
  how_often: w('{ kind: every-days, days: 7 }', '{ kind: every-days, days: 7 }'),
  bounds: w('{ at_least: 3, at_most: 7 }', '{ at_least: 3, at_most: 7 }'),
  counts: w('{ told: true }、{ kind: 人员类别 } 或 { records: 记录 }', '{ told: true }, { kind: … } or { records: … }'),
  grounds: w(
    '{ finding: beyond-term, of: [facility-closure], days: 7 }',
    '{ finding: beyond-term, of: [facility-closure], days: 7 }',
  ),
  facilities: w('{ state: suspended, of: [library] }', '{ state: suspended, of: [library] }'),
  place: w("加引号的数字：'41'", "digits in quotes: '41'"),
}

const ids = w('小写字母、数字、点和横线，例如 door-visit', 'small letters, digits, dots and hyphens, such as door-visit')
const ownNames = w(
  '规则包编号/一个英文词，例如 heat-2026/level',
  'the id of the pack, a slash and a word, such as heat-2026/level',
)

/** What the patterns of the schema ask for, by how they begin. */
const byPattern: readonly (readonly [begins: string, shape: Words])[] = [
  ['^\\d{4}-', day],
  ['^\\d{2,12}', w("地区代码的前 2 到 12 位，加引号：'41'", "2 to 12 leading digits of a place code, in quotes: '41'")],
  [
    '^\\d{0,12}',
    w("地区代码的前几位，加引号：'41'；全国写 ''", "leading digits of a place code, in quotes: '41'; '' for the whole country"),
  ],
  ['^R-[0-9A-Z]+-', w('R-2020A-1 这样的条目编号', 'the id of a clause, such as R-2020A-1')],
  ['^R-[0-9A-Z]+$', w('R-2020A 这样，条目编号的开头', 'how ids of clauses begin, such as R-2020A')],
  ['^(T-', w('T-1 或 R-2020A-1 这样的条目编号', 'the id of a line or clause, such as T-1 or R-2020A-1')],
]

/** How a value that has not the form it should have is written; nothing where no short example tells it. */
export function shapeOf(
  key: string | number | undefined,
  params: Readonly<Record<string, unknown>>,
  given: unknown,
): Words | undefined {
  if (params.type === 'array' && typeof given === 'string') return w(`列表：[${given}]`, `a list: [${given}]`)
  const pattern = typeof params.pattern === 'string' ? params.pattern : ''
  if (pattern.includes('/')) return ownNames
  if (pattern.startsWith('^[a-z0-9]')) return ids
  const known = byPattern.find(([begins]) => pattern.startsWith(begins))
  if (known) return known[1]
  return typeof key === 'string' ? shapes[key] : undefined
}

const number = (zh: string, en: string, least: number, most: number) =>
  w(
    `${zh}：${least} 到 ${most} 的整数，或者 { setting: 设置的名称 }`,
    `${en}: a whole number from ${least} to ${most}, or { setting: … }`,
  )

/** What each kind of rhythm wants beside it. */
const rhythms: Readonly<Record<string, Words>> = {
  'per-day': number('times', 'times', 1, 24),
  'every-days': number('days', 'days', 2, 366),
  'on-change': number('within_hours（可以不写）', 'within_hours, if any', 1, 720),
  once: number('within_hours（可以不写）', 'within_hours, if any', 1, 8760),
  'by-colour': w('后面不写别的', 'nothing beside it'),
}

/** How a rhythm that cannot be read is written: which kinds there are, or what the kind that was written wants beside it. */
export function sayRhythm(given: unknown): Words {
  const kind = typeof given === 'object' && given !== null ? (given as Record<string, unknown>).kind : undefined
  const wants = typeof kind === 'string' && Object.hasOwn(rhythms, kind) ? rhythms[kind] : undefined
  if (wants)
    return w(
      `多久一次（how_often）写了 kind: ${String(kind)}，要写 ${wants.zh}`,
      `How often (how_often): kind ${String(kind)} wants ${wants.en}`,
    )
  const kinds = Object.keys(rhythms)
  return w(
    `多久一次（how_often）写成 { kind: every-days, days: 7 } 这样；kind 只能是 ${kinds.join('、')}（每天几次、几天一次、有情况才办、只办一次、按红黄绿）`,
    `How often (how_often) is written { kind: every-days, days: 7 }; kind is one of ${kinds.join(', ')}`,
  )
}
