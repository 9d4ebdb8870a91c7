import { demandKinds, type Rhythm, rhythms } from '@wangdi/domain/reports/demands/demand.ts'
import { tellDemand } from '@wangdi/domain/reports/demands/demands.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Form, Input, InputNumber, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

interface Typed {
  kind: 'figures' | 'form' | 'task'
  title: string
  asker: string
  minutes?: number | null
  rhythm?: Rhythm | null
  until?: string
}

/** A community writes down what somebody asks of it without having filed it. */
export default function TellForm({ onClose, onTold }: { onClose: () => void; onTold: (id: string) => void }) {
  const { t } = useTranslation('demands')
  const say = useSaying()
  const { account } = useSession()
  const today = dayOf(useNow())
  const [form] = Form.useForm<Typed>()
  const [id] = useState(() => newId())
  const command = useCommand(tellDemand, ['reports'])
  const must = { required: true, message: t('form.must') }
  const onFinish = ({ kind, title, asker, minutes = null, rhythm = null, until }: Typed) =>
    command.mutate(
      { id, place: account.place, kind, title: title.trim(), asker: asker.trim(), minutes, rhythm, ...(until && { until }) },
      {
        onSuccess: () => {
          onTold(id)
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={t('tellForm.title')}
      okText={t('tellForm.save')}
      okButtonProps={{ loading: command.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('tellForm.lead')}</p>
      <Form
        form={form}
        className="demands-form"
        layout="vertical"
        onFinish={onFinish}
        requiredMark={false}
        initialValues={{ kind: 'form' }}
      >
        <Form.Item name="kind" label={t('form.kind')}>
          <Radio.Group options={Object.entries(demandKinds).map(([value, words]) => ({ value, label: say(words) }))} />
        </Form.Item>
        <Form.Item name="title" label={t('tellForm.name')} rules={[{ ...must, whitespace: true }]}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="asker" label={t('tellForm.asker')} rules={[{ ...must, whitespace: true }]}>
          <Input maxLength={60} />
        </Form.Item>
        <div className="demands-pair">
          <Form.Item name="rhythm" label={t('tellForm.rhythm')}>
            <Select allowClear options={Object.entries(rhythms).map(([value, words]) => ({ value, label: say(words) }))} />
          </Form.Item>
          <Form.Item name="minutes" label={t('tellForm.minutes')}>
            <InputNumber min={0} max={10_000} />
          </Form.Item>
          <Form.Item name="until" label={t('tellForm.until')}>
            <Input type="date" min={today} />
          </Form.Item>
        </div>
      </Form>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
