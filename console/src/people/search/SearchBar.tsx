import { ageGroups, type AgeGroup, keyGroups, type KeyGroup } from '@wangdi/domain/people/key-group.ts'
import { partText } from '@wangdi/domain/places/door-plate.ts'
import { readCommunity } from '@wangdi/domain/places/places.api.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSought } from '../../lists/sought.ts'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

/** What is looked for. `kind` is a mark, an age group, or all clients of civil affairs. */
export interface Conditions {
  readonly text?: string
  readonly building?: string
  readonly kind?: KeyGroup | AgeGroup | 'civil-affairs'
  readonly reviewDue?: boolean
  /** Only who lives in this grid, only who bears any mark: asked for by an address. */
  readonly grid?: string
  readonly marked?: boolean
}

/** Reads from an address which people are asked for; it has nothing personal. */
export function readConditions(search: object): Conditions {
  const { grid, marked } = search as { grid?: unknown; marked?: unknown }
  return { ...(typeof grid === 'string' && { grid }), ...(marked === true && { marked }) }
}

/** The conditions as the server takes them; nothing that narrows nothing. */
export function soughtBy({ text, building, kind, reviewDue, grid, marked }: Conditions) {
  return {
    ...(text?.trim() ? { text: text.trim() } : {}),
    ...(building ? { building } : {}),
    ...(kind === 'civil-affairs' ? { civil_affairs: true } : {}),
    ...(kind && kind in keyGroups ? { mark: kind as KeyGroup } : {}),
    ...(kind && kind in ageGroups ? { group: kind as AgeGroup } : {}),
    ...(reviewDue ? { review_due: true } : {}),
    ...(grid ? { grid } : {}),
    ...(marked ? { marked } : {}),
  }
}

/** The field and the choices above the list. */
export function SearchBar({
  place,
  conditions,
  onChange,
}: {
  place: string
  conditions: Conditions
  onChange: (conditions: Conditions) => void
}) {
  const { t } = useTranslation('people')
  const say = useSaying()
  const { access } = useSession()
  const [text, setText] = useState(conditions.text ?? '')
  const community = place.length === 12 && 'places.community' in access
  const places = useQuery({ ...ask(readCommunity, { community: place }), enabled: community, staleTime: 300_000 })
  const estateOf = (id: string | null) => places.data?.estates.find((estate) => estate.id === id)?.name ?? ''
  const buildings = (places.data?.buildings ?? []).map((one) => ({
    value: one.id,
    label: partText({ estate: estateOf(one.estate), building: one.name }),
    door: { estate: estateOf(one.estate), building: one.name },
  }))
  const sought = useSought()
  const { grid } = conditions
  return (
    <form
      className="list-filters"
      role="search"
      aria-label={t('title')}
      onSubmit={(event) => {
        event.preventDefault()
        onChange({ ...conditions, text })
      }}
    >
      <Input
        className="people-find"
        allowClear
        value={text}
        maxLength={40}
        placeholder={t('find')}
        aria-label={t('find')}
        autoComplete="off"
        onChange={(event) => {
          setText(event.target.value)
          if (event.target.value === '') onChange({ ...conditions, text: '' })
        }}
      />
      <Button htmlType="submit">{t('search')}</Button>
      {buildings.length > 0 && (
        <Select
          {...sought}
          allowClear
          className="people-choice"
          popupMatchSelectWidth={240}
          aria-label={t('building')}
          placeholder={t('anyBuilding')}
          value={conditions.building ?? null}
          options={buildings}
          onChange={(building) => onChange(building ? { ...conditions, building } : without(conditions, 'building'))}
        />
      )}
      <Select
        allowClear
        className="people-choice"
        popupMatchSelectWidth={240}
        aria-label={t('mark')}
        placeholder={t('anyMark')}
        value={conditions.kind ?? null}
        options={[
          {
            label: t('ages'),
            title: t('ages'),
            options: (Object.keys(ageGroups) as AgeGroup[]).map((one) => ({ value: one as string, label: say(ageGroups[one]) })),
          },
          {
            label: t('keyGroups'),
            title: t('keyGroups'),
            options: [
              { value: 'civil-affairs', label: t('civilAffairs') },
              ...(Object.keys(keyGroups) as KeyGroup[]).map((one) => ({ value: one as string, label: say(keyGroups[one]) })),
            ],
          },
        ]}
        onChange={(kind) =>
          onChange(kind ? { ...conditions, kind: kind as NonNullable<Conditions['kind']> } : without(conditions, 'kind'))
        }
      />
      <Checkbox
        checked={conditions.reviewDue ?? false}
        onChange={(event) => onChange({ ...conditions, reviewDue: event.target.checked })}
      >
        {t('reviewDue')}
      </Checkbox>
      {grid && (
        <span className="quiet">
          {t('ofGrid', { name: places.data?.grids.find((one) => one.id === grid)?.name ?? t('thisGrid') })}
        </span>
      )}
      {conditions.marked && <span className="quiet">{t('marked')}</span>}
      {Object.keys(soughtBy(conditions)).length > 0 && (
        <button
          type="button"
          className="w-link"
          onClick={() => {
            setText('')
            onChange({})
          }}
        >
          {t('clear')}
        </button>
      )}
    </form>
  )
}

function without(conditions: Conditions, field: keyof Conditions): Conditions {
  return Object.fromEntries(Object.entries(conditions).filter(([name]) => name !== field))
}
