import { listResponses } from '@wangdi/domain/regimes/regimes.api.ts'
import type { Response } from '@wangdi/domain/regimes/regimes.ts'
import { StateMark, type MarkState } from '@wangdi/ui/marks/StateMark.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRuleNames } from '../documents/rule-names.ts'
import { ask } from '../shell/call.ts'
import { PlaceName } from '../shell/PlaceName.tsx'
import { useSaying } from '../shell/say.ts'
import { useSession } from '../shell/session.ts'
import { functionWords } from './fact-words.ts'

const ActForm = lazy(() => import('./forms/ActForm.tsx'))
const markOf: Record<Response['state'], MarkState> = { coming: 'due', open: 'done', ended: 'closed', closed: 'closed' }

/** Every order that concerns a place, newest first, with what it opens, until when, and what became of it. */
export function Orders({ place, today }: { place: string; today: string }) {
  const { t } = useTranslation('regimes')
  const { access } = useSession()
  const { data, error } = useQuery({ ...ask(listResponses, { place }), enabled: 'regimes.list-responses' in access })
  return (
    <section className="card regimes-orders" aria-label={t('orders.title')}>
      <div className="card-head">
        <h2>{t('orders.title')}</h2>
      </div>
      {error && <ErrorLine problem={error} />}
      {!data && !error && <Skeleton rows={3} />}
      {data?.responses.length === 0 && <Empty>{t('orders.none')}</Empty>}
      {data?.responses.map((response) => (
        <Order key={response.id} response={response} today={today} />
      ))}
    </section>
  )
}

function Order({ response, today }: { response: Response; today: string }) {
  const { t } = useTranslation('regimes')
  const say = useSaying()
  const { access, account } = useSession()
  const named = useRuleNames(account.place)
  const [act, setAct] = useState<'review' | 'close'>()
  const word = { coming: t('orders.coming'), open: t('orders.openState'), ended: t('orders.ended'), closed: t('orders.closed') }[
    response.state
  ]
  const last = response.acts.filter(({ kind }) => kind === 'reviewed').at(-1) ?? response
  const from = formatDay(response.from, today)
  const alive = response.state === 'open' || response.state === 'coming'
  const mine = response.place === account.place
  return (
    <article className="regimes-order">
      <h3>
        {response.issuer} {response.number} {response.level}{' '}
        <StateMark state={markOf[response.state]} shape="tag" size={12}>
          {word}
        </StateMark>
      </h3>
      <dl className="regimes-facts">
        <div>
          <dt>{t('orders.term')}</dt>
          <dd>
            {last.until && t('orders.termUntil', { from, until: formatDay(last.until, today) })}{' '}
            {last.review_on && t('orders.termReview', { from, review: formatDay(last.review_on, today) })}
          </dd>
        </div>
        <div>
          <dt>{t('orders.scope')}</dt>
          <dd>
            {response.scope.map((code, index) => (
              <span key={code}>
                {index > 0 && t('levels.comma')}
                <PlaceName code={code} />
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t('orders.opens')}</dt>
          <dd>{response.functions.map((name) => say(functionWords(name))).join(t('levels.comma'))}</dd>
        </div>
        <div>
          <dt>{t('orders.rules')}</dt>
          <dd>{named(response.rules).join(t('levels.comma'))}</dd>
        </div>
      </dl>
      <details>
        <summary>{t('orders.more')}</summary>
        <p>
          <b>{t('orders.content')}</b> {response.content}
        </p>
        <p>
          <b>{t('orders.ground')}</b> {response.ground}
        </p>
      </details>
      <p className="quiet small">
        {t('orders.entered', { by: response.entered_by, at: formatMoment(response.entered_at, today) })}
      </p>
      {response.acts.map((one) => (
        <p key={one.at} className="quiet small">
          {t(one.kind === 'closed' ? 'orders.closedBy' : 'orders.reviewed', {
            number: one.number,
            by: one.by,
            at: formatMoment(one.at, today),
          })}{' '}
          {one.reason}
        </p>
      ))}
      {'rights.end-list' in access && response.state !== 'coming' && (
        <p className="regimes-actions">
          <Link to={'/rights/endings/$id' as string} params={{ id: response.id } as never}>
            {t(alive ? 'orders.wouldEnd' : 'orders.endList')}
          </Link>
        </p>
      )}
      {alive && mine && (
        <p className="regimes-actions">
          {'regimes.review-response' in access && <Button onClick={() => setAct('review')}>{t('orders.review')}</Button>}
          {'regimes.close-response' in access && (
            <Button danger onClick={() => setAct('close')}>
              {t('orders.close')}
            </Button>
          )}
        </p>
      )}
      {act && (
        <Suspense>
          <ActForm kind={act} response={response} onClose={() => setAct(undefined)} />
        </Suspense>
      )}
    </article>
  )
}
