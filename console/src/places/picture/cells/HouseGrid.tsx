import { partText } from '@wangdi/domain/places/door-plate.ts'
import type { readVillage } from '@wangdi/domain/plan/building-view.api.ts'
import type { DoorCell, ObservedDoor } from '@wangdi/domain/plan/building-view.ts'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { rowsSaid } from '../../../lists/Counted.tsx'
import { type Filter, isShown, shownState } from '../cell-states.ts'
import { Room } from './Room.tsx'
import { useColumns } from './use-columns.ts'
import { useRove } from './use-rove.ts'

const inRows = (cells: readonly DoorCell[], columns: number): DoorCell[][] =>
  Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) => cells.slice(row * columns, (row + 1) * columns))

/** Groups × households, one grid for the keyboard over all groups. */
export function HouseGrid({
  picture,
  observed,
  filter,
  selected,
  nameOf,
  onOpen,
}: {
  picture: Static<typeof readVillage.reply>
  observed: ReadonlyMap<string, ObservedDoor>
  filter: Filter
  selected: string | undefined
  nameOf: (group: string) => string
  onOpen: (dwelling: string) => void
}) {
  const { t } = useTranslation('picture')
  const grid = useRef<HTMLDivElement>(null)
  const columns = useColumns(grid, 68)
  const ids = new Set(picture.cells.map((cell) => cell.dwelling))
  const { isStop, setLast, onKeyDown } = useRove(grid, selected ?? picture.cells[0]?.dwelling)
  const estateOf = (id: string | null) => picture.estates.find((estate) => estate.id === id)?.name
  const blocks = picture.groups.map((group) => ({
    group,
    rows: inRows(
      picture.cells.filter((cell) => cell.estate === group.estate && (cell.group ?? '') === group.group),
      columns,
    ),
  }))
  const rowsBefore = (block: number) => blocks.slice(0, block).reduce((sum, { rows }) => sum + rows.length, 0)
  return (
    <div
      ref={grid}
      onKeyDown={onKeyDown}
      role="grid"
      aria-label={t('village.label')}
      {...rowsSaid('doors', picture.cells.filter((cell) => isShown(filter, cell, shownState(cell, observed))).length)}
    >
      {blocks.map(({ group, rows }, block) => (
        <div className="village-group" key={`${group.estate}/${group.group}`} role="rowgroup">
          <div role="row" className="village-head">
            <b role="rowheader">{partText({ estate: estateOf(group.estate) ?? null, group: nameOf(group.group) })}</b>
            {picture.round && (
              <span role="gridcell" className="count">
                {group.done}/{group.due}
              </span>
            )}
          </div>
          {rows.map((cells, index) => (
            <div
              role="row"
              className="village-row"
              key={cells[0]?.dwelling}
              style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
            >
              {cells.map((cell, column) => {
                const state = shownState(cell, observed)
                return (
                  <Room
                    key={cell.dwelling}
                    cell={cell}
                    state={state}
                    observed={observed.get(cell.dwelling)}
                    name={cell.house ?? cell.room ?? '—'}
                    row={rowsBefore(block) + index}
                    column={column}
                    faded={!isShown(filter, cell, state)}
                    selected={cell.dwelling === selected}
                    stop={isStop(cell.dwelling, ids)}
                    onOpen={(dwelling) => {
                      setLast(dwelling)
                      onOpen(dwelling)
                    }}
                  />
                )
              })}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
