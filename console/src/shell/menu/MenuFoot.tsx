import { readState } from '@wangdi/domain/regimes/regimes.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask } from '../call.ts'
import { useSession } from '../session.ts'

/** The foot of the menu: by which order emergency functions are open, and until when; that places below have one; or that none is. */
export function MenuFoot() {
  const { t } = useTranslation('shell')
  const { functions, access, account } = useSession()
  const today = dayOf(useNow())
  const open = Object.values(functions).some((one) => one.open)
  const { data } = useQuery({ ...ask(readState, { place: account.place }), enabled: open && 'regimes.state' in access })
  if (!open) return <p className="menu-foot">{t('footClosed')}</p>
  const order = data?.responses.find(({ state }) => state === 'open')
  const end = order?.until ?? order?.review_on
  return (
    <p className="menu-foot">
      {order ? t('footOpen', { order: order.number }) : t(data ? 'footOpenBelow' : 'footOpenOnly')}
      {end && <span className="nowrap">{t('footUntil', { day: formatDay(end, today) })}</span>}
    </p>
  )
}
