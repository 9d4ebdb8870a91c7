import type { Words } from '@wangdi/policy/words.ts'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../../shell/say.ts'

/** A value that may be chosen, and what it is called. */
export interface Option {
  readonly value: string
  readonly words: Words
}

interface Named {
  readonly label: string
  readonly describedBy?: string | undefined
  readonly disabled: boolean
}

/** One of many values, by its words. */
export function OneChoice({
  value,
  options,
  optional,
  none,
  onChange,
  ...named
}: Named & {
  value: string
  options: readonly Option[]
  optional: boolean
  /** What stands where nothing is chosen. */
  none?: string
  onChange: (value: string | undefined) => void
}) {
  const say = useSaying()
  const { t } = useTranslation('packs')
  const known = options.some((one) => one.value === value)
  return (
    <select
      aria-label={named.label}
      aria-describedby={named.describedBy}
      disabled={named.disabled}
      value={value}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      {(optional || value === '') && <option value="">{none ?? t('notSaid')}</option>}
      {!known && value !== '' && <option value={value}>{value}</option>}
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {say(one.words)}
        </option>
      ))}
    </select>
  )
}

/** Several of many values: each that is chosen can be taken out, the others be added. */
export function ManyChoices({
  values,
  options,
  onChange,
  ...named
}: Named & { values: readonly string[]; options: readonly Option[]; onChange: (values: readonly string[]) => void }) {
  const say = useSaying()
  const { t } = useTranslation('packs')
  const wordsOf = (value: string) => {
    const found = options.find((one) => one.value === value)
    return found ? say(found.words) : value
  }
  const left = options.filter((one) => !values.includes(one.value))
  return (
    <span className="pack-chosen" role="group" aria-label={named.label} aria-describedby={named.describedBy}>
      {values.map((value) => (
        <button
          key={value}
          type="button"
          className="list-chip on"
          disabled={named.disabled}
          aria-label={t('takeOut', { what: wordsOf(value) })}
          onClick={() => onChange(values.filter((one) => one !== value))}
        >
          {wordsOf(value)} ×
        </button>
      ))}
      {left.length > 0 && (
        <select
          aria-label={t('addTo', { what: named.label })}
          disabled={named.disabled}
          value=""
          onChange={(event) => event.target.value && onChange([...values, event.target.value])}
        >
          <option value="">{t('add')}</option>
          {left.map((one) => (
            <option key={one.value} value={one.value}>
              {say(one.words)}
            </option>
          ))}
        </select>
      )}
    </span>
  )
}
