import { readToMeet, recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { resultSaid, visitNeeds, visitResults, type VisitNeed, type VisitResult } from '@wangdi/domain/rounds/rounds.ts'
import { leftOut } from '@wangdi/domain/rounds/to-meet.rules.ts'
import { useQuery } from '@tanstack/react-query'
import { serverNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Button, Checkbox, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { ask, useCommand } from '../../../shell/call.ts'
import { useSaying } from '../../../shell/say.ts'
import type { Household } from './Responsible.tsx'

const ways = ['phone', 'at-door', 'paper'] as const

/** 记一次联系: writes down what a call, a visit or a paper sheet said about a household. */
export function ContactForm({
  home,
  round,
  onCancel,
  onSaved,
}: {
  home: Household
  round: string | undefined
  onCancel: () => void
  onSaved: (at: number) => void
}) {
  const { t } = useTranslation('household')
  const say = useSaying()
  const command = useCommand(recordVisit, ['plan', 'rounds'])
  const [id] = useState(() => newId())
  const [entry, setEntry] = useState<(typeof ways)[number]>('phone')
  const [result, setResult] = useState<VisitResult>()
  const toMeet = useQuery(ask(readToMeet, { dwelling: home.dwelling }))
  const [named, setNamed] = useState<string[]>()
  // Who is to be seen is chosen before anybody presses, and who lives alone; leaving somebody out is said.
  const due = toMeet.data?.persons ?? []
  const alone = home.members.length === 1 ? home.members.map((member) => member.id) : []
  const met = named ?? (due.length > 0 ? due : alone)
  const left = home.members.filter((member) => leftOut(due, met).includes(member.id))
  const [needs, setNeeds] = useState<VisitNeed[]>([])
  const [note, setNote] = useState('')
  const [changes, setChanges] = useState('')
  const save = () => {
    if (!result) return
    const said = { id, dwelling: home.dwelling, round: round ?? null, result, entry, needs }
    const told = { ...(note.trim() ? { note: note.trim() } : {}), ...(changes.trim() ? { changes: changes.trim() } : {}) }
    command.mutate(
      { ...said, ...told, ...(result === 'met' ? { met: [...met] } : {}) },
      { onSuccess: () => onSaved(serverNow()) },
    )
  }
  return (
    <form
      className="list-form household-contact"
      aria-label={t('contact.title')}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Field label={t('contact.how')}>
        <Radio.Group
          aria-label={t('contact.how')}
          value={entry}
          options={ways.map((way) => ({ value: way, label: t(`contact.${way}`) }))}
          onChange={(event) => setEntry(event.target.value)}
        />
      </Field>
      <Field label={t('contact.result')}>
        <Radio.Group
          aria-label={t('contact.result')}
          value={result}
          options={(Object.keys(visitResults) as VisitResult[]).map((one) => ({
            value: one,
            label: one === 'met' && entry === 'phone' ? t('contact.reached') : say(resultSaid({ result: one, entry })),
          }))}
          onChange={(event) => setResult(event.target.value)}
        />
      </Field>
      {result === 'met' && home.members.length > 1 && (
        <Field label={t(entry === 'phone' ? 'contact.spokenTo' : 'contact.met')}>
          <Checkbox.Group
            value={[...met]}
            options={home.members.map((member) => ({
              value: member.id,
              label: [member.name, member.relation].filter(Boolean).join(' '),
            }))}
            onChange={setNamed}
          />
          {(left.length > 0 || (met.length === 0 && !toMeet.isPending)) && (
            <p className="household-left-out" role="status">
              {left.length > 0
                ? t('contact.leftOut', { names: left.map((member) => member.name).join(t('comma')) })
                : t('contact.nobodyNamed')}
            </p>
          )}
        </Field>
      )}
      <Field label={t('contact.needs')}>
        <Checkbox.Group
          value={needs}
          options={(Object.keys(visitNeeds) as VisitNeed[]).map((need) => ({ value: need, label: say(visitNeeds[need]) }))}
          onChange={(chosen) => setNeeds(chosen as VisitNeed[])}
        />
      </Field>
      <label>
        <span className="quiet small">{t('contact.note')}</span>
        <Input.TextArea value={note} rows={2} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      </label>
      <label>
        <span className="quiet small">{t('contact.changes')}</span>
        <Input
          value={changes}
          maxLength={500}
          placeholder={t('contact.changesHint')}
          onChange={(event) => setChanges(event.target.value)}
        />
      </label>
      {command.error ? <ErrorLine problem={command.error} /> : null}
      <div className="list-actions">
        <Button
          type="primary"
          htmlType="submit"
          disabled={!result || (result === 'met' && toMeet.isPending)}
          loading={command.isPending}
        >
          {t('ui:save')}
        </Button>
        <Button onClick={onCancel}>{t('ui:cancel')}</Button>
      </div>
    </form>
  )
}

function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="field">
      <span className="quiet small">{label}</span>
      {children}
    </div>
  )
}
