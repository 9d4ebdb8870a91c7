import type { ProgressName } from '@wangdi/domain/plan/progress/progress.ts'
import { countReached, type Reached } from '@wangdi/domain/plan/progress/progress.rules.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import type { Row } from '../use-progress.ts'

const always: readonly Reached[] = ['all', 'most', 'much', 'short', 'behind']
const sometimes: readonly Reached[] = ['nothing', 'hidden', 'absent']

/** What the colours mean, and how many places have each. */
export function Legend({ tiles, name }: { tiles: readonly Row[]; name: ProgressName }) {
  const { t } = useTranslation('progress')
  const counts = countReached(tiles, name)
  return (
    <ul className="progress-legend">
      {[...always, ...sometimes.filter((one) => counts.has(one))].map((reached) => (
        <li key={reached}>
          <i className={`reached-${reached}`} aria-hidden>
            {reached === 'behind' ? '!' : ''}
          </i>
          <span>{t(`reach.${reached}`)}</span>
          <b>{formatNumber(counts.get(reached) ?? 0)}</b>
        </li>
      ))}
    </ul>
  )
}
