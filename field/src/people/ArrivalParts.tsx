import { doorPlate, doorText } from '@wangdi/domain/places/door-plate.ts'
import { DoorPlate } from '@wangdi/ui/marks/DoorPlate.tsx'
import { Input } from 'antd-mobile'
import { Check } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Household } from '../places/door.ts'
import { searchDoors, useInitials } from '../places/search.ts'
import { useKnown } from '../shell/phone.ts'

/** A labelled field. */
export function Field({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <label>
      <span>
        {label} {hint && <small>{hint}</small>}
      </span>
      {children}
    </label>
  )
}

/** One choice of a few; none is preset. */
export function Chips<V extends string>({
  label,
  all,
  value,
  set,
  more,
}: {
  label: string
  all: readonly (readonly [V, string])[]
  value: string | undefined
  set: (value: V) => void
  more?: ReactNode
}) {
  return (
    <section>
      <h2 className="f-lab">{label}</h2>
      <div className="f-chips f-chips-flow" role="radiogroup" aria-label={label}>
        {all.map(([one, text]) => (
          <button key={one} type="button" role="radio" aria-checked={value === one} className="f-chip" onClick={() => set(one)}>
            {value === one && <Check size={16} aria-hidden="true" />}
            {text}
          </button>
        ))}
        {more}
      </div>
    </section>
  )
}

const shownAtOnce = 8

/** The door, found by its number among those of the phone. */
export function DoorChoice({
  household,
  households,
  set,
}: {
  household: Household | undefined
  households: readonly Household[]
  set: (dwelling: string | undefined) => void
}) {
  const { t } = useTranslation('people')
  const { held } = useKnown()
  const [text, setText] = useState('')
  const [shown, setShown] = useState(shownAtOnce)
  const initials = useInitials(text)
  if (household)
    return (
      <div className="f-door-head">
        <DoorPlate {...doorPlate(household.door)} />
        <button type="button" className="f-link" onClick={() => set(undefined)}>
          {t('chosen')}
        </button>
      </div>
    )
  const found = searchDoors(households, text, held, initials)
  return (
    <Field label={t('door')}>
      <Input
        value={text}
        onChange={(typed) => {
          setText(typed)
          setShown(shownAtOnce)
        }}
        placeholder={t('doorHint')}
      />
      <span className="f-chips f-chips-flow">
        {found.slice(0, shown).map(({ door }) => (
          <button key={door.id} type="button" className="f-chip" onClick={() => set(door.id)}>
            {doorText(door)}
          </button>
        ))}
      </span>
      {found.length > shown && (
        <button type="button" className="f-link" onClick={() => setShown(shown + shownAtOnce)}>
          {t('moreDoors', { count: found.length - shown })}
        </button>
      )}
    </Field>
  )
}
