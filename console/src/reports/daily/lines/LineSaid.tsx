import { figuresAre, type ReportLine } from '@wangdi/domain/reports/daily-report.ts'
import { explainLine, sayLine } from '@wangdi/domain/reports/reports.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { formatTime } from '@wangdi/ui/words/format.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../../shell/call.ts'
import { useSession } from '../../../shell/session.ts'
import { Differs } from '../Differs.tsx'
import type { ReportReply } from '../report-reply.ts'

interface Given {
  readonly line: ReportLine
  readonly report: ReportReply
  readonly label: string
}

// Where somebody is still held, what a person can say is that nobody new came, not that there is nobody.
const isHeld = (line: ReportLine) => (line.figures[2] ?? 0) > 0

/** What was said of a line, and the only fields of a report that a person fills. */
export function LineSaid({ line, report, label }: Given) {
  const { t } = useTranslation('reports')
  const { access } = useSession()
  const late = report.differences.find((each) => each.line === line.name)
  if (line.state === 'not-applicable') return <span className="quiet small">{t('notAsked')}</span>
  const editable = report.open && report.frozen.length === 0
  const isWork = figuresAre(line) === 'work'
  return (
    <>
      {late && (
        <span className="due small">
          <Differs of={late} />{' '}
        </span>
      )}
      {editable && 'reports.say-line' in access && !isWork && line.state !== 'counted' ? (
        <Zero line={line} report={report} />
      ) : (
        <SaidText line={line} />
      )}
      {editable && 'reports.explain-line' in access && (isWork || line.state === 'counted') ? (
        <Explanation line={line} report={report} label={label} />
      ) : (
        <span className="quiet small">{line.explanation}</span>
      )}
    </>
  )
}

function SaidText({ line }: { line: ReportLine }) {
  const { t } = useTranslation('reports')
  if (!line.said_at || (line.state !== 'zero' && line.state !== 'not-reported')) return null
  const said = { by: line.said_by, time: formatTime(line.said_at) }
  return (
    <StateMark state={line.state === 'zero' ? 'done' : 'unreported'} size={13}>
      {line.state === 'zero' ? t(isHeld(line) ? 'noneNewSaid' : 'zeroSaid', said) : t('unfinishedSaid', said)}
    </StateMark>
  )
}

function Zero({ line, report }: Omit<Given, 'label'>) {
  const { t } = useTranslation('reports')
  const saying = useCommand(sayLine, ['reports'])
  const tell = (zero: 'zero' | 'not-reported' | 'take-back') =>
    saying.mutate({ id: newId(), community: report.community, day: report.day, line: line.name, zero })
  const open = line.state === 'open'
  return (
    <span className="report-zero">
      {open ? (
        <>
          <Button size="small" type="primary" loading={saying.isPending} onClick={() => tell('zero')}>
            {t(isHeld(line) ? 'noneNew' : 'zero')}
          </Button>
          <Button size="small" disabled={saying.isPending} onClick={() => tell('not-reported')}>
            {t('unfinished')}
          </Button>
        </>
      ) : (
        <>
          <SaidText line={line} />
          <button type="button" className="w-link" disabled={saying.isPending} onClick={() => tell('take-back')}>
            {t('takeBack')}
          </button>
        </>
      )}
      {saying.error ? <ErrorLine problem={saying.error} /> : null}
    </span>
  )
}

function Explanation({ line, report, label }: Given) {
  const { t } = useTranslation('reports')
  const explaining = useCommand(explainLine, ['reports'])
  const [typed, setTyped] = useState<string>()
  const text = typed ?? line.explanation
  const needed = report.points.some((point) => point.line === line.name)
  const keep = () => {
    if (text.trim() === line.explanation) return
    explaining.mutate(
      { id: newId(), community: report.community, day: report.day, line: line.name, explanation: text.trim() },
      { onSuccess: () => setTyped(undefined) },
    )
  }
  return (
    <>
      <Input
        size="small"
        value={text}
        maxLength={200}
        status={needed ? 'warning' : ''}
        aria-label={t('explainOf', { line: label })}
        placeholder={needed ? t('explainLeft', { left: line.figures[2] ?? 0 }) : t('explainFree')}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onPressEnter={keep}
      />
      {explaining.error ? <ErrorLine problem={explaining.error} /> : null}
    </>
  )
}
