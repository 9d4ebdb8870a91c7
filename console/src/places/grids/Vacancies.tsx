import { readVacancies } from '@wangdi/domain/plan/building-view.api.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Counted } from '../../lists/Counted.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { lookAt } from '../../shell/looked-at.ts'
import { useSession } from '../../shell/session.ts'
import { Doors } from './doors/Doors.tsx'

// What of the grids of a community each figure opens; of doors in no grid these doors.
const columns = [
  ['grids', {}],
  ['vacant', { show: 'vacant' }],
  ['covered', { show: 'covered' }],
  ['over', { show: 'over' }],
  ['withoutGrid', undefined],
] as const

/** Where grid workers are lacking: the communities of a street or county, each the way to its grids. */
export function Vacancies({ place }: { place: string }) {
  const { t } = useTranslation('grids')
  const { account } = useSession()
  const [page, setPage] = usePage(place)
  const answer = useQuery({ ...ask(readVacancies, { place, page }), placeholderData: keepPreviousData })
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('lacking.note')}</span>
      </div>
      <section className="card" aria-label={t('lacking.title')}>
        <h2 className="card-head">{t('lacking.title')}</h2>
        <Asked answer={answer}>
          {({ rows, total }) =>
            total === 0 ? (
              <Empty>{t('lacking.none')}</Empty>
            ) : (
              <>
                <div className="list-scroll">
                  <table className="list-table stack">
                    <thead>
                      <tr>
                        <th>{t('lacking.community')}</th>
                        {columns.map(([column]) => (
                          <th key={column} className="figure">
                            {t(`lacking.${column}`)}
                          </th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {rows.map((row) => (
                        <tr key={row.community}>
                          <td>
                            <button type="button" className="w-link" onClick={() => lookAt(account.id, row.community)}>
                              <span className="list-name">{shortName(row.name)}</span>
                            </button>
                          </td>
                          {columns.map(([column, search]) => (
                            <td key={column} className="figure" data-label={t(`lacking.${column}`)}>
                              {search ? (
                                <Counted n={row[column]} of={{ to: '/grids', search, rows: 'grids', place: row.community }} />
                              ) : (
                                <Doors n={row[column]} of="none" place={row.community} />
                              )}
                            </td>
                          ))}
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
                <Pager
                  page={page}
                  total={total}
                  unit={(count) => t('lacking.unit', { count })}
                  order={t('lacking.order')}
                  busy={answer.isFetching}
                  onPage={setPage}
                />
              </>
            )
          }
        </Asked>
      </section>
    </>
  )
}
