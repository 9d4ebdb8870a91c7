import { endSession, listSessions } from '@wangdi/domain/staff/session.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatMoment } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { useAskFirst } from '../../lists/asking/ask-first.tsx'
import { ask, useCommand } from '../../shell/call.ts'

/** 我登录的地方: one's own sessions, and the way to end the one of a phone that was lost. */
export default function OwnSessionsPage() {
  const { t } = useTranslation('own-sessions')
  const today = dayOf(useNow())
  const answer = useQuery(ask(listSessions, {}))
  const command = useCommand(endSession, ['session.list'])
  const sure = useAskFirst()
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
      </div>
      {command.error ? <ErrorLine problem={command.error} /> : null}
      <section className="card" aria-label={t('label')}>
        <Asked answer={answer} rows={3}>
          {({ sessions }) => (
            <div className="list-scroll">
              <table className="list-table stack">
                <thead>
                  <tr>
                    <th>{t('began')}</th>
                    <th>{t('used')}</th>
                    <th>{t('until')}</th>
                    <th>{t('act')}</th>
                  </tr>
                </thead>
                <tbody>
                  {sessions.map(({ id, began, used, until, current }) => (
                    <tr key={id}>
                      <td data-label={t('began')}>{formatMoment(began, today)}</td>
                      <td data-label={t('used')}>{formatMoment(used, today)}</td>
                      <td data-label={t('until')}>{formatMoment(until, today)}</td>
                      <td>
                        {current ? (
                          <Tag tone="done">{t('current')}</Tag>
                        ) : (
                          <button
                            type="button"
                            className="w-link"
                            disabled={command.isPending}
                            onClick={() =>
                              sure.ask({
                                title: t('sure', { began: formatMoment(began, today) }),
                                follows: t('follows'),
                                yes: t('end'),
                                act: () => command.mutate({ session: id }),
                              })
                            }
                          >
                            {t('end')}
                          </button>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Asked>
      </section>
      {sure.question}
    </>
  )
}
