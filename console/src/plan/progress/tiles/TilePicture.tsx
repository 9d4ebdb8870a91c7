import './tiles.css'
import type { ProgressName } from '@wangdi/domain/plan/progress/progress.ts'
import { figureOf } from '@wangdi/domain/plan/progress/progress.rules.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { formatShare } from '@wangdi/ui/words/format.ts'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useRove } from '../../../places/picture/cells/use-rove.ts'
import { type Progress, type Row, useFigureWords } from '../use-progress.ts'
import { ProvinceMap } from './ProvinceMap.tsx'
import { Tile } from './Tile.tsx'
import type { TileParts } from './tile-parts.ts'
import { useColumns } from '../../../places/picture/cells/use-columns.ts'

/**
 * The places of a board as tiles painted by one figure: provinces where they lie, communities by street and counties by city, else one
 * beside the other with their names. One grid for the keyboard: Tab comes in once, arrows move, Enter opens.
 */
export function TilePicture({ board, name, onOpen }: { board: Progress; name: ProgressName; onOpen: (place: string) => void }) {
  const { t } = useTranslation('progress')
  const grid = useRef<HTMLDivElement>(null)
  const { isStop, setLast, onKeyDown } = useRove(grid, board.tiles[0]?.place)
  const codes = new Set(board.tiles.map(({ place }) => place))
  const open = (place: string) => {
    setLast(place)
    onOpen(place)
  }
  const parts = { board, name, onOpen: open, isStop: (place: string) => isStop(place, codes) }
  const digits = board.tiles[0]?.place.length ?? 0
  const label = t(`tiles.${digits === 12 ? 'community' : digits === 6 ? 'county' : 'province'}`)
  return (
    <div ref={grid} onKeyDown={onKeyDown} role="grid" aria-label={label} className="progress-tiles">
      {digits === 2 ? <ProvinceMap {...parts} /> : board.groups.length > 0 ? <Groups {...parts} /> : <Named {...parts} />}
    </div>
  )
}

/** How many tiles stand beside one another in a group. */
const acrossGroup = 7

const inRows = <T,>(all: readonly T[], across: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / across) }, (_, row) => all.slice(row * across, (row + 1) * across))

/** Streets or cities, each with its communities or counties as small tiles; one is a frame of its own. */
function Groups({ board, name, onOpen, isStop }: TileParts) {
  const { t } = useTranslation('progress')
  const words = useFigureWords(board.least)
  const groups = board.groups.map((group) => ({
    group,
    rows: inRows(
      board.tiles.filter(({ place }) => place.startsWith(group.place)),
      acrossGroup,
    ),
  }))
  const rowsBefore = (nth: number) => groups.slice(0, nth).reduce((sum, { rows }) => sum + rows.length + 1, 0)
  return (
    <div className="progress-groups">
      {groups.map(({ group, rows }, nth) => {
        const figure = figureOf(group, name)
        return (
          <div className="progress-group" role="rowgroup" key={group.place} aria-label={shortName(group.name)}>
            <div role="row" className="progress-head">
              <button
                type="button"
                role="gridcell"
                className="name"
                tabIndex={-1}
                data-cell={group.place}
                data-row={rowsBefore(nth)}
                data-column={0}
                onClick={() => onOpen(group.place)}
              >
                <b>{shortName(group.name)}</b> <span>{shareOrDash(figure)}</span>
              </button>
            </div>
            {rows.map((row, index) => (
              <div role="row" className="tiles" key={row[0]?.place}>
                {row.map((tile, column) => (
                  <Tile
                    key={tile.place}
                    {...{ tile, name, board, onOpen, column }}
                    group={shortName(group.name)}
                    row={rowsBefore(nth) + 1 + index}
                    stop={isStop(tile.place)}
                  />
                ))}
              </div>
            ))}
            <small aria-hidden>{leftText(figure, t('tiles.left', { left: figure ? words.left(figure) : '' }))}</small>
          </div>
        )
      })}
    </div>
  )
}

const shareOrDash = (figure: Row['figures'][number] | undefined) =>
  figure && figure.done !== null && figure.due !== null ? formatShare(figure.done, figure.due) : '—'
const leftText = (figure: Row['figures'][number] | undefined, text: string) =>
  figure && figure.due !== null && figure.done !== null && figure.due > figure.done ? text : ' '

/** Tiles with their names, for few places. */
function Named({ board, name, onOpen, isStop }: TileParts) {
  const box = useRef<HTMLDivElement>(null)
  const across = useColumns(box, 108)
  return (
    <div ref={box} className="progress-named">
      {inRows(board.tiles, across).map((row, index) => (
        <div role="row" key={row[0]?.place} style={{ gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))` }}>
          {row.map((tile, column) => (
            <Tile key={tile.place} {...{ tile, name, board, onOpen, column }} row={index} stop={isStop(tile.place)} named />
          ))}
        </div>
      ))}
    </div>
  )
}
