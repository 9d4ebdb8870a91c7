import { getImport, type ImportRun, listImports } from '@wangdi/domain/people/import.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatMoment, formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { Outcome } from './Outcome.tsx'
import { Rejects } from './Result.tsx'
import { Undo, UndoneMark } from './undo/Undo.tsx'

/** 导入记录: all imports of the community, newest first, each with its result. */
export function History({ community }: { community: string }) {
  const { t } = useTranslation('imports')
  const today = dayOf(useNow())
  const [open, setOpen] = useState<string>()
  const [page, setPage] = usePage(community)
  const answer = useQuery({ ...ask(listImports, { place: community, page }), placeholderData: keepPreviousData })
  return (
    <section className="card" aria-label={t('history.title')}>
      <div className="card-head">
        <h2>{t('history.title')}</h2>
      </div>
      <Asked answer={answer} rows={4}>
        {({ rows, total }) =>
          total === 0 ? (
            <Empty>{t('history.none')}</Empty>
          ) : (
            <>
              <div className="list-scroll">
                <table className="list-table stack">
                  <thead>
                    <tr>
                      <th>{t('history.at')}</th>
                      <th>{t('history.by')}</th>
                      <th>{t('history.kind')}</th>
                      <th className="figure">{t('history.rows')}</th>
                      <th className="figure">{t('history.accepted')}</th>
                      <th className="figure">{t('history.rejected')}</th>
                      <th className="figure">{t('figure.toSettle')}</th>
                      <th>
                        <span className="only-read">{t('history.result')}</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((run) => (
                      <Fragment key={run.id}>
                        <tr>
                          <td className="nowrap">{formatMoment(run.at, today)}</td>
                          <td>{run.by}</td>
                          <td className="nowrap">
                            {t(`choose.kinds.${run.kind}`)} <UndoneMark run={run} />
                          </td>
                          <td className="figure" data-label={t('history.rows')}>
                            {formatNumber(run.rows)}
                          </td>
                          <td className="figure" data-label={t('history.accepted')}>
                            {formatNumber(run.accepted)}
                          </td>
                          <td className="figure" data-label={t('history.rejected')}>
                            {formatNumber(run.rejected)}
                          </td>
                          <td className="figure" data-label={t('figure.toSettle')}>
                            {formatNumber(run.to_settle)}
                          </td>
                          <td className="end">
                            <button
                              type="button"
                              className="w-link"
                              aria-expanded={open === run.id}
                              onClick={() => setOpen(open === run.id ? undefined : run.id)}
                            >
                              {open === run.id ? t('history.hide') : t('history.see')}
                            </button>
                          </td>
                        </tr>
                        {open === run.id && (
                          <tr>
                            <td colSpan={8}>
                              <OneRun run={run} />
                            </td>
                          </tr>
                        )}
                      </Fragment>
                    ))}
                  </tbody>
                </table>
              </div>
              <Pager
                page={page}
                total={total}
                unit={(count) => t('history.unit', { count })}
                order={t('history.order')}
                onPage={setPage}
              />
            </>
          )
        }
      </Asked>
    </section>
  )
}

function OneRun({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports')
  const answer = useQuery(ask(getImport, { id: run.id }))
  return (
    <Asked answer={answer} rows={3}>
      {({ rejected, warnings }) => (
        <div className="import-run">
          <Outcome
            outcome={{
              rows: run.rows,
              hidden_rows: run.hidden_rows,
              accepted: run.accepted,
              rejected,
              // The record keeps how many these were, not which.
              duplicates: [],
              not_people: [],
              doubtful: [],
              sheets: [],
              warnings,
              vacant_dwellings: run.vacant_dwellings,
              matched: run.matched,
            }}
            totals={run}
            added={{ people: run.people_added, dwellings: run.dwellings_added, toSettle: run.to_settle }}
          />
          <Undo run={run} />
          {run.rejected > 0 && !run.undone && (
            <p>{run.has_rejects ? <Rejects id={run.id} small /> : <span className="quiet">{t('history.gone')}</span>}</p>
          )}
        </div>
      )}
    </Asked>
  )
}
