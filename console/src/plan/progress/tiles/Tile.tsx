import type { ProgressName } from '@wangdi/domain/plan/progress/progress.ts'
import { figureOf, reachedOf } from '@wangdi/domain/plan/progress/progress.rules.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { formatShare, formatTime } from '@wangdi/ui/words/format.ts'
import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Progress, type Row, useFigureWords } from '../use-progress.ts'

const freshMs = 2 * 60 * 60_000

/** Whether a figure is older than it should be: of yesterday, or counted more than two hours ago. */
export const isOld = ({ at, day }: Pick<Row, 'at' | 'day'>, board: Pick<Progress, 'day' | 'at'>): boolean =>
  at !== null && (day !== board.day || Date.parse(board.at) - Date.parse(at) > freshMs)

/** One place: painted by how far a figure is, with its sign and word; read out it says place, share, what is left and how old it is. */
export function Tile({
  tile,
  name,
  board,
  group,
  row,
  column,
  stop,
  named = false,
  inMap = false,
  called,
  calledAs,
  style,
  onOpen,
}: {
  tile: Row
  name: ProgressName
  board: Pick<Progress, 'day' | 'at' | 'least'>
  /** What it lies in, where that is said above the tile. */
  group?: string
  row: number
  column: number
  stop: boolean
  /** With its name and share in it; else a square. */
  named?: boolean
  /** On the tile map: percent without its sign, which stands above. */
  inMap?: boolean
  /** Another name than the place's own, and how it is drawn. */
  called?: string
  calledAs?: ReactNode
  style?: CSSProperties
  onOpen: (place: string) => void
}) {
  const { t } = useTranslation('progress')
  const words = useFigureWords(board.least)
  const figure = figureOf(tile, name)
  const reached = reachedOf(tile, name)
  const old = figure !== undefined && isOld(tile, board)
  const own = called ?? shortName(tile.name)
  const response =
    tile.in_response === 0
      ? undefined
      : tile.place.length >= 6
        ? t('tiles.response.county')
        : t('tiles.response.above', { count: tile.in_response })
  const left = figure && figure.due !== null && figure.due > 0 ? t('tiles.left', { left: words.left(figure) }) : undefined
  const rest = [
    left,
    tile.counted > 0 ? words.age(tile, board.day) : undefined,
    tile.place.length < 12 ? response : undefined,
  ].filter(Boolean)
  const standing = reached === 'nothing' ? t('nothing') : words.standing(figure)
  const said = [[group, own].filter(Boolean).join(' '), standing, ...rest].join(t('sep'))
  const mark = reached === 'behind' && <i aria-hidden>!</i>
  const share = figure && figure.done !== null && figure.due ? formatShare(figure.done, figure.due) : undefined
  return (
    <button
      type="button"
      role="gridcell"
      className={`progress-tile reached-${reached}${named ? ' named' : ''}${old ? ' old' : ''}`}
      tabIndex={stop ? 0 : -1}
      data-cell={tile.place}
      data-row={row}
      data-column={column}
      aria-label={named ? undefined : said}
      title={said}
      style={style}
      onClick={() => onOpen(tile.place)}
    >
      {named ? (
        <>
          <span className="of">
            <span>{calledAs ?? own}</span>
            {!inMap && mark}
          </span>{' '}
          {share === undefined ? (
            <span className="word">{standing}</span>
          ) : (
            <span className="share" aria-hidden>
              {inMap ? share.replace('%', '') : share}
              {inMap && mark}
            </span>
          )}
          <span className="only-read">
            {share}
            {rest.map((one) => t('sep') + one).join('')}
          </span>
          <span className="small" aria-hidden>
            {old ? (
              <Age tile={tile} today={board.day} />
            ) : tile.in_response > 0 && tile.place.length < 6 ? (
              t('tiles.response.short', { count: tile.in_response })
            ) : (
              response
            )}
          </span>
        </>
      ) : (
        <span aria-hidden>{reached === 'behind' ? '!' : ''}</span>
      )}
    </button>
  )
}

/** Of which hour, and of yesterday, a figure is that is older than it should be; the hour of yesterday where there is room. */
function Age({ tile, today }: { tile: Row; today: string }) {
  const { t } = useTranslation('progress')
  if (tile.at === null) return null
  if (tile.day === today) return formatTime(tile.at)
  return (
    <>
      {t('yesterday')} <span className="hour">{formatTime(tile.at)}</span>
    </>
  )
}
