import type { AuditReport } from '@wangdi/domain/rights/audits/audit.ts'
import { recordAudit } from '@wangdi/domain/rights/audits/audits.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'

type Typed = Omit<AuditReport, 'mended'> & { mended?: string }

/** What an audit looked at, found and had mended, and when the next one comes. */
export function AuditForm({ place, onClose }: { place: string; onClose: () => void }) {
  const { t } = useTranslation('audits')
  const [form] = Form.useForm<Typed>()
  const [id] = useState(() => newId())
  const save = useCommand(recordAudit, ['rights'])
  const must = { required: true, whitespace: true, message: t('must') }
  return (
    <Modal
      open
      title={t('audit.open')}
      okText={t('ui:save')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        name="audit"
        layout="vertical"
        requiredMark={false}
        onFinish={({ mended = '', ...typed }) => save.mutate({ id, place, report: { ...typed, mended } }, { onSuccess: onClose })}
      >
        {(['from_day', 'to_day'] as const).map((name) => (
          <Form.Item key={name} name={name} label={t(`audit.${name}`)} rules={[must]}>
            <Input type="date" />
          </Form.Item>
        ))}
        <Form.Item name="found" label={t('audit.found')} rules={[must]}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Form.Item name="mended" label={t('audit.mended')}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        <Form.Item name="next_on" label={t('audit.next_on')} rules={[must]}>
          <Input type="date" />
        </Form.Item>
      </Form>
      {save.error ? <ErrorLine problem={save.error} /> : null}
    </Modal>
  )
}
