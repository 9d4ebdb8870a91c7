import { partText } from '@wangdi/domain/places/door-plate.ts'
import { findDoors, type FoundDoor } from '@wangdi/domain/places/doors.api.ts'
import { readCommunity } from '@wangdi/domain/places/places.api.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSought } from '../../lists/sought.ts'
import { ask } from '../../shell/call.ts'
import { words } from './door.words.ts'

addWords('door', words)
const waitMs = 250
const shownAtOnce = 50

/**
 * Chooses a door of a community: typed in any order of estate, building, unit and room, or by pinyin initials; a building or group
 * chosen before narrows it.
 */
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
  const [typed, setTyped] = useState('')
  const [text, setText] = useState('')
  const [last, setLast] = useState<FoundDoor>()
  const sought = useSought()
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), waitMs)
    return () => clearTimeout(timer)
  }, [typed])
  const places = useQuery({ ...ask(readCommunity, { community }), staleTime: 300_000 })
  const { estates = [], buildings = [], groups = [] } = places.data ?? {}
  const estateOf = (id: string | null) => estates.find((estate) => estate.id === id)?.name ?? null
  const group = groups.find((one) => `${one.estate ?? ''}:${one.group}` === part)
  const building = buildings.find((one) => one.id === part)
  const doors = useQuery({
    ...ask(findDoors, {
      community,
      size: shownAtOnce,
      ...(text ? { text } : {}),
      ...(building ? { building: building.id } : {}),
      ...(group ? { group: group.group, ...(group.estate ? { estate: group.estate } : {}) } : {}),
    }),
    placeholderData: keepPreviousData,
  })
  const { rows = [], total = 0 } = doors.data ?? {}
  // What was chosen keeps its name while other doors are sought.
  const kept = last && last.dwelling === value && !rows.some(({ dwelling }) => dwelling === value) ? [last] : []
  return (
    <div className="pair">
      <label>
        {t('part')}
        <Select
          {...sought}
          allowClear
          loading={places.isFetching}
          value={part ?? null}
          options={[
            ...buildings.map((one) => ({
              value: one.id,
              label: partText({ estate: estateOf(one.estate), building: one.name }),
              door: { estate: estateOf(one.estate), building: one.name },
            })),
            ...groups.map((one) => ({
              value: `${one.estate ?? ''}:${one.group}`,
              label: partText({ estate: estateOf(one.estate), group: one.group }),
              door: { estate: estateOf(one.estate), group: one.group },
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
          filterOption={false}
          loading={doors.isFetching}
          placeholder={t('hint')}
          notFoundContent={doors.isFetching ? null : t('none')}
          value={value ?? null}
          options={[
            ...[...kept, ...rows].map((row) => ({ value: row.dwelling, label: row.door, disabled: false })),
            ...(total > rows.length ? [{ value: '', label: t('more', { count: total - rows.length }), disabled: true }] : []),
          ]}
          onSearch={setTyped}
          onChange={(chosen) => {
            setLast(rows.find(({ dwelling }) => dwelling === chosen))
            onChange(chosen ?? undefined)
          }}
        />
      </label>
    </div>
  )
}
