import { decideArrivals } from '@wangdi/domain/observation/queue/queue.api.ts'
import type { QueueRow } from '@wangdi/domain/observation/queue/queue.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../../shell/call.ts'
import { useSession } from '../../../shell/session.ts'
import { itemOf } from './DecisionCard.tsx'
import { afterwards, type Done, namesOf } from './Outcome.tsx'

const mostAtOnce = 200
const renews = ['observation', 'people', 'plan']

/** Writes down of those who are ticked that their term was over before anybody decided: they are registered, and not observed. */
export function OverCard({
  place,
  ticked,
  onDone,
}: {
  place: string
  ticked: readonly QueueRow[]
  onDone: (done: Done) => void
}) {
  const { t } = useTranslation('queue')
  const { access } = useSession()
  const decide = useCommand(decideArrivals, renews)
  const ids = useRef(new Map<string, string>())
  // A press that is repeated says the same again.
  const idOf = (arrival: string) => {
    const id = ids.current.get(arrival) ?? newId()
    ids.current.set(arrival, id)
    return id
  }
  if (!('observation.decide-arrivals' in access)) return null
  const asked = ticked.slice(0, mostAtOnce)
  const register = () =>
    afterwards(
      decide.mutateAsync({ place, outcome: 'register', items: asked.map((row) => itemOf(row, idOf(row.arrival))) }),
      ({ answers }) => onDone({ what: 'registered', answers, names: namesOf(asked) }),
    )
  return (
    <section className="card queue-card" aria-label={t('over.title')}>
      <h2>{t('over.title')}</h2>
      <p className="quiet">{t('over.lead')}</p>
      {decide.error ? <ErrorLine problem={decide.error} /> : null}
      <Button type="primary" block disabled={asked.length === 0} loading={decide.isPending} onClick={register}>
        {t('over.save', { count: asked.length })}
      </Button>
    </section>
  )
}
