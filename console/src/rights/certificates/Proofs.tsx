import { listResidenceProofs } from '@wangdi/domain/rights/certificates/certificates.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { ask } from '../../shell/call.ts'
import { PrintProof } from './PrintProof.tsx'

/** The proofs of residence that were issued, newest first, names covered. */
export function Proofs({ place }: { place: string }) {
  const { t } = useTranslation('certificates')
  const today = dayOf(useNow())
  const [page, setPage] = usePage(place)
  const answer = useQuery({ ...ask(listResidenceProofs, { place, page }), placeholderData: keepPreviousData })
  return (
    <section className="card" aria-label={t('proofs.title')}>
      <div className="card-head">
        <h2>{t('proofs.title')}</h2>
      </div>
      <Asked answer={answer} rows={3}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <Empty>{t('proofs.none')}</Empty>
          ) : (
            <>
              <div className="list-scroll">
                <table className="list-table">
                  <thead>
                    <tr>
                      <th>{t('proofs.number')}</th>
                      <th>{t('proofs.who')}</th>
                      <th>{t('askedBy')}</th>
                      <th>{t('proofs.on')}</th>
                      <th>
                        <span className="only-read">{t('proofs.print')}</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={row.id}>
                        <td className="nowrap">{row.number}</td>
                        <td>
                          <PersonLink person={row.person} name={row.name} /> <small className="quiet">{row.door}</small>
                        </td>
                        <td className="certificates-said">{row.asked_by}</td>
                        <td>
                          {formatDay(row.on, today)} <small className="quiet">{row.by}</small>
                        </td>
                        <td>
                          <PrintProof id={row.id} number={row.number} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <Pager
                page={page}
                total={total}
                unit={(count) => t('unit', { count })}
                order={t('newest')}
                busy={answer.isPlaceholderData}
                onPage={setPage}
              />
            </>
          )
        }
      </Asked>
    </section>
  )
}
