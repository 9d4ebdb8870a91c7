import '../observation.css'
import { listObservations } from '@wangdi/domain/observation/observation.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Pagination } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Counted, rowsSaid } from '../../lists/Counted.tsx'
import { DoorLink } from '../../lists/ways/DoorLink.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSession } from '../../shell/session.ts'
import { PrintNotices } from '../print/PrintNotices.tsx'
import { ReleaseForm } from '../release/ReleaseForm.tsx'
import { EpisodeTable } from './EpisodeTable.tsx'
import { type Choice, Filters, readChoice } from './Filters.tsx'

const size = 50

/** 居家观察: who is under observation, whose reading is due or missing, what waits for an answer; 50 a page. */
export default function ObservationPage() {
  const { t } = useTranslation('observation')
  const { access } = useSession()
  const place = useLookedAt()
  const navigate = useNavigate()
  const choice = readChoice(useSearch({ strict: false }))
  const { page, show, state, dwelling } = choice
  const [releasing, setReleasing] = useState(false)
  const { data, error, isFetching, refetch, dataUpdatedAt } = useQuery({
    ...ask(listObservations, { place, state, page, size, ...(show && { show }), ...(dwelling && { dwelling }) }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
  const choose = (next: Partial<Choice>) =>
    void navigate({ to: '/observation', search: { ...choice, page: 0, ...next } as never, replace: true })
  return (
    <>
      <div className="title">
        <h1>{t('list.title')}</h1>
        {data && (
          <span className="note">
            {t('list.note', { count: data.total, shown: formatNumber(data.total) })}
            {data.counts.readings > 0 && (
              <>
                {' · '}
                <Counted
                  n={data.counts.readings}
                  of={{ to: '/observation', search: { show: 'due', dwelling }, rows: 'readings-due' }}
                >
                  {t('list.readings', { count: data.counts.readings, shown: formatNumber(data.counts.readings) })}
                </Counted>
              </>
            )}
          </span>
        )}
        <div className="actions">
          {data && <StaleLine at={dataUpdatedAt} onRefresh={() => void refetch()} busy={isFetching} />}
          {'observation.propose' in access && (
            <Link to="/observation/new" className="observation-button">
              {t('list.propose')}
            </Link>
          )}
        </div>
      </div>
      {error && <ErrorLine problem={error} action={<Button onClick={() => void refetch()}>{t('again')}</Button>} />}
      <section className="card" {...rowsSaid(`observations-${show ?? state}`, data?.total ?? -1)}>
        {/* Each row of those due shows the readings of the day that it lacks. */}
        {show === 'due' && <span {...rowsSaid('readings-due', data?.counts.readings ?? -1)} />}
        {dwelling && (
          <p className="observation-door-only">
            {t('list.ofDoor')} <DoorLink dwelling={dwelling} door={data?.rows[0]?.door || t('list.thisDoor')} />{' '}
            <button type="button" className="w-link" onClick={() => choose({ dwelling: undefined as never })}>
              {t('list.allDoors')}
            </button>
          </p>
        )}
        <Filters choice={choice} counts={data?.counts} onChoose={choose} />
        {!data && !error && <Skeleton rows={10} />}
        {data?.rows.length === 0 && <Empty>{t(show ? `list.empty.${show}` : `list.empty.${state}`)}</Empty>}
        {data && data.rows.length > 0 && (show === 'undelivered' || show === 'release' || show === 'handover') && (
          <div className="observation-together">
            {show === 'undelivered' && 'observation.notices' in access && (
              <PrintNotices observations={data.rows.map(({ id }) => id)} place={place} kind="observation">
                {t('list.printPage', { count: data.rows.length })}
              </PrintNotices>
            )}
            {show === 'handover' && 'observation.notices' in access && (
              <PrintNotices observations={data.rows.map(({ id }) => id)} place={place} kind="release">
                {t('list.printReleases', { count: data.rows.length })}
              </PrintNotices>
            )}
            {show === 'release' && 'observation.release' in access && (
              <Button type="primary" onClick={() => setReleasing(true)}>
                {t('list.release', { count: data.rows.length })}
              </Button>
            )}
          </div>
        )}
        {data && data.rows.length > 0 && <EpisodeTable rows={data.rows} />}
        {data && data.total > size && (
          <div className="observation-pages">
            <Pagination
              current={page + 1}
              pageSize={size}
              total={data.total}
              showSizeChanger={false}
              onChange={(next) => choose({ page: next - 1 })}
            />
          </div>
        )}
      </section>
      {releasing && data && <ReleaseForm waiting={data.rows} place={place} onClose={() => setReleasing(false)} />}
    </>
  )
}
