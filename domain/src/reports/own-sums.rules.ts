import type { AnyLine, Figures, OwnLine, ReportLine } from './daily-report.ts'

type Four = [number, number, number, number]

/**
 * What reports say of a line that a notice brings, added up so that a later version of a report can be taken out again: the figures
 * that are known, how many reports know each not, how many said the line and how many left it out.
 */
export interface OwnTally {
  readonly line: AnyLine
  readonly own: OwnLine
  readonly figures: Four
  readonly unknown: Four
  readonly told: number
  readonly left_out: number
}

/** A sum of a line that a notice brings over the reports of several communities. */
export interface OwnSum {
  readonly line: AnyLine
  readonly own: OwnLine
  readonly figures: Figures
  /** Reports in which the line was not finished or not asked. */
  readonly left_out: number
}

const four = (value: (nth: number) => number): Four => [value(0), value(1), value(2), value(3)]

/** The lines of notices in one report, as they are added up. */
export const tallyOf = (lines: readonly ReportLine[]): OwnTally[] =>
  lines.flatMap(({ name, own, state, figures }): OwnTally[] => {
    if (!own) return []
    const told = state === 'counted' || state === 'zero'
    return [
      {
        ...{ line: name, own, told: told ? 1 : 0, left_out: told ? 0 : 1 },
        figures: four((nth) => (told ? (figures[nth] ?? 0) : 0)),
        unknown: four((nth) => (told && figures[nth] === null ? 1 : 0)),
      },
    ]
  })

/** What others say less: a version of a report that another one replaces. */
export const lessOf = (tallies: readonly OwnTally[]): OwnTally[] =>
  tallies.map(({ figures, unknown, told, left_out, ...line }) => ({
    ...{ ...line, told: -told, left_out: -left_out },
    figures: four((nth) => -figures[nth as 0]),
    unknown: four((nth) => -unknown[nth as 0]),
  }))

/** Several tallies as one, each line once, under the words of the last; a line that no report has any more is gone. */
export function tallyTogether(all: readonly OwnTally[]): OwnTally[] {
  const byLine = new Map<AnyLine, OwnTally>()
  for (const one of all) {
    const before = byLine.get(one.line)
    byLine.set(one.line, {
      ...{ line: one.line, own: one.told + one.left_out < 0 && before ? before.own : one.own },
      figures: four((nth) => one.figures[nth as 0] + (before?.figures[nth as 0] ?? 0)),
      unknown: four((nth) => one.unknown[nth as 0] + (before?.unknown[nth as 0] ?? 0)),
      ...{ told: one.told + (before?.told ?? 0), left_out: one.left_out + (before?.left_out ?? 0) },
    })
  }
  return [...byLine.values()].filter(({ told, left_out }) => told + left_out > 0)
}

/** The sums that tallies come to: over nothing, or over something unknown, a sum is unknown, never zero. */
export const sumsOf = (tallies: readonly OwnTally[]): OwnSum[] =>
  tallies.map(({ line, own, figures, unknown, told, left_out }) => {
    const sum = (nth: 0 | 1 | 2 | 3) => (told === 0 || unknown[nth] > 0 ? null : figures[nth])
    return { line, own, figures: [sum(0), sum(1), sum(2), sum(3)], left_out }
  })
