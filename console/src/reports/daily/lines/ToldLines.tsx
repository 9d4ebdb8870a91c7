import { type ReportLine, wordsOfLine } from '@wangdi/domain/reports/daily-report.ts'
import { sayLine } from '@wangdi/domain/reports/reports.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { formatNumber, formatTime } from '@wangdi/ui/words/format.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { isCount, readCount } from '../../../lists/typed-number.ts'
import { useCommand } from '../../../shell/call.ts'
import { useSaying } from '../../../shell/say.ts'
import { useSession } from '../../../shell/session.ts'
import { linesOf, type ReportReply, rowId } from '../report-reply.ts'

/** The lines of notices that a person counts: the count, a zero that is said, or that it is not finished; absence is none of them. */
export function ToldLines({ report, lines }: { report: ReportReply; lines: readonly ReportLine[] }) {
  const { t } = useTranslation('reports')
  const told = linesOf(lines, 'told')
  if (told.length === 0) return null
  return (
    <div className="list-scroll">
      <table className="report-lines">
        <thead>
          <tr>
            <th scope="col">{t('told')}</th>
            <th scope="col">{t('column.count')}</th>
            <th scope="col" className="said">
              {t('column.said')}
            </th>
          </tr>
        </thead>
        <tbody>
          {told.map((line) => (
            <Told key={line.name} line={line} report={report} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Told({ line, report }: { line: ReportLine; report: ReportReply }) {
  const { t } = useTranslation('reports')
  const say = useSaying()
  const { access } = useSession()
  const editable = report.open && report.frozen.length === 0 && 'reports.say-line' in access
  const count = line.figures[0]
  const point = report.points.some((each) => each.line === line.name)
  const said = line.said_at && line.state !== 'open' ? { by: line.said_by, time: formatTime(line.said_at) } : undefined
  return (
    <tr id={rowId(line.name)} className={point ? 'report-told point' : 'report-told'}>
      <th scope="row">
        {say(wordsOfLine(line))}
        {line.own && (
          <small className="quiet" style={{ display: 'block' }}>
            {line.own.source.document}·{line.own.source.section}
          </small>
        )}
      </th>
      <td className="key">
        {count === null ? t(line.state === 'not-reported' ? 'notReported' : 'change.none') : formatNumber(count)}
      </td>
      <td className="said">
        {said && <span className="quiet small">{t('countSaid', said)}</span>}{' '}
        {editable && <Count key={`${line.state} ${count}`} line={line} report={report} label={say(wordsOfLine(line))} />}
      </td>
    </tr>
  )
}

function Count({ line, report, label }: { line: ReportLine; report: ReportReply; label: string }) {
  const { t } = useTranslation('reports')
  const saying = useCommand(sayLine, ['reports'])
  const [typed, setTyped] = useState('')
  const tell = (zero: 'zero' | 'not-reported' | 'counted' | 'take-back', count?: number) =>
    saying.mutate({
      ...{ id: newId(), community: report.community, day: report.day, line: line.name, zero },
      ...(count !== undefined && { count }),
    })
  if (line.state !== 'open')
    return (
      <button type="button" className="w-link" disabled={saying.isPending} onClick={() => tell('take-back')}>
        {t('takeBack')}
      </button>
    )
  const count = isCount(typed) && typed.trim() !== '' ? readCount(typed) : undefined
  return (
    <span className="report-zero">
      <Input
        size="small"
        inputMode="numeric"
        maxLength={8}
        value={typed}
        aria-label={label}
        placeholder={t('column.count')}
        onChange={(event) => setTyped(event.target.value)}
        style={{ width: 90 }}
      />
      <Button
        size="small"
        type="primary"
        disabled={count === undefined}
        loading={saying.isPending}
        onClick={() => count !== undefined && (count === 0 ? tell('zero') : tell('counted', count))}
      >
        {t('sayCount')}
      </Button>
      <Button size="small" disabled={saying.isPending} onClick={() => tell('zero')}>
        {t('zero')}
      </Button>
      <Button size="small" disabled={saying.isPending} onClick={() => tell('not-reported')}>
        {t('unfinished')}
      </Button>
      {saying.error ? <ErrorLine problem={saying.error} /> : null}
    </span>
  )
}
