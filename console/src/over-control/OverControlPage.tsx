import './over-control.css'
import { readOverControl } from '@wangdi/domain/plan/over-control/over-control.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../lists/Asked.tsx'
import { Counted } from '../lists/Counted.tsx'
import { Pager, pageSize } from '../lists/Pager.tsx'
import { usePage } from '../lists/use-page.ts'
import { ask } from '../shell/call.ts'
import { lookAt, useLookedAt } from '../shell/looked-at.ts'
import { PlaceName } from '../shell/PlaceName.tsx'
import { useSession } from '../shell/session.ts'
import { CasePanel } from './CasePanel.tsx'
import { CaseTable } from './CaseTable.tsx'

const TellForm = lazy(() => import('./TellForm.tsx'))
const shows = ['open', 'late', 'all'] as const

/** 过度防控核查: what goes beyond the plan, where, since when, who answered what; and what this office does about it. */
export default function OverControlPage() {
  const { t } = useTranslation('over-control')
  const { access } = useSession()
  const place = useLookedAt()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { show?: unknown; case?: unknown }
  const show = shows.find((one) => one === search.show) ?? 'open'
  // The one that a link opens is read by itself: the list shows it on a page of its own choosing, or not at all.
  const [wanted] = useState(typeof search.case === 'string' ? search.case : undefined)
  const [opened, setOpened] = useState(wanted)
  const [telling, setTelling] = useState(false)
  const [page, setPage] = usePage(place, show)
  const answer = useQuery({
    ...ask(readOverControl, { place, show, page, size: pageSize, ...(wanted !== undefined && { case: wanted }) }),
    placeholderData: keepPreviousData,
  })
  const { data } = answer
  const label = {
    open: t('openCount', { count: data?.open, n: data?.open ?? '' }),
    late: t('lateCount', { count: data?.late, n: data?.late ?? '' }),
    all: t('all'),
  }
  const chosen = [...(data?.rows ?? []), ...(data?.asked ? [data.asked] : [])].find(({ key }) => key === opened)
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        {data && <span className="note">{t('stoppedCount', { n: formatNumber(data.stopped) })}</span>}
        <div className="actions">
          {'plan.tell-control' in access && (
            <Button type="primary" onClick={() => setTelling(true)}>
              {t('tell')}
            </Button>
          )}
        </div>
      </div>
      <p className="quiet over-control-lead">{t('lead')}</p>
      {data && data.below.length > 0 && <Below below={data.below} />}
      <div className={chosen ? 'list-layout over-control-layout' : 'list-layout alone'}>
        <section className="card" aria-label={t('title')}>
          <div className="list-filters">
            {shows.map((one) => (
              <button
                key={one}
                type="button"
                className="list-chip"
                aria-pressed={show === one}
                {...(one !== 'all' && data && { 'data-figure': data[one], 'data-opens': `cases-${one}` })}
                onClick={() => {
                  void navigate({ to: '/over-control', search: { show: one } as never, replace: true })
                }}
              >
                {label[one]}
              </button>
            ))}
          </div>
          <Asked answer={answer}>
            {({ rows, total }) => (
              <>
                {rows.length === 0 && <Empty>{t(`none.${show}`)}</Empty>}
                {rows.length > 0 && <CaseTable rows={rows} opened={opened} onOpen={setOpened} />}
                <Pager
                  page={page}
                  total={total}
                  rows={`cases-${show}`}
                  unit={(count) => t('unit', { count })}
                  order={t('order')}
                  onPage={setPage}
                />
              </>
            )}
          </Asked>
        </section>
        {chosen && <CasePanel key={chosen.key} one={chosen} onClose={() => setOpened(undefined)} />}
      </div>
      {telling && (
        <Suspense>
          <TellForm place={place} onClose={() => setTelling(false)} />
        </Suspense>
      )}
    </>
  )
}

function Below({ below }: { below: Static<typeof readOverControl.reply>['below'] }) {
  const { t } = useTranslation('over-control')
  const { account } = useSession()
  return (
    <section className="card over-control-below" aria-label={t('below')}>
      <div className="card-head">
        <h2>{t('below')}</h2>
      </div>
      <ul className="list-places">
        {below.map(({ place, open, late }) => (
          <li key={place}>
            <button type="button" className="w-link" onClick={() => lookAt(account.id, place)}>
              <PlaceName code={place} />
            </button>
            <span>
              <Counted n={open} of={{ to: '/over-control', rows: 'cases-open', place }}>
                {t('belowCount', { count: open })}
              </Counted>{' '}
              {late > 0 && (
                <Counted
                  n={late}
                  of={{ to: '/over-control', search: { show: 'late' }, rows: 'cases-late', place }}
                  className="w-soon"
                >
                  {t('belowLate', { count: late })}
                </Counted>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
