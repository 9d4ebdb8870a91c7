import { readCommunity } from '@wangdi/domain/places/places.api.ts'
import { readBuilding, readVillage } from '@wangdi/domain/plan/building-view.api.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../shell/call.ts'
import { words } from './door.words.ts'

addWords('door', words)

/** Chooses a door of a community: first the building or group, then the door in it. */
export function DoorField({
  community,
  value,
  onChange,
}: {
  community: string
  value: string | undefined
  onChange: (dwelling: string | undefined) => void
}) {
  const { t } = useTranslation('door')
  const [part, setPart] = useState<string>()
  const places = useQuery({ ...ask(readCommunity, { community }), staleTime: 300_000 })
  const { estates = [], buildings = [], groups = [] } = places.data ?? {}
  const estateOf = (id: string | null) => estates.find((estate) => estate.id === id)?.name ?? ''
  const group = groups.find((one) => `${one.estate ?? ''}:${one.group}` === part)
  const building = buildings.find((one) => one.id === part)
  const inBuilding = useQuery({ ...ask(readBuilding, { building: building?.id ?? '' }), enabled: building !== undefined })
  const inGroup = useQuery({
    ...ask(readVillage, { community, ...(group?.estate ? { estate: group.estate } : {}), group: group?.group ?? '' }),
    enabled: group !== undefined,
  })
  const cells = (building ? inBuilding.data?.cells : inGroup.data?.cells) ?? []
  return (
    <div className="pair">
      <label>
        {t('part')}
        <Select
          showSearch
          allowClear
          optionFilterProp="label"
          loading={places.isFetching}
          value={part ?? null}
          options={[
            ...buildings.map((one) => ({ value: one.id, label: `${estateOf(one.estate)} ${one.name}`.trim() })),
            ...groups.map((one) => ({
              value: `${one.estate ?? ''}:${one.group}`,
              label: `${estateOf(one.estate)} ${one.group}`.trim(),
            })),
          ]}
          onChange={(chosen) => {
            setPart(chosen ?? undefined)
            onChange(undefined)
          }}
        />
      </label>
      <label>
        {t('door')}
        <Select
          showSearch
          allowClear
          optionFilterProp="label"
          disabled={part === undefined}
          loading={inBuilding.isFetching || inGroup.isFetching}
          notFoundContent={t('none')}
          value={value ?? null}
          options={cells.map((cell) => ({ value: cell.dwelling, label: cell.door }))}
          onChange={(chosen) => onChange(chosen ?? undefined)}
        />
      </label>
    </div>
  )
}
