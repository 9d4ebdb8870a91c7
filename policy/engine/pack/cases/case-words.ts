import type { Facts, Words } from '../../../vocabulary.ts'
import { type FactBook, getFact, isFact, readFacts } from '../../facts.ts'
import { kindWords, type Packs } from '../../packs.ts'
import { wordsOf } from '../../when.ts'
import type { Case } from './case.ts'
import { w } from '../../../words.ts'

/** What a case can be wrong about. */
export const subjects = {
  phases: w('期限', 'phases'),
  alternatives: w('其他可选的期限', 'alternatives'),
  certain: w('依据是否确定', 'certain'),
  rule: w('规则', 'rule'),
  missing: w('还缺的事实', 'missing'),
  regime: w('主方案', 'regime'),
  tier: w('档次', 'tier'),
  choice: w('要不要人来选', 'choice'),
  finds: w('核出的问题', 'finds'),
  value: w('结果', 'value'),
  by: w('按哪部分得出', 'by'),
  measure: w('措施', 'measure'),
  limit: w('禁止的做法', 'limit'),
  right: w('居民的权利', 'right'),
  open: w('开着的功能', 'open function'),
} as const
type Subject = keyof typeof subjects

/** A value as a Chinese reader sees it; ids and the notation of phases stay as they are written in the case. */
function inChinese(value: unknown): string {
  if (value === null || value === undefined) return '无'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map(inChinese).join('、') || '无'
  return String(value)
}

/** Where an answer is another than the case wants; a case that says nothing of it wants nothing. */
export function differs(what: Subject, wanted: unknown, got: unknown): Words[] {
  if (wanted === undefined || JSON.stringify(wanted) === JSON.stringify(got)) return []
  const { zh, en } = subjects[what]
  return [
    w(
      `${zh}：应该是 ${inChinese(wanted)}，算出来是 ${inChinese(got)}`,
      `${en}: wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`,
    ),
  ]
}

/** What the case wants and the answer lacks. */
export const absent = (what: Subject, wanted: readonly string[] | undefined, got: readonly string[]): Words[] =>
  (wanted ?? [])
    .filter((each) => !got.includes(each))
    .map((each) => w(`${subjects[what].zh}里少了 ${each}`, `${subjects[what].en}: ${each} is not there`))

/** What the case forbids and the answer has. */
export const present = (what: Subject, unwanted: readonly string[] | undefined, got: readonly string[]): Words[] =>
  (unwanted ?? [])
    .filter((each) => got.includes(each))
    .map((each) => w(`${subjects[what].zh}里不该有 ${each}`, `${subjects[what].en}: ${each} should not be there`))

function question(asked: Case, packs: Packs): Words {
  const own = packs.brought
  if ('control' in asked) {
    const finds = asked.finds.join('、')
    return w(
      `核对管控 ${asked.control}：${finds || '没有问题'}`,
      `control ${asked.control}: ${asked.finds.join(', ') || 'nothing'}`,
    )
  }
  const gives = 'gives' in asked ? w(`：${asked.gives ?? '无'}`, `: ${asked.gives ?? 'nothing'}`) : w('', '')
  const about = (() => {
    if ('term' in asked) return w(`${kindWords(packs, asked.term).zh}的期限`, `term of ${asked.term}`)
    if ('grade' in asked) return w(isFact(asked.grade, own) ? getFact(asked.grade, own).words.zh : asked.grade, asked.grade)
    if ('setting' in asked) return w(asked.setting, asked.setting)
    return w('计划', 'plan')
  })()
  return w(about.zh + gives.zh, about.en + gives.en)
}

function factsInChinese(facts: Facts, own: FactBook): string[] {
  return Object.entries(facts).map(([name, value]) => {
    const known = isFact(name, own) ? getFact(name, own) : undefined
    return `${known?.words.zh ?? name} ${wordsOf(value, known).zh}`
  })
}

/** A case as one sentence: its own name as its author wrote it, the question, and the facts it stands on, those of packs in their words. */
export function sayCase(asked: Case, packs: Packs): Words {
  const facts = Object.entries(asked.facts ?? {}).map(([name, value]) => `${name} ${value}`)
  const known = factsInChinese(readFacts(asked.facts ?? {}, packs.brought).facts, packs.brought)
  const { zh, en } = question(asked, packs)
  const join = (parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' · ')
  return w(
    join([asked.name, `${asked.on} ${zh}`, known.length > 0 ? `条件：${known.join('，')}` : undefined]),
    join([asked.name, `${asked.on} ${en}`, facts.length > 0 ? `when ${facts.join(', ')}` : undefined]),
  )
}

/** What stands in a list of findings of a case that does not hold. */
export const sayFailed = (name: Words, differences: readonly Words[]): Words =>
  w(
    `例子不符：${name.zh}：${differences.map(({ zh }) => zh).join('；')}`,
    `${name.en}: ${differences.map(({ en }) => en).join('; ')}`,
  )
