import './health.css'
import { listTiers } from '@wangdi/domain/health/health.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../lists/Asked.tsx'
import { OfCommunity } from '../lists/ChooseCommunity.tsx'
import { Pager } from '../lists/Pager.tsx'
import { usePage } from '../lists/use-page.ts'
import { ask } from '../shell/call.ts'
import { readTierFilter, TierCounts } from './TierCounts.tsx'
import { type TierLine, TierTable } from './TierTable.tsx'

const DecideForm = lazy(() => import('./DecideForm.tsx'))
const RecordForm = lazy(() => import('./RecordForm.tsx'))

/** 健康分级: the ledger of the old and of others with a health record; the table proposes a colour, a doctor decides. */
export default function TiersPage() {
  const { t } = useTranslation('health')
  return <OfCommunity title={t('title')}>{(community) => <Tiers key={community} community={community} />}</OfCommunity>
}

function Tiers({ community }: { community: string }) {
  const { t } = useTranslation('health')
  const navigate = useNavigate()
  const filter = readTierFilter(useSearch({ strict: false }))
  const [act, setAct] = useState<{ do: 'decide' | 'record'; row: TierLine }>()
  const [page, setPage] = usePage(community, filter)
  const answer = useQuery({ ...ask(listTiers, { community, ...filter, page }), placeholderData: keepPreviousData })
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
        <div className="actions">
          {answer.data && (
            <StaleLine at={answer.dataUpdatedAt} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />
          )}
        </div>
      </div>
      <section className={answer.isPlaceholderData ? 'card list-busy' : 'card'} aria-label={t('label')}>
        <Asked answer={answer} rows={12} height={36}>
          {({ rows, total, counts }) => (
            <>
              <TierCounts
                counts={counts}
                filter={filter}
                onFilter={(to) => {
                  void navigate({ to: '/tiers', search: to as never, replace: true })
                }}
              />
              {rows.length === 0 ? (
                <Empty>{t(counts.people === 0 ? 'none' : 'noneHere')}</Empty>
              ) : (
                <TierTable
                  rows={rows}
                  onDecide={(row) => setAct({ do: 'decide', row })}
                  onRecord={(row) => setAct({ do: 'record', row })}
                />
              )}
              <Pager
                page={page}
                total={total}
                rows="tiers"
                unit={(count) => t('unit', { count })}
                order={t('order')}
                busy={answer.isFetching}
                onPage={setPage}
              />
            </>
          )}
        </Asked>
      </section>
      {act && (
        <Suspense>
          {act.do === 'decide' ? (
            <DecideForm row={act.row} onClose={() => setAct(undefined)} />
          ) : (
            <RecordForm row={act.row} onClose={() => setAct(undefined)} />
          )}
        </Suspense>
      )}
    </>
  )
}
