import type { OrderLine } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { orderKindWords } from '@wangdi/domain/regimes/orders/control-order.ts'
import { liftedFrom } from '@wangdi/domain/regimes/orders/orders.rules.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { print } from '@wangdi/ui/marks/icons.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Button } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { Exceptions, ServiceLines } from './OrderFacts.tsx'

/** Prints the notice that is posted for residents: what holds, why, until when, who helps; nobody's name. */
export function PrintNotice({ order, place }: { order: OrderLine; place: string }) {
  const { t } = useTranslation('orders')
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    if (!printing) return
    const done = () => setPrinting(false)
    window.addEventListener('afterprint', done)
    window.print()
    return () => window.removeEventListener('afterprint', done)
  }, [printing])
  return (
    <>
      <Button icon={<Icon of={print} />} onClick={() => setPrinting(true)}>
        {t('one.print')}
      </Button>
      {printing && createPortal(<Notice order={order} place={place} />, document.body)}
    </>
  )
}

function Notice({ order, place }: { order: OrderLine; place: string }) {
  const { t } = useTranslation('orders')
  const say = useSaying()
  const lifted = liftedFrom(order)
  const freed = t(`freed.${order.kind}`)
  const facts: [string, ReactNode][] = [
    [t('sheet.where'), order.label === place ? place : `${place} ${order.label}`],
    [t('sheet.kind'), say(orderKindWords(order.kind))],
    [t('sheet.term'), `${order.from} ${lifted ? t('liftedFrom', { day: lifted }) : t('sheet.stop', { day: order.last_day })}`],
    [t('sheet.ground'), order.ground],
    [t('sheet.reason'), order.reason],
    [t('sheet.content'), order.content],
    [t('sheet.gates'), order.gates],
    [t('sheet.exceptions'), <Exceptions key="exceptions" exceptions={order.exceptions} />],
  ]
  return (
    <div className="orders-sheet">
      <h1>{t('sheet.title')}</h1>
      <p className="orders-sheet-number">
        {order.issuer} {order.number}
      </p>
      {order.state === 'lifted' && lifted && <p>{t('sheet.lifted', { day: lifted, freed })}</p>}
      {(order.state === 'ended' || order.state === 'response') && <p>{t('sheet.ended', { freed })}</p>}
      <dl className="orders-facts">
        {facts
          .filter(([, said]) => said !== '')
          .map(([name, said]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
      </dl>
      {order.service_plan && (
        <>
          <h2>{t('sheet.service')}</h2>
          <ServiceLines plan={order.service_plan} />
        </>
      )}
      <p>{t('sheet.lapses')}</p>
      <p>{t('sheet.objection')}</p>
      <p className="orders-sheet-foot">
        {order.issuer} {dayOf(order.published_at)}
      </p>
    </div>
  )
}
