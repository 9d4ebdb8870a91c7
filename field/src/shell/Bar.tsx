import { useOnline } from '@wangdi/ui/states/online.ts'
import { ChevronLeft, CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { back } from './route.ts'

/** A pill that says there is no network; nothing while there is. */
export function OfflinePill() {
  const { t } = useTranslation('shell')
  if (useOnline()) return null
  return (
    <span className="f-pill" role="status">
      <CloudOff size={16} aria-hidden="true" />
      {t('offline')}
    </span>
  )
}

/** The head of a page with its way back. */
export function Bar({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell')
  return (
    <header className="f-nav">
      <button type="button" className="f-back" aria-label={t('back')} onClick={back}>
        <ChevronLeft size={26} aria-hidden="true" />
      </button>
      <h1>{children}</h1>
      <span className="f-side">
        <OfflinePill />
      </span>
    </header>
  )
}
