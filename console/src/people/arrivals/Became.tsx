import { countArrivals } from '@wangdi/domain/observation/observation.api.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'

const columns = ['expected', 'arrived', 'checked', 'observed'] as const

/** What became of the people who came, by the level of the place they came from, in the days the list is asked for. */
export function Became({ place, from, to }: { place: string; from?: string | undefined; to?: string | undefined }) {
  const { t } = useTranslation('arrivals')
  const answer = useQuery(ask(countArrivals, { place, ...(from && { from }), ...(to && { to }) }))
  return (
    <section className="card" aria-label={t('became.title')}>
      <h2 className="card-head">{t('became.title')}</h2>
      <Asked answer={answer} rows={2}>
        {({ origins }) => (
          <div className="list-scroll">
            <table className="list-table">
              <thead>
                <tr>
                  <th>{t('became.origin')}</th>
                  {columns.map((column) => (
                    <th key={column} className="figure">
                      {t(`became.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {origins.map((origin) => (
                  <tr key={origin.origin_kind}>
                    <td>{t(`kinds.${origin.origin_kind}`)}</td>
                    {columns.map((column) => (
                      <td key={column} className="figure">
                        {formatNumber(origin[column])}
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
  )
}
