import { countArrivals } from '@wangdi/domain/observation/observation.api.ts'
import { arrivalDays } from '@wangdi/domain/people/arrival/arrival.rules.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Counted } from '../../lists/Counted.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSession } from '../../shell/session.ts'

const columns = [
  ['expected', { state: 'expected' }],
  ['arrived', { state: 'arrived' }],
  ['checked', { checked: true }],
  ['observed', { observed: true }],
] as const

/** 来返人员去向: what became of those who came, by the level of their origin; what is counted of the list opens its rows. */
export default function Became() {
  const { t } = useTranslation('arrivals')
  const place = useLookedAt()
  const { access } = useSession()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const days = { ...(from && { from }), ...(to && { to }) }
  const answer = useQuery({ ...ask(countArrivals, { place, ...days }), placeholderData: keepPreviousData })
  // Above the community the figures alone are told.
  // Who is under observation is health data: of them alone whoever sees them all is told who they are.
  const opens = (column: string) =>
    'people.list-arrivals' in access && (column !== 'observed' || access['observation.list'] === 'area')
  return (
    <>
      <div className="title">
        <h1>{t('became.title')}</h1>
        <span className="note">{t('became.note', { days: arrivalDays })}</span>
      </div>
      <section className="card" aria-label={t('became.title')}>
        <div className="list-filters">
          <label>
            <span className="quiet">
              {t('days')} {t('from')}
            </span>
            <Input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          </label>
          <label>
            <span className="quiet">{t('to')}</span>
            <Input type="date" value={to} onChange={(event) => setTo(event.target.value)} />
          </label>
        </div>
        <Asked answer={answer} rows={5}>
          {({ origins }) => (
            <div className="list-scroll">
              <table className="list-table stack">
                <thead>
                  <tr>
                    <th>{t('became.origin')}</th>
                    {columns.map(([column]) => (
                      <th key={column} className="figure">
                        {t(`became.${column}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {origins.map((origin) => (
                    <tr key={origin.origin_kind}>
                      <td>
                        <span className="list-name">{t(`kinds.${origin.origin_kind}`)}</span>
                      </td>
                      {columns.map(([column, rows]) => (
                        <td key={column} className="figure" data-label={t(`became.${column}`)}>
                          {opens(column) ? (
                            <Counted
                              n={origin[column]}
                              of={{
                                to: '/arrivals',
                                search: { ...days, origin_kind: origin.origin_kind, ...rows },
                                rows: 'arrivals',
                              }}
                            />
                          ) : (
                            formatNumber(origin[column])
                          )}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Asked>
      </section>
    </>
  )
}
