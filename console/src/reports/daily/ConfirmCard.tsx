import { reportLines } from '@wangdi/domain/reports/daily-report.ts'
import { confirmReport } from '@wangdi/domain/reports/reports.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { attention, done, locked } from '@wangdi/ui/marks/icons.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { type ReportReply, rowId } from './report-reply.ts'

/** What is still open, each with the way there; only then may the report be confirmed, once, under a name. */
export function ConfirmCard({ report }: { report: ReportReply }) {
  const { t } = useTranslation('reports')
  const say = useSaying()
  const { access, account } = useSession()
  const confirming = useCommand(confirmReport, ['reports', 'plan'])
  const open = report.points.length
  const mine = 'reports.confirm' in access
  return (
    <section className="card" aria-label={t('confirm.title')}>
      <div className="card-head">
        <h2>{t('confirm.title')}</h2>
        <span className="end">
          <Tag tone={open > 0 ? 'due' : 'done'}>{open > 0 ? t('confirm.points', { n: open }) : t('confirm.ready')}</Tag>
        </span>
      </div>
      <ul className="report-points">
        <li className="done">
          <Icon of={done} />
          {t('confirm.checked', { n: report.lines.length - open })}
        </li>
        {report.points.map(({ line, why }) => (
          <li key={line}>
            <Icon of={attention} />
            <span>{t(why === 'say-zero' ? 'confirm.zero' : 'confirm.explain', { line: say(reportLines[line]) })}</span>
            <button type="button" className="w-link" onClick={() => goTo(rowId(line))}>
              {t('confirm.go')}
            </button>
          </li>
        ))}
      </ul>
      <div className="report-confirm">
        {mine ? (
          <Popconfirm
            title={t('confirm.sure')}
            okText={t('confirm.yes')}
            cancelText={t('confirm.no')}
            disabled={open > 0}
            onConfirm={() => confirming.mutate({ community: report.community, day: report.day })}
          >
            <Button
              block
              size="large"
              type="primary"
              disabled={open > 0}
              loading={confirming.isPending}
              icon={<Icon of={locked} />}
            >
              {t('confirm.button')}
            </Button>
          </Popconfirm>
        ) : (
          <p className="quiet small">{t('confirm.notYours')}</p>
        )}
        {confirming.error ? <ErrorLine problem={confirming.error} /> : null}
        <p className="quiet small">
          {open > 0 && t('confirm.wait', { n: open })} {mine && t('confirm.note', { name: account.name })}
        </p>
      </div>
    </section>
  )
}

function goTo(id: string): void {
  const row = document.getElementById(id)
  row?.scrollIntoView({ block: 'center' })
  row?.querySelector<HTMLElement>('td.said button, td.said input')?.focus()
}
