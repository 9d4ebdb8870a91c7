import { addDays } from '@wangdi/domain/day.ts'
import { earlySteps, type EarlyStep, readFourTimes } from '@wangdi/domain/reports/four-times.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatNumber, formatSpan } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'
import { Counted } from '../../lists/Counted.tsx'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

/** How the four early steps went in fourteen days, as the records show. */
export function FourTimes({ place }: { place: string }) {
  const { t } = useTranslation('party-duties')
  const say = useSaying()
  const language = useLanguage()
  const today = dayOf(useNow())
  const days = { from: addDays(today, -13), to: today }
  const answer = useQuery(ask(readFourTimes, { place, ...days }))
  return (
    <section className="card" aria-label={t('four')}>
      <div className="card-head">
        <h2>{t('four')}</h2>
        <span className="sub">{t('fourLead')}</span>
      </div>
      <Asked answer={answer} rows={4}>
        {({ figures }) => (
          <div className="list-scroll">
            <table className="list-table stack">
              <thead>
                <tr>
                  <th>{t('step')}</th>
                  <th className="figure">{t('of')}</th>
                  <th className="figure">{t('inTime')}</th>
                  <th className="figure">{t('median')}</th>
                </tr>
              </thead>
              <tbody>
                {figures.map(({ step, of, in_time, median_minutes }) => (
                  <tr key={step}>
                    <td>{say(earlySteps[step as EarlyStep])}</td>
                    <td className="figure" data-label={t('of')}>
                      {of === 0 ? (
                        <span className="quiet">{t('nothing')}</span>
                      ) : (
                        <Of step={step as EarlyStep} n={of} days={days} />
                      )}
                    </td>
                    <td className="figure" data-label={t('inTime')}>
                      {of === 0 ? '—' : formatNumber(in_time)}
                    </td>
                    <td className="figure" data-label={t('median')}>
                      {median_minutes === null ? '—' : formatSpan(median_minutes * 60_000, language)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Asked>
    </section>
  )
}

// How many were to be seen to: who came has a list; what is counted of the other steps stands in several registers.
function Of({ step, n, days }: { step: EarlyStep; n: number; days: { from: string; to: string } }) {
  const { access } = useSession()
  if (step !== 'found' || !('people.list-arrivals' in access)) return formatNumber(n)
  return <Counted n={n} of={{ to: '/arrivals', search: { ...days, state: 'arrived' }, rows: 'arrivals' }} />
}
