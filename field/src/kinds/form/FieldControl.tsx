import { addDays, shanghaiInstant, shanghaiTime } from '@wangdi/domain/day.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { isPointing } from '@wangdi/domain/kinds/pointing/pointers.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSay } from '../say.ts'
import { Chips, type Control } from './Chips.tsx'
import { AmountField, Count } from './Numbers.tsx'
import { PhotoField } from './PhotoField.tsx'
import { SignField } from './SignField.tsx'
import { Checklist } from './Checklist.tsx'
import { PointingField } from '../pointing/PointingField.tsx'

/** One field by its type, for a thumb: chips for choices, keys of the phone for numbers. Nothing is preset. */
export function FieldControl(control: Control) {
  const { label, field, value, onChange } = control
  const { t } = useTranslation('kinds')
  const say = useSay()
  const text = typeof value === 'string' ? value : ''
  switch (field.type) {
    case 'choice':
      return (
        <Chips
          label={label}
          all={Object.entries(field.values ?? {}).map(([name, words]) => [name, say(words)])}
          isOn={(name) => value === name}
          press={(name) => onChange(value === name ? undefined : name)}
        />
      )
    case 'choices': {
      const on = Array.isArray(value) ? (value as readonly string[]) : []
      return (
        <Chips
          label={label}
          many
          all={Object.entries(field.values ?? {}).map(([name, words]) => [name, say(words)])}
          isOn={(name) => on.includes(name)}
          press={(name) => onChange(on.includes(name) ? on.filter((one) => one !== name) : [...on, name])}
        />
      )
    }
    case 'yes-no':
      return (
        <Chips
          label={label}
          all={[
            ['yes', t('yes')],
            ['no', t('no')],
          ]}
          isOn={(name) => value === (name === 'yes')}
          press={(name) => onChange(value === (name === 'yes') ? undefined : name === 'yes')}
        />
      )
    case 'day':
      return <DayField {...control} />
    case 'count':
      return <Count label={label} value={value} onChange={onChange} />
    case 'money':
      return <Count label={label} unit={t('yuan')} per={100} value={value} onChange={onChange} />
    case 'amount':
      return <AmountField {...control} />
    case 'rows':
      return <Rows {...control} />
    case 'checklist':
      return <Checklist {...control} />
    case 'words':
      return (
        <textarea
          className="f-input"
          aria-label={label}
          rows={2}
          maxLength={field.most ?? 2000}
          placeholder={t('speak')}
          value={text}
          onChange={({ target }) => onChange(target.value || undefined)}
        />
      )
    case 'text':
    case 'phone':
      return (
        <input
          className="f-input"
          aria-label={label}
          value={text}
          type={field.type === 'phone' ? 'tel' : 'text'}
          maxLength={field.type === 'phone' ? 20 : (field.most ?? 200)}
          onChange={({ target }) => onChange(target.value || undefined)}
        />
      )
    case 'file':
      return <PhotoField {...control} />
    case 'signature':
      return <SignField {...control} />
    case 'moment':
      return <MomentField {...control} />
    default:
      if (isPointing(field)) return <PointingField {...control} />
      // Hours of a week are asked at a desk.
      return <p className="f-hint">{t('atDesk')}</p>
  }
}

/** A moment by the clock of the server: now, or a day with its hour. */
function MomentField({ label, value, onChange }: Control) {
  const { t } = useTranslation('kinds')
  const now = useNow()
  const told = typeof value === 'string' ? `${dayOf(value)}T${shanghaiTime(value)}` : ''
  return (
    <div className="f-day-field">
      <Chips label={label} all={[['now', t('now')]]} isOn={() => false} press={() => onChange(new Date(now).toISOString())} />
      <input
        type="datetime-local"
        aria-label={label}
        value={told}
        onChange={({ target }) => {
          const [day = '', time = ''] = target.value.split('T')
          onChange(day && time ? shanghaiInstant(day, time.slice(0, 5)) : undefined)
        }}
      />
    </div>
  )
}

function DayField({ label, value, onChange }: Control) {
  const { t } = useTranslation('kinds')
  const today = dayOf(useNow())
  const days = [
    [today, t('today')],
    [addDays(today, -1), t('yesterday')],
  ] as const
  return (
    <div className="f-day-field">
      <Chips label={label} all={days} isOn={(day) => value === day} press={onChange} />
      <input
        type="date"
        aria-label={label}
        value={typeof value === 'string' ? value : ''}
        onChange={({ target }) => onChange(target.value || undefined)}
      />
    </div>
  )
}

/** Records inside a record, a card each; one that says nothing is not kept. */
function Rows({ label, field, value, onChange }: Control) {
  const { t } = useTranslation('kinds')
  const say = useSay()
  const lines: readonly Values[] = Array.isArray(value) && value.length > 0 ? (value as readonly Values[]) : [{}]
  const put = (nth: number, line: Values) => onChange(lines.map((one, n) => (n === nth ? line : one)))
  return (
    <div className="f-rows">
      {lines.map((line, nth) => (
        // A line has no name of its own: it is the nth.
        <div key={`${label}-${nth.toString()}`} className="f-card f-line-card">
          {lines.length > 1 && (
            <button
              type="button"
              className="f-drop"
              aria-label={t('drop', { n: nth + 1 })}
              onClick={() => onChange(lines.filter((_, n) => n !== nth))}
            >
              <X size={20} aria-hidden="true" />
            </button>
          )}
          {Object.entries(field.rows ?? {}).map(([name, inner]) => (
            <div key={name}>
              <span className="f-lab">{say(inner.words)}</span>
              <FieldControl
                label={`${say(inner.words)} ${nth + 1}`}
                field={inner}
                value={line[name]}
                onChange={(said) => put(nth, { ...line, [name]: said })}
              />
            </div>
          ))}
        </div>
      ))}
      {lines.length < (field.most ?? 20) && (
        <button type="button" className="f-btn f-btn-line" onClick={() => onChange([...lines, {}])}>
          <Plus size={20} aria-hidden="true" /> {t('row')}
        </button>
      )}
    </div>
  )
}
