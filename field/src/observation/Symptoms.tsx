import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** The symptoms of the order's rule; "none" is an answer, no press is no answer. */
export function Symptoms({
  words,
  on,
  set,
}: {
  words: readonly { zh: string; en: string }[]
  on: readonly string[] | undefined
  set: (symptoms: string[] | undefined) => void
}) {
  const { t } = useTranslation('observation')
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const toggle = (symptom: string) => set(on?.includes(symptom) ? on.filter((one) => one !== symptom) : [...(on ?? []), symptom])
  const none = on !== undefined && on.length === 0
  return (
    <section className="f-sec">
      <h2 className="f-lab">{t('symptoms')}</h2>
      <div className="f-chips">
        <button type="button" role="checkbox" aria-checked={none} className="f-chip" onClick={() => set(none ? undefined : [])}>
          {none && <Check size={16} aria-hidden="true" />}
          {t('none')}
        </button>
        {words.map((symptom) => (
          <button
            key={symptom.zh}
            type="button"
            role="checkbox"
            aria-checked={on?.includes(symptom.zh) ?? false}
            className={symptom[language].length > 4 ? 'f-chip f-chip-two' : 'f-chip'}
            onClick={() => toggle(symptom.zh)}
          >
            {on?.includes(symptom.zh) && <Check size={16} aria-hidden="true" />}
            {symptom[language]}
          </button>
        ))}
      </div>
    </section>
  )
}
