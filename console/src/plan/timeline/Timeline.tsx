import './timeline.css'
import { readTimeline, type TimelineSpan } from '@wangdi/domain/plan/timeline/timeline.ts'
import { daysBetween } from '@wangdi/domain/day.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { formatDay } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

const lanes = ['rules', 'response', 'level', 'zone', 'class', 'choice', 'order'] as const

interface Reply {
  from: string
  until: string
  spans: readonly TimelineSpan[]
}

/** 近 60 天: what was in force when; the first day of each leads to the plan of that day. */
export function Timeline({ place, on }: { place: string; on: string | undefined }) {
  const { t } = useTranslation('plan')
  const answer = useQuery(ask(readTimeline, on ? { place, on } : { place }))
  return (
    <section className="card plan-timeline" aria-label={t('timeline.title')}>
      <div className="card-head">
        <h2>{t('timeline.title')}</h2>
        <span className="sub">{t('timeline.lead')}</span>
      </div>
      <Asked answer={answer} rows={3}>
        {(line) => (line.spans.length === 0 ? <Empty>{t('timeline.none')}</Empty> : <Lanes line={line} />)}
      </Asked>
    </section>
  )
}

function Lanes({ line }: { line: Reply }) {
  const { t } = useTranslation('plan')
  return (
    <>
      <p className="plan-timeline-days quiet small" aria-hidden="true">
        <span>{formatDay(line.from, line.until)}</span>
        <span>{formatDay(line.until, line.until)}</span>
      </p>
      <dl>
        {lanes.flatMap((kind) => {
          const spans = line.spans.filter((span) => span.kind === kind)
          return spans.length === 0
            ? []
            : [
                <div key={kind}>
                  <dt>{t(`timeline.kinds.${kind}`)}</dt>
                  <dd>
                    {spans.map((span) => (
                      <Span key={`${span.from} ${span.text.zh}`} span={span} line={line} />
                    ))}
                  </dd>
                </div>,
              ]
        })}
      </dl>
    </>
  )
}

function Span({ span, line }: { span: TimelineSpan; line: Reply }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const days = daysBetween(line.from, line.until) + 1
  const first = Math.max(0, daysBetween(line.from, span.from))
  const last = span.until === null ? days : daysBetween(line.from, span.until) + 1
  const shown = { from: formatDay(span.from, line.until), until: span.until ? formatDay(span.until, line.until) : '' }
  const on = span.from < line.from ? line.from : span.from
  return (
    <div className={`plan-span plan-span-${span.kind}`}>
      <span className="plan-span-words">
        <b>{say(span.text)}</b>{' '}
        <Link to="/plan" search={{ on } as never} title={t('timeline.see', { day: formatDay(on, line.until) })}>
          {t(span.until ? 'timeline.span' : 'timeline.open', shown)}
        </Link>
      </span>
      <span className="plan-span-track" aria-hidden="true">
        <i style={{ left: `${(first / days) * 100}%`, width: `${(Math.max(1, last - first) / days) * 100}%` }} />
      </span>
    </div>
  )
}
