import { addMeasure } from '@wangdi/domain/plan/details/details.ts'
import { aspects, type Restriction, restrictions } from '@wangdi/policy/vocabulary.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

type Aspect = keyof typeof aspects
const reaches = ['person', 'unit', 'building', 'community'] as const
const nobody = 'nobody'

interface Typed {
  aspect: Aspect
  text: string
  who?: string
  reason: string
  restriction: Restriction | typeof nobody
  reach?: (typeof reaches)[number] | null
  days?: number | null
  order_number?: string
}

/** Asks to add a measure: it is compared with the rules in force before anybody decides. */
export default function AddOwnForm({ place, onClose }: { place: string; onClose: () => void }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const [form] = Form.useForm<Typed>()
  const restriction = Form.useWatch('restriction', form)
  const command = useCommand(addMeasure, ['plan'])
  const [id] = useState(() => newId())
  const must = { required: true, whitespace: true, message: t('addOwn.must') }
  const onFinish = ({ aspect, text, who = '', reason, restriction: chosen, reach, days, order_number = '' }: Typed) => {
    const restricts = chosen !== nobody
    command.mutate(
      {
        id,
        place,
        aspect,
        text: text.trim(),
        who: who.trim(),
        reason: reason.trim(),
        restriction: restricts ? chosen : null,
        reach: restricts ? (reach ?? null) : null,
        days: restricts ? (days ?? null) : null,
        order_number: order_number.trim(),
      },
      { onSuccess: onClose },
    )
  }
  return (
    <Modal
      open
      title={t('addOwn.title')}
      okText={t('addOwn.save')}
      okButtonProps={{ loading: command.isPending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="quiet">{t('addOwn.lead')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={onFinish}
        initialValues={{ aspect: 'service', restriction: nobody }}
      >
        <Form.Item name="aspect" label={t('addOwn.aspect')}>
          <Select options={(Object.keys(aspects) as Aspect[]).map((value) => ({ value, label: say(aspects[value]) }))} />
        </Form.Item>
        <Form.Item name="text" label={t('addOwn.text')} rules={[must]}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="reason" label={t('addOwn.reason')} rules={[must]}>
          <Input.TextArea maxLength={400} rows={2} />
        </Form.Item>
        <Form.Item name="who" label={t('addOwn.who')}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="restriction" label={t('addOwn.restriction')}>
          <Select
            options={[
              { value: nobody, label: t('addOwn.restrictionNone') },
              ...(Object.keys(restrictions) as Restriction[]).map((value) => ({ value, label: say(restrictions[value]) })),
            ]}
          />
        </Form.Item>
        {restriction !== undefined && restriction !== nobody && (
          <>
            <Form.Item name="reach" label={t('addOwn.reach')}>
              <Select allowClear options={reaches.map((value) => ({ value, label: t(`addOwn.reaches.${value}`) }))} />
            </Form.Item>
            <Form.Item name="days" label={t('addOwn.days')}>
              <InputNumber min={1} max={366} precision={0} />
            </Form.Item>
            <Form.Item name="order_number" label={t('addOwn.order')}>
              <Input maxLength={60} />
            </Form.Item>
          </>
        )}
      </Form>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
