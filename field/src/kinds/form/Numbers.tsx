import { useState } from 'react'
import { useSay } from '../say.ts'
import { Chips, type Control } from './Chips.tsx'

// As typed, in half or full width; undefined where it is no number from zero up.
function numberIn(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').trim()
  return /^\d{1,9}(\.\d{0,2})?$/.test(plain) ? Number(plain) : undefined
}

/** A number from zero up, by the keys of the phone; `per` parts make one of what is shown, as fen make a yuan. */
export function Count({
  label,
  unit,
  per = 1,
  isWhole = per === 1,
  value,
  onChange,
}: {
  label: string
  unit?: string
  per?: number
  isWhole?: boolean
  value: unknown
  onChange: (n: number | undefined) => void
}) {
  const [typed, setTyped] = useState('')
  const told = typeof value === 'number' ? value / per : undefined
  // What is typed stands as it is ("12." on the way to 12.5), unless the value came from elsewhere.
  const text = numberIn(typed) === told ? typed : told === undefined ? '' : String(told)
  return (
    <span className="f-number">
      <input
        className="f-input"
        aria-label={unit ? `${label} ${unit}` : label}
        inputMode={isWhole ? 'numeric' : 'decimal'}
        value={text}
        onChange={({ target: { value: now } }) => {
          const n = numberIn(now)
          if (now.trim() !== '' && n === undefined) return
          setTyped(now)
          onChange(n === undefined ? undefined : isWhole ? Math.round(n * per) : Math.round(n * per * 100) / 100)
        }}
      />
      {unit && <span>{unit}</span>}
    </span>
  )
}

interface Amount {
  readonly n: number
  readonly unit: string
}

/** A number and its unit; the only unit there is stands behind it, of several one is pressed. */
export function AmountField({ label, field, value, onChange }: Control) {
  const say = useSay()
  const units = Object.entries(field.values ?? {})
  const [chosen, setChosen] = useState<string>()
  const told = value as Amount | undefined
  const [only] = units.length === 1 ? units : []
  const unit = told?.unit ?? chosen ?? units[0]?.[0] ?? ''
  return (
    <div className="f-amount">
      <Count
        label={label}
        {...(only && { unit: say(only[1]) })}
        isWhole={false}
        value={told?.n}
        onChange={(n) => onChange(n === undefined ? undefined : { n, unit })}
      />
      {!only && (
        <Chips
          label={label}
          all={units.map(([name, words]) => [name, say(words)])}
          isOn={(name) => unit === name}
          press={(name) => {
            setChosen(name)
            if (told) onChange({ n: told.n, unit: name })
          }}
        />
      )}
    </div>
  )
}
