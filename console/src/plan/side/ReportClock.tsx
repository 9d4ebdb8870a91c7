import { readDailyReport } from '@wangdi/domain/reports/reports.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { document } from '@wangdi/ui/marks/icons.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { formatSpan, formatTime } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ask } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'
import { useListPage } from '../plan-reply.ts'

const communityDigits = 12

/** How long until today's report is due, how many of its lines are checked, and the way to it. */
export function ReportClock({ community }: { community: string }) {
  const { t } = useTranslation('plan')
  const language = useLanguage()
  const now = useNow()
  const { access } = useSession()
  const to = useListPage()('daily-report')
  const asked = community.length === communityDigits && 'reports.daily' in access
  const { data, error } = useQuery({ ...ask(readDailyReport, { community }), enabled: asked })
  const deadline = data?.deadlines.find(({ level }) => level === 'community')?.at
  if (asked && !data && !error) {
    return (
      <section className="card" aria-label={t('report.title')}>
        <Skeleton rows={3} height={44} />
      </section>
    )
  }
  if (!data || !deadline) return null
  const left = Date.parse(deadline) - now
  const time = formatTime(deadline)
  const sent = data.frozen.length > 0
  return (
    <section className="card" aria-label={t('report.title')}>
      <div className="card-head">
        <Icon of={document} />
        <h2>{t('report.title')}</h2>
        <span className="end">
          <Tag tone={sent ? 'done' : 'plain'}>{sent ? t('report.confirmed') : t('report.draft')}</Tag>
        </span>
      </div>
      <div className="plan-report">
        {!sent && (
          <div className="big">
            <strong className={left < 0 ? 'w-soon' : undefined}>{formatSpan(Math.abs(left), language)}</strong>
            <span className="quiet">{left < 0 ? t('report.late', { time }) : t('report.due', { time })}</span>
          </div>
        )}
        <p className="quiet small">
          {t('report.checked', { checked: data.lines.length - data.points.length, open: data.points.length })}
        </p>
        {to && (
          <Link to={to} className="plan-button">
            {sent ? t('report.see') : t('report.go')}
          </Link>
        )}
      </div>
    </section>
  )
}
