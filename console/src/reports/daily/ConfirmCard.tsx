import { type AnyLine, type ContradictionKind, reportLines } from '@wangdi/domain/reports/daily-report.ts'
import { confirmReport } from '@wangdi/domain/reports/reports.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { attention, done, locked } from '@wangdi/ui/marks/icons.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rowsSaid } from '../../lists/Counted.tsx'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { type ReportReply, rowId, wordsIn } from './report-reply.ts'

/** What is still open, each with the way there; only then may the report be confirmed, once, under a name. */
export function ConfirmCard({
  report,
  onAgainst,
}: {
  report: ReportReply
  onAgainst: (line: AnyLine, why: ContradictionKind) => void
}) {
  const { t } = useTranslation('reports')
  const say = useSaying()
  const { access, account } = useSession()
  const confirming = useCommand(confirmReport, ['reports', 'plan'])
  const open = report.points.length
  const mine = 'reports.confirm' in access
  const [asking, setAsking] = useState(false)
  const confirm = () => {
    setAsking(false)
    confirming.mutate({ community: report.community, day: report.day })
  }
  return (
    <section className="card" aria-label={t('confirm.title')} {...rowsSaid('points', open)}>
      <div className="card-head">
        <h2>{t('confirm.title')}</h2>
        <span className="end">
          <Tag tone={open > 0 ? 'due' : 'done'}>
            {open > 0 ? t('confirm.points', { count: open, n: open }) : t('confirm.ready')}
          </Tag>
        </span>
      </div>
      <ul className="report-points">
        <li className="done">
          <Icon of={done} />
          {t('confirm.checked', { count: report.lines.length - open, n: report.lines.length - open })}
        </li>
        {report.points.map(({ line, why }) => (
          <li key={line}>
            <Icon of={attention} />
            <span>{t(why === 'say-zero' ? 'confirm.zero' : 'confirm.explain', { line: say(wordsIn(report, line)) })}</span>
            <button type="button" className="w-link" onClick={() => goTo(rowId(line))}>
              {t('confirm.go')}
            </button>
          </li>
        ))}
        {report.contradictions.map((one) => (
          <li key={`${one.line} ${one.why} ${one.other}`}>
            <Icon of={attention} />
            <Against one={one} report={report} />
            <button
              type="button"
              className="w-link"
              data-figure={one.n}
              data-opens="report-behind"
              onClick={() => onAgainst(one.line, one.why)}
            >
              {t('against.see')}
            </button>
          </li>
        ))}
      </ul>
      <div className="report-confirm">
        {mine ? (
          <Button
            block
            size="large"
            type="primary"
            disabled={open > 0}
            loading={confirming.isPending}
            icon={<Icon of={locked} />}
            onClick={() => setAsking(true)}
          >
            {t('confirm.button')}
          </Button>
        ) : (
          <p className="quiet small">{t('confirm.notYours')}</p>
        )}
        <Modal
          open={asking}
          title={t('confirm.title')}
          okText={t('confirm.yes')}
          onOk={confirm}
          onCancel={() => setAsking(false)}
        >
          {report.contradictions.length > 0 && (
            <>
              <p>{t('against.head', { count: report.contradictions.length, n: report.contradictions.length })}</p>
              <ul>
                {report.contradictions.map((one) => (
                  <li key={`${one.line} ${one.why} ${one.other}`}>
                    <Against one={one} report={report} />
                  </li>
                ))}
              </ul>
            </>
          )}
          {t('confirm.sure')}
        </Modal>
        {confirming.error ? <ErrorLine problem={confirming.error} /> : null}
        <p className="quiet small">
          {open > 0 && t('confirm.wait', { count: open, n: open })} {mine && t('confirm.note', { name: account.name })}
        </p>
      </div>
    </section>
  )
}

/** One contradiction between a line and a register, in words. */
function Against({ one: { line, why, other, n }, report }: { one: ReportReply['contradictions'][number]; report: ReportReply }) {
  const { t } = useTranslation('reports')
  const say = useSaying()
  return (
    <span>
      {t(`against.${why}`, { count: n, line: say(wordsIn(report, line)), other: other ? say(reportLines[other]) : '' })}
    </span>
  )
}

function goTo(id: string): void {
  const row = document.getElementById(id)
  row?.scrollIntoView({ block: 'center' })
  row?.querySelector<HTMLElement>('td.said button, td.said input')?.focus()
}
