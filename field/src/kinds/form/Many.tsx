import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSay } from '../say.ts'
import { type Control, FieldControl } from './FieldControl.tsx'

const answers = ['yes', 'no', 'not-applicable'] as const

/** Items one below the other, two keys each and one for what does not apply; none is answered from the start. */
export function Checklist({ field, value, onChange }: Control) {
  const { t } = useTranslation('kinds')
  const say = useSay()
  const said = (value ?? {}) as Readonly<Record<string, string>>
  const items = Object.entries(field.values ?? {})
  return (
    <div className="f-card">
      <p className="f-hint">{t('answered', { n: items.filter(([item]) => said[item]).length, of: items.length })}</p>
      {items.map(([item, words]) => (
        <div key={item} className="f-item" role="radiogroup" aria-label={say(words)}>
          <span>{say(words)}</span>
          {answers.map((answer) => (
            <button
              key={answer}
              type="button"
              role="radio"
              aria-checked={said[item] === answer}
              className={`f-answer f-answer-${answer}`}
              onClick={() => onChange({ ...said, [item]: answer })}
            >
              {t(answer === 'yes' ? 'yes' : answer === 'no' ? 'no' : 'notApplicable')}
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}

/** Records inside a record, a card each; one that says nothing is not kept. */
export function Rows({ label, field, value, onChange }: Control) {
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
