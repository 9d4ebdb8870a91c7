import type { QueueGroup, QueueRow } from '@wangdi/domain/observation/queue/queue.ts'
import { checkArrivals, noteUnanswered } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAskFirst } from '../../../lists/asking/ask-first.tsx'
import { useCommand } from '../../../shell/call.ts'
import { useSession } from '../../../shell/session.ts'
import { afterwards, type Done, namesOf } from './Outcome.tsx'

const kinds = ['abroad', 'high', 'medium', 'low'] as const
const mostAtOnce = 200

/** Confirms for those who are ticked what they said on the telephone: the level on the day they left, and that day. */
export function CheckCard({
  place,
  group,
  ticked,
  onDone,
}: {
  place: string
  group: QueueGroup
  ticked: readonly QueueRow[]
  onDone: (done: Done) => void
}) {
  const { t } = useTranslation('queue')
  const { access } = useSession()
  const today = dayOf(useNow())
  const renews = ['observation', 'people', 'plan']
  const check = useCommand(checkArrivals, renews)
  const unanswered = useCommand(noteUnanswered, renews)
  const [kind, setKind] = useState(group.origin_kind === 'unknown' ? undefined : group.origin_kind)
  const [left, setLeft] = useState(group.day_is === 'left' ? group.day : '')
  const sure = useAskFirst()
  const asked = ticked.slice(0, mostAtOnce)
  const items = asked.map(({ arrival, version }) => ({ id: arrival, version }))
  const noteThem = () =>
    afterwards(unanswered.mutateAsync({ place, items }), ({ answers }) =>
      onDone({ what: 'unanswered', answers, names: namesOf(asked) }),
    )
  if (!('people.check-arrivals' in access)) return null
  return (
    <section className="card queue-card" aria-label={t('check.title')}>
      <h2>{t('check.title')}</h2>
      <p className="quiet">{t('check.lead')}</p>
      <form
        className="list-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!kind) return
          afterwards(
            check.mutateAsync({ place, items, origin_kind: kind, ...(left && { left_origin_on: left }) }),
            ({ answers }) => onDone({ what: 'checked', answers, names: namesOf(asked) }),
          )
        }}
      >
        <div className="field">
          <span>{t('check.level')}</span>
          <Radio.Group
            aria-label={t('check.level')}
            value={kind}
            options={kinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
            onChange={(event) => setKind(event.target.value)}
          />
        </div>
        <label>
          {t('check.left')}
          <Input type="date" max={today} value={left} onChange={(event) => setLeft(event.target.value)} />
          {left === '' && <small className="quiet">{t('check.leftKeep')}</small>}
        </label>
        {check.error ? <ErrorLine problem={check.error} /> : null}
        {unanswered.error ? <ErrorLine problem={unanswered.error} /> : null}
        <Button type="primary" htmlType="submit" disabled={!kind || items.length === 0} loading={check.isPending} block>
          {t('check.save', { count: items.length })}
        </Button>
        <Button
          disabled={items.length === 0}
          loading={unanswered.isPending}
          block
          onClick={() =>
            sure.ask({
              title: t('check.unansweredSure', { count: items.length }),
              follows: t('check.unansweredFollows'),
              yes: t('check.unanswered', { count: items.length }),
              act: noteThem,
            })
          }
        >
          {t('check.unanswered', { count: items.length })}
        </Button>
        <small className="quiet">{t('check.twice')}</small>
      </form>
      {sure.question}
    </section>
  )
}
