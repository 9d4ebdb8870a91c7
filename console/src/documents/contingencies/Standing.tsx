import { countContingencies } from '@wangdi/domain/documents/contingencies/contingency.api.ts'
import { type ContingencyKind, contingencyKinds } from '@wangdi/domain/documents/contingencies/contingency.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

/** How many communities below have each kind of plan, in time and tried; counts, never persons. */
export function Standing({ place }: { place: string }) {
  const { t } = useTranslation('contingencies')
  const say = useSaying()
  const answer = useQuery(ask(countContingencies, { place }))
  return (
    <section className="card" aria-label={t('standing')}>
      <h2 className="card-head">{t('standing')}</h2>
      <Asked answer={answer} rows={3}>
        {({ kinds }) => (
          <div className="list-scroll">
            <table className="list-table">
              <thead>
                <tr>
                  <th>{t('kind')}</th>
                  {(['communities', 'have', 'without', 'late', 'untried'] as const).map((key) => (
                    <th key={key} className="figure">
                      {t(key)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {kinds.map(({ kind, communities, have, overdue, never_tried: untried }) => (
                  <tr key={kind}>
                    <td>{say(contingencyKinds[kind as ContingencyKind])}</td>
                    {Object.entries({ communities, have, without: communities - have, late: overdue, untried }).map(
                      ([key, count]) => (
                        <td key={key} className="figure">
                          {formatNumber(count)}
                        </td>
                      ),
                    )}
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
