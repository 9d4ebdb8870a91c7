import './picture.css'
import { partText } from '@wangdi/domain/places/door-plate.ts'
import { readCommunity } from '@wangdi/domain/places/places.api.ts'
import { doorsLeft } from '@wangdi/domain/plan/building-view.rules.ts'
import { readVillage } from '@wangdi/domain/plan/building-view.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { OfCommunity } from '../../lists/ChooseCommunity.tsx'
import { ask } from '../../shell/call.ts'
import { HouseholdPanel } from '../household/HouseholdPanel.tsx'
import type { Filter } from './cell-states.ts'
import { DoorsLeft } from './DoorsLeft.tsx'
import { HouseGrid } from './cells/HouseGrid.tsx'
import { Legend } from './Legend.tsx'
import { PrintDoors } from './PrintDoors.tsx'
import { ClosedParts } from './ClosedParts.tsx'
import { RoundBar } from './RoundBar.tsx'
import { useObservedDoors } from './use-observed.ts'
import { WhoAnswers } from './WhoAnswers.tsx'

/** Up to so many doors a village is shown whole, above it group by group. */
const wholeUpTo = 600

/** 村组图: the groups of a village with their households, how far the round has come, and which doors are left. */
export default function VillagePage() {
  const { t } = useTranslation('picture')
  return <OfCommunity title={t('village.title')}>{(community) => <Village key={community} community={community} />}</OfCommunity>
}

function Village({ community }: { community: string }) {
  const { t } = useTranslation('picture')
  const [round, setRound] = useState<string>()
  const [filter, setFilter] = useState<Filter>('all')
  const [estate, setEstate] = useState<string>()
  const asked = useSearch({ strict: false }) as { group?: unknown; door?: unknown }
  const [chosen, setGroup] = useState(asked.group === undefined ? undefined : String(asked.group))
  const [open, setOpen] = useState(typeof asked.door === 'string' ? { dwelling: asked.door, contact: false } : undefined)
  const places = useQuery({ ...ask(readCommunity, { community }), staleTime: 300_000 })
  const all = (places.data?.groups ?? []).filter((one) => estate === undefined || one.estate === estate)
  const many = all.reduce((sum, one) => sum + one.dwellings, 0) > wholeUpTo
  const group = chosen ?? (many ? all[0]?.group : undefined)
  const answer = useQuery({
    ...ask(readVillage, { community, ...(estate ? { estate } : {}), ...(group ? { group } : {}), ...(round ? { round } : {}) }),
    placeholderData: keepPreviousData,
    enabled: all.length > 0,
  })
  const observed = useObservedDoors(answer.data?.community)
  const { data: picture } = answer
  const left = picture ? doorsLeft(picture.cells) : []
  const estates = places.data?.estates ?? []
  if (places.data && places.data.groups.length === 0)
    return (
      <>
        <div className="title">
          <h1>{t('village.title')}</h1>
        </div>
        <section className="card">
          <Empty>{t('village.noGroups')}</Empty>
        </section>
      </>
    )
  return (
    <>
      <div className="title">
        <h1>{t('village.title')}</h1>
        {estates.length > 1 && (
          <Select
            className="building-choice"
            aria-label={t('village.estate')}
            value={estate ?? ''}
            options={[
              { value: '', label: t('village.allEstates') },
              ...estates.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(value) => {
              setEstate(value || undefined)
              setGroup(undefined)
              setFilter('all')
            }}
          />
        )}
        <Select
          className="building-choice"
          aria-label={t('village.chooseGroup')}
          value={group ?? ''}
          options={[
            ...(many ? [] : [{ value: '', label: t('village.allGroups') }]),
            ...[...new Set(all.map((one) => one.group))].map((name) => ({ value: name, label: groupName(name, t) })),
          ]}
          onChange={(value) => {
            setGroup(value || undefined)
            setFilter('all')
          }}
        />
        {picture && (
          <span className="note">
            {t('village.note', { groups: picture.groups.length, doors: formatNumber(picture.cells.length) })}
            {many && `${t('comma')}${t('village.many')}`}
          </span>
        )}
        <div className="actions">
          {picture && <StaleLine at={answer.dataUpdatedAt} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />}
          {picture?.round && (
            <PrintDoors
              community={community}
              round={picture.round.id}
              where={places.data?.place.name ?? ''}
              count={left.length}
            />
          )}
        </div>
      </div>
      <div className="list-layout">
        <div className="list-stack">
          <section className={answer.isPlaceholderData ? 'card list-busy' : 'card'} aria-label={t('village.title')}>
            {places.error && !picture ? (
              <Asked answer={places}>{() => null}</Asked>
            ) : (
              <Asked answer={answer} rows={9} height={52}>
                {() =>
                  picture && (
                    <>
                      <ClosedParts community={community} />
                      <RoundBar
                        round={picture.round}
                        rounds={picture.rounds}
                        coverage={picture.coverage}
                        part={partOf(picture.groups, estates)}
                        onRound={setRound}
                      />
                      <Legend
                        cells={picture.cells}
                        observed={observed}
                        filter={filter}
                        inRound={picture.round !== null}
                        onFilter={setFilter}
                      />
                      <HouseGrid
                        picture={picture}
                        observed={observed}
                        filter={filter}
                        selected={open?.dwelling}
                        nameOf={(name) => groupName(name, t)}
                        onOpen={(dwelling) => setOpen({ dwelling, contact: false })}
                      />
                    </>
                  )
                }
              </Asked>
            )}
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

// The part of a round that a picture of one group shows; a picture of several is no one part of it.
function partOf(groups: readonly { estate: string | null; group: string }[], estates: readonly { id: string; name: string }[]) {
  const [one, ...more] = groups
  if (!one || more.length > 0) return undefined
  return partText({
    estate: estates.length > 1 ? (estates.find(({ id }) => id === one.estate)?.name ?? null) : null,
    group: one.group,
  })
}

/** 三组 stays as it is written; a bare number gets its 组. */
const groupName = (name: string, t: TFunction<'picture'>) =>
  /^[\d一二三四五六七八九十]+$/.test(name) ? t('village.group', { group: name }) : name
