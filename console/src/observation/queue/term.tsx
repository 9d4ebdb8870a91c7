import type { DatedPhase } from '@wangdi/domain/observation/observation.ts'
import { addDays, daysBetween } from '@wangdi/domain/day.ts'
import { formatDay } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'

/** Phases in a line of words: 居家隔离 7 天，再居家健康监测 3 天. */
export function usePhases(): (phases: readonly DatedPhase[], countsFrom: string) => string {
  const { t } = useTranslation('queue')
  return (phases, countsFrom) =>
    phases
      .map(({ where, from, until }, nth) => {
        const days = nth === 0 ? daysBetween(countsFrom, until) : daysBetween(from, until) + 1
        return t('whereDays', { where: t(`where.${where}`), count: days, days })
      })
      .join(t('andThen'))
}

const most = 22

/** The days of a term one beside the other: day 0, the days of tests, the last day; a long one is told by its ends. */
export function DayStrip({ phases, countsFrom, today }: { phases: readonly DatedPhase[]; countsFrom: string; today: string }) {
  const last = phases.at(-1)?.until
  if (last === undefined) return null
  const count = daysBetween(countsFrom, last)
  if (count > most) return null
  const tests = new Set(phases.flatMap((phase) => phase.tests))
  return (
    <ol className="queue-days" aria-hidden="true">
      {Array.from({ length: count + 1 }, (_, nth) => {
        const day = addDays(countsFrom, nth)
        const kind = nth === 0 ? 'zero' : day === last ? 'last' : ''
        return (
          <li key={day} className={`${kind} ${tests.has(day) ? 'test' : ''} ${day === today ? 'today' : ''}`}>
            <b>{formatDay(day, today).slice(-2)}</b>
            {nth}
          </li>
        )
      })}
    </ol>
  )
}
