import { useTranslation } from 'react-i18next'
import { formatSpan } from '../words/format.ts'
import { useLanguage } from '../words/useLanguage.ts'
import { useNow } from './clock.ts'

/** How long until an instant, by the clock of the server, renewed each minute; past it, how late. Red within `soonMinutes`. */
export function Countdown({ until, soonMinutes = 60, bare = false }: { until: string; soonMinutes?: number; bare?: boolean }) {
  const { t } = useTranslation('ui')
  const language = useLanguage()
  const left = Date.parse(until) - useNow()
  const span = formatSpan(Math.abs(left), language)
  const tone = left < soonMinutes * 60_000 ? 'w-soon' : ''
  return <span className={tone}>{left < 0 ? t('overdue', { span }) : bare ? span : t('left', { span })}</span>
}
