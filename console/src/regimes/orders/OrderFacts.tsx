import { sourceWords } from '@wangdi/policy/engine/clauses/origin.ts'
import type { OrderLine } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { orderKindWords, serviceLines, type ServicePlan } from '@wangdi/domain/regimes/orders/control-order.ts'
import { liftedFrom, orderTerm } from '@wangdi/domain/regimes/orders/orders.rules.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'

/** The legal header and the words of an order, empty parts left out. */
export function OrderFacts({ order, place }: { order: OrderLine; place: string }) {
  const { t } = useTranslation('orders')
  const say = useSaying()
  const today = dayOf(useNow())
  const { review_on } = orderTerm(order)
  const lifted = liftedFrom(order)
  const from = formatDay(order.from, today)
  const term = lifted
    ? t('one.termLifted', { from, lifted: formatDay(lifted, today) })
    : t('one.termUntil', { from, until: formatDay(order.last_day, today) })
  const facts: [string, ReactNode][] = [
    [t('one.where'), order.label === place ? place : `${place} ${order.label}`],
    [t('one.kind'), say(orderKindWords(order.kind))],
    [t('one.issuer'), order.issuer],
    [t('one.number'), order.number],
    [t('one.ground'), order.ground],
    [t('one.term'), review_on && !lifted ? `${term}，${t('one.review', { day: formatDay(review_on, today) })}` : term],
    [t('one.reason'), order.reason],
    [t('one.wider'), order.wider_reason],
    [t('one.content'), order.content],
    [t('one.gates'), order.gates],
    [t('one.exceptions'), <Exceptions key="exceptions" exceptions={order.exceptions} />],
  ]
  return (
    <section className="card" aria-label={t('one.facts')}>
      <div className="card-head">
        <h2>{t('one.facts')}</h2>
      </div>
      <dl className="orders-facts">
        {facts
          .filter(([, said]) => said !== '')
          .map(([name, said]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        {order.beyond && (
          <div className="orders-beyond">
            <dt>{t('one.beyond')}</dt>
            <dd>
              {t('one.approved', order.beyond)}
              {order.beyond.limits.map(({ finding, limit, source }) => (
                <small key={finding}>
                  {t('one.limit', { limit: say(limit), source: source ? say(sourceWords(source)) : '' })}
                </small>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <p className="orders-people quiet small">
        {t('one.people', {
          drafted: order.drafted_by,
          published: order.published_by,
          at: formatMoment(order.published_at, today),
        })}
      </p>
    </section>
  )
}

/** Who may pass although it is closed; what always passes stands last. */
export function Exceptions({ exceptions }: { exceptions: readonly string[] }) {
  const { t } = useTranslation('orders')
  return (
    <ul className="orders-exceptions">
      {exceptions.map((one) => (
        <li key={one}>{one}</li>
      ))}
      {exceptions.length === 0 && <li className="quiet">{t('one.noExceptions')}</li>}
      <li>{t('one.always')}</li>
    </ul>
  )
}

/** How people live under the restriction, a line each. */
export function ServiceLines({ plan }: { plan: ServicePlan | null }) {
  const { t } = useTranslation('orders')
  const say = useSaying()
  if (!plan) return <p className="orders-people quiet">{t('one.noService')}</p>
  return (
    <dl className="orders-facts">
      {(Object.keys(serviceLines) as (keyof ServicePlan)[]).map((line) => (
        <div key={line}>
          <dt>{say(serviceLines[line])}</dt>
          <dd>{plan[line]}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What became of the order since it was published, oldest first. */
export function Acts({ order }: { order: OrderLine }) {
  const { t } = useTranslation('orders')
  const today = dayOf(useNow())
  if (order.acts.length === 0) return <p className="orders-people quiet">{t('one.noActs')}</p>
  return (
    <ul className="orders-acts">
      {order.acts.map((act) => {
        const word = act.kind === 'kept' && act.until === null ? 'keptReview' : act.kind
        const day = (text: string | null) => (text ? formatDay(text, today) : '')
        return (
          <li key={act.at}>
            <b>{t(`one.act.${word}`, { until: day(act.until ?? act.review_on), from: day(act.lifted_from) })}</b>
            <small className="quiet">
              {t('one.actLine', { number: act.number, reason: act.reason, by: act.by, at: formatMoment(act.at, today) })}
            </small>
          </li>
        )
      })}
    </ul>
  )
}
