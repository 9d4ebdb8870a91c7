import './arrivals.css'
import { listArrivals } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Counted } from '../../lists/Counted.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSession } from '../../shell/session.ts'
import { ArrivalPanel } from './ArrivalPanel.tsx'
import { type ArrivalFilter, ArrivalFilters, readArrivalFilter } from './ArrivalFilters.tsx'
import { ArrivalTable } from './ArrivalTable.tsx'

const ArrivalForm = lazy(() => import('./ArrivalForm.tsx'))

/** 来返人员: who came or is expected, from where, and whether the origin was confirmed. */
export default function ArrivalsPage() {
  const { t } = useTranslation('arrivals')
  const place = useLookedAt()
  const { access } = useSession()
  const navigate = useNavigate()
  const filter = readArrivalFilter(useSearch({ strict: false }))
  // Who comes from a person sees that person's arrivals, the newest opened.
  const { person } = filter
  const [open, setOpen] = useState<string>()
  const [entering, setEntering] = useState(false)
  const [page, setPage] = usePage(place, filter)
  const answer = useQuery({ ...ask(listArrivals, { place, ...filter, page }), placeholderData: keepPreviousData })
  const { data } = answer
  const opened = data?.rows.find((row) => row.id === (open ?? (person ? data.rows[0]?.id : undefined)))
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        {data && (
          <span className="note">
            <Count n={data.counts.expected} filter={{ ...filter, state: 'expected' }}>
              {t('countExpected', { shown: formatNumber(data.counts.expected) })}
            </Count>
            {t('between')}
            <Count n={data.counts.arrived} filter={{ ...filter, state: 'arrived' }}>
              {t('countArrived', { shown: formatNumber(data.counts.arrived) })}
            </Count>
            {t('between')}
            <Count n={data.total - data.counts.checked} filter={{ ...filter, unchecked: true }}>
              {t('countOpen', { shown: formatNumber(data.total - data.counts.checked) })}
            </Count>
          </span>
        )}
        <div className="actions">
          {data && <StaleLine at={answer.dataUpdatedAt} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />}
          {'people.record-arrival' in access && place.length === 12 && (
            <Button type="primary" onClick={() => setEntering(true)}>
              {t('enter')}
            </Button>
          )}
        </div>
      </div>
      <div className={opened ? 'list-layout' : 'list-layout alone'}>
        <section className={answer.isPlaceholderData ? 'card list-busy' : 'card'} aria-label={t('label')}>
          <ArrivalFilters
            filter={filter}
            onFilter={(to) => {
              void navigate({ to: '/arrivals', search: to as never, replace: true })
            }}
          />
          <Asked answer={answer} rows={12} height={36}>
            {({ rows, total }) => (
              <>
                {rows.length === 0 ? (
                  <Empty>{t(Object.keys(filter).length > 0 ? 'noneHere' : 'none')}</Empty>
                ) : (
                  <ArrivalTable rows={rows} selected={open} narrow={opened !== undefined} onOpen={setOpen} />
                )}
                <Pager
                  page={page}
                  total={total}
                  rows="arrivals"
                  unit={(count) => t('unit', { count })}
                  order={t('order')}
                  busy={answer.isFetching}
                  onPage={setPage}
                />
              </>
            )}
          </Asked>
        </section>
        {opened && <ArrivalPanel key={opened.id} arrival={opened} onClose={() => setOpen('')} />}
      </div>
      {entering && (
        <Suspense>
          <ArrivalForm community={place} onClose={() => setEntering(false)} />
        </Suspense>
      )}
    </>
  )
}

/** How many of what is listed are of one kind; it lists exactly these. */
function Count({ n, filter, children }: { n: number; filter: ArrivalFilter; children: ReactNode }) {
  return (
    <Counted n={n} of={{ to: '/arrivals', search: filter, rows: 'arrivals' }}>
      {children}
    </Counted>
  )
}
