import { readBuilding } from '@wangdi/domain/plan/building-view.api.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'
import type { Chosen } from './chosen.ts'

/** The units of a building to tick. */
export function Units({
  building,
  chosen,
  onToggle,
}: {
  building: string
  chosen: ReadonlyMap<string, Chosen>
  onToggle: (unit: string, doors: number) => void
}) {
  const { t } = useTranslation('grids')
  const answer = useQuery(ask(readBuilding, { building }))
  return (
    <Asked answer={answer} rows={1}>
      {({ units }) => (
        <span className="grids-units">
          {units.flatMap(({ unit, rooms }) =>
            unit === null
              ? []
              : [
                  <Checkbox key={unit} checked={chosen.has(`${building}/${unit}`)} onChange={() => onToggle(unit, rooms)}>
                    {/^[\dA-Za-z]+$/.test(unit) ? t('redrawing.unit', { unit }) : unit}{' '}
                    <span className="quiet small">{t('redrawing.doors', { count: rooms, shown: formatNumber(rooms) })}</span>
                  </Checkbox>,
                ],
          )}
        </span>
      )}
    </Asked>
  )
}
