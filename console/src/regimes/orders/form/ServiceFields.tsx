import { serviceLines, type ServicePlan } from '@wangdi/domain/regimes/orders/control-order.ts'
import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../../shell/say.ts'

/** The service plan, a field a line: who does what for those who live under the order. */
export function ServiceFields() {
  const { t } = useTranslation('orders')
  const say = useSaying()
  return (
    <section className="card" aria-label={t('form.service')}>
      <div className="card-head">
        <h2>{t('form.service')}</h2>
        <span className="sub">{t('form.serviceLead')}</span>
      </div>
      <div className="orders-fields orders-pair">
        {(Object.keys(serviceLines) as (keyof ServicePlan)[]).map((line) => (
          <Form.Item key={line} name={['service_plan', line]} label={say(serviceLines[line])}>
            {line === 'phone' ? (
              <Input maxLength={60} />
            ) : (
              <Input.TextArea maxLength={400} autoSize={{ minRows: 1, maxRows: 4 }} />
            )}
          </Form.Item>
        ))}
      </div>
    </section>
  )
}
