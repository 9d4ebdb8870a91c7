import { CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../marks/Icon.tsx'
import { useOnline } from './online.ts'

/** A strip while there is no network: what may be relied on; `children` replaces the sentence, `action` stands at its end. */
export function OfflineStrip({ children, action }: { children?: ReactNode; action?: ReactNode }) {
  const { t } = useTranslation('ui')
  if (useOnline()) return null
  return (
    <div className="w-offline" role="status">
      <Icon of={CloudOff} />
      <span>{children ?? t('offlineNow')}</span>
      {action}
    </div>
  )
}
