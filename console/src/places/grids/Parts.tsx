import { partText } from '@wangdi/domain/places/door-plate.ts'
import type { readCommunity } from '@wangdi/domain/places/places.api.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import type { Chosen } from './chosen.ts'
import { Units } from './Units.tsx'

type Community = Static<typeof readCommunity.reply>

/** Buildings (unfolding to units) and groups to tick, each with its doors and the grids it lies in now. */
export function Parts({
  place,
  chosen,
  onChosen,
}: {
  place: Community
  chosen: ReadonlyMap<string, Chosen>
  onChosen: (chosen: ReadonlyMap<string, Chosen>) => void
}) {
  const { t } = useTranslation('grids')
  const [unfolded, setUnfolded] = useState<string>()
  const toggle = (key: string, one: Chosen) => {
    const next = new Map(chosen)
    if (!next.delete(key)) next.set(key, one)
    // A whole building swallows its units.
    if (one.part.is === 'building') for (const other of next.keys()) if (other.startsWith(`${key}/`)) next.delete(other)
    onChosen(next)
  }
  const gridsOf = (ids: readonly string[]) => {
    const names = ids.map((id) => place.grids.find((grid) => grid.id === id)?.name).filter(Boolean)
    return names.length > 0 ? t('redrawing.now', { grids: names.join(t('comma')) }) : t('redrawing.none')
  }
  const estateOf = (id: string | null) => place.estates.find((estate) => estate.id === id)?.name ?? ''
  if (place.buildings.length + place.groups.length === 0) return <p className="quiet">{t('redrawing.noDoors')}</p>
  return (
    <div className="grids-parts" tabIndex={0} role="group" aria-label={t('redrawing.buildings')}>
      <ul>
        {place.buildings.map((building) => (
          <li key={building.id}>
            <Checkbox
              checked={chosen.has(building.id)}
              onChange={() => toggle(building.id, { part: { is: 'building', building: building.id }, doors: building.dwellings })}
            >
              {partText({ estate: estateOf(building.estate), building: building.name })}
            </Checkbox>
            <span className="quiet small">
              {t('redrawing.doors', { count: building.dwellings, shown: formatNumber(building.dwellings) })} ·{' '}
              {gridsOf(building.grids)}
            </span>
            {building.units > 1 && !chosen.has(building.id) && (
              <button
                type="button"
                className="w-link small"
                aria-expanded={unfolded === building.id}
                onClick={() => setUnfolded(unfolded === building.id ? undefined : building.id)}
              >
                {t('redrawing.units')}
              </button>
            )}
            {unfolded === building.id && !chosen.has(building.id) && (
              <Units
                building={building.id}
                chosen={chosen}
                onToggle={(unit, doors) =>
                  toggle(`${building.id}/${unit}`, { part: { is: 'unit', building: building.id, unit }, doors })
                }
              />
            )}
          </li>
        ))}
        {place.groups.map((group) => {
          const key = `${group.estate ?? ''}:${group.group}`
          return (
            <li key={key}>
              <Checkbox
                checked={chosen.has(key)}
                onChange={() =>
                  toggle(key, { part: { is: 'group', estate: group.estate, group: group.group }, doors: group.dwellings })
                }
              >
                {partText({ estate: estateOf(group.estate), group: group.group })}
              </Checkbox>
              <span className="quiet small">
                {t('redrawing.doors', { count: group.dwellings, shown: formatNumber(group.dwellings) })} · {gridsOf(group.grids)}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
