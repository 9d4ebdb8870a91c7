import {
  allowControl,
  answerControl,
  confirmStopped,
  stopControl,
  warnControl,
} from '@wangdi/domain/plan/over-control/over-control.api.ts'
import type { CaseAct, OverControlCase } from '@wangdi/domain/plan/over-control/over-control.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { call, fetchAnew } from '../shell/call.ts'

interface Typed {
  words: string
  period_from?: string
  period_until?: string
  due_on?: string
  stopped_on?: string
  authority?: string
  number?: string
}

function send(act: CaseAct['kind'], { key, place }: OverControlCase, typed: Typed): Promise<unknown> {
  const about = { key, place }
  const words = typed.words.trim()
  const [authority, number] = [typed.authority?.trim() ?? '', typed.number?.trim() ?? '']
  const due_on = typed.due_on ?? ''
  switch (act) {
    case 'warned': {
      const period = { period_from: typed.period_from ?? '', period_until: typed.period_until ?? '' }
      return call(warnControl, { ...about, ...period, due_on, correction: words })
    }
    case 'answered':
      return call(answerControl, { ...about, words, stopped_on: typed.stopped_on || null, authority, number })
    case 'stop-ordered':
      return call(stopControl, { ...about, words, due_on })
    case 'confirmed':
      return call(confirmStopped, { ...about, words, stopped_on: typed.stopped_on ?? '' })
    case 'allowed':
      return call(allowControl, { ...about, words, authority, number })
  }
}

/** The small form of one act: warning with period and correction, answer, stop order, confirmation, approval. */
export function ActForm({ one, act, onClose }: { one: OverControlCase; act: CaseAct['kind']; onClose: () => void }) {
  const { t } = useTranslation('over-control')
  const client = useQueryClient()
  const today = dayOf(useNow())
  const [form] = Form.useForm<Typed>()
  const sending = useMutation({
    mutationFn: (typed: Typed) => send(act, one, typed),
    onSuccess: async () => {
      await fetchAnew(client, (name) => name === 'plan.over-control' || name === 'plan.read')
      onClose()
    },
  })
  const must = { required: true, whitespace: true, message: t('must') }
  const day = (name: keyof Typed, label: string, needed: boolean) => (
    <Form.Item name={name} label={label} rules={needed ? [must] : []}>
      <Input type="date" />
    </Form.Item>
  )
  const needsNumber = act === 'allowed'
  return (
    <Modal
      open
      title={t(`do.${act}`)}
      okText={t('ui:save')}
      okButtonProps={{ loading: sending.isPending, danger: act === 'stop-ordered' }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        className="over-control-form"
        layout="vertical"
        requiredMark={false}
        initialValues={{ period_from: one.since, period_until: today, ...(act === 'confirmed' && { stopped_on: today }) }}
        onFinish={(typed) => sending.mutate(typed)}
      >
        <Form.Item name="words" label={t('field.words')} extra={t(`hint.${act}`)} rules={[must]}>
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
        {act === 'warned' && (
          <div className="over-control-pair">
            {day('period_from', `${t('field.period')} ${t('field.from')}`, true)}
            {day('period_until', t('field.until'), true)}
          </div>
        )}
        {act === 'warned' && day('due_on', t('field.due'), true)}
        {act === 'stop-ordered' && day('due_on', t('field.dueStop'), true)}
        {act === 'confirmed' && day('stopped_on', t('field.stoppedOn'), true)}
        {act === 'answered' && day('stopped_on', t('field.stoppedMaybe'), false)}
        {(act === 'answered' || needsNumber) && (
          <div className="over-control-pair">
            <Form.Item
              name="authority"
              label={t('field.authority') + (needsNumber ? '' : t('field.optional'))}
              rules={needsNumber ? [must] : []}
            >
              <Input maxLength={120} />
            </Form.Item>
            <Form.Item
              name="number"
              label={t('field.number') + (needsNumber ? '' : t('field.optional'))}
              rules={needsNumber ? [must] : []}
            >
              <Input maxLength={60} />
            </Form.Item>
          </div>
        )}
      </Form>
      {sending.error ? <ErrorLine problem={sending.error} /> : null}
    </Modal>
  )
}
