import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The one way in which the phone asks before what cannot be taken back: what follows, the keys that do it, and cancel. */
export function AskFirst({ label, children, onCancel }: { label: string; children: ReactNode; onCancel: () => void }) {
  const { t } = useTranslation('ui')
  return (
    <section className="f-card f-ask" role="alertdialog" aria-label={label}>
      {children}
      <button type="button" className="f-btn f-btn-line" onClick={onCancel}>
        {t('cancel')}
      </button>
    </section>
  )
}
