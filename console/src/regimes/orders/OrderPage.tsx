import './orders.css'
import { readOrder, type OrderLine } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'
import { ChangeForm, type Change } from './ChangeForm.tsx'
import { Objections } from './Objections.tsx'
import { Acts, OrderFacts, ServiceLines } from './OrderFacts.tsx'
import { PrintNotice } from './PrintNotice.tsx'
import { OrderStateMark } from './OrderTable.tsx'

/** One control order: what it says, what changed since, the service plan, objections, and the notice to post. */
export default function OrderPage() {
  const { t } = useTranslation('orders')
  const { id } = useParams({ strict: false }) as { id: string }
  const answer = useQuery(ask(readOrder, { id }))
  return (
    <>
      <div className="title">
        <h1>{answer.data ? answer.data.order.label : t('title')}</h1>
        {answer.data && <OrderStateMark row={answer.data.order} />}
        <div className="actions">
          <Link to="/orders">{t('one.back')}</Link>
          {answer.data && <PrintNotice order={answer.data.order} place={answer.data.place_name} />}
        </div>
      </div>
      <Asked answer={answer} rows={8}>
        {({ order, place_name }) => <Order order={order} place={place_name} />}
      </Asked>
    </>
  )
}

function Order({ order, place }: { order: OrderLine; place: string }) {
  const { t } = useTranslation('orders')
  const { access, account } = useSession()
  const [change, setChange] = useState<Change>()
  const changes: readonly Change[] = ['shorten', 'keep', 'lift']
  const lasts = order.state === 'coming' || order.state === 'in-force'
  const may = changes.filter((one) => `regimes.${one}-order` in access)
  return (
    <div className="orders-layout">
      <div>
        <OrderFacts order={order} place={place} />
        <section className="card" aria-label={t('one.acts')}>
          <div className="card-head">
            <h2>{t('one.acts')}</h2>
            {lasts && may.length > 0 && (
              <span className="end orders-changes">
                {order.authority === account.place ? (
                  may.map((one) => (
                    <Button key={one} size="small" danger={one === 'lift'} onClick={() => setChange(one)}>
                      {t(`one.${one}`)}
                    </Button>
                  ))
                ) : (
                  <span className="quiet small">{t('one.sameOnly', { issuer: order.issuer })}</span>
                )}
              </span>
            )}
          </div>
          <Acts order={order} />
        </section>
      </div>
      <div>
        <section className="card" aria-label={t('one.service')}>
          <div className="card-head">
            <h2>{t('one.service')}</h2>
          </div>
          <ServiceLines plan={order.service_plan} />
        </section>
        {'regimes.objections' in access && <Objections order={order.id} />}
      </div>
      {change && <ChangeForm change={change} order={order} onClose={() => setChange(undefined)} />}
    </div>
  )
}
