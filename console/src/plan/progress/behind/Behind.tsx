import type { ProgressName } from '@wangdi/domain/plan/progress/progress.ts'
import { behindIn, figureOf, leftOf } from '@wangdi/domain/plan/progress/progress.rules.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Progress, type Row, useFigureWords, useUnitOf } from '../use-progress.ts'
import { Counted, type OpenedList } from '../../../lists/Counted.tsx'
import { Call } from './Call.tsx'
import { useAnswering } from './use-answering.ts'
import { useReasons } from './use-reasons.ts'
import { useWay } from './use-way.ts'

const shown = 8

/** Who is behind in a figure, most left first: what is left, why as far as registers say it, and whom to call. */
export function Behind({ board, name, onOpen }: { board: Progress; name: ProgressName; onOpen: (place: string) => void }) {
  const { t } = useTranslation('progress')
  const rows = behindIn(board.tiles, name)
  return (
    <section className="card" aria-label={t('behind.title')}>
      <div className="card-head">
        <h2>{t('behind.title')}</h2>
        <span className="sub">{t(`name.${name}`)}</span>
        {rows.length > 0 && (
          <Counted
            n={board.tiles.length}
            of={{ to: '/progress/behind', search: { figure: name }, rows: 'behind-places' }}
            className="end"
          >
            {t('behind.all', { count: board.tiles.length })}
          </Counted>
        )}
      </div>
      {rows.length === 0 ? <Empty>{t(whyNone(board.whole, name))}</Empty> : <List {...{ board, rows, name, onOpen }} />}
    </section>
  )
}

/** Nobody behind: all done, nothing asked, or no figures yet; the three are never said for one another. */
export function whyNone(whole: Row, name: ProgressName): 'behind.none' | 'behind.nothing' | 'behind.noFigures' {
  const figure = figureOf(whole, name)
  if (!figure || figure.due === null) return 'behind.noFigures'
  return figure.due === 0 ? 'behind.nothing' : 'behind.none'
}

function List({
  board,
  rows,
  name,
  onOpen,
}: {
  board: Progress
  rows: readonly Row[]
  name: ProgressName
  onOpen: (place: string) => void
}) {
  const unitOf = useUnitOf()
  const wayOf = useWay()
  const words = useFigureWords(board.least)
  const answering = useAnswering(board.place)
  const reasonsOf = useReasons(board)
  const groupOf = (place: string) => board.groups.find((group) => place.startsWith(group.place))
  return (
    <ol className="progress-behind">
      {rows.slice(0, shown).map((row) => {
        const figure = figureOf(row, name)
        const group = groupOf(row.place)
        return (
          <li key={row.place}>
            <button type="button" className="w-link place" onClick={() => onOpen(row.place)}>
              {[group && shortName(group.name), shortName(row.name)].filter(Boolean).join(' · ')}
            </button>
            <b className="left">
              <Left n={figure ? leftOf(figure) : null} of={wayOf(name, 'left', { row, day: board.day })}>
                {figure && words.left(figure)} {unitOf(name, figure ? leftOf(figure) : null)}
              </Left>
            </b>
            <span className="why">{reasonsOf(row).join(' · ')}</span>
            <span className="who">{answering && <Call answering={answering.get(row.place)} />}</span>
          </li>
        )
      })}
    </ol>
  )
}

// What is left, leading to it; words alone where it is not told or nothing opens it.
function Left({ n, of, children }: { n: number | null; of: OpenedList | undefined; children: ReactNode }) {
  return n !== null && of ? (
    <Counted n={n} of={of}>
      {children}
    </Counted>
  ) : (
    children
  )
}
