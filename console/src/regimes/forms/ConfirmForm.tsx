import { confirmClass, confirmLevel } from '@wangdi/domain/regimes/regimes.api.ts'
import type { OwnFactLine } from '@wangdi/domain/regimes/regimes.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { valueWordsIn } from '../fact-words.ts'

const levels = ['none', 'low', 'medium', 'high'] as const
const classes = ['none', 'no-case', 'cases', 'transmission'] as const

interface Typed {
  value: string
  from: string
  reason?: string
  source: string
}

/** A named person confirms a level or a class: as proposed, or otherwise with a reason. */
export default function ConfirmForm({
  kind,
  title,
  place,
  proposed,
  today,
  onClose,
}: {
  kind: 'risk' | 'class' | OwnFactLine
  title: string
  place: string
  proposed: string | null
  today: string
  onClose: () => void
}) {
  const { t } = useTranslation('regimes')
  const say = useSaying()
  const [form] = Form.useForm<Typed>()
  const [id] = useState(() => newId())
  const renews = ['regimes', 'plan']
  const level = useCommand(confirmLevel, renews)
  const community = useCommand(confirmClass, renews)
  const command = kind === 'class' ? community : level
  const own = typeof kind === 'string' ? undefined : kind
  const values = own ? own.values.map(({ id: value }) => value) : kind === 'risk' ? levels : classes
  const must = { required: true, whitespace: true, message: t('must') }
  const onFinish = ({ value, from, reason, source }: Typed) => {
    const said = { id, place, from, reason: reason?.trim() ?? '', source: source.trim() }
    const asLevel = levels.find((one) => one === value)
    if (own) level.mutate({ ...said, fact: own.name, value }, { onSuccess: onClose })
    const asClass = classes.find((one) => one === value)
    if (kind === 'risk' && asLevel) level.mutate({ ...said, fact: 'county.risk', value: asLevel }, { onSuccess: onClose })
    if (kind === 'class' && asClass) community.mutate({ ...said, value: asClass }, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={t('levels.confirmTitle', { what: title })}
      okText={t('levels.save')}
      okButtonProps={{ loading: command.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('levels.confirmLead')}</p>
      <Form
        form={form}
        className="regimes-form"
        layout="vertical"
        onFinish={onFinish}
        requiredMark={false}
        initialValues={{ value: proposed ?? undefined, from: today }}
      >
        <Form.Item name="value" label={t('levels.value')} rules={[must]}>
          <Radio.Group options={values.map((one) => ({ value: one, label: say(valueWordsIn(one, own)) }))} />
        </Form.Item>
        <Form.Item name="from" label={t('levels.from')} rules={[must]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('levels.reason')}
          dependencies={['value']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, typed: string | undefined) =>
                getFieldValue('value') === proposed || typed?.trim()
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('levels.reasonMust'))),
            }),
          ]}
        >
          <Input.TextArea maxLength={400} rows={2} />
        </Form.Item>
        <Form.Item name="source" label={t('levels.source')} rules={[must]}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
