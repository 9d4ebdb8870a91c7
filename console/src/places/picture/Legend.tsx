import type { DoorCell, ObservedDoor } from '@wangdi/domain/plan/building-view.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { cellLooks, type Filter, legend, type Own, shownState } from './cell-states.ts'
import { grouped } from '../../lists/grouped.ts'

const always: readonly string[] = ['done', 'not-reached', 'outside']

/** The filter that is also the legend: each state with its drawing, its words and how many doors stand so. */
export function Legend({
  cells,
  observed,
  filter,
  inRound,
  onFilter,
}: {
  cells: readonly DoorCell[]
  observed: ReadonlyMap<string, ObservedDoor>
  filter: Filter
  inRound: boolean
  onFilter: (filter: Filter) => void
}) {
  const { t } = useTranslation('picture')
  const counts = grouped(cells, (cell) => shownState(cell, observed))
  const shown = legend
    .map((state) => ({ state, count: counts.get(state)?.length ?? 0 }))
    .filter(({ state, count }) => count > 0 || (inRound && always.includes(state)))
  const chip = (value: Exclude<Filter, Own>, count: number, content: React.ReactNode) => (
    <button
      key={value}
      type="button"
      className="list-chip"
      aria-pressed={filter === value}
      onClick={() => onFilter(filter === value ? 'all' : value)}
      data-figure={count}
      data-opens="doors"
    >
      {content}
      <b>{formatNumber(count)}</b>
    </button>
  )
  return (
    <div className="list-filters legend" role="group" aria-label={t('filter')}>
      {chip('all', cells.length, t('all'))}
      {shown.map(({ state, count }) =>
        chip(
          state,
          count,
          <>
            <span className={`legend-icon ${cellLooks[state].look}`}>
              <Icon of={cellLooks[state].icon} size={15} />
            </span>
            {t(`state.${state}`)}
          </>,
        ),
      )}
      <i className="legend-parting" />
      {chip(
        'key',
        cells.filter((cell) => cell.key).length,
        <>
          <span className="room-key still">{t('keyMark')}</span>
          {t('keyGroups')}
        </>,
      )}
      <span className="legend-note small">
        {[observed.size > 0 && t('dayOfDays'), inRound && t('doneOfDue'), inRound && t('vacantOutside')]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  )
}
