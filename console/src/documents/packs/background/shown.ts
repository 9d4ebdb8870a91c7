import type { Finding } from '@wangdi/policy/engine/answer.ts'
import type { CheckedDraft } from '@wangdi/policy/engine/library/draft.ts'
import { differenceOf } from '../line-difference.ts'
import type { ShownCheck, ShownDifference } from './questions.ts'

/** So many entries of a list are shown; who mends these sees the next ones. Ours. */
const mostShown = 300

/** The first of each list of a check, the cases that differ before the others, with how many there are. */
export function shownOf({ findings, beyond, english, advice, cases }: Omit<CheckedDraft, 'pack' | 'lineOf'>): ShownCheck {
  const failed = cases.filter(({ differences }) => differences.length > 0)
  const passed = cases.filter(({ differences }) => differences.length === 0)
  const first = <T>(all: readonly T[]): readonly T[] => all.slice(0, mostShown)
  return {
    ...{ findings: first(findings), beyond: first(beyond), english: first(english), advice: first(advice) },
    cases: first([...failed, ...passed]),
    totals: {
      ...{ findings: findings.length, beyond: beyond.length, english: english.length, advice: advice.length },
      ...{ cases: cases.length, failed: failed.length },
    },
  }
}

/** The first lines in which two texts differ, with how many there are more and less. */
export function shownDifference(before: string, after: string): ShownDifference {
  const lines = differenceOf(before, after)
  const count = (kind: string) => lines.filter((line) => line.kind === kind).length
  return { more: count('more'), less: count('less'), lines: lines.slice(0, mostShown) }
}

/** What the server says of a draft that it has, which is one list, as it is shown. */
export function shownOfServer(all: readonly Finding[], ran: number): ShownCheck {
  const named = (...codes: string[]) => all.filter(({ code }) => codes.includes(code))
  const [beyond, english] = [named('local.restricts-more'), named('english.missing')]
  const advice = named('case.missing', 'case.edge-missing')
  const aside = new Set([...beyond, ...english, ...advice])
  const shown = shownOf({ findings: all.filter((each) => !aside.has(each)), beyond, english, advice, cases: [] })
  const failed = named('case.failed').length
  return { ...shown, totals: { ...shown.totals, cases: ran, failed } }
}
