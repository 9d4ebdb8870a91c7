import './trends.css'
import { type ProgressDay, type ProgressName, readProgressDays } from '@wangdi/domain/plan/progress/progress.ts'
import { figureOf } from '@wangdi/domain/plan/progress/progress.rules.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../../lists/Asked.tsx'
import { ask } from '../../../shell/call.ts'
import { useSession } from '../../../shell/session.ts'
import { Trend } from './Trend.tsx'

const renewMs = 10 * 60_000

/** The first figure, and of the others those first that have a line to show. */
const withLines = (names: readonly ProgressName[], days: readonly ProgressDay[], most: number): ProgressName[] => {
  const asked = (name: ProgressName) => days.filter((day) => (figureOf(day, name)?.due ?? 0) > 0).length
  const [first, ...others] = names
  return [...(first ? [first] : []), ...others.sort((a, b) => Number(asked(b) > 1) - Number(asked(a) > 1))].slice(0, most)
}

/** The lines of fourteen days of some figures of a place; a mark says since when a response is in force. */
export function Trends({
  place,
  names,
  responseSince,
  size,
  most = 3,
}: {
  place: string
  names: readonly ProgressName[]
  responseSince: string | undefined
  size?: { width: number; height: number }
  most?: number
}) {
  const { t } = useTranslation('progress')
  const { account } = useSession()
  const answer = useQuery({ ...ask(readProgressDays, { place }), staleTime: 60_000, refetchInterval: renewMs })
  const aboveCounty = account.place.length < 6 && place.length > 6
  return (
    <section className="card" aria-label={t('trends.title')}>
      <div className="card-head">
        <h2>{t('trends.title')}</h2>
        <span className="sub">{t('trends.lead')}</span>
      </div>
      {aboveCounty ? (
        <p className="quiet progress-pad">{t('trends.aboveCounty')}</p>
      ) : (
        <Asked answer={answer} rows={3}>
          {({ from, until, days }) =>
            days.length === 0 ? (
              <p className="quiet progress-pad">{t('trends.none')}</p>
            ) : (
              <div className="progress-trends">
                {withLines(names, days, most).map((name) => (
                  <Trend key={name} {...{ name, from, until, days, responseSince }} {...(size && { size })} />
                ))}
              </div>
            )
          }
        </Asked>
      )}
    </section>
  )
}
