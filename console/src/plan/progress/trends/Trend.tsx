import type { ProgressDay, ProgressName } from '@wangdi/domain/plan/progress/progress.ts'
import { figureOf } from '@wangdi/domain/plan/progress/progress.rules.ts'
import { formatDay, formatMoment, formatNumber, formatShare } from '@wangdi/ui/words/format.ts'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

// Without the library the table says the same: a chart that cannot be fetched is no fault of the page.
const LineChart = lazy(() => import('./LineChart.tsx').catch(() => ({ default: () => <Failed /> })))

function Failed() {
  const { t } = useTranslation('progress')
  return <p className="quiet small">{t('trends.failed')}</p>
}

const shareOf = (done: number, due: number) => Math.round((done / due) * 1000) / 10

/** One figure over fourteen days: a line, and behind 看数 the same as a table, for keyboard and screen reader. */
export function Trend({
  name,
  from,
  until,
  days,
  responseSince,
  size,
}: {
  name: ProgressName
  from: string
  until: string
  days: readonly ProgressDay[]
  responseSince: string | undefined
  size?: { width: number; height: number }
}) {
  const { t } = useTranslation('progress')
  const title = t(`name.${name}`)
  // 0 of 0 has no share: that day has no point, and the table says that nothing was asked.
  const known = days.flatMap((one) => {
    const figure = figureOf(one, name)
    return figure && figure.done !== null && figure.due !== null ? [{ ...one, done: figure.done, due: figure.due }] : []
  })
  const points = known.filter(({ due }) => due > 0).map(({ day, done, due }) => ({ day, value: shareOf(done, due) }))
  const written = known.map(({ done, due }) => formatShare(done, due))
  const [first, last] = [points[0], points.at(-1)]
  const label = t('trends.summary', {
    name: title,
    from: formatDay(first?.day ?? from, until),
    until: formatDay(last?.day ?? until, until),
    first: `${first?.value}%`,
    last: `${last?.value}%`,
  })
  return (
    <figure className="progress-trend" aria-label={title}>
      <figcaption>
        <b>{title}</b> <em>{written.at(-1)}</em>
      </figcaption>
      {points.length < 2 ? (
        <p className="quiet small">{last ? t('trends.few', { day: formatDay(last.day, until) }) : t('trends.none')}</p>
      ) : (
        <Suspense fallback={<div className="progress-chart-space" />}>
          <LineChart
            {...{ from, until, label, ...size }}
            days={points}
            most={100}
            write={(value) => `${value}%`}
            todayWord={t('trends.today')}
            mark={responseSince && responseSince >= from ? { day: responseSince, word: t('trends.response') } : undefined}
          />
        </Suspense>
      )}
      {known.length > 0 && (
        <details>
          <summary>{t('trends.data')}</summary>
          <table className="list-table">
            <caption className="only-read">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t('trends.day')}</th>
                <th scope="col" className="figure">
                  {t('behind.done')}
                </th>
                <th scope="col" className="figure">
                  {t('behind.due')}
                </th>
                <th scope="col" className="figure">
                  {t('behind.share')}
                </th>
                <th scope="col">{t('behind.at')}</th>
              </tr>
            </thead>
            <tbody>
              {known.map(({ day, at, done, due }) => (
                <tr key={day}>
                  <th scope="row">{formatDay(day, until)}</th>
                  <td className="figure">{formatNumber(done)}</td>
                  <td className="figure">{formatNumber(due)}</td>
                  <td className="figure">{due === 0 ? t('nothing') : formatShare(done, due)}</td>
                  <td>{formatMoment(at, until)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </figure>
  )
}
