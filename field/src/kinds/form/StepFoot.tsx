import { formatTime } from '@wangdi/ui/words/format.ts'
import { Save } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** The foot of a step form: that it is kept as it is typed, and one key, which counts what is missing and leads there. */
export function StepFoot({
  left,
  savedAt,
  word,
  onSave,
}: {
  left: number
  savedAt: number | undefined
  word: string
  onSave: () => void
}) {
  const { t } = useTranslation('kinds')
  return (
    <footer className="f-foot">
      {savedAt !== undefined && (
        <p className="f-saved">
          <Save size={20} strokeWidth={1.75} aria-hidden="true" />
          {t('draft', { time: formatTime(savedAt) })}
        </p>
      )}
      <button type="button" className={left > 0 ? 'f-btn f-btn-main f-btn-waits' : 'f-btn f-btn-main'} onClick={onSave}>
        {left > 0 ? t('missing', { count: left, n: left }) : word}
      </button>
    </footer>
  )
}
