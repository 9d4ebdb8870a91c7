import '../reports.css'
import { readDailyReport } from '@wangdi/domain/reports/reports.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { print } from '@wangdi/ui/marks/icons.ts'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { rowsSaid } from '../../lists/Counted.tsx'
import { OfCommunity } from '../../lists/ChooseCommunity.tsx'
import { ask } from '../../shell/call.ts'
import { Report } from './Report.tsx'
import { Steps } from './Steps.tsx'

/** 日报核对: every figure is computed; the director looks, explains, says zero, confirms, and it freezes. */
export default function DailyPage() {
  const { t } = useTranslation('reports')
  return <OfCommunity title={t('title')}>{(community) => <Daily key={community} community={community} />}</OfCommunity>
}

function Daily({ community }: { community: string }) {
  const { t } = useTranslation('reports')
  const today = dayOf(useNow())
  const asked = useSearch({ strict: false }) as { day?: unknown }
  const navigate = useNavigate()
  const day = typeof asked.day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asked.day) && asked.day <= today ? asked.day : today
  const answer = useQuery({
    ...ask(readDailyReport, { community, day }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
  const { data, isFetching, refetch } = answer
  return (
    <>
      <div className="title">
        <h1>{day === today ? t('title') : t('pastTitle', { day: formatDay(day, today) })}</h1>
        {data?.open && <Steps frozen={data.frozen.length > 0} ready={data.points.length === 0} />}
        <div className="actions">
          {data && <StaleLine at={data.at} onRefresh={() => void refetch()} busy={isFetching} />}
          <input
            type="date"
            className="report-day"
            aria-label={t('day')}
            value={day}
            max={today}
            onChange={(event) =>
              event.target.value && void navigate({ to: '/reports', search: { day: event.target.value } as never })
            }
          />
          <Button icon={<Icon of={print} />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      </div>
      <Asked answer={answer} rows={14}>
        {(report) => (
          <div {...rowsSaid('report-unconfirmed', report.open && report.frozen.length === 0 ? 1 : 0)}>
            <span {...rowsSaid('report-late', report.frozen.some((one) => one.late_minutes > 0) ? 1 : 0)} />
            <Report report={report} today={today} />
          </div>
        )}
      </Asked>
    </>
  )
}
