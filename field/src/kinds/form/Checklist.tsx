import { useTranslation } from 'react-i18next'
import { useSay } from '../say.ts'
import type { Control } from './Chips.tsx'

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
