import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session.ts'

/** The foot of the menu: by which order emergency functions are open, and until when; or that none is. */
export function MenuFoot() {
  const { t } = useTranslation('shell')
  const { functions } = useSession()
  const today = dayOf(useNow())
  const held = Object.values(functions).find((one) => one.open)
  if (!held) return <p className="menu-foot">{t('footClosed')}</p>
  return (
    <p className="menu-foot">
      {t('footOpen', { order: held.order ?? '' })}
      {held.until && <span className="nowrap">{t('footUntil', { day: formatDay(held.until, today) })}</span>}
    </p>
  )
}
