import { correctReport } from '@wangdi/domain/reports/reports.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { formatMoment, formatSpan } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { Differs } from './Differs.tsx'
import { type ReportReply, wordsIn } from './report-reply.ts'

/** The frozen versions, what differs since, and the way to a corrected version. */
export function SentCard({ report, today }: { report: ReportReply; today: string }) {
  const { t } = useTranslation('reports')
  const language = useLanguage()
  return (
    <section className="card" aria-label={t('sent.title')}>
      <div className="card-head">
        <h2>{t('sent.title')}</h2>
      </div>
      <ul className="report-versions">
        {report.frozen.map((one) => (
          <li key={one.version}>
            {t('sent.version', {
              count: one.version,
              n: one.version,
              by: one.confirmed_by,
              time: formatMoment(one.confirmed_at, today),
            })}{' '}
            <Tag tone={one.late_minutes > 0 ? 'due' : 'done'}>
              {one.late_minutes > 0
                ? t('sent.late', { span: formatSpan(one.late_minutes * 60_000, language) })
                : t('sent.inTime')}
            </Tag>
            {one.reason && <p className="quiet small">{t('sent.reason', { reason: one.reason })}</p>}
          </li>
        ))}
      </ul>
      <Since report={report} />
    </section>
  )
}

function Since({ report }: { report: ReportReply }) {
  const { t } = useTranslation('reports')
  const say = useSaying()
  if (report.differences.length === 0) return <p className="report-since quiet small">{t('sent.same')}</p>
  return (
    <div className="report-since">
      <p>{t('sent.changed', { count: report.differences.length, n: report.differences.length })}</p>
      <ul>
        {report.differences.map((one) => (
          <li key={one.line}>
            {say(wordsIn(report, one.line))}{' '}
            <span className="due">
              <Differs of={one} own={report.lines.find(({ name }) => name === one.line)?.own} />
            </span>
          </li>
        ))}
      </ul>
      <Correct report={report} />
    </div>
  )
}

function Correct({ report }: { report: ReportReply }) {
  const { t } = useTranslation('reports')
  const { access } = useSession()
  const correcting = useCommand(correctReport, ['reports'])
  const [reason, setReason] = useState<string>()
  if (!('reports.correct' in access) || !report.open) return null
  if (reason === undefined) return <Button onClick={() => setReason('')}>{t('sent.correct')}</Button>
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        correcting.mutate(
          { community: report.community, day: report.day, reason: reason.trim() },
          { onSuccess: () => setReason(undefined) },
        )
      }}
    >
      <Input.TextArea
        autoFocus
        rows={2}
        maxLength={300}
        value={reason}
        aria-label={t('sent.why')}
        placeholder={t('sent.why')}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button htmlType="submit" type="primary" disabled={reason.trim() === ''} loading={correcting.isPending}>
        {t('sent.correct')}
      </Button>
      <Button onClick={() => setReason(undefined)}>{t('ui:cancel')}</Button>
      {correcting.error ? <ErrorLine problem={correcting.error} /> : null}
    </form>
  )
}
