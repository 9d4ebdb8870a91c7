import type { Demand, Overlap } from '@wangdi/domain/reports/demands/demand.ts'
import { decideDemand, endDemand, renewDemand } from '@wangdi/domain/reports/demands/demands.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAskFirst } from '../../lists/asking/ask-first.tsx'
import { useCommand } from '../../shell/call.ts'

const renews = ['reports']

/** County civil affairs accepts a demand, sends it back, or merges it into one that asks the same. */
export function Decide({ demand, county, overlaps }: { demand: Demand; county: string; overlaps: readonly Overlap[] }) {
  const { t } = useTranslation('demands')
  const command = useCommand(decideDemand, renews)
  const [reason, setReason] = useState('')
  const targets = overlaps.filter(({ state }) => state === 'accepted' || state === 'answered')
  const [into, setInto] = useState(targets[0]?.demand)
  const label = useId()
  const sure = useAskFirst()
  const say = (decision: 'accepted' | 'refused' | 'merged') =>
    command.mutate({
      id: demand.id,
      place: county,
      decision,
      reason: reason.trim(),
      ...(decision === 'merged' && into ? { into } : {}),
    })
  const decide = (decision: 'accepted' | 'refused' | 'merged', word: string) =>
    sure.ask({ title: t('decide.sure', { word }), follows: t('decide.follows'), yes: word, act: () => say(decision) })
  return (
    <>
      <label htmlFor={label}>{t('decide.reason')}</label>
      <Input.TextArea id={label} rows={2} maxLength={300} value={reason} onChange={({ target }) => setReason(target.value)} />
      {targets.length > 0 && (
        <label className="demands-actions">
          {t('decide.into')}
          <select value={into} onChange={({ target }) => setInto(target.value)}>
            {targets.map((one) => (
              <option key={one.demand} value={one.demand}>
                {one.asker} {one.title}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="demands-actions">
        <Button type="primary" loading={command.isPending} onClick={() => decide('accepted', t('decide.accept'))}>
          {t('decide.accept')}
        </Button>
        {targets.length > 0 && (
          <Button disabled={command.isPending} onClick={() => decide('merged', t('decide.merge'))}>
            {t('decide.merge')}
          </Button>
        )}
        <Button danger disabled={command.isPending} onClick={() => decide('refused', t('decide.refuse'))}>
          {t('decide.refuse')}
        </Button>
      </div>
      {command.error ? <ErrorLine problem={command.error} /> : null}
      {sure.question}
    </>
  )
}

/** A day and a reason keep a demand that would lapse. */
export function Renew({ demand, county }: { demand: Demand; county: string }) {
  const { t } = useTranslation('demands')
  const command = useCommand(renewDemand, renews)
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const [day, why] = [useId(), useId()]
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (until && reason.trim()) command.mutate({ id: demand.id, place: county, until, reason: reason.trim() })
      }}
    >
      <label htmlFor={day}>{t('renew.until')}</label>
      <Input id={day} type="date" required value={until} onChange={({ target }) => setUntil(target.value)} />
      <label htmlFor={why}>{t('renew.reason')}</label>
      <Input id={why} required maxLength={300} value={reason} onChange={({ target }) => setReason(target.value)} />
      <div className="demands-actions">
        <Button htmlType="submit" loading={command.isPending}>
          {t('renew.save')}
        </Button>
      </div>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </form>
  )
}

/** The asker takes a demand back. */
export function Withdraw({ demand }: { demand: Demand }) {
  const { t } = useTranslation('demands')
  const command = useCommand(endDemand, renews)
  const [reason, setReason] = useState('')
  const why = useId()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim()) command.mutate({ id: demand.id, place: demand.place, reason: reason.trim() })
      }}
    >
      <label htmlFor={why}>{t('end.reason')}</label>
      <Input id={why} required maxLength={300} value={reason} onChange={({ target }) => setReason(target.value)} />
      <div className="demands-actions">
        <Button htmlType="submit" loading={command.isPending}>
          {t('end.save')}
        </Button>
      </div>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </form>
  )
}
