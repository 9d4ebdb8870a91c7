import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { done, offline } from '@wangdi/ui/marks/icons.ts'
import { useOnline } from '@wangdi/ui/states/online.ts'
import { useTranslation } from 'react-i18next'

/** Whether the machine has a network, in icon and word. */
export function Network() {
  const { t } = useTranslation('ui')
  const online = useOnline()
  return (
    <span className={online ? 'head-network' : 'head-network off'} role="status">
      <Icon of={online ? done : offline} />
      {online ? t('online') : t('offlineShort')}
    </span>
  )
}
