import type { Field } from '@wangdi/domain/kinds/fields.ts'
import { Check } from 'lucide-react'

/** What every control is given. */
export interface Control {
  readonly label: string
  readonly field: Field
  readonly value: unknown
  onChange(value: unknown): void
}

/** Values as chips: one of them, or any of them. */
export function Chips({
  label,
  all,
  many = false,
  isOn,
  press,
}: {
  label: string
  all: readonly (readonly [string, string])[]
  many?: boolean
  isOn: (name: string) => boolean
  press: (name: string) => void
}) {
  return (
    <div className="f-chips f-chips-flow" role={many ? 'group' : 'radiogroup'} aria-label={label}>
      {all.map(([name, words]) => (
        <button
          key={name}
          type="button"
          role={many ? 'checkbox' : 'radio'}
          aria-checked={isOn(name)}
          className="f-chip"
          onClick={() => press(name)}
        >
          {isOn(name) && <Check size={18} aria-hidden="true" />}
          {words}
        </button>
      ))}
    </div>
  )
}
