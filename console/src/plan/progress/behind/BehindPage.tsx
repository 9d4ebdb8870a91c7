import '../progress.css'
import { type ProgressName, progressFigures } from '@wangdi/domain/plan/progress/progress.ts'
import { byLeft, figureOf, leftOf } from '@wangdi/domain/plan/progress/progress.rules.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../../lists/Asked.tsx'
import { Counted, rowsSaid } from '../../../lists/Counted.tsx'
import { Pager, pageSize } from '../../../lists/Pager.tsx'
import { usePage } from '../../../lists/use-page.ts'
import { lookAt, useLookedAt } from '../../../shell/looked-at.ts'
import { useSession } from '../../../shell/session.ts'
import { type Progress, type Row, sharesOf, useBoardName, useFigureWords, useProgress } from '../use-progress.ts'
import { Call } from './Call.tsx'
import { useAnswering } from './use-answering.ts'
import { useReasons } from './use-reasons.ts'
import { useWay } from './use-way.ts'

const isName = (text: unknown): text is ProgressName => typeof text === 'string' && Object.hasOwn(progressFigures, text)

/** 谁落后，差在哪: the places behind one figure of a board, all of them, most left first; each leads on towards names. */
export default function BehindPage() {
  const { t } = useTranslation('progress')
  const place = useLookedAt()
  const called = useBoardName(place)
  const navigate = useNavigate()
  const asked = useSearch({ strict: false }) as { figure?: unknown }
  const answer = useProgress(place)
  const { data } = answer
  const names = data ? (data.whole.figures.some((one) => one.name === 'alerts') ? ['alerts' as const] : []) : []
  const choices = data ? [...names, ...sharesOf(data)] : []
  const name = isName(asked.figure) ? asked.figure : choices[0]
  return (
    <>
      <div className="title">
        <h1>{t('behind.title')}</h1>
        <span className="note">{called}</span>
        <div className="actions">
          {data && <StaleLine at={data.at} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />}
          <Link to="/progress">{t('behind.back')}</Link>
        </div>
      </div>
      <section className="card" aria-label={t('behind.title')}>
        {name && (
          <div className="list-filters">
            <Select
              aria-label={t('tiles.measure')}
              className="progress-choose"
              value={name}
              onChange={(figure) => void navigate({ to: '/progress/behind', search: { figure } as never, replace: true })}
              options={[...new Set([name, ...choices])].map((value) => ({ value, label: t(`name.${value}`) }))}
            />
            <span className="quiet small">{t('behind.order')}</span>
          </div>
        )}
        <Asked answer={answer}>
          {(board) => (name ? <Table key={`${place} ${name}`} board={board} name={name} /> : <Empty>{t('noneCounted')}</Empty>)}
        </Asked>
      </section>
    </>
  )
}

function Table({ board, name }: { board: Progress; name: ProgressName }) {
  const { t } = useTranslation('progress')
  const [page, setPage] = usePage(board.place, name)
  const answering = useAnswering(board.place)
  const rows = byLeft(board.tiles, name)
  // What was counted the day before stands in its row with its day, and as on the board in no sum; where nothing was counted since,
  // it is all there is, and what the row of this place above says.
  const newest = rows.flatMap(({ day }) => day ?? []).reduce((one, other) => (one > other ? one : other), '')
  const sumOf = (part: 'left' | 'done' | 'due') =>
    rows.reduce((sum, row) => {
      if (row.day !== newest) return sum
      const figure = figureOf(row, name)
      return sum + ((figure && (part === 'left' ? leftOf(figure) : figure[part])) ?? 0)
    }, 0)
  return (
    <>
      <div className="list-scroll" {...rowsSaid('behind', sumOf('left'))}>
        <table className="list-table stack">
          <thead>
            <tr>
              <th scope="col">{t('behind.place')}</th>
              <th scope="col" className="figure">
                {t('behind.left')}
              </th>
              <th scope="col" className="figure" {...rowsSaid('behind-done', sumOf('done'))}>
                {t('behind.done')}
              </th>
              <th scope="col" className="figure" {...rowsSaid('behind-due', sumOf('due'))}>
                {t('behind.due')}
              </th>
              <th scope="col" className="figure">
                {t('behind.share')}
              </th>
              <th scope="col">{t('behind.at')}</th>
              {answering && <th scope="col">{t('behind.call')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.slice(page * pageSize, (page + 1) * pageSize).map((row) => (
              <Line key={row.place} {...{ row, name, board }} outside={row.day !== null && row.day !== newest}>
                {answering && (
                  <td data-label={t('behind.call')}>
                    <Call answering={answering.get(row.place)} />
                  </td>
                )}
              </Line>
            ))}
          </tbody>
        </table>
      </div>
      <Pager
        page={page}
        total={rows.length}
        rows="behind-places"
        unit={(count) => t('behind.unit', { count })}
        order={t('behind.order')}
        onPage={setPage}
      />
    </>
  )
}

function Line({
  row,
  name,
  board,
  outside,
  children,
}: {
  row: Row
  name: ProgressName
  board: Progress
  /** Counted a day before the others: in no sum. */
  outside: boolean
  children: React.ReactNode
}) {
  const { t } = useTranslation('progress')
  const { account } = useSession()
  const navigate = useNavigate()
  const wayOf = useWay()
  const words = useFigureWords(board.least)
  const reasons = useReasons(board)(row)
  const figure = figureOf(row, name)
  const group = board.groups.find(({ place }) => row.place.startsWith(place))
  const count = (part: 'left' | 'done' | 'due', value: number | null | undefined) => {
    if (!figure) return <span className="quiet">—</span>
    if (value === null || value === undefined) return <span title={t('hiddenWhy')}>{words.hidden(figure)}</span>
    const of = wayOf(name, part, { row, day: board.day })
    return of ? <Counted n={value} of={of} /> : formatNumber(value)
  }
  // Towards names: the same list of the places below, or, of a community, its board, where its lists open.
  const open = () => {
    lookAt(account.id, row.place)
    if (row.place.length === 12) void navigate({ to: '/progress' })
  }
  return (
    <tr>
      <td>
        <button type="button" className="w-link list-name" onClick={open}>
          {[group && shortName(group.name), shortName(row.name)].filter(Boolean).join(' · ')}
        </button>{' '}
        <small className="quiet">{reasons.join(' · ')}</small>
      </td>
      <td className="figure" data-label={t('behind.left')}>
        {figure?.due === 0 ? (
          <span className="quiet">{t('nothing')}</span>
        ) : (
          <b>{count('left', figure && figure.due !== null && figure.done !== null ? figure.due - figure.done : null)}</b>
        )}
      </td>
      <td className="figure" data-label={t('behind.done')}>
        {count('done', figure?.done)}
      </td>
      <td className="figure" data-label={t('behind.due')}>
        {count('due', figure?.due)}
      </td>
      <td className="figure" data-label={t('behind.share')}>
        {figure ? words.share(figure) : '—'}
      </td>
      <td data-label={t('behind.at')}>
        {words.age(row, board.day)} {outside && <small className="quiet">{t('behind.outside')}</small>}
      </td>
      {children}
    </tr>
  )
}
