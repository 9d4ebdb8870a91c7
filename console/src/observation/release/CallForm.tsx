import { recordCall } from '@wangdi/domain/observation/release/release.api.ts'
import type { CallDay, CallOutcome } from '@wangdi/domain/observation/release/after.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import type { EpisodeReply } from '../episode/episode.ts'

const outcomes = ['well', 'unwell', 'no-answer'] as const

interface Typed {
  outcome: CallOutcome
  note?: string
}

/** Writes down a call after a release: how the person is, or that nobody answered; what is amiss is said in words. */
export function CallForm({ episode, nth, onClose }: { episode: EpisodeReply; nth: CallDay; onClose: () => void }) {
  const { t } = useTranslation('after-release')
  const [form] = Form.useForm<Typed>()
  const outcome = Form.useWatch('outcome', form)
  const [id] = useState(() => newId())
  const command = useCommand(recordCall, ['observation', 'plan'])
  const must = { required: true, whitespace: true, message: t('call.must') }
  return (
    <Modal
      open
      title={t('call.title', { nth, name: episode.name })}
      okText={t('ui:save')}
      okButtonProps={{ loading: command.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('call.lead')}</p>
      <Form
        form={form}
        layout="vertical"
        className="observation-form"
        requiredMark={false}
        onFinish={({ outcome: found, note }) =>
          command.mutate(
            { id, observation: episode.id, nth, outcome: found, ...(note?.trim() && { note: note.trim() }) },
            { onSuccess: onClose },
          )
        }
      >
        <Form.Item name="outcome" label={t('call.how')} rules={[must]}>
          <Radio.Group options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="note"
          label={t(outcome === 'unwell' ? 'call.amiss' : 'call.note')}
          rules={outcome === 'unwell' ? [must] : []}
        >
          <Input.TextArea rows={2} maxLength={400} />
        </Form.Item>
      </Form>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
