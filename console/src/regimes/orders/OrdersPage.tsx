import './orders.css'
import { listOrders, type OrderShow } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { type OrderKind, orderKinds, orderKindWords } from '@wangdi/domain/regimes/orders/control-order.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { rowsSaid } from '../../lists/Counted.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { Drafts } from './Drafts.tsx'
import { OrderTable } from './OrderTable.tsx'

const shows = ['in-force', 'coming', 'ended'] as const

interface Choice {
  readonly show: OrderShow
  readonly kind?: OrderKind
  readonly page: number
}

function readChoice(search: object): Choice {
  const asked = search as Record<string, unknown>
  const kind = orderKinds.find((one) => one === asked['kind'])
  const page = Number(asked['page'])
  return {
    show: shows.find((one) => one === asked['show']) ?? 'in-force',
    ...(kind && { kind }),
    page: Number.isInteger(page) && page > 0 ? page : 0,
  }
}

/** 管控令: orders in force with those that end first, coming ones and those that are over; drafts below. */
export default function OrdersPage() {
  const { t } = useTranslation('orders')
  const say = useSaying()
  const { access } = useSession()
  const place = useLookedAt()
  const navigate = useNavigate()
  const choice = readChoice(useSearch({ strict: false }))
  const { show, kind, page } = choice
  const answer = useQuery({ ...ask(listOrders, { place, show, page, ...(kind && { kind }) }), placeholderData: keepPreviousData })
  const choose = (next: Partial<Choice>) => {
    const { kind: chosen, ...rest } = { ...choice, page: 0, ...next }
    void navigate({ to: '/orders', search: { ...rest, ...(chosen && { kind: chosen }) } as never, replace: true })
  }
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        {answer.data && <span className="note">{t('note', { count: answer.data.total })}</span>}
        {'regimes.save-order-draft' in access && (
          <div className="actions">
            <Link to="/orders/new" className="orders-button">
              {t('draftNew')}
            </Link>
          </div>
        )}
      </div>
      <div className="list-stack">
        <section
          className="card"
          aria-label={t('title')}
          {...(answer.data && !answer.isPlaceholderData && rowsSaid(`orders-${show}`, answer.data.total))}
        >
          <div className="list-filters" role="group" aria-label={t('filters')}>
            {shows.map((one) => (
              <button
                key={one}
                type="button"
                className="list-chip"
                aria-pressed={show === one}
                onClick={() => choose({ show: one })}
                {...(answer.data && { 'data-figure': answer.data.counts[one], 'data-opens': `orders-${one}` })}
              >
                {t(`show.${one}`)} {answer.data && <b>{formatNumber(answer.data.counts[one])}</b>}
              </button>
            ))}
            <Select
              className="orders-kind"
              aria-label={t('kind')}
              value={kind ?? ''}
              options={[
                { value: '', label: t('anyKind') },
                ...orderKinds.map((one) => ({ value: one, label: say(orderKindWords(one)) })),
              ]}
              onChange={(value) => choose({ kind: orderKinds.find((one) => one === value) as OrderKind })}
            />
          </div>
          <Asked answer={answer}>
            {({ rows, total }) =>
              rows.length === 0 ? (
                <Empty>{t(`none.${show}`)}</Empty>
              ) : (
                <>
                  <OrderTable rows={rows} />
                  <Pager
                    page={page}
                    total={total}
                    unit={(count) => t('unit', { count })}
                    order={t(`order.${show}`)}
                    busy={answer.isPlaceholderData}
                    onPage={(next) => choose({ page: next })}
                  />
                </>
              )
            }
          </Asked>
        </section>
        {'regimes.order-drafts' in access && <Drafts place={place} />}
      </div>
    </>
  )
}
