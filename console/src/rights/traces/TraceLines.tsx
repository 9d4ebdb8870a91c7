import { readTraces, type TraceLine } from '@wangdi/domain/rights/traces/traces.api.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { formatMoment, formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager, pageSize } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

/** The lines of one account on a day; scrolled to where they stand below the list in which it was chosen. */
export function TraceLines({
  place,
  day,
  today,
  account,
  name,
}: {
  place: string
  day: string
  today: string
  account: string
  name: string
}) {
  const { t } = useTranslation('traces')
  const [page, setPage] = usePage(place, account, day)
  const head = useRef<HTMLDivElement>(null)
  useEffect(() => {
    head.current?.scrollIntoView({ block: 'nearest' }) // gives a promise in newer browsers, so nothing is returned
  }, [])
  const asked = { place, account, from: day, to: day, page, size: pageSize }
  const answer = useQuery({ ...ask(readTraces, asked), placeholderData: keepPreviousData })
  const title = t('linesOf', { name: name || t('nobody') })
  return (
    <section className="card" aria-label={title}>
      <div ref={head} className="card-head trace-lines-head">
        <h2>{title}</h2>
      </div>
      <Asked answer={answer} rows={8}>
        {({ lines: { rows, total } }) => (
          <>
            {rows.some(({ times }) => times !== null) && <p className="quiet small trace-folded">{t('folded')}</p>}
            <Lines rows={rows} today={today} />
            <Pager
              page={page}
              total={total}
              unit={(count) => t('unit', { count })}
              order={t('order')}
              busy={answer.isPlaceholderData}
              onPage={setPage}
            />
          </>
        )}
      </Asked>
    </section>
  )
}

function Lines({ rows, today }: { rows: readonly TraceLine[]; today: string }) {
  const { t } = useTranslation('traces')
  const say = useSaying()
  return (
    <div className="list-scroll">
      <table className="list-table stack">
        <thead>
          <tr>
            <th>{t('at')}</th>
            <th>{t('verb')}</th>
            <th className="figure">{t('seen')}</th>
            <th>{t('refused')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((line, at) => (
            <tr key={`${line.at} ${at}`}>
              <td className="nowrap">{formatMoment(line.at, today)}</td>
              <td>{say(line.words)}</td>
              <td className="figure" data-label={line.seen > 0 ? t('seen') : undefined}>
                {line.seen > 0 ? formatNumber(line.seen) : ''}
              </td>
              <td>
                {line.why && <Tag tone="due">{say(line.why)}</Tag>}
                {line.times !== null && <span className="quiet small"> {t('times', { count: line.times })}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
