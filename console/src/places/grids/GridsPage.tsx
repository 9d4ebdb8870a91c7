import './grids.css'
import { readGrids } from '@wangdi/domain/plan/building-view.api.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { warning } from '@wangdi/ui/marks/icons.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { OfCommunity } from '../../lists/ChooseCommunity.tsx'
import { Counted, rowsSaid } from '../../lists/Counted.tsx'
import { ask } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { Doors } from './doors/Doors.tsx'
import { GridDoors } from './doors/GridDoors.tsx'
import { Vacancies } from './Vacancies.tsx'
import { GridChanges } from './GridChanges.tsx'
import { type GridLine, GridTable } from './GridTable.tsx'

const AssignForm = lazy(() => import('./AssignForm.tsx'))
const RedrawForm = lazy(() => import('./RedrawForm.tsx'))
const BandForm = lazy(() => import('./BandForm.tsx'))
const GridForm = lazy(() => import('./GridForm.tsx'))

/** What is being done on the page. */
type Act = { do: 'assign' | 'end'; grid: GridLine } | { do: 'open' | 'redraw' | 'band' }

// Which grids an address asks for.
const shows = {
  vacant: ({ worker, standIn }: GridLine) => !worker && !standIn,
  covered: ({ standIn }: GridLine) => standIn !== null,
  staffed: ({ worker, standIn }: GridLine) => worker !== null || standIn !== null,
  over: ({ load }: GridLine) => load === 'over',
} as const
type Show = keyof typeof shows

/** 网格: who answers for which doors, what each grid carries, which are vacant; redrawing and assigning from a day on. */
export default function GridsPage() {
  const { t } = useTranslation('grids')
  const { access } = useSession()
  const place = useLookedAt()
  // Below a street or county communities are compared; above the county one goes down to it first.
  if ((place.length === 9 || place.length === 6) && 'plan.vacancies' in access) return <Vacancies key={place} place={place} />
  return <OfCommunity title={t('title')}>{(community) => <Grids key={community} community={community} />}</OfCommunity>
}

function Grids({ community }: { community: string }) {
  const { t } = useTranslation('grids')
  const { access } = useSession()
  const [act, setAct] = useState<Act>()
  const answer = useQuery(ask(readGrids, { community }))
  const { data } = answer
  const { show: asked, doors_of: of } = useSearch({ strict: false }) as { show?: unknown; doors_of?: unknown }
  const show = (Object.keys(shows) as Show[]).find((one) => one === asked)
  const shownOf = (grids: readonly GridLine[]) => (show ? grids.filter(shows[show]) : grids)
  const households = data?.grids.reduce((sum, grid) => sum + grid.households, 0) ?? 0
  const close = () => setAct(undefined)
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        {data && (
          <span className="note">
            <Counted n={data.grids.length} of={{ to: '/grids', rows: 'grids' }}>
              {t('note.grids', { count: data.grids.length, shown: formatNumber(data.grids.length) })}
            </Counted>
            {t('stop')}
            <Doors n={households} of="any">
              {t('note.households', { count: households, shown: formatNumber(households) })}
            </Doors>
          </span>
        )}
        <div className="actions">
          {data && <StaleLine at={answer.dataUpdatedAt} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />}
          {'places.grid-save' in access && <Button onClick={() => setAct({ do: 'open' })}>{t('open')}</Button>}
          {'places.assign-dwellings' in access && (
            <Button type="primary" onClick={() => setAct({ do: 'redraw' })}>
              {t('redraw')}
            </Button>
          )}
        </div>
      </div>
      <div className="list-layout">
        <div className="list-stack">
          {typeof of === 'string' && data && 'plan.grid-doors' in access && (
            <GridDoors key={of} community={community} of={of} name={data.grids.find(({ id }) => id === of)?.name} />
          )}
          <section className="card" aria-label={t('label')}>
            <Asked answer={answer} rows={6}>
              {({ grids, band, round, withoutGrid }) => (
                <div {...rowsSaid('grids', shownOf(grids).length)}>
                  {withoutGrid > 0 && (
                    <p className="grids-warning">
                      <Icon of={warning} />{' '}
                      <Doors n={withoutGrid} of="none">
                        {t('withoutGrid', { count: withoutGrid, shown: formatNumber(withoutGrid) })}
                      </Doors>
                    </p>
                  )}
                  {show && (
                    <p className="grids-warning">
                      {t(`only.${show}`)} <Link to={'/grids' as string}>{t('all')}</Link>
                    </p>
                  )}
                  {shownOf(grids).length === 0 ? (
                    <Empty>{t(show ? `noneOf.${show}` : 'none')}</Empty>
                  ) : (
                    <GridTable
                      grids={shownOf(grids)}
                      round={round}
                      band={band}
                      onAssign={(grid) => setAct({ do: 'assign', grid })}
                      onEnd={(grid) => setAct({ do: 'end', grid })}
                      onBand={() => setAct({ do: 'band' })}
                    />
                  )}
                </div>
              )}
            </Asked>
          </section>
        </div>
        <GridChanges community={community} />
      </div>
      {act && (
        <Suspense>
          {act.do === 'assign' && <AssignForm community={community} grid={act.grid} onClose={close} />}
          {act.do === 'end' && <GridForm community={community} grid={act.grid} count={0} onClose={close} />}
          {act.do === 'open' && <GridForm community={community} count={data?.grids.length ?? 0} onClose={close} />}
          {act.do === 'band' && data && <BandForm community={community} band={data.band} onClose={close} />}
          {act.do === 'redraw' && <RedrawForm community={community} onClose={close} />}
        </Suspense>
      )}
    </>
  )
}
