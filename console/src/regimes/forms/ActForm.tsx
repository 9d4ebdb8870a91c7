import { closeResponse, reviewResponse } from '@wangdi/domain/regimes/regimes.api.ts'
import type { Response } from '@wangdi/domain/regimes/regimes.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'

interface Typed {
  number: string
  reason: string
  until?: string
  review_on?: string
}

/** Ending a response, or keeping it to another day; both need the number of the order that says so and a reason. */
export default function ActForm({
  kind,
  response,
  onClose,
}: {
  kind: 'review' | 'close'
  response: Response
  onClose: () => void
}) {
  const { t } = useTranslation('regimes')
  const [form] = Form.useForm<Typed>()
  const renews = ['regimes', 'plan', 'rights', 'session']
  const close = useCommand(closeResponse, renews)
  const review = useCommand(reviewResponse, renews)
  const command = kind === 'close' ? close : review
  const must = { required: true, whitespace: true, message: t('must') }
  const onFinish = ({ number, reason, until, review_on }: Typed) => {
    const said = { id: response.id, number: number.trim(), reason: reason.trim() }
    if (kind === 'close') close.mutate(said, { onSuccess: onClose })
    else review.mutate({ ...said, until: until || null, review_on: review_on || null }, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={t(kind === 'close' ? 'act.closeTitle' : 'act.reviewTitle', { number: response.number })}
      okText={t(kind === 'close' ? 'act.closeSave' : 'act.reviewSave')}
      okButtonProps={{ danger: kind === 'close', loading: command.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t(kind === 'close' ? 'act.closeLead' : 'act.reviewLead')}</p>
      <Form form={form} className="regimes-form" layout="vertical" onFinish={onFinish} requiredMark={false}>
        <Form.Item name="number" label={t('act.number')} rules={[must]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="reason" label={t('act.reason')} rules={[must]}>
          <Input.TextArea maxLength={400} rows={3} />
        </Form.Item>
        {kind === 'review' && (
          <div className="regimes-pair">
            <Form.Item
              name="until"
              label={t('form.until')}
              rules={[
                ({ getFieldValue }) => ({
                  validator: (_, value) =>
                    value || getFieldValue('review_on') ? Promise.resolve() : Promise.reject(new Error(t('form.term'))),
                }),
              ]}
            >
              <Input type="date" />
            </Form.Item>
            <Form.Item name="review_on" label={t('form.reviewOn')}>
              <Input type="date" />
            </Form.Item>
          </div>
        )}
      </Form>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
