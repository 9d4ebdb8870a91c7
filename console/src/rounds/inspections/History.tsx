import { checklists } from '@wangdi/domain/rounds/inspections/checklists.ts'
import { listInspections } from '@wangdi/domain/rounds/inspections/inspection.api.ts'
import { type Inspection, inspectionKinds } from '@wangdi/domain/rounds/inspections/inspection.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Counted } from '../../lists/Counted.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

/** Every inspection of a place and below it, newest first; of one unit where it was asked for. */
export function History({
  place,
  unit,
  contingency,
}: {
  place: string
  unit: string | undefined
  contingency?: string | undefined
}) {
  const { t } = useTranslation('inspections')
  const say = useSaying()
  const today = dayOf(useNow())
  const [page, setPage] = usePage(place, unit, contingency)
  const answer = useQuery({
    ...ask(listInspections, { place, page, ...(unit && { unit }), ...(contingency && { contingency }) }),
    placeholderData: keepPreviousData,
  })
  return (
    <section className="card" aria-label={t('history')}>
      <div className="card-head">
        <h2>{t('history')}</h2>
        {unit && (
          <span className="sub">
            {t('ofUnit')} <Link to="/inspections">{t('allOfThem')}</Link>
          </span>
        )}
      </div>
      <Asked answer={answer} rows={4}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <Empty>{unit ? t('noHistoryUnit') : t('noHistory')}</Empty>
          ) : (
            <>
              <div className="list-scroll">
                <table className="list-table stack">
                  <thead>
                    <tr>
                      <th>{t('day')}</th>
                      <th>{t('kind')}</th>
                      <th>{t('where')}</th>
                      <th>{t('looked')}</th>
                      <th>{t('findings')}</th>
                      <th>{t('byWhom')}</th>
                      <th>{t('next')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={row.id}>
                        <td className="nowrap">{formatDay(row.day, today)}</td>
                        <td data-label={t('kind')}>{say(inspectionKinds[row.kind as keyof typeof inspectionKinds])}</td>
                        <td data-label={t('where')}>{row.unit_name ?? shortName(row.place_name)}</td>
                        <td data-label={t('looked')}>
                          {say(checklists[row.checklist as keyof typeof checklists].words)}{' '}
                          <span className="quiet small">{t('shares', sharesOf(row))}</span>
                        </td>
                        <td data-label={t('findings')}>
                          {row.open > 0 ? (
                            <Counted n={row.open} of={{ to: '/inspections', search: { inspection: row.id }, rows: 'findings' }}>
                              {t('open', { count: row.open, n: row.open })}
                            </Counted>
                          ) : (
                            t('settledAll')
                          )}{' '}
                          {row.overdue > 0 && <Tag tone="not">{t('overdue')}</Tag>}
                        </td>
                        <td data-label={t('byWhom')}>{row.by}</td>
                        <td className="nowrap" data-label={t('next')}>
                          {row.next_on ? formatDay(row.next_on, today) : '—'}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <Pager
                page={page}
                total={total}
                unit={(count) => t('recordCount', { count })}
                order={t('orderDay')}
                busy={answer.isFetching}
                onPage={setPage}
              />
            </>
          )
        }
      </Asked>
    </section>
  )
}

const sharesOf = ({ answers }: Inspection) => {
  const said = Object.values(answers)
  return { yes: said.filter((one) => one === 'yes').length, no: said.filter((one) => one === 'no').length }
}
