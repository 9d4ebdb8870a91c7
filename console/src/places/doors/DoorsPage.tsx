import './doors.css'
import { type BuildingLine, readCommunity } from '@wangdi/domain/places/places.api.ts'
import type { Estate } from '@wangdi/domain/places/places.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { OfCommunity } from '../../lists/ChooseCommunity.tsx'
import { ask } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'
import { DoorsOf } from './DoorsOf.tsx'

const EstateForm = lazy(() => import('./EstateForm.tsx'))
const BuildingForm = lazy(() => import('./BuildingForm.tsx'))

type Act = { do: 'estate'; estate: Estate | undefined } | { do: 'building'; building: BuildingLine | undefined }

/** 小区和楼栋: what a community is made of down to its buildings; entered here, door by door counted before it is made. */
export default function DoorsPage() {
  const { t } = useTranslation('doors')
  return <OfCommunity title={t('title')}>{(community) => <Doors key={community} community={community} />}</OfCommunity>
}

const nextOf = (lines: readonly { ordinal: number }[]) => Math.min(9999, Math.max(0, ...lines.map(({ ordinal }) => ordinal)) + 1)

function Doors({ community }: { community: string }) {
  const { t } = useTranslation('doors')
  const { access } = useSession()
  const [act, setAct] = useState<Act>()
  const answer = useQuery(ask(readCommunity, { community }))
  const { data } = answer
  const close = () => setAct(undefined)
  const changeEstate = 'places.save-estate' in access ? (estate?: Estate) => setAct({ do: 'estate', estate }) : undefined
  const changeBuilding =
    'places.save-building' in access ? (building?: BuildingLine) => setAct({ do: 'building', building }) : undefined
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        {data && (
          <span className="note">
            {t('note', { buildings: formatNumber(data.buildings.length), doors: formatNumber(data.dwellings) })}
          </span>
        )}
        <div className="actions">
          {data && <StaleLine at={answer.dataUpdatedAt} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />}
          {data && changeEstate && <Button onClick={() => changeEstate()}>{t('addEstate')}</Button>}
          {data && changeBuilding && (
            <Button type="primary" onClick={() => changeBuilding()}>
              {t('addBuilding')}
            </Button>
          )}
        </div>
      </div>
      <Asked answer={answer} rows={8}>
        {({ estates, buildings }) => (
          <div className="list-stack">
            <section className="card" aria-label={t('estates')}>
              <h2 className="card-head">{t('estates')}</h2>
              {estates.length === 0 ? <Empty>{t('noEstates')}</Empty> : <Estates estates={estates} onChange={changeEstate} />}
            </section>
            <section className="card" aria-label={t('buildings')}>
              <h2 className="card-head">{t('buildings')}</h2>
              {buildings.length === 0 ? (
                <Empty>{t('noBuildings')}</Empty>
              ) : (
                <Buildings buildings={buildings} estates={estates} onChange={changeBuilding} />
              )}
            </section>
          </div>
        )}
      </Asked>
      {act && data && (
        <Suspense>
          {act.do === 'estate' ? (
            <EstateForm community={community} estate={act.estate} next={nextOf(data.estates)} onClose={close} />
          ) : (
            <BuildingForm
              community={community}
              building={act.building}
              estates={data.estates}
              next={nextOf(data.buildings)}
              onClose={close}
            />
          )}
        </Suspense>
      )}
    </>
  )
}

function Estates({ estates, onChange }: { estates: readonly Estate[]; onChange: ((estate: Estate) => void) | undefined }) {
  const { t } = useTranslation('doors')
  return (
    <div className="list-scroll">
      <table className="list-table stack">
        <thead>
          <tr>
            <th>{t('name')}</th>
            <th>{t('kindOf')}</th>
            {onChange && <th>{t('change')}</th>}
          </tr>
        </thead>
        <tbody>
          {estates.map((estate) => (
            <tr key={estate.id}>
              <td>
                <span className="list-name">{estate.name}</span>
              </td>
              <td>{t(`kind.${estate.kind}`)}</td>
              {onChange && (
                <td>
                  <button type="button" className="w-link" onClick={() => onChange(estate)}>
                    {t('change')}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Buildings({
  buildings,
  estates,
  onChange,
}: {
  buildings: readonly BuildingLine[]
  estates: readonly Estate[]
  onChange: ((building: BuildingLine) => void) | undefined
}) {
  const { t } = useTranslation('doors')
  const estateOf = (id: string | null) => estates.find((one) => one.id === id)?.name
  return (
    <div className="list-scroll">
      <table className="list-table stack">
        <thead>
          <tr>
            <th>{t('name')}</th>
            {estates.length > 1 && <th>{t('estate')}</th>}
            {(['unitsCount', 'floors', 'doors', 'vacant'] as const).map((label) => (
              <th key={label} className="figure">
                {t(label)}
              </th>
            ))}
            {onChange && <th>{t('change')}</th>}
          </tr>
        </thead>
        <tbody>
          {buildings.map((building) => (
            <tr key={building.id}>
              <td>
                <span className="list-name">{building.name}</span>
              </td>
              {estates.length > 1 && <td data-label={t('estate')}>{estateOf(building.estate) ?? '—'}</td>}
              <td className="figure" data-label={t('unitsCount')}>
                {formatNumber(building.units)}
              </td>
              <td className="figure" data-label={t('floors')}>
                {building.floors === null ? '—' : formatNumber(building.floors)}
              </td>
              <td className="figure" data-label={t('doors')}>
                <DoorsOf n={building.dwellings} of={building.id} />
              </td>
              <td className="figure" data-label={t('vacant')}>
                <DoorsOf n={building.vacant} of={building.id} show="outside" />
              </td>
              {onChange && (
                <td>
                  <button type="button" className="w-link" onClick={() => onChange(building)}>
                    {t('change')}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
