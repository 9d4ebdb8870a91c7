import { keepOrder, liftOrder, type OrderLine, shortenOrder } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'

/** What the same authority may do with its order. */
export type Change = 'shorten' | 'keep' | 'lift'

interface Typed {
  number: string
  reason: string
  until?: string
  review_on?: string
  from?: string
}

/** Shortening, keeping or lifting an order: a number and a reason, and the day. */
export function ChangeForm({ change, order, onClose }: { change: Change; order: OrderLine; onClose: () => void }) {
  const { t } = useTranslation('orders')
  const today = dayOf(useNow())
  const [form] = Form.useForm<Typed>()
  const renews = ['regimes', 'plan']
  const shorten = useCommand(shortenOrder, renews)
  const keep = useCommand(keepOrder, renews)
  const lift = useCommand(liftOrder, renews)
  const { isPending, error } = { shorten, keep, lift }[change]
  const must = { required: true, whitespace: true, message: t('must') }
  const onFinish = ({ number, reason, until, review_on, from }: Typed) => {
    const said = { id: order.id, number: number.trim(), reason: reason.trim() }
    const done = { onSuccess: onClose }
    if (change === 'shorten') shorten.mutate({ ...said, until: until ?? '' }, done)
    else if (change === 'lift') lift.mutate({ ...said, from: from ?? '' }, done)
    else keep.mutate({ ...said, until: until || null, review_on: review_on || null }, done)
  }
  return (
    <Modal
      open
      title={t(`change.${change}Title`, { number: order.number })}
      okText={t(`change.${change}Save`)}
      okButtonProps={{ danger: change === 'lift', loading: isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t(`change.${change}Lead`, { freed: t(`freed.${order.kind}`) })}</p>
      <Form form={form} name={change} layout="vertical" requiredMark={false} onFinish={onFinish} initialValues={{ from: today }}>
        <Form.Item name="number" label={t('change.number')} rules={[must]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="reason" label={t('change.reason')} rules={[must]}>
          <Input.TextArea maxLength={400} rows={2} />
        </Form.Item>
        {change === 'lift' ? (
          <Form.Item name="from" label={t('change.liftFrom')} rules={[must]}>
            <Input type="date" min={today} />
          </Form.Item>
        ) : (
          <Form.Item name="until" label={t('change.until')} rules={change === 'shorten' ? [must] : []}>
            <Input type="date" min={today} />
          </Form.Item>
        )}
        {change === 'keep' && (
          <Form.Item name="review_on" label={t('change.reviewOn')}>
            <Input type="date" min={today} />
          </Form.Item>
        )}
      </Form>
      {error ? <ErrorLine problem={error} /> : null}
    </Modal>
  )
}
