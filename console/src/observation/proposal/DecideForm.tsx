import { decideObservation } from '@wangdi/domain/observation/observation.api.ts'
import type { ChosenPhase, Proposal } from '@wangdi/domain/observation/observation.ts'
import { isAsProposed, whyNotOrder } from '@wangdi/domain/observation/term.rules.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useAskFirst } from '../../lists/asking/ask-first.tsx'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { PhaseChoice } from './PhaseChoice.tsx'
import type { Asked } from './asked.ts'

interface Typed {
  number: string
  issuer: string
  basis: string
  reason?: string
  finding: string
  measure: string
  rights: string
  contact: string
  traced_at?: string
  traced_by?: string
}

/** A named person of county health orders it: as proposed, or otherwise with a reason; the rule's own limit is checked at once. */
export function DecideForm({ asked, proposal, today }: { asked: Asked; proposal: Proposal; today: string }) {
  const { t } = useTranslation('observation')
  const say = useSaying()
  const navigate = useNavigate()
  const [form] = Form.useForm<Typed>()
  const [id] = useState(() => newId())
  const [phases, setPhases] = useState<ChosenPhase[]>()
  const reason = Form.useWatch('reason', form) ?? ''
  const command = useCommand(decideObservation, ['observation', 'plan', 'people'])
  const fault = whyNotOrder(proposal.term, phases, reason)
  const needsReason = proposal.term.rule === null || !isAsProposed(proposal.term, phases)
  const must = { required: true, whitespace: true, message: t('must') }
  const item = (name: Exclude<keyof Typed, 'traced_at' | 'traced_by'>, max: number, rows = 1) => (
    <Form.Item name={name} label={t(`decide.${name}`)} rules={name === 'reason' ? [] : [must]}>
      {rows > 1 ? <Input.TextArea maxLength={max} rows={rows} /> : <Input maxLength={max} />}
    </Form.Item>
  )
  const sure = useAskFirst()
  const order = (typed: Typed) =>
    command.mutate(
      {
        ...asked,
        id,
        number: typed.number.trim(),
        issuer: typed.issuer.trim(),
        basis: typed.basis.trim(),
        ...(phases && { phases }),
        ...(typed.reason?.trim() && { reason: typed.reason.trim() }),
        ...(typed.traced_at &&
          typed.traced_by?.trim() && {
            traced: { at: new Date(`${typed.traced_at.slice(0, 16)}:00+08:00`).toISOString(), by: typed.traced_by.trim() },
          }),
        notice: {
          finding: typed.finding.trim(),
          measure: typed.measure.trim(),
          rights: typed.rights.trim(),
          contact: typed.contact.trim(),
        },
      },
      { onSuccess: (made) => void navigate({ to: '/observation/$id', params: { id: made.id } as never }) },
    )
  const onFinish = (typed: Typed) =>
    sure.ask({
      title: t('decide.sure', { number: typed.number.trim() }),
      follows: t('decide.follows'),
      yes: t('decide.save'),
      act: () => order(typed),
    })
  return (
    <section className="card observation-part" aria-label={t('decide.title')}>
      <h2>{t('decide.title')}</h2>
      <PhaseChoice proposal={proposal} phases={phases} today={today} onChange={setPhases} />
      <Form
        form={form}
        layout="vertical"
        className="observation-form"
        requiredMark={false}
        onFinish={onFinish}
        initialValues={{ rights: t('decide.rightsUsual') }}
      >
        {needsReason && item('reason', 400, 2)}
        {fault && (
          <p className="field-fault" role="status">
            {say(fault.words)}
          </p>
        )}
        {!asked.arrival && (
          <>
            <Form.Item name="traced_at" label={t('traced.at')}>
              <Input type="datetime-local" max={`${today}T23:59`} />
            </Form.Item>
            <Form.Item
              name="traced_by"
              label={t('traced.by')}
              dependencies={['traced_at']}
              rules={[
                ({ getFieldValue }) => ({
                  validator: (_, typed: string | undefined) =>
                    typed?.trim() || !getFieldValue('traced_at') ? Promise.resolve() : Promise.reject(new Error(t('must'))),
                }),
              ]}
            >
              <Input maxLength={40} />
            </Form.Item>
          </>
        )}
        {item('issuer', 60)}
        {item('number', 60)}
        {item('basis', 400, 2)}
        <h3>{t('decide.noticeTitle')}</h3>
        {item('finding', 400, 2)}
        {item('measure', 400, 2)}
        {item('rights', 800, 3)}
        {item('contact', 100)}
        {command.error ? <ErrorLine problem={command.error} /> : null}
        <Button type="primary" htmlType="submit" loading={command.isPending} disabled={fault !== undefined}>
          {t('decide.save')}
        </Button>
      </Form>
      {sure.question}
    </section>
  )
}
