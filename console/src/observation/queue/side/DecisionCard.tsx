import type { ChosenPhase } from '@wangdi/domain/observation/observation.ts'
import { datedPhases } from '@wangdi/domain/observation/term.rules.ts'
import { readOffice } from '@wangdi/domain/observation/notice/notice.api.ts'
import { decideArrivals } from '@wangdi/domain/observation/queue/queue.api.ts'
import type { QueueGroup, QueueRow } from '@wangdi/domain/observation/queue/queue.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatEndOfDay } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, InputNumber, Modal, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { ask, useCommand } from '../../../shell/call.ts'
import { useSession } from '../../../shell/session.ts'
import { afterwards, type Done, namesOf } from './Outcome.tsx'
import { Proposed } from './Proposed.tsx'
import { usePhases } from '../term.tsx'

const wheres = ['central', 'home', 'monitoring'] as const
const mostAtOnce = 200

/** What is shown of an arrival when it is decided: the server refuses where it is no longer so. */
export const itemOf = ({ arrival, version, proposal }: QueueRow, id: string) => ({
  ...{ id, arrival, version },
  seen: proposal && { kind: proposal.kind, day_zero: proposal.day_zero, last_day: proposal.last_day },
})

/** The decision about those who are ticked: the proposal with its reasons, what follows, and in whose name; asked once more. */
export function DecisionCard({
  place,
  group,
  ticked,
  onDone,
  onWriteOffice,
}: {
  place: string
  group: QueueGroup | undefined
  ticked: readonly QueueRow[]
  onDone: (done: Done) => void
  onWriteOffice: () => void
}) {
  const { t } = useTranslation('queue')
  const { access, account } = useSession()
  const today = dayOf(useNow())
  const phasesText = usePhases()
  const command = useCommand(decideArrivals, ['observation', 'people', 'plan'])
  const mayDecide = 'observation.decide-arrivals' in access
  const { data: said } = useQuery({ ...ask(readOffice, { place }), enabled: mayDecide })
  const ids = useRef(new Map<string, string>())
  const [asking, setAsking] = useState(false)
  const [otherwise, setOtherwise] = useState<ChosenPhase>()
  const [reason, setReason] = useState('')
  const proposal = group?.proposal ?? null
  const own = otherwise ?? (proposal?.last_day === null ? { where: 'home' as const, days: 7, test_days: [] } : undefined)
  const phases = own && proposal ? datedPhases([own], proposal.counts_from) : (proposal?.phases ?? [])
  const until = phases.at(-1)?.until ?? today
  const chosen = ticked.slice(0, mostAtOnce)
  const ready = chosen.length > 0 && said?.office != null && (!own || reason.trim() !== '')
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) setAsking(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [ready])
  if (!group || !proposal)
    return (
      <section className="card queue-card">
        <p className="quiet">{t('decision.pick')}</p>
      </section>
    )
  // Pressed again after a lost answer it is the same command, with the same orders.
  const idOf = (arrival: string) => {
    const id = ids.current.get(arrival) ?? newId()
    ids.current.set(arrival, id)
    return id
  }
  const decide = () => {
    const items = chosen.map((row) => itemOf(row, idOf(row.arrival)))
    const answer = command.mutateAsync({
      ...{ place, outcome: 'observe' as const, items },
      ...(own && { phases: [own], reason: reason.trim() }),
    })
    afterwards(answer, ({ answers, numbers }) =>
      onDone({
        ...{ what: 'ordered', answers, numbers, names: namesOf(chosen) },
        orders: new Map(items.map(({ id, arrival }) => [arrival, id])),
      }),
    )
    void answer.catch(() => {}).finally(() => setAsking(false))
  }
  return (
    <section className="card queue-card" aria-label={t('decision.title')}>
      <h2>
        {t('decision.title')} <span className="sub">{t('decision.note')}</span>
      </h2>
      <Proposed proposal={proposal} kind={group.origin_kind} today={today} />
      {!mayDecide && <p className="quiet">{t('decision.whoDecides')}</p>}
      {mayDecide && (
        <>
          {own ? (
            <div className="list-form queue-own">
              <div className="queue-own-row">
                <Select
                  value={own.where}
                  aria-label={t('decision.place')}
                  options={wheres.map((value) => ({ value, label: t(`where.${value}`) }))}
                  onChange={(where) => setOtherwise({ ...own, where })}
                />
                <InputNumber
                  min={1}
                  max={60}
                  precision={0}
                  value={own.days}
                  aria-label={t('days', { count: own.days })}
                  onChange={(days) => setOtherwise({ ...own, days: days ?? 1 })}
                />
                <span>{t('days', { count: own.days })}</span>
              </div>
              <label>
                {t('decision.reason')}
                <Input.TextArea rows={2} maxLength={400} value={reason} onChange={(event) => setReason(event.target.value)} />
              </label>
              {proposal.last_day !== null && (
                <button type="button" className="w-link" onClick={() => setOtherwise(undefined)}>
                  {t('decision.asProposed')}
                </button>
              )}
            </div>
          ) : (
            <button
              type="button"
              className="w-link"
              onClick={() => setOtherwise({ where: proposal.phases[0]?.where ?? 'home', days: 7, test_days: [] })}
            >
              {t('decision.otherwise')}
            </button>
          )}
          <Follows chosen={chosen} atHome={phases.some(({ where }) => where !== 'central')} />
          {said && said.office === null && (
            <p className="queue-open">
              {t('office.missing')}{' '}
              <button type="button" className="w-link" onClick={onWriteOffice}>
                {t('office.open')}
              </button>
            </p>
          )}
          {command.error ? <ErrorLine problem={command.error} /> : null}
          <Button type="primary" size="large" block disabled={!ready} loading={command.isPending} onClick={() => setAsking(true)}>
            {chosen.length === 0 ? t('decision.buttonNone') : t('decision.button', { count: chosen.length })}
          </Button>
          <p className="quiet small">{t('decision.whose', { name: account.name, issuer: said?.office?.issuer ?? '—' })}</p>
          <p className="quiet small queue-keys">{t('keys')}</p>
          <Modal
            open={asking}
            title={t('decision.confirm', { count: chosen.length })}
            okText={t('decision.confirmOk')}
            okButtonProps={{ loading: command.isPending }}
            onOk={decide}
            onCancel={() => setAsking(false)}
          >
            <p>
              {t('decision.confirmText', {
                what: phasesText(phases, proposal.counts_from),
                until: formatEndOfDay(until, today),
              })}
            </p>
            <p className="quiet">{t('decision.whose', { name: account.name, issuer: said?.office?.issuer ?? '—' })}</p>
          </Modal>
        </>
      )}
    </section>
  )
}

// What is done with the decision, and nothing that is not: notices by community, readings on the phones of the doors. At a central
// site readings are taken there, and no phone asks for them.
function Follows({ chosen, atHome }: { chosen: readonly QueueRow[]; atHome: boolean }) {
  const { t } = useTranslation('queue')
  const doors = new Set(chosen.flatMap(({ dwelling }) => dwelling ?? []))
  return (
    <div className="queue-follows">
      <h3>{t('decision.done')}</h3>
      <p>
        {t('decision.doneNotice', { count: new Set(chosen.map(({ community }) => community)).size })}
        <span className="end">{t('decision.doneNumber', { count: chosen.length })}</span>
      </p>
      {atHome && (
        <p>
          {t('decision.donePhone')}
          <span className="end">{t('decision.doneDoors', { count: doors.size })}</span>
        </p>
      )}
    </div>
  )
}
