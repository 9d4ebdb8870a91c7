import './demands.css'
import { parentOf } from '@wangdi/domain/place-code.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { demandKinds } from '@wangdi/domain/reports/demands/demand.ts'
import { readBurden } from '@wangdi/domain/reports/demands/demands.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Figure } from '@wangdi/ui/marks/Figure.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { dayOf, formatDay, formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { Static } from 'typebox'
import { Asked } from '../../lists/Asked.tsx'
import { Counted, type OpenedList, rowsSaid } from '../../lists/Counted.tsx'
import { Pager, pageSize } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { lookAt, useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

type Board = Static<typeof readBurden.reply>

// What is counted of the demands: tasks and forms, one for each community that has it to do.
const kinds = ['task', 'form'] as const
type Kind = (typeof kinds)[number]
const opened = (kind: Kind, place?: string): OpenedList => ({
  to: '/reports/burden',
  search: { kind },
  rows: `burden-${kind}`,
  ...(place && { place }),
})

// Hours with one digit behind the point: a community's month is some hours, a nation's many.
const hoursOf = (minutes: number) => formatNumber(minutes >= 600_000 ? Math.round(minutes / 60) : Math.round(minutes / 6) / 10)

// Where nobody estimated anything of what is asked, no time is known: that is not none.
const hoursSaid = (t: TFunction<'demands'>, minutes: number | null, untimed = 0) =>
  minutes === null || (minutes === 0 && untimed > 0) ? t('noMinutes') : t('burden.hours', { n: hoursOf(minutes) })

/** 社区负担: tasks, forms and hours that fall on communities this week and month, and what the house spares them. */
export default function BurdenPage() {
  const { t } = useTranslation('demands')
  const { account } = useSession()
  const place = useLookedAt()
  const asked = (useSearch({ strict: false }) as { kind?: unknown }).kind
  const kind = kinds.find((one) => one === asked)
  const answer = useQuery(ask(readBurden, { place }))
  return (
    <>
      <div className="title">
        <h1>{t('burden.title')}</h1>
        {answer.data && (
          <span className="note">
            {t('burden.note', { count: answer.data.communities, n: formatNumber(answer.data.communities) })}
          </span>
        )}
        <div className="actions">
          {answer.data && (
            <StaleLine at={answer.dataUpdatedAt} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />
          )}
          {place.length > account.place.length && (
            <button type="button" className="w-link" onClick={() => lookAt(account.id, parentOf(place))}>
              {t('burden.up')}
            </button>
          )}
        </div>
      </div>
      <Asked answer={answer} rows={8}>
        {(board) => (
          <div className="list-stack">
            <Sums board={board} />
            <Demands board={board} kind={kind} />
            {board.below.length > 0 && <Below board={board} onOpen={(code) => lookAt(account.id, code)} />}
          </div>
        )}
      </Asked>
    </>
  )
}

function Sums({ board }: { board: Board }) {
  const { t } = useTranslation('demands')
  const today = dayOf(useNow())
  const { sum, communities, week, month } = board
  const range = ({ from, to }: { from: string; to: string }) =>
    t('burden.range', { from: formatDay(from, today), to: formatDay(to, today) })
  const hour = (minutes: number) => hoursSaid(t, minutes, sum.untimed)
  return (
    <section className="card" aria-label={t('burden.title')}>
      <p className="demands-lead">{t('burden.lead')}</p>
      <dl className="demands-sums">
        <div>
          <dt>
            {t('burden.week')} {range(week)}
          </dt>
          <dd>{hour(sum.week)}</dd>
        </div>
        <div>
          <dt>
            {t('burden.month')} {range(month)}
          </dt>
          <dd>{hour(sum.month)}</dd>
        </div>
        {communities > 1 && (
          <div>
            <dt>
              {t('burden.per')} {t('burden.month')}
            </dt>
            <dd>{hour(Math.round(sum.month / communities))}</dd>
          </div>
        )}
        <div>
          <dt>{t('burden.tasks')}</dt>
          <dd>
            <Counted n={sum.tasks} of={opened('task')}>
              <Figure value={sum.tasks} unit={t('burden.items')} size="line" />
            </Counted>
          </dd>
        </div>
        <div>
          <dt>{t('burden.forms')}</dt>
          <dd>
            <Counted n={sum.forms} of={opened('form')}>
              <Figure value={sum.forms} unit={t('burden.sheets')} size="line" />
            </Counted>
          </dd>
        </div>
        <div>
          <dt>
            {t('burden.saved')} {t('burden.month')}
          </dt>
          <dd>{t('burden.hours', { n: hoursOf(sum.saved_month) })}</dd>
        </div>
      </dl>
      {sum.untimed > 0 && <p className="demands-lead">{t('burden.untimed', { n: formatNumber(sum.untimed) })}</p>}
    </section>
  )
}

function Demands({ board, kind }: { board: Board; kind: Kind | undefined }) {
  const { t } = useTranslation('demands')
  const say = useSaying()
  const today = dayOf(useNow())
  const shown = kind ? board.demands.filter((one) => one.kind === kind && one.asked) : board.demands
  const items = shown.reduce((sum, one) => sum + one.communities, 0)
  return (
    <section className="card" aria-label={t('burden.demands')} {...rowsSaid(`burden-${kind ?? 'all'}`, items)}>
      <div className="card-head">
        <h2>{t('burden.demands')}</h2>
        {kind && (
          <span className="sub">
            {say(demandKinds[kind])} <Link to="/reports/burden">{t('burden.allKinds')}</Link>
          </span>
        )}
      </div>
      {shown.length === 0 ? (
        <Empty>{t('burden.none')}</Empty>
      ) : (
        <div className="list-scroll">
          <table className="list-table stack">
            <thead>
              <tr>
                <th scope="col">{t('burden.what')}</th>
                <th scope="col">{t('column.asker')}</th>
                <th scope="col">{t('column.kind')}</th>
                <th scope="col">{t('column.term')}</th>
                <th scope="col" className="figure">
                  {t('burden.communities')}
                </th>
                <th scope="col" className="figure">
                  {t('burden.week')}
                </th>
                <th scope="col" className="figure">
                  {t('burden.month')}
                </th>
                <th scope="col" className="figure">
                  {t('burden.saved')}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr key={one.id}>
                  <td>
                    <span className="list-name">{one.title}</span>
                  </td>
                  <td>
                    <span className="list-name">{one.asker}</span>
                  </td>
                  <td>{say(demandKinds[one.kind])}</td>
                  <td data-label={t('column.term')}>
                    {one.until ? t('until', { day: formatDay(one.until, today) }) : t('noTerm')}
                  </td>
                  <td className="figure" data-label={t('burden.communities')}>
                    {formatNumber(one.communities)}
                  </td>
                  <td className="figure" data-label={t('burden.week')}>
                    {hoursSaid(t, one.week)}
                  </td>
                  <td className="figure" data-label={t('burden.month')}>
                    {hoursSaid(t, one.month)}
                  </td>
                  <td className="figure" data-label={t('burden.saved')}>
                    {hoursSaid(t, one.saved_month)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Below({ board, onOpen }: { board: Board; onOpen: (place: string) => void }) {
  const { t } = useTranslation('demands')
  const [page, setPage] = usePage(board.place)
  const rows = [...board.below].sort((a, b) => b.month - a.month || a.place.localeCompare(b.place))
  return (
    <section
      className="card"
      aria-label={t('burden.below')}
      {...rowsSaid(
        'burden-communities',
        rows.reduce((sum, row) => sum + row.communities, 0),
      )}
    >
      <div className="card-head">
        <h2>{t('burden.below')}</h2>
      </div>
      <div className="list-scroll">
        <table className="list-table">
          <thead>
            <tr>
              <th scope="col">{t('burden.place')}</th>
              {(['communities', 'tasks', 'forms', 'week', 'month', 'saved'] as const).map((name) => (
                <th scope="col" className="figure" key={name}>
                  {t(`burden.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(page * pageSize, (page + 1) * pageSize).map((row) => (
              <tr key={row.place}>
                <td>
                  <button type="button" className="w-link" onClick={() => onOpen(row.place)}>
                    {shortName(row.name)}
                  </button>
                </td>
                <td className="figure">
                  {row.place.length < 12 ? (
                    <Counted n={row.communities} of={{ to: '/reports/burden', rows: 'burden-communities', place: row.place }} />
                  ) : (
                    formatNumber(row.communities)
                  )}
                </td>
                <td className="figure">
                  <Counted n={row.tasks} of={opened('task', row.place)} />
                </td>
                <td className="figure">
                  <Counted n={row.forms} of={opened('form', row.place)} />
                </td>
                <td className="figure">{hoursSaid(t, row.week, row.untimed)}</td>
                <td className="figure">{hoursSaid(t, row.month, row.untimed)}</td>
                <td className="figure">{t('burden.hours', { n: hoursOf(row.saved_month) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > pageSize && (
        <Pager
          page={page}
          total={rows.length}
          unit={(count) => t('burden.places', { count })}
          order={t('burden.month')}
          onPage={setPage}
        />
      )}
    </section>
  )
}
