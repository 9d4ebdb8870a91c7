import { dropOrderDraft, listOrderDrafts } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { orderKindWords } from '@wangdi/domain/regimes/orders/control-order.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatMoment } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { useAskFirst } from '../../lists/asking/ask-first.tsx'
import { ask, useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

/** What is still being written here; it restricts nobody. */
export function Drafts({ place }: { place: string }) {
  const { t } = useTranslation('orders')
  const say = useSaying()
  const { access } = useSession()
  const today = dayOf(useNow())
  const answer = useQuery(ask(listOrderDrafts, { place }))
  const sure = useAskFirst()
  const drop = useCommand(dropOrderDraft, ['regimes.order-drafts'])
  return (
    <section className="card" aria-label={t('drafts.title')}>
      <div className="card-head">
        <h2>{t('drafts.title')}</h2>
      </div>
      {drop.error ? <ErrorLine problem={drop.error} /> : null}
      {sure.question}
      <Asked answer={answer} rows={2}>
        {({ drafts }) =>
          drafts.length === 0 ? (
            <Empty>{t('drafts.none')}</Empty>
          ) : (
            <ul className="orders-drafts">
              {drafts.map((draft) => (
                <li key={draft.id}>
                  <b>{draft.label || t('drafts.noPlace')}</b> <span>{say(orderKindWords(draft.content.kind))}</span>{' '}
                  <small className="quiet">{t('drafts.line', { by: draft.by, at: formatMoment(draft.at, today) })}</small>
                  <span className="end">
                    {'regimes.save-order-draft' in access && (
                      <Link to="/orders/new" search={{ draft: draft.id } as never}>
                        {t('drafts.open')}
                      </Link>
                    )}
                    {'regimes.drop-order-draft' in access && (
                      <Button
                        size="small"
                        onClick={() =>
                          sure.ask({
                            title: t('drafts.dropAsk'),
                            follows: draft.label || t('drafts.noPlace'),
                            yes: t('drafts.drop'),
                            danger: true,
                            act: () => drop.mutate({ id: draft.id }),
                          })
                        }
                      >
                        {t('drafts.drop')}
                      </Button>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </section>
  )
}
