import { requestKinds } from '@wangdi/domain/requests/kinds.ts'
import { listRequests } from '@wangdi/domain/requests/requests.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../../lists/Asked.tsx'
import { Counted } from '../../../lists/Counted.tsx'
import { ask } from '../../../shell/call.ts'
import { useSaying } from '../../../shell/say.ts'
import { ShortName } from '../use-progress.ts'

const shown = 3

/** What waits for an answer, due first: the same requests as in their own list. */
export function Waiting({ place }: { place: string }) {
  const { t } = useTranslation('progress')
  const say = useSaying()
  const today = dayOf(useNow())
  const answer = useQuery({
    ...ask(listRequests, { place, show: 'open', page: 0, size: shown }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
  const { data } = answer
  return (
    <section className="card" aria-label={t('requests.title')}>
      <div className="card-head">
        <h2>{t('requests.title')}</h2>
        {data && data.open > 0 && (
          <Counted n={data.open} of={{ to: '/requests', rows: 'requests-open' }} className="end">
            <Tag tone={data.late > 0 ? 'not' : 'due'}>
              {[t('requests.open', { count: data.open }), data.late > 0 && t('requests.late', { count: data.late })]
                .filter(Boolean)
                .join(t('sep'))}
            </Tag>
          </Counted>
        )}
      </div>
      <Asked answer={answer} rows={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="quiet progress-pad">{t('requests.none')}</p>
          ) : (
            <ul className="progress-side">
              {rows.map((row) => (
                <li key={row.id}>
                  <span className="first">
                    <b>
                      <ShortName code={row.against} />
                    </b>
                    {row.due_on && (
                      <Tag tone={row.late ? 'not' : 'plain'}>{t('requests.due', { day: formatDay(row.due_on, today) })}</Tag>
                    )}
                  </span>
                  <span className="second">{say(requestKinds[row.kind].words)}</span>
                </li>
              ))}
              <li className="last">
                <Link to="/requests">{t('requests.all')} ›</Link>
              </li>
            </ul>
          )
        }
      </Asked>
    </section>
  )
}
