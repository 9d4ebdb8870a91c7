import {
  type RefusedCertificate,
  refusedCertificates,
  refusedCertificateWords,
} from '@wangdi/domain/rights/certificates/certificate.ts'
import { refuseCertificate } from '@wangdi/domain/rights/certificates/certificates.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { Answer } from './Answer.tsx'

interface Typed {
  certificate: RefusedCertificate
  wording?: string
  asked_by: string
}

/** Which certificate was asked for and by which body; then the answer to hand over stands there to be printed. */
export function RefuseForm({ place, onClose }: { place: string; onClose: () => void }) {
  const { t } = useTranslation('certificates')
  const say = useSaying()
  const [form] = Form.useForm<Typed>()
  const certificate = Form.useWatch('certificate', form)
  const [id] = useState(() => newId())
  const refuse = useCommand(refuseCertificate, ['rights'])
  const must = { required: true, whitespace: true, message: t('must') }
  if (refuse.data)
    return (
      <Modal open title={t('refuse.done')} footer={<Button onClick={onClose}>{t('close')}</Button>} onCancel={onClose}>
        <Answer text={say(refuse.data.answer)} asked={refuse.variables.asked_by} />
      </Modal>
    )
  return (
    <Modal
      open
      title={t('refuse.open')}
      okText={t('refuse.save')}
      okButtonProps={{ loading: refuse.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('refuse.lead')}</p>
      <Form
        form={form}
        name="refuse"
        layout="vertical"
        requiredMark={false}
        onFinish={({ certificate: chosen, wording, asked_by }) =>
          refuse.mutate({ id, place, certificate: chosen, wording: wording?.trim() ?? '', asked_by: asked_by.trim() })
        }
      >
        <Form.Item name="certificate" label={t('refuse.which')} rules={[must]}>
          <Select
            showSearch
            optionFilterProp="label"
            options={refusedCertificates.map((one) => ({ value: one, label: say(refusedCertificateWords[one]) }))}
          />
        </Form.Item>
        {certificate === 'other' && (
          <Form.Item name="wording" label={t('refuse.wording')} rules={[must]}>
            <Input maxLength={60} />
          </Form.Item>
        )}
        <Form.Item name="asked_by" label={t('askedBy')} extra={t('refuse.noNames')} rules={[must]}>
          <Input maxLength={60} />
        </Form.Item>
      </Form>
      {refuse.error ? <ErrorLine problem={refuse.error} /> : null}
    </Modal>
  )
}
