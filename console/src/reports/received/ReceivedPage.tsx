import '../reports.css'
import type { AnyLine } from '@wangdi/domain/reports/daily-report.ts'
import { readRollUp } from '@wangdi/domain/reports/reports.api.ts'
import { parentOf } from '@wangdi/domain/place-code.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { dayOf, formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Counted } from '../../lists/Counted.tsx'
import { ask } from '../../shell/call.ts'
import { lookAt, useLookedAt } from '../../shell/looked-at.ts'
import { useSession } from '../../shell/session.ts'
import { Below, linesOf } from './Below.tsx'
import type { Received } from './received.ts'
import { Sums } from './Sums.tsx'

// The line that an address asks for, where it is shown here.
const lineAsked = (received: Received, asked: unknown): AnyLine | undefined =>
  linesOf(received).find(({ name }) => name === asked)?.name

/** 上报汇总: received, missing and sums of a place; a line opens down to the next level, figures only. */
export default function ReceivedPage() {
  const { t } = useTranslation('reports')
  const { account } = useSession()
  const looked = useLookedAt()
  // A community sees its street: it has nothing below itself.
  const place = looked.length === 12 ? looked.slice(0, 9) : looked
  const today = dayOf(useNow())
  const asked = useSearch({ strict: false }) as { day?: unknown; line?: unknown }
  const navigate = useNavigate()
  const day = typeof asked.day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asked.day) && asked.day <= today ? asked.day : today
  const answer = useQuery({ ...ask(readRollUp, { place, day }), placeholderData: keepPreviousData, refetchInterval: 60_000 })
  const { data, isFetching, refetch } = answer
  const mayGoUp = place.length > account.place.length && account.place.length < 12
  return (
    <>
      <div className="title">
        <h1>{t('received.title')}</h1>
        {data && data.expected + data.received > 0 && (
          <span className="note">
            {(['expected', 'received', 'late'] as const).map((part, nth) => (
              <Fragment key={part}>
                {nth > 0 && t('received.stop')}
                <Counted n={data[part]} of={{ to: '/reports/received', search: { day }, rows: `reports-${part}` }}>
                  {t(`received.note.${part}`, { count: data[part], n: formatNumber(data[part]) })}
                </Counted>
              </Fragment>
            ))}
          </span>
        )}
        <div className="actions">
          {data && <StaleLine at={data.at} onRefresh={() => void refetch()} busy={isFetching} />}
          {mayGoUp && (
            <button type="button" className="w-link" onClick={() => lookAt(account.id, parentOf(place))}>
              {t('received.up')}
            </button>
          )}
          <input
            type="date"
            className="report-day"
            aria-label={t('day')}
            value={day}
            max={today}
            onChange={(event) =>
              event.target.value && void navigate({ to: '/reports/received', search: { day: event.target.value } as never })
            }
          />
        </div>
      </div>
      <Asked answer={answer} rows={10}>
        {(received) =>
          received.expected === 0 && received.received === 0 ? (
            <section className="card">
              <Empty>{t('received.none')}</Empty>
            </section>
          ) : (
            <div className="list-stack">
              <Sums sums={received.sums} own={received.own_sums} least={received.least} day={received.day} />
              <Below
                key={String(asked.line)}
                line={lineAsked(received, asked.line)}
                received={received}
                onOpen={(code) => lookAt(account.id, code)}
              />
            </div>
          )
        }
      </Asked>
    </>
  )
}
