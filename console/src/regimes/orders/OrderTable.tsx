import { daysBetween } from '@wangdi/domain/day.ts'
import type { OrderLine } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { orderKindWords } from '@wangdi/domain/regimes/orders/control-order.ts'
import { liftedFrom } from '@wangdi/domain/regimes/orders/orders.rules.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { dayOf, formatDay, formatEndOfDay } from '@wangdi/ui/words/format.ts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PlaceName } from '../../shell/PlaceName.tsx'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

/** The orders of a page: place, control, term with what is left of it, authority, state. */
export function OrderTable({ rows }: { rows: readonly OrderLine[] }) {
  const { t } = useTranslation('orders')
  return (
    <div className="list-scroll">
      <table className="list-table stack">
        <thead>
          <tr>
            <th>{t('head.where')}</th>
            <th>{t('head.kind')}</th>
            <th>{t('head.term')}</th>
            <th>{t('head.issuer')}</th>
            <th>{t('head.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ row }: { row: OrderLine }) {
  const { t } = useTranslation('orders')
  const say = useSaying()
  const { account } = useSession()
  const today = dayOf(useNow())
  const lifted = liftedFrom(row)
  return (
    <tr>
      <td className="orders-where">
        <Link to="/orders/$id" params={{ id: row.id } as never}>
          {row.label}
        </Link>
        {account.place !== row.place && (
          <small className="quiet">
            <PlaceName code={row.place} />
          </small>
        )}
      </td>
      <td>{say(orderKindWords(row.kind))}</td>
      <td>
        <span className="nowrap">
          {lifted ? t('liftedFrom', { day: formatDay(lifted, today) }) : t('until', { day: formatEndOfDay(row.last_day, today) })}
        </span>
        <small className="quiet nowrap">{t('from', { day: formatDay(row.from, today) })}</small>
      </td>
      <td className="orders-issuer">
        {row.issuer}
        <small className="quiet">{row.number}</small>
      </td>
      <td>
        <OrderStateMark row={row} />
        {row.state === 'in-force' && <TimeLeft row={row} today={today} />}
        {row.beyond && <Tag tone="due">{t('beyond')}</Tag>}
      </td>
    </tr>
  )
}

function TimeLeft({ row, today }: { row: OrderLine; today: string }) {
  const { t } = useTranslation('orders')
  const left = daysBetween(today, row.last_day)
  return <small className={left <= 1 ? 'w-soon' : 'quiet'}>{left === 0 ? t('today') : t('left', { count: left })}</small>
}

/** Where an order stands, as icon and word. */
export function OrderStateMark({ row }: { row: Pick<OrderLine, 'state'> }) {
  const { t } = useTranslation('orders')
  const mark = row.state === 'in-force' ? 'closed' : row.state === 'coming' ? 'due' : 'done'
  return <StateMark state={mark}>{t(`state.${row.state}`)}</StateMark>
}
