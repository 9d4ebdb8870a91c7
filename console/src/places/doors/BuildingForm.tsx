import { type BuildingLine, saveBuilding } from '@wangdi/domain/places/places.api.ts'
import { problems } from '@wangdi/domain/places/places.problems.ts'
import { doorsOf, maxDoors } from '@wangdi/domain/places/places.rules.ts'
import type { Estate } from '@wangdi/domain/places/places.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { Button, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useAskFirst } from '../../lists/asking/ask-first.tsx'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { OrdinalField } from './OrdinalField.tsx'

interface UnitTyped {
  readonly unit: string
  readonly floors: number | null
  readonly rooms: number | null
}
const fresh: UnitTyped = { unit: '', floors: null, rooms: null }
const mostUnits = 40

/** Enters a building with its doors, counted before they are made; or changes its name and order and adds doors. */
export default function BuildingForm({
  community,
  building,
  estates,
  next,
  onClose,
}: {
  community: string
  building: BuildingLine | undefined
  estates: readonly Estate[]
  /** The place in the walking order that a new one gets. */
  next: number
  onClose: () => void
}) {
  const { t } = useTranslation('doors')
  const say = useSaying()
  const [id] = useState(() => building?.id ?? newId())
  const [estate, setEstate] = useState(building ? building.estate : (estates[0]?.id ?? null))
  const [name, setName] = useState(building?.name ?? '')
  const [ordinal, setOrdinal] = useState(building?.ordinal ?? next)
  const [typed, setTyped] = useState<readonly UnitTyped[]>([fresh])
  const command = useCommand(saveBuilding, ['places', 'plan'])
  const { ask, question } = useAskFirst()
  const units = typed.flatMap(({ unit, floors, rooms }) => (floors && rooms ? [{ unit: unit.trim(), floors, rooms }] : []))
  const doors = doorsOf(units)
  const tooMany = doors.length > maxDoors
  const plate = ({ unit, room }: (typeof doors)[number]) => [unit, room].filter(Boolean).join(' ')
  const ends = { first: doors[0] ? plate(doors[0]) : '', last: doors.at(-1) ? plate(doors.at(-1) as (typeof doors)[number]) : '' }
  const shown = formatNumber(doors.length)
  const save = () => command.mutate({ id, community, estate, name: name.trim(), ordinal, units }, { onSuccess: onClose })
  // Doors that were made stay for ever; a new name alone can be changed again.
  const asked = () =>
    doors.length === 0
      ? save()
      : ask({
          title: t('sure', { count: doors.length, name: name.trim(), shown }),
          follows: t('follows'),
          yes: t('ui:save'),
          act: save,
        })
  const set = (at: number, part: Partial<UnitTyped>) =>
    setTyped(typed.map((one, nth) => (nth === at ? { ...one, ...part } : one)))
  return (
    <Modal
      open
      width={520}
      title={building ? t('buildingChanging', { name: building.name }) : t('addBuilding')}
      okText={t('ui:save')}
      okButtonProps={{
        disabled: name.trim() === '' || tooMany || (!building && doors.length === 0),
        loading: command.isPending,
      }}
      onOk={asked}
      onCancel={onClose}
    >
      <div className="list-form">
        {estates.length > 0 && (
          <label className="doors-estate">
            {t('estate')}
            <select
              value={estate ?? ''}
              disabled={building !== undefined}
              onChange={({ target }) => setEstate(target.value || null)}
            >
              <option value="">{t('noEstate')}</option>
              {estates.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <div className="pair">
          <label>
            {t('name')}
            <Input value={name} maxLength={20} onChange={(event) => setName(event.target.value)} />
          </label>
          <OrdinalField value={ordinal} onChange={setOrdinal} />
        </div>
        <fieldset className="doors-units">
          <legend>{t(building ? 'moreDoors' : 'units')}</legend>
          {typed.map((one, at) => (
            // Units have no name of their own until one is typed; their place is what they are told apart by.
            <div key={at} className="doors-unit">
              <label>
                {t('unitName')}
                <Input value={one.unit} maxLength={10} onChange={(event) => set(at, { unit: event.target.value })} />
              </label>
              <label>
                {t('floors')}
                <InputNumber min={1} max={80} precision={0} value={one.floors} onChange={(floors) => set(at, { floors })} />
              </label>
              <label>
                {t('rooms')}
                <InputNumber min={1} max={40} precision={0} value={one.rooms} onChange={(rooms) => set(at, { rooms })} />
              </label>
              {typed.length > 1 && (
                <Button size="small" onClick={() => setTyped(typed.filter((_, nth) => nth !== at))}>
                  {t('dropUnit')}
                </Button>
              )}
            </div>
          ))}
          {typed.length < mostUnits && (
            <Button size="small" onClick={() => setTyped([...typed, { ...fresh, ...typed.at(-1), unit: '' }])}>
              {t('addUnit')}
            </Button>
          )}
        </fieldset>
        <p className="quiet" role="status">
          {tooMany
            ? say(problems.tooManyDoors({ limit: maxDoors }).words)
            : doors.length > 0 && t('made', { count: doors.length, shown, ...ends })}
        </p>
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
      {question}
    </Modal>
  )
}
