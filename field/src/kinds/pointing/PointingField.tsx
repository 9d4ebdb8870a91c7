import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { useKnown, usePhone } from '../../shell/phone.ts'
import { Chips, type Control } from '../form/Chips.tsx'
import { DoorAbove } from './door-above.ts'
import { offeredOnPhone } from './offered.ts'

/** A field that points, among what the phone holds: members of the door at hand, things by title, the own place; the rest is chosen at a desk. */
export function PointingField({ label, field, value, onChange }: Control) {
  const { t } = useTranslation('kinds')
  const { held } = useKnown()
  const { me } = usePhone()
  const door = useContext(DoorAbove)
  const offered = field.type === 'place' ? [[me.place, t('ownPlace')] as const] : offeredOnPhone(held, field, door)
  if (offered.length === 0) return <p className="f-hint">{t('atDesk')}</p>
  return <Chips label={label} all={offered} isOn={(id) => value === id} press={(id) => onChange(value === id ? undefined : id)} />
}
