import type { DoorCell, ObservedDoor } from '@wangdi/domain/plan/building-view.ts'
import type { CellState } from '@wangdi/domain/plan/building-view.rules.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { useTranslation } from 'react-i18next'
import { cellLooks } from '../cell-states.ts'

/** One door of a picture: number, icon and a state of two characters; 重 stands beside the state, never instead of it. */
export function Room({
  cell,
  state,
  observed,
  name,
  row,
  column,
  faded,
  selected,
  stop,
  onOpen,
}: {
  cell: DoorCell
  state: CellState
  observed: ObservedDoor | undefined
  name: string
  row: number
  column: number
  faded: boolean
  selected: boolean
  stop: boolean
  onOpen: (dwelling: string) => void
}) {
  const { t } = useTranslation('picture')
  const { icon, look } = cellLooks[state]
  const day = observed && observed.of !== null ? `${observed.day}/${observed.of}` : undefined
  const short = day ?? (state === 'no-round' ? t('short.people', { count: cell.people }) : t(`short.${state}`))
  const front = cell.door.endsWith(name) ? cell.door.slice(0, -name.length) : cell.door
  return (
    <button
      type="button"
      className={`room ${look}${faded ? ' faded' : ''}${selected ? ' selected' : ''}`}
      role="gridcell"
      aria-selected={selected}
      tabIndex={stop ? 0 : -1}
      data-cell={cell.dwelling}
      data-row={row}
      data-column={column}
      onClick={() => onOpen(cell.dwelling)}
    >
      <span className="room-name">
        <span className="only-read">{front}</span>
        {name}
      </span>
      {cell.key && (
        <span className="room-key" title={t('keyGroups')}>
          {t('keyMark')}
        </span>
      )}
      <span className="room-state">
        <Icon of={icon} size={12} />
        {short}
        {day && <span className="only-read">{t('state.observed')}</span>}
      </span>
    </button>
  )
}
