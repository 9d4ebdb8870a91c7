import { orderKindWords } from '@wangdi/domain/regimes/orders/control-order.ts'
import { listOrders } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { dayOf, formatEndOfDay } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

/** Which part of the building or village an order in force closes, until when; nothing while none does. */
export function ClosedParts({ community, building }: { community: string; building?: string }) {
  const { t } = useTranslation('picture')
  const say = useSaying()
  const { access } = useSession()
  const today = dayOf(useNow())
  const { data } = useQuery({ ...ask(listOrders, { place: community }), enabled: 'regimes.list-orders' in access })
  const here = data?.rows.filter(({ at }) => !building || !at.building || at.building === building) ?? []
  if (here.length === 0) return null
  return (
    <ul className="closed-parts" aria-label={t('closed.title')}>
      {here.map((order) => (
        <li key={order.id}>
          <StateMark state="closed">{say(orderKindWords(order.kind))}</StateMark>{' '}
          <Link to="/orders/$id" params={{ id: order.id } as never}>
            {order.label}
          </Link>{' '}
          <span className="quiet">{t('closed.until', { day: formatEndOfDay(order.last_day, today) })}</span>
        </li>
      ))}
    </ul>
  )
}
