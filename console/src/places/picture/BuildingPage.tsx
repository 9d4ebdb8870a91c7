import './picture.css'
import { partText } from '@wangdi/domain/places/door-plate.ts'
import { readCommunity } from '@wangdi/domain/places/places.api.ts'
import { doorsLeft } from '@wangdi/domain/plan/building-view.rules.ts'
import { readBuilding } from '@wangdi/domain/plan/building-view.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { OfCommunity } from '../../lists/ChooseCommunity.tsx'
import { useSought } from '../../lists/sought.ts'
import { ask } from '../../shell/call.ts'
import { HouseholdPanel } from '../household/HouseholdPanel.tsx'
import type { Filter } from './cell-states.ts'
import { ClosedParts } from './ClosedParts.tsx'
import { DoorsLeft } from './DoorsLeft.tsx'
import { Legend } from './Legend.tsx'
import { PrintDoors } from './PrintDoors.tsx'
import { type Building, RoomGrid } from './cells/RoomGrid.tsx'
import { RoundBar } from './RoundBar.tsx'
import { useObservedDoors } from './use-observed.ts'
import { WhoAnswers } from './WhoAnswers.tsx'
import { grouped } from '../../lists/grouped.ts'

/** 楼栋图: a building door by door, how far the round has come, which doors are left, and the household behind a door. */
export default function BuildingPage() {
  const { t } = useTranslation('picture')
  return <OfCommunity title={t('title')}>{(community) => <Community key={community} community={community} />}</OfCommunity>
}

function Community({ community }: { community: string }) {
  const { t } = useTranslation('picture')
  const navigate = useNavigate()
  const asked = useSearch({ strict: false }) as { building?: unknown; show?: unknown; door?: unknown }
  const places = useQuery({ ...ask(readCommunity, { community }), staleTime: 300_000 })
  const buildings = places.data?.buildings ?? []
  const building = buildings.find((one) => one.id === asked.building) ?? mostDoors(buildings)
  const estates = places.data?.estates ?? []
  const estateOf = ({ estate }: { estate: string | null }) => estates.find((one) => one.id === estate)?.name
  const sought = useSought()
  const options = [...grouped(buildings, (one) => one.estate)].map(([estate, list]) => {
    const name = estates.find((one) => one.id === estate)?.name
    return {
      label: name ?? t('noEstate'),
      title: name ?? t('noEstate'),
      options: list.map((one) => ({ value: one.id, label: one.name, door: { estate: name ?? null, building: one.name } })),
    }
  })
  const choice = building && (
    <Select
      {...sought}
      className="building-choice"
      popupMatchSelectWidth={220}
      aria-label={t('chooseBuilding')}
      value={building.id}
      options={options}
      onChange={(id) => void navigate({ to: '/buildings', search: { building: id } as never })}
    />
  )
  if (building)
    return (
      <Picture
        key={`${building.id} ${asked.show === 'outside'} ${building.id === asked.building ? asked.door : ''}`}
        building={building.id}
        opened={building.id === asked.building && typeof asked.door === 'string' ? asked.door : undefined}
        begin={asked.show === 'outside' ? 'outside' : 'all'}
        choice={choice}
        estate={estateOf(building)}
        part={partText({ estate: estates.length > 1 ? (estateOf(building) ?? null) : null, building: building.name })}
      />
    )
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
      </div>
      <section className="card">
        <Asked answer={places} rows={10}>
          {() => <Empty>{t('noBuilding')}</Empty>}
        </Asked>
      </section>
    </>
  )
}

/** The building to begin with: of those with most doors the first. */
function mostDoors<B extends { dwellings: number }>(buildings: readonly B[]): B | undefined {
  return buildings.reduce<B | undefined>((most, one) => (most && most.dwellings >= one.dwellings ? most : one), undefined)
}

function Picture({
  building,
  choice,
  estate,
  part,
  begin,
  opened,
}: {
  building: string
  choice: React.ReactNode
  estate: string | undefined
  /** The building as a round names its parts: with its estate where the community has several. */
  part: string
  /** Which doors are shown first. */
  begin: Filter
  /** The door that is open at first. */
  opened: string | undefined
}) {
  const { t } = useTranslation('picture')
  const [round, setRound] = useState<string>()
  const [filter, setFilter] = useState<Filter>(begin)
  const [open, setOpen] = useState(opened === undefined ? undefined : { dwelling: opened, contact: false })
  const answer = useQuery({
    ...ask(readBuilding, round ? { building, round } : { building }),
    placeholderData: keepPreviousData,
  })
  const { data: picture } = answer
  const observed = useObservedDoors(picture?.community, building)
  const left = picture ? doorsLeft(picture.cells) : []
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        {choice}
        {picture && <span className="note">{noteOf(picture, estate, t)}</span>}
        <div className="actions">
          {picture && <StaleLine at={answer.dataUpdatedAt} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />}
          {picture?.round && (
            <PrintDoors
              community={picture.community}
              building={building}
              round={picture.round.id}
              where={picture.building.name}
              count={left.length}
            />
          )}
        </div>
      </div>
      <div className="list-layout">
        <div className="list-stack">
          <section
            className={answer.isPlaceholderData ? 'card list-busy' : 'card'}
            aria-label={picture?.building.name ?? t('title')}
          >
            <Asked answer={answer} rows={9} height={52}>
              {(shown) => (
                <>
                  <ClosedParts community={shown.community} building={building} />
                  <RoundBar round={shown.round} rounds={shown.rounds} coverage={shown.coverage} part={part} onRound={setRound} />
                  <Legend
                    cells={shown.cells}
                    observed={observed}
                    filter={filter}
                    inRound={shown.round !== null}
                    onFilter={setFilter}
                  />
                  {shown.cells.length === 0 ? (
                    <Empty>{t('noDoors')}</Empty>
                  ) : (
                    <RoomGrid
                      picture={shown}
                      observed={observed}
                      filter={filter}
                      selected={open?.dwelling}
                      onOpen={(dwelling) => setOpen({ dwelling, contact: false })}
                    />
                  )}
                </>
              )}
            </Asked>
          </section>
          {picture?.round && (
            <DoorsLeft
              doors={left}
              filter={filter}
              selected={open?.dwelling}
              onOpen={(dwelling, contact) => setOpen({ dwelling, contact })}
            />
          )}
        </div>
        {open ? (
          <HouseholdPanel
            key={`${open.dwelling} ${open.contact}`}
            dwelling={open.dwelling}
            contact={open.contact}
            round={picture?.round?.id}
            onClose={() => setOpen(undefined)}
          />
        ) : (
          picture && <WhoAnswers cells={picture.cells} grids={picture.grids} onOwn={setFilter} />
        )}
      </div>
    </>
  )
}

function noteOf(picture: Building, estate: string | undefined, t: TFunction<'picture'>): string {
  const grids = [...new Set(picture.cells.map((cell) => cell.grid))].map(
    (id) => picture.grids.find((grid) => grid.id === id)?.name,
  )
  const counts = t('units', { count: picture.units.length, doors: formatNumber(picture.cells.length) })
  return [estate ?? picture.building.estate, ...grids.filter(Boolean).slice(0, 2), counts].filter(Boolean).join(' · ')
}
