import { type AnyLine, type ContradictionKind, figuresAre, type ReportLine } from '@wangdi/domain/reports/daily-report.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { attention, locked, source } from '@wangdi/ui/marks/icons.ts'
import { formatDay, formatTime } from '@wangdi/ui/words/format.ts'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { BehindPanel } from './BehindPanel.tsx'
import { ClockCard } from './ClockCard.tsx'
import { ConfirmCard } from './ConfirmCard.tsx'
import { Differs } from './Differs.tsx'
import { LevelsCard } from './LevelsCard.tsx'
import { LinesTable } from './lines/LinesTable.tsx'
import { type ReportReply, wordsIn } from './report-reply.ts'
import { SentCard } from './SentCard.tsx'
import { ToldLines } from './lines/ToldLines.tsx'

// Which figure of the report an address asks to see behind.
function readFigure(search: object, lines: readonly ReportLine[]): { line: AnyLine; figure: number } | undefined {
  const { line: asked, figure } = search as { line?: unknown; figure?: unknown }
  const line = lines.find((one) => one.name === asked && figuresAre(one) !== 'told')?.name
  if (line === undefined) return undefined
  return { line, figure: typeof figure === 'number' && figure >= 0 && figure <= 3 ? Math.floor(figure) : 0 }
}

/** The lines with what is said of them; beside them clock, confirmation and the levels above. */
export function Report({ report, today }: { report: ReportReply; today: string }) {
  const { t } = useTranslation('reports')
  const say = useSaying()
  // A day whose function is closed by now is shown as it was frozen.
  const lines = report.open ? report.lines : (report.frozen[0]?.lines ?? [])
  const asked = readFigure(useSearch({ strict: false }), lines)
  const [behind, setBehind] = useState<{ line: AnyLine; figure: number; contradiction?: ContradictionKind } | undefined>(asked)
  if (!report.open && report.frozen.length === 0)
    return (
      <section className="card">
        <Empty>{t('closed', { why: say(report.why_closed) })}</Empty>
      </section>
    )
  return (
    <>
      <DayBefore report={report} today={today} />
      <div className="report-layout">
        <section className="card report-card">
          <LinesTable kind="people" report={report} lines={lines} onBehind={(line, figure) => setBehind({ line, figure })} />
          <LinesTable kind="work" report={report} lines={lines} onBehind={(line, figure) => setBehind({ line, figure })} />
          {lines.some((line) => figuresAre(line) === 'asked') && (
            <LinesTable kind="asked" report={report} lines={lines} onBehind={(line, figure) => setBehind({ line, figure })} />
          )}
          <ToldLines report={report} lines={lines} />
          <p className="report-key">
            <span>
              <b>0</b> {t('noteZero')}
            </span>
            <span>
              <span className="report-unreported">
                <Icon of={attention} size={12} />
                {t('notReported')}
              </span>{' '}
              {t('noteUnreported')}
            </span>
            <span>
              <span className="report-na">{t('notApplicable')}</span> {t('notAsked')}
            </span>
            <span>
              <Icon of={source} size={13} /> {t('noteSource')}
            </span>
            {report.late_entries > 0 && (
              <span className="due">{t('lateEntries', { count: report.late_entries, n: report.late_entries })}</span>
            )}
            <span className="end">{t('fetched', { time: formatTime(report.at) })}</span>
          </p>
        </section>
        <aside className="report-side">
          {behind && (
            <BehindPanel
              key={`${behind.line} ${behind.figure} ${behind.contradiction}`}
              community={report.community}
              day={report.day}
              {...behind}
              own={lines.find(({ name }) => name === behind.line)?.own}
              figures={lines.find(({ name }) => name === behind.line)?.figures}
              onClose={() => setBehind(undefined)}
            />
          )}
          {report.open && report.frozen.length === 0 && <ClockCard deadlines={report.deadlines} />}
          {report.frozen.length === 0 ? (
            <ConfirmCard report={report} onAgainst={(line, contradiction) => setBehind({ line, figure: 0, contradiction })} />
          ) : (
            <SentCard report={report} today={today} />
          )}
          {report.open && <LevelsCard community={report.community} day={report.day} />}
        </aside>
      </div>
    </>
  )
}

/** What came in after the freeze of the day before: shown, never put in by itself. */
function DayBefore({ report, today }: { report: ReportReply; today: string }) {
  const { t } = useTranslation('reports')
  const say = useSaying()
  const { day_before } = report
  if (!day_before || day_before.differences.length === 0) return null
  return (
    <p className="report-banner">
      <Icon of={locked} />
      <span>
        <b>{t('yesterday.head', { day: formatDay(day_before.day, today) })}</b>{' '}
        {day_before.differences.map((one) => (
          <span key={one.line}>
            {say(wordsIn(report, one.line))} <Differs of={one} />；
          </span>
        ))}
        {t('yesterday.tail')}
      </span>
      <Link to="/reports" search={{ day: day_before.day } as never}>
        {t('yesterday.see')}
      </Link>
    </p>
  )
}
