import type { OrderContent, OrderLimit } from '@wangdi/domain/regimes/orders/control-order.ts'
import { listOrderDrafts, publishOrder, saveOrderDraft } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { whyNotPublished } from '@wangdi/domain/regimes/orders/publish.rules.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatTime } from '@wangdi/ui/words/format.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAskFirst } from '../../../lists/asking/ask-first.tsx'
import { fetchAnew, useCommand } from '../../../shell/call.ts'
import { useUnsaved } from '../../../shell/leaving/unsaved.ts'
import { useSaying } from '../../../shell/say.ts'
import { useSession } from '../../../shell/session.ts'

interface Kept {
  readonly version: number
  readonly said: string
  readonly at?: number
}

/** Saves the draft, or publishes what is on the page; what is missing stands here while somebody writes. */
export function SaveBar(props: {
  id: string
  place: string
  /** The version the page began with and what it said; 0 and nothing for a new order. */
  version: number
  saved: string
  content: OrderContent
  limits: readonly OrderLimit[]
}) {
  const { id, place, content, limits } = props
  const { t } = useTranslation('orders')
  const say = useSaying()
  const { access } = useSession()
  const navigate = useNavigate()
  const client = useQueryClient()
  const now = useNow()
  const [kept, setKept] = useState<Kept>({ version: props.version, said: props.saved })
  // A refusal stands while the page says what was refused, and goes with the first edit.
  const [asked, setAsked] = useState<string>()
  const said = JSON.stringify(content)
  const save = useCommand(saveOrderDraft, ['regimes.order-drafts'])
  const publish = useCommand(publishOrder, ['regimes.list-orders', 'plan'])
  const mayPublish = 'regimes.publish-order' in access
  const lacking = whyNotPublished(content, limits, dayOf(now))
  const busy = save.isPending || publish.isPending

  const keep = (then: (version: number) => void) => {
    setAsked(said)
    publish.reset()
    if (said === kept.said) return then(kept.version)
    save.mutate(
      { id, place, version: kept.version, content },
      {
        onSuccess: ({ version }) => {
          setKept({ version, said, at: now })
          then(version)
        },
      },
    )
  }
  const publishNow = () =>
    keep((version) =>
      publish.mutate(
        { id, version },
        {
          // The drafts are asked again once this page is left: it stands on one of them.
          onSuccess: (made) => {
            void navigate({ to: '/orders/$id', params: { id: made.id } as never }).then(() =>
              fetchAnew(client, (name) => name === listOrderDrafts.name),
            )
          },
        },
      ),
    )
  useUnsaved(said !== kept.said && !busy && !publish.isSuccess)
  const { ask, question } = useAskFirst()
  // What lacks is refused without a question: there is nothing to be sure of.
  const publishAsked = () =>
    lacking ? publishNow() : ask({ title: t('form.sure'), follows: t('form.follows'), yes: t('form.publish'), act: publishNow })
  const problem = said === asked ? (save.error ?? publish.error) : null
  return (
    <div className="card orders-save">
      {problem ? <ErrorLine problem={problem} /> : null}
      <span className="quiet" role="status">
        {kept.at !== undefined && !problem && <>{t('form.saved', { at: formatTime(kept.at) })} </>}
        {lacking ? t('form.hint', { why: say(lacking.words) }) : mayPublish ? t('form.ready') : t('form.onlyLeader')}
      </span>
      <Button loading={save.isPending} disabled={busy} onClick={() => keep(() => undefined)}>
        {t('form.save')}
      </Button>
      {mayPublish && (
        <Button type="primary" loading={publish.isPending} disabled={busy} onClick={publishAsked}>
          {t('form.publish')}
        </Button>
      )}
      {question}
    </div>
  )
}
