import { importProgress } from '@wangdi/domain/people/import.api.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { ask } from '../../shell/call.ts'

/** How far a running import is, asked again each second. */
export function Running({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('imports')
  const { data } = useQuery({ ...ask(importProgress, { id }), refetchInterval: 1000, staleTime: 0, retry: false })
  const { phase = 'reading', done = 0, total = null } = data ?? {}
  return (
    <section className="card" aria-label={t('running.title', { name })}>
      <div className="card-head">
        <h2>{t('running.title', { name })}</h2>
        <span className="sub" role="status">
          {t(`running.${phase}`)}{' '}
          {total === null
            ? done > 0 && t('running.some', { done: formatNumber(done) })
            : t('running.of', { done: formatNumber(done), total: formatNumber(total) })}
        </span>
      </div>
      <div className="import-running">
        <Progress
          aria-label={t('running.title', { name })}
          percent={total ? Math.min(99, Math.round((done / total) * 100)) : 0}
          showInfo={total !== null}
          status="active"
        />
        <p className="quiet">{t('running.keep')}</p>
      </div>
    </section>
  )
}
