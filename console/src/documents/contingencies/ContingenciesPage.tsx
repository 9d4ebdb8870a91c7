import './contingencies.css'
import { listContingencies } from '@wangdi/domain/documents/contingencies/contingency.api.ts'
import { type ContingencyKind, contingencyKinds } from '@wangdi/domain/documents/contingencies/contingency.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { OpenFindings } from './OpenFindings.tsx'
import { Standing } from './Standing.tsx'

const ContingencyForm = lazy(() => import('./ContingencyForm.tsx'))

/** 应急预案: the plans of a place and below it, those due for a look first, and which communities have none. */
export default function ContingenciesPage() {
  const { t } = useTranslation('contingencies')
  const say = useSaying()
  const place = useLookedAt()
  const today = dayOf(useNow())
  const { access } = useSession()
  const [writing, setWriting] = useState(false)
  const [page, setPage] = useState(0)
  // What the plan counts as left: not approved, or to be looked at again.
  const due = (useSearch({ strict: false }) as { show?: unknown }).show === 'due'
  const answer = useQuery({ ...ask(listContingencies, { place, page, ...(due && { due }) }), placeholderData: keepPreviousData })
  const dayOr = (day: string | null, none: string) => (day === null ? <Tag>{none}</Tag> : formatDay(day, today))
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
        {'documents.save-contingency' in access && place.length >= 6 && (
          <div className="actions">
            <Button type="primary" onClick={() => setWriting(true)}>
              {t('write')}
            </Button>
          </div>
        )}
      </div>
      <div className="list-stack">
        {'documents.contingency-standing' in access && place.length < 12 && <Standing place={place} />}
        <section className="card" aria-label={t('list')}>
          <div className="card-head">
            <h2>{t(due ? 'dueOnly' : 'list')}</h2>
            {due && <Link to="/contingencies">{t('whole')}</Link>}
          </div>
          <Asked answer={answer}>
            {({ rows, total }) =>
              total === 0 ? (
                <Empty>{t(due ? 'noneDue' : 'none')}</Empty>
              ) : (
                <>
                  <div className="list-scroll">
                    <table className="list-table stack">
                      <thead>
                        <tr>
                          <th>{t('name')}</th>
                          <th>{t('place')}</th>
                          <th>{t('inForce')}</th>
                          <th>{t('responsible')}</th>
                          <th>{t('reviewOn')}</th>
                          <th>{t('lastDrill')}</th>
                          <th className="figure">{t('open')}</th>
                        </tr>
                      </thead>
                      <tbody>
                        {rows.map((line) => (
                          <tr key={line.id}>
                            <td>
                              <Link to={'/contingencies/$contingency' as never} params={{ contingency: line.id } as never}>
                                {line.title}
                              </Link>
                              <small className="contingency-kind">{say(contingencyKinds[line.kind as ContingencyKind])}</small>
                            </td>
                            <td data-label={t('place')}>{shortName(line.place_name)}</td>
                            <td data-label={t('inForce')}>
                              {line.in_force !== null && line.approved_on !== null ? (
                                t('version', { count: line.in_force, n: line.in_force, day: formatDay(line.approved_on, today) })
                              ) : (
                                <Tag tone="not">{t('notApproved')}</Tag>
                              )}{' '}
                              {line.in_force !== null && line.waiting && <Tag tone="due">{t('waiting')}</Tag>}
                            </td>
                            <td data-label={t('responsible')}>{line.responsible ?? t('countyOnly')}</td>
                            <td className="nowrap" data-label={t('reviewOn')}>
                              {dayOr(line.review_on, t('notYet'))} {line.overdue && <Tag tone="not">{t('overdue')}</Tag>}
                            </td>
                            <td className="nowrap" data-label={t('lastDrill')}>
                              {dayOr(line.last_drill, t('never'))}
                            </td>
                            <td className="figure" data-label={t('open')}>
                              <OpenFindings contingency={line.id} n={line.open} />
                            </td>
                          </tr>
                        ))}
                      </tbody>
                    </table>
                  </div>
                  <Pager
                    page={page}
                    total={total}
                    rows={due ? 'contingencies-due' : 'contingencies'}
                    unit={(count) => t('unit', { count })}
                    order={t('order')}
                    busy={answer.isFetching}
                    onPage={setPage}
                  />
                </>
              )
            }
          </Asked>
        </section>
      </div>
      {writing && (
        <Suspense>
          <ContingencyForm place={place} onClose={() => setWriting(false)} />
        </Suspense>
      )}
    </>
  )
}
