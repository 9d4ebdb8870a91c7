import type { readBuilding } from '@wangdi/domain/plan/building-view.api.ts'
import type { DoorCell, ObservedDoor } from '@wangdi/domain/plan/building-view.ts'
import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { rowsSaid } from '../../../lists/Counted.tsx'
import { type Filter, isShown, shownState } from '../cell-states.ts'
import { inPages, layOut, roomAt, type UnitPlan } from './floors.ts'
import { Room } from './Room.tsx'
import { useNarrow } from './use-narrow.ts'
import { useRove } from './use-rove.ts'

export type Building = Static<typeof readBuilding.reply>

/** Units × floors, one grid for the keyboard; many floors scroll under their heads, many units come in pages. */
export function RoomGrid({
  picture,
  observed,
  filter,
  selected,
  onOpen,
}: {
  picture: Building
  observed: ReadonlyMap<string, ObservedDoor>
  filter: Filter
  selected: string | undefined
  onOpen: (dwelling: string) => void
}) {
  const { t } = useTranslation('picture')
  const narrow = useNarrow()
  const grid = useRef<HTMLDivElement>(null)
  const [page, setPage] = useState(0)
  const { floors, units } = useMemo(() => layOut(picture.cells), [picture.cells])
  const pages = inPages(units, narrow ? { units: 2, columns: 6 } : { units: 8, columns: 20 })
  const shown = pages[Math.min(page, pages.length - 1)] ?? []
  const ids = new Set(shown.flatMap((unit) => [...unit.at.values()].map((cell) => cell.dwelling)))
  const first = floors
    .flatMap((floor) => shown.flatMap((unit) => unit.columns.map((column) => roomAt(unit, floor, column))))
    .find(Boolean)?.dwelling
  const { isStop, setLast, onKeyDown } = useRove(grid, selected && ids.has(selected) ? selected : first)
  const columns = `24px ${shown.map((unit) => `minmax(${unit.columns.length * 38}px, ${unit.columns.length}fr)`).join(' ')}`
  const countOf = (unit: UnitPlan) => picture.units.find((one) => one.unit === unit.unit)
  const starts = shown.map((_, at) => shown.slice(0, at).reduce((sum, unit) => sum + unit.columns.length, 0))
  const room = (cell: DoorCell | undefined, row: number, column: number, key: string) => {
    if (!cell) return <span key={key} className="room-none" />
    const state = shownState(cell, observed)
    return (
      <Room
        key={key}
        cell={cell}
        state={state}
        observed={observed.get(cell.dwelling)}
        name={cell.room ?? '—'}
        row={row}
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
  }
  return (
    <>
      <div
        className={floors.length > 30 ? 'rooms tall' : 'rooms'}
        ref={grid}
        onKeyDown={onKeyDown}
        role="grid"
        aria-label={t('gridLabel')}
        {...rowsSaid('doors', picture.cells.filter((cell) => isShown(filter, cell, shownState(cell, observed))).length)}
      >
        <div className="rooms-row heads" role="row" style={{ gridTemplateColumns: columns }}>
          <span />
          {shown.map((unit) => (
            <div key={unit.unit ?? ''} className="rooms-unit" role="columnheader">
              {unitName(unit.unit, t)}
              {picture.round && (
                <span className="count">
                  {countOf(unit)?.done}/{countOf(unit)?.due}
                </span>
              )}
            </div>
          ))}
        </div>
        {floors.map((floor, row) => (
          <div key={floor ?? 'none'} className="rooms-row" role="row" style={{ gridTemplateColumns: columns }}>
            <span className="rooms-floor" role="rowheader">
              {floor === null ? '—' : t('floor', { floor })}
            </span>
            {shown.map((unit, at) => (
              <div
                key={unit.unit ?? ''}
                className="rooms-of-unit"
                style={{ gridTemplateColumns: `repeat(${unit.columns.length}, minmax(34px, 1fr))` }}
              >
                {unit.columns.map((column, index) =>
                  room(roomAt(unit, floor, column), row, (starts[at] ?? 0) + index, `${unit.unit}/${column}`),
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      {pages.length > 1 && (
        <div className="rooms-pages">
          <Button size="small" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t('unitsBefore')}
          </Button>
          <span role="status">
            {t('unitsShown', {
              from: unitName(shown[0]?.unit ?? null, t),
              to: unitName(shown.at(-1)?.unit ?? null, t),
              all: units.length,
            })}
          </span>
          <Button size="small" disabled={page >= pages.length - 1} onClick={() => setPage(page + 1)}>
            {t('unitsNext')}
          </Button>
        </div>
      )}
    </>
  )
}

/** A bare number gets its 单元; what is written out stays. */
const unitName = (unit: string | null, t: TFunction<'picture'>) =>
  unit === null ? t('noUnit') : /^[\dA-Za-z]+$/.test(unit) ? t('unit', { unit }) : unit
