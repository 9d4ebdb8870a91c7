import { listDecisions } from '@wangdi/domain/plan/replay/replay.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

/** What persons decided by the rules, newest first; each can be asked again. */
export function Decisions({ place }: { place: string }) {
  const { t } = useTranslation('replay')
  const say = useSaying()
  const today = dayOf(useNow())
  const [page, setPage] = usePage(place)
  const answer = useQuery({ ...ask(listDecisions, { place, page }), placeholderData: keepPreviousData })
  return (
    <section className="card" aria-label={t('decisions')}>
      <h2 className="card-head">{t('decisions')}</h2>
      <Asked answer={answer} rows={3}>
        {({ rows, total }) =>
          total === 0 ? (
            <Empty>{t('noDecisions')}</Empty>
          ) : (
            <>
              <div className="list-scroll">
                <table className="list-table stack">
                  <thead>
                    <tr>
                      <th>{t('decided')}</th>
                      <th>{t('place')}</th>
                      <th>{t('question')}</th>
                      <th>{t('from')}</th>
                      <th>{t('at')}</th>
                      <th>{t('act')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map(({ kind, id, decided, place_name: name, question, day, at }) => (
                      <tr key={id}>
                        <td>{say(decided)}</td>
                        <td data-label={t('place')}>{name || t('nation')}</td>
                        <td data-label={t('question')}>{t(`questions.${question}`)}</td>
                        <td className="nowrap" data-label={t('from')}>
                          {formatDay(day, today)}
                        </td>
                        <td className="nowrap" data-label={t('at')}>
                          {formatMoment(at, today)}
                        </td>
                        <td>
                          <Link to={'/replay' as never} search={{ decision: `${kind}:${id}` } as never}>
                            {t('replay')}
                          </Link>
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
                order={t('order')}
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
