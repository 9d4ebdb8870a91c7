import { addDays } from '../day.ts'
import type { Case } from './cases/case.ts'
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
