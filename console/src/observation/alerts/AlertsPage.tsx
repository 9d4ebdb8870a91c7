import '../observation.css'
import { listAlerts } from '@wangdi/domain/observation/observation.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Pagination } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rowsSaid } from '../../lists/Counted.tsx'
import { ask } from '../../shell/call.ts'
import { usePage } from '../../lists/use-page.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { AlertLine } from './AlertLine.tsx'

const size = 50

/** The doctor's list: abnormal readings with how long each has waited; the longest first. */
export default function AlertsPage() {
  const { t } = useTranslation('observation')
  const place = useLookedAt()
  const [answered, setAnswered] = useState(false)
  const [page, setPage] = usePage(place, answered)
  const { data, error, isFetching, refetch, dataUpdatedAt } = useQuery({
    ...ask(listAlerts, { place, answered, page, size }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  })
  return (
    <>
      <div className="title">
        <h1>{t('alerts.title')}</h1>
        {data && (
          <span className="note">
            {t(answered ? 'alerts.noteAnswered' : 'alerts.note', { count: data.total, shown: formatNumber(data.total) })}
          </span>
        )}
        <div className="actions">
          {data && <StaleLine at={dataUpdatedAt} onRefresh={() => void refetch()} busy={isFetching} />}
        </div>
      </div>
      {error && <ErrorLine problem={error} action={<Button onClick={() => void refetch()}>{t('again')}</Button>} />}
      <section className="card" {...rowsSaid('alerts', data?.total ?? -1)}>
        <div className="observation-filters" role="group" aria-label={t('list.filters')}>
          {[false, true].map((one) => (
            <button
              key={String(one)}
              type="button"
              aria-pressed={answered === one}
              onClick={() => {
                setAnswered(one)
              }}
            >
              {t(one ? 'alerts.answered' : 'alerts.waiting')}
            </button>
          ))}
        </div>
        {!data && !error && <Skeleton rows={4} height={72} />}
        {data?.rows.length === 0 && <Empty>{t(answered ? 'alerts.emptyAnswered' : 'alerts.empty')}</Empty>}
        {data?.rows.map((row) => (
          <AlertLine key={row.reading.id} row={row} />
        ))}
        {data && data.total > size && (
          <div className="observation-pages">
            <Pagination
              current={page + 1}
              pageSize={size}
              total={data.total}
              showSizeChanger={false}
              onChange={(next) => setPage(next - 1)}
            />
          </div>
        )}
      </section>
    </>
  )
}
