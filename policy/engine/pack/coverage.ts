import type { Finding } from '../answer.ts'
import { addDays } from '../day.ts'
import type { Case } from './cases/case.ts'
import { type LineOf, lineOfRule } from './located.ts'
import type { Pack } from './schema.ts'

interface Dated {
  from?: string
  until?: string
}

/** The first and last days of a rule and the days beside them, where an answer may change. */
const edgesOf = ({ from, until }: Dated) => [
  ...(from ? [addDays(from, -1), from] : []),
  ...(until ? [until, addDays(until, 1)] : []),
]

/** Dates of rules on whose two sides no case stands, as `rule 2022-06-28`. */
export function edgesWithoutCase(pack: Pack, cases: readonly Case[]): string[] {
  const open = (dated: Dated & { id: string }, asked: (each: Case) => boolean) => {
    const days = new Set(cases.filter(asked).map((each) => each.on))
    return edgesOf(dated)
      .filter((day) => !days.has(day))
      .map((day) => `${dated.id} ${day}`)
  }
  return [
    ...(pack.is === 'regime' || pack.is === 'adds' || pack.is === 'law'
      ? open(pack, (each) => 'plan' in each || 'has' in each || 'lacks' in each)
      : []),
    ...(pack.terms ?? []).flatMap((rule) =>
      open(rule, (each) => 'term' in each && (rule.kinds.includes('everybody') || rule.kinds.some((kind) => kind === each.term))),
    ),
    ...(pack.settings ?? []).flatMap((rule) => open(rule, (each) => 'setting' in each && each.setting === rule.name)),
    ...(pack.gradings ?? []).flatMap((grading) =>
      grading.grades.flatMap((grade) => open(grade, (each) => 'grade' in each && each.grade === grading.id)),
    ),
  ]
}

/** How many of a sort are each told at their own line; of more the first few stand in one sentence. */
const mostTold = 5
const namedOfMany = 3

const some = (all: readonly string[], between: string) => all.slice(0, namedOfMany).join(between)

/** Rules that no case reaches, each at its line; where they are many, one sentence with their number and the first of them, at its line. */
export function sayUnreached(of: { file: string; pack: Pack; lineOf?: LineOf | undefined }, rules: readonly string[]): Finding[] {
  const about = (rule: string) => ({ file: of.file, rule, code: 'case.missing', ...lineOfRule(of, rule) })
  const [first] = rules
  if (first === undefined || rules.length <= mostTold)
    return rules.map((rule) => ({ ...about(rule), text: { zh: `${rule} 没有例子`, en: `no case reaches ${rule}` } }))
  const text = {
    zh: `有 ${rules.length} 条规则没有例子：${some(rules, '、')} 等`,
    en: `no case reaches ${some(rules, ', ')} and others, ${rules.length} in all`,
  }
  return [{ ...about(first), text }]
}

/** Dates of rules on whose two sides no case stands, as `edgesWithoutCase` says them; where they are many, in one sentence. */
export function sayEdges(file: string, edges: readonly string[]): Finding[] {
  const finding = (zh: string, en: string): Finding => ({ file, code: 'case.edge-missing', text: { zh, en } })
  if (edges.length <= mostTold) return edges.map((edge) => finding(`这一天没有例子：${edge}`, `no case on this day: ${edge}`))
  return [
    finding(
      `有 ${edges.length} 个起止日期没有例子：${some(edges, '、')} 等`,
      `no case on ${edges.length} days on which rules begin or end: ${some(edges, ', ')} and others`,
    ),
  ]
}
