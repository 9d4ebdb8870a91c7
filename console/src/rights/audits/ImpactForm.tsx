import type { Impact } from '@wangdi/domain/rights/audits/audit.ts'
import { assessImpact } from '@wangdi/domain/rights/audits/audits.api.ts'
import { sensitiveRecords } from '@wangdi/domain/rights/audits/audits.rules.ts'
import { records } from '@wangdi/domain/reports/demands/records.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

/** The impact assessment of one kind of sensitive records: purpose, effect, protection. */
export function ImpactForm({ place, first, onClose }: { place: string; first: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('audits')
  const say = useSaying()
  const [form] = Form.useForm<Impact>()
  const [id] = useState(() => newId())
  const save = useCommand(assessImpact, ['rights'])
  const must = { required: true, whitespace: true, message: t('must') }
  return (
    <Modal
      open
      title={t('impact.open')}
      okText={t('ui:save')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        name="impact"
        layout="vertical"
        requiredMark={false}
        initialValues={{ record: first ?? sensitiveRecords[0] }}
        onFinish={(impact) => save.mutate({ id, place, impact }, { onSuccess: onClose })}
      >
        <Form.Item name="record" label={t('impact.record')}>
          <Select
            options={sensitiveRecords.map((value) => ({ value, label: say(records[value]?.words ?? { zh: value, en: value }) }))}
          />
        </Form.Item>
        {(['purpose', 'effect', 'measures'] as const).map((name) => (
          <Form.Item key={name} name={name} label={t(`impact.${name}`)} rules={[must]}>
            <Input.TextArea rows={2} maxLength={600} />
          </Form.Item>
        ))}
      </Form>
      {save.error ? <ErrorLine problem={save.error} /> : null}
    </Modal>
  )
}
