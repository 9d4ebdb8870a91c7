import { shanghaiInstant } from '../day.ts'
import type { Problem } from '../problem.ts'
import type { Day, Instant } from '../schema.ts'
import {
  type Figures,
  type AnyLine,
  figuresAre,
  type LineState,
  type OpenPoint,
  type OwnLine,
  type ReportLine,
  reportColumns,
} from './daily-report.ts'
import { problems } from './reports.problems.ts'

/** What a named person said of a line today. */
export interface SaidOfLine {
  readonly zero: 'zero' | 'not-reported' | 'counted' | null
  /** The count that was said of a line which a person counts. */
  readonly count?: number
  readonly explanation: string
  readonly by: string
  readonly at: Instant
}

/**
 * A line from its figures and what was said. A people line without a new record today is open until somebody says zero or
 * not finished; records that come after a zero was said overrule it (日报告、零报告: a zero is said, an absence stays absent).
 */
export function lineOf(
  name: AnyLine,
  figures: Figures | null,
  said: SaidOfLine | undefined,
  dayBefore: Figures | null,
  own?: OwnLine,
): ReportLine {
  const line = { name, ...(own && { own }) }
  const of = figuresAre(line)
  const held = { people: 2, work: 1, asked: 2, told: 0 }[of]
  const [now, before] = [figures?.[held] ?? null, dayBefore?.[held] ?? null]
  return {
    ...line,
    state: stateOf(of, figures, said),
    figures:
      figures === null || (said?.zero === 'not-reported' && stateOf(of, figures, said) === 'not-reported')
        ? [null, null, null, null]
        : figures,
    change: now === null || before === null ? null : now - before,
    explanation: said?.explanation ?? '',
    said_by: said?.by ?? '',
    said_at: said?.at ?? null,
  }
}

function stateOf(of: OwnLine['of'], figures: Figures | null, said: SaidOfLine | undefined): LineState {
  if (figures === null) return 'not-applicable'
  if (of === 'told') return said?.zero ?? 'open'
  if (of === 'work' || figures[0] !== 0) return 'counted'
  return said?.zero === 'counted' ? 'open' : (said?.zero ?? 'open')
}

/** What is still open: zeros to be said, work left undone to be explained. */
export function openPointsOf(lines: readonly ReportLine[]): OpenPoint[] {
  return lines.flatMap((line): OpenPoint[] => {
    if (line.state === 'open') return [{ line: line.name, why: 'say-zero' }]
    const unfinished = figuresAre(line) === 'work' && line.state === 'counted' && (line.figures[2] ?? 0) > 0
    return unfinished && line.explanation === '' ? [{ line: line.name, why: 'explain' }] : []
  })
}

/** Why a report may not be confirmed; nothing when it may. */
export function whyNotConfirm(lines: readonly ReportLine[], day: Day, today: Day): Problem | undefined {
  if (day > today) return problems.future({})
  const open = openPointsOf(lines)
  return open.length > 0 ? problems.open({ points: open.length }) : undefined
}

/** Minutes by which a moment is after a day's deadline HH:MM (Asia/Shanghai); 0 when in time. */
export function lateMinutes(day: Day, deadline: string, at: Instant): number {
  return Math.max(0, Math.floor((Date.parse(at) - Date.parse(shanghaiInstant(day, deadline))) / 60_000))
}

/** Lines whose live figures now differ from the frozen ones: late entries, shown beside, never put in (R-2020A-25). */
export function differencesOf(
  frozen: readonly ReportLine[],
  live: readonly ReportLine[],
): { line: AnyLine; frozen: Figures; live: Figures }[] {
  const now = new Map(live.map((line) => [line.name, line.figures]))
  return frozen.flatMap((line) => {
    const figures = now.get(line.name)
    // What was left out on purpose does not differ by being counted later.
    if (!figures || line.state === 'not-reported' || line.state === 'not-applicable') return []
    return figures.some((value, at) => value !== null && value !== line.figures[at])
      ? [{ line: line.name, frozen: line.figures, live: figures }]
      : []
  })
}

/** The first figure of a line that is not as it was frozen, with the column it stands in; undefined where none differs. */
export function firstDifference(difference: { line: AnyLine; frozen: Figures; live: Figures }, own?: OwnLine) {
  const nth = difference.frozen.findIndex((value, at) => value !== difference.live[at])
  if (nth < 0) return undefined
  const column = reportColumns[figuresAre({ name: difference.line, ...(own && { own }) })][nth]
  return { column, frozen: difference.frozen[nth] ?? null, live: difference.live[nth] ?? null }
}

/** Whether all reports that a place waits for have come; where none is expected nothing has. */
export const isFull = ({ received, expected }: { received: number; expected: number }): boolean =>
  expected > 0 && received >= expected

/** The figures of a line that a person counts: what was said, and none while nothing was. */
export const figuresTold = (said: Pick<SaidOfLine, 'zero' | 'count'> | undefined): Figures => [
  said?.zero === 'counted' ? (said.count ?? null) : said?.zero === 'zero' ? 0 : null,
  null,
  null,
  null,
]

/** Why this may not be said of a line; nothing when it may: a count is said of lines that a person counts, and only of those. */
export function whyNotSay(line: ReportLine | undefined, said: { zero: string; count?: number | undefined }): Problem | undefined {
  const isTold = line?.own?.of === 'told'
  if ((said.zero === 'counted') !== (said.count !== undefined) || (said.zero === 'counted' && !isTold))
    return problems.notCounted({})
  if (said.zero === 'take-back' || isTold) return undefined
  return !line || line.state === 'counted' || line.state === 'not-applicable' ? problems.notOpenLine({}) : undefined
}
