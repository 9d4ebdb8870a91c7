import { RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { onServer } from '../marks/clock.ts'
import { Icon } from '../marks/Icon.tsx'
import { formatTime } from '../words/format.ts'

/** Until when the figures on the page were fetched (an instant, or ms of this machine's clock), with 刷新; it stays while newer ones are fetched. */
export function StaleLine({ at, onRefresh, busy = false }: { at: number | string; onRefresh: () => void; busy?: boolean }) {
  const { t } = useTranslation('ui')
  return (
    <span className="w-stale">
      {t('stale', { time: formatTime(typeof at === 'number' ? onServer(at) : at) })}
      <button type="button" className="w-link" onClick={onRefresh} disabled={busy}>
        <Icon of={RefreshCw} size={12} />
        {t('refresh')}
      </button>
    </span>
  )
}
