import { deliverNotice } from '@wangdi/domain/observation/observation.api.ts'
import { deliverRelease } from '@wangdi/domain/observation/release/release.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import type { EpisodeReply } from './episode.ts'

const ways = ['in-person', 'family', 'door', 'phone-read'] as const
const receipts = ['signed', 'signed-by-family', 'refused-to-sign', 'none'] as const

interface Typed {
  way: (typeof ways)[number]
  receipt: (typeof receipts)[number]
  note?: string
}

/** Records that the written notice, or that of the release with this number, was handed over, and what the person did with it. */
export default function DeliverForm({
  episode,
  release,
  onClose,
}: {
  episode: EpisodeReply
  release?: string
  onClose: () => void
}) {
  const { t } = useTranslation('observation')
  const [form] = Form.useForm<Typed>()
  const [id] = useState(() => newId())
  const notice = useCommand(deliverNotice, ['observation', 'plan'])
  const released = useCommand(deliverRelease, ['observation', 'plan'])
  const command = release === undefined ? notice : released
  const save = ({ way, receipt, note }: Typed) => {
    const said = { id, observation: episode.id, way, receipt, ...(note?.trim() && { note: note.trim() }) }
    if (release === undefined) notice.mutate(said, { onSuccess: onClose })
    else released.mutate({ ...said, number: release }, { onSuccess: onClose })
  }
  const must = { required: true, message: t('must') }
  return (
    <Modal
      open
      title={release === undefined ? t('actions.deliver') : t('actions.deliverRelease', { number: release })}
      okText={t('ui:save')}
      okButtonProps={{ loading: command.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" className="observation-form" requiredMark={false} onFinish={save}>
        <Form.Item name="way" label={t('notice.way')} rules={[must]}>
          <Radio.Group options={ways.map((value) => ({ value, label: t(`way.${value}`) }))} />
        </Form.Item>
        <Form.Item name="receipt" label={t('notice.receipt')} rules={[must]}>
          <Radio.Group options={receipts.map((value) => ({ value, label: t(`receipt.${value}`) }))} />
        </Form.Item>
        <Form.Item name="note" label={t('note')}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
