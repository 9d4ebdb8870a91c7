import { endObservation } from '@wangdi/domain/observation/observation.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import type { EpisodeReply } from './episode.ts'

const reasons = ['shorter-rule', 'transferred', 'confirmed-case', 'ordered-in-error', 'died', 'other'] as const

interface Typed {
  reason: (typeof reasons)[number]
  note: string
}

/** County health ends a stay before its last day, with a reason; nobody can lengthen one. */
export default function EndForm({ episode, onClose }: { episode: EpisodeReply; onClose: () => void }) {
  const { t } = useTranslation('observation')
  const [form] = Form.useForm<Typed>()
  const [id] = useState(() => newId())
  const command = useCommand(endObservation, ['observation', 'plan'])
  const must = { required: true, whitespace: true, message: t('must') }
  return (
    <Modal
      open
      title={t('actions.end')}
      okText={t('end.save')}
      okButtonProps={{ danger: true, loading: command.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('end.lead')}</p>
      <Form
        form={form}
        layout="vertical"
        className="observation-form"
        requiredMark={false}
        onFinish={({ reason, note }) =>
          command.mutate({ id, observation: episode.id, reason, note: note.trim() }, { onSuccess: onClose })
        }
      >
        <Form.Item name="reason" label={t('end.reason')} rules={[must]}>
          <Radio.Group options={reasons.map((value) => ({ value, label: t(`endReason.${value}`) }))} />
        </Form.Item>
        <Form.Item name="note" label={t('end.note')} rules={[must]}>
          <Input.TextArea maxLength={400} rows={3} />
        </Form.Item>
      </Form>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
