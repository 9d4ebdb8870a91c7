import { decideArrivals, sendBack, withdrawDecision } from '@wangdi/domain/observation/queue/queue.api.ts'
import type { QueueRow } from '@wangdi/domain/observation/queue/queue.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { PanelPart, SidePanel } from '../../../lists/SidePanel.tsx'
import { Unmask } from '../../../lists/unmask/Unmask.tsx'
import { DoorLink } from '../../../lists/ways/DoorLink.tsx'
import { PersonLink } from '../../../lists/ways/PersonLink.tsx'
import { useCommand } from '../../../shell/call.ts'
import { useSession } from '../../../shell/session.ts'
import { itemOf } from './DecisionCard.tsx'
import { afterwards, type Done, namesOf } from './Outcome.tsx'
import { Proposed } from './Proposed.tsx'

const renews = ['observation', 'people', 'plan']

/** One person: where from, who checked, what is proposed and why alone; decided, sent back, or taken back by itself. */
export function OnePerson({
  row,
  place,
  onDone,
  onWriteOffice,
  onClose,
}: {
  row: QueueRow
  place: string
  onDone: (done: Done) => void
  onWriteOffice: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('queue')
  const today = dayOf(useNow())
  const { checked, left_origin_on, proposal, exceptions, decision } = row
  return (
    <SidePanel label={t('one.label')} title={<PersonLink person={row.person} name={row.name} />} onClose={onClose}>
      <PanelPart>
        <dl className="list-facts">
          <dt>{t('door')}</dt>
          <dd>
            <DoorLink dwelling={row.dwelling} door={row.door || t('noDoor')} />
          </dd>
          <dt>{t('one.phone')}</dt>
          <dd>
            <Unmask person={row.person} field="phone" masked={row.phone} />
          </dd>
          <dt>{t('one.origin')}</dt>
          <dd>
            {row.origin} {t(`kinds.${row.origin_kind}`)}
          </dd>
          <dt>{t('one.day')}</dt>
          <dd>
            {left_origin_on === null ? t('toCheck.left-day') : formatDay(left_origin_on, today)} ·{' '}
            {formatDay(row.arrived_on, today)}
          </dd>
          <dt>{t('one.match')}</dt>
          <dd>{t(`one.matches.${row.match}`)}</dd>
          <dt>{t('one.checked')}</dt>
          <dd>{checked ? `${checked.by} ${formatMoment(checked.at, today)}` : t('toCheck.origin')}</dd>
        </dl>
      </PanelPart>
      {exceptions.length > 0 && (
        <PanelPart title={t('one.why')}>
          <p className="queue-open">{exceptions.map((one) => t(`exception.${one}`)).join(t('comma'))}</p>
        </PanelPart>
      )}
      {proposal && (
        <PanelPart>
          <Proposed proposal={proposal} kind={row.origin_kind} today={today} />
        </PanelPart>
      )}
      {decision ? (
        <Decided row={row} today={today} onDone={onDone} />
      ) : row.stage === 'decide' ? (
        <Deciding row={row} place={place} onDone={onDone} onWriteOffice={onWriteOffice} onClose={onClose} />
      ) : null}
    </SidePanel>
  )
}

function Deciding({
  row,
  place,
  onDone,
  onWriteOffice,
  onClose,
}: {
  row: QueueRow
  place: string
  onDone: (done: Done) => void
  onWriteOffice: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('queue')
  const { access } = useSession()
  const decide = useCommand(decideArrivals, renews)
  const back = useCommand(sendBack, renews)
  const [what, setWhat] = useState<'register' | 'back'>()
  const [why, setWhy] = useState('')
  const [id] = useState(() => newId())
  if (!('observation.decide-arrivals' in access)) return null
  const names = namesOf([row])
  const order = (outcome: 'observe' | 'register') =>
    afterwards(
      decide.mutateAsync({
        ...{ place, outcome, items: [itemOf(row, id)] },
        ...(outcome === 'register' && { reason: why.trim() }),
      }),
      ({ answers, numbers }) => {
        onDone({
          what: outcome === 'observe' ? 'ordered' : 'registered',
          answers,
          numbers,
          names,
          orders: new Map([[row.arrival, id]]),
        })
        if (answers.every(({ problem }) => problem === null)) onClose()
      },
    )
  const sendItBack = () =>
    afterwards(
      back.mutateAsync({ place, items: [{ id: row.arrival, version: row.version }], why: why.trim() }),
      ({ answers }) => {
        onDone({ what: 'returned', answers, names })
        onClose()
      },
    )
  const another = { person: row.person, arrival: row.arrival, kind: row.proposal?.kind, day_zero: row.proposal?.day_zero }
  return (
    <PanelPart>
      {decide.error ? (
        <ErrorLine problem={decide.error} action={<Button onClick={onWriteOffice}>{t('office.open')}</Button>} />
      ) : null}
      {back.error ? <ErrorLine problem={back.error} /> : null}
      {what ? (
        <div className="list-form">
          <label>
            {t(what === 'register' ? 'one.registerWhy' : 'one.backWhy')}
            <Input.TextArea rows={2} maxLength={200} value={why} autoFocus onChange={(event) => setWhy(event.target.value)} />
          </label>
          <div className="list-actions">
            <Button
              type="primary"
              disabled={why.trim() === ''}
              loading={decide.isPending || back.isPending}
              onClick={() => (what === 'register' ? order('register') : sendItBack())}
            >
              {t(what === 'register' ? 'one.save' : 'one.backSave')}
            </Button>
            <Button onClick={() => setWhat(undefined)}>{t('ui:cancel')}</Button>
          </div>
        </div>
      ) : (
        <div className="queue-choices">
          {row.proposal?.last_day !== null && (
            <Button type="primary" loading={decide.isPending} onClick={() => order('observe')}>
              {t('one.decide')}
            </Button>
          )}
          <Link to="/observation/new" search={another as never} className="queue-choice">
            {t('one.other')}
          </Link>
          <Button onClick={() => setWhat('register')}>{t('one.register')}</Button>
          <Button onClick={() => setWhat('back')}>{t('one.back')}</Button>
        </div>
      )}
    </PanelPart>
  )
}

function Decided({ row, today, onDone }: { row: QueueRow; today: string; onDone: (done: Done) => void }) {
  const { t } = useTranslation('queue')
  const { access } = useSession()
  const withdraw = useCommand(withdrawDecision, renews)
  const [asking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  const [id] = useState(() => newId())
  const { decision } = row
  if (!decision) return null
  const take = () =>
    afterwards(withdraw.mutateAsync({ id, arrival: row.arrival, why: why.trim() }), () =>
      onDone({ what: 'withdrawn', answers: [{ id: row.arrival, problem: null }], names: namesOf([row]) }),
    )
  return (
    <PanelPart>
      <p>
        <b>{decision.number ?? t('registered')}</b>{' '}
        <span className="quiet">{t('decidedBy', { by: decision.by, at: formatMoment(decision.at, today) })}</span>
      </p>
      {decision.reason && <p>{decision.reason}</p>}
      {decision.observation && (
        <p>
          <Link to="/observation/$id" params={{ id: decision.observation } as never}>
            {t('one.order')} ›
          </Link>{' '}
          <span className="quiet">{t(decision.delivered ? 'delivered' : 'undelivered')}</span>
        </p>
      )}
      {withdraw.error ? <ErrorLine problem={withdraw.error} /> : null}
      {'observation.withdraw-decision' in access &&
        !decision.alone &&
        (asking ? (
          <div className="list-form">
            <label>
              {t('one.withdrawWhy')}
              <Input.TextArea rows={2} maxLength={400} value={why} autoFocus onChange={(event) => setWhy(event.target.value)} />
            </label>
            <div className="list-actions">
              <Button danger disabled={why.trim() === ''} loading={withdraw.isPending} onClick={take}>
                {t('one.withdrawSave')}
              </Button>
              <Button onClick={() => setAsking(false)}>{t('ui:cancel')}</Button>
            </div>
          </div>
        ) : (
          <Button onClick={() => setAsking(true)}>{t('one.withdraw')}</Button>
        ))}
    </PanelPart>
  )
}
