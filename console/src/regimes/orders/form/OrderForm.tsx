import type { OrderDraft } from '@wangdi/domain/regimes/orders/control-order.ts'
import { readOrderChoices } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { isAtSpot, isWider, namesGates, needsServicePlan } from '@wangdi/domain/regimes/orders/publish.rules.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../../lists/Asked.tsx'
import { ask } from '../../../shell/call.ts'
import { PlaceName } from '../../../shell/PlaceName.tsx'
import { useSaying } from '../../../shell/say.ts'
import { Beyond, KindFields, type Choices } from './KindFields.tsx'
import { SaveBar } from './SaveBar.tsx'
import { ServiceFields } from './ServiceFields.tsx'
import { contentOf, typedOf, type Typed } from './typed.ts'

interface Written {
  readonly id: string
  readonly place: string
  readonly draft?: OrderDraft
}

/** One order as it is written: kind and place with what the plan says, words and term, the service plan; then saved or published. */
export function OrderForm(written: Written) {
  const { t } = useTranslation('orders')
  const answer = useQuery(ask(readOrderChoices, { place: written.place }))
  return (
    <>
      <div className="title">
        <h1>{t('form.title')}</h1>
        <span className="note">
          <PlaceName code={written.place} />
        </span>
        <div className="actions">
          <Link to="/orders">{t('one.back')}</Link>
        </div>
      </div>
      <Asked answer={answer} rows={8}>
        {(choices) => <Fields {...written} choices={choices} />}
      </Asked>
    </>
  )
}

function Fields({ id, place, draft, choices }: Written & { choices: Choices }) {
  const { t } = useTranslation('orders')
  const say = useSaying()
  const today = dayOf(useNow())
  const [form] = Form.useForm<Typed>()
  const typed: Typed | undefined = Form.useWatch([], form)
  const content = contentOf(typed ?? {}, today)
  const { kind, at } = content
  const choice = choices.choices.find((one) => one.kind === kind && one.scope === at.scope)
  const first: Typed = draft ? typedOf(draft.content) : { kind, scope: at.scope, from: today, ground: t('form.groundUsual') }
  return (
    <Form form={form} name="order" layout="vertical" className="orders-form" requiredMark={false} initialValues={first}>
      <section className="card orders-kinds" aria-label={t('form.kind')}>
        <div className="card-head">
          <h2>{t('form.kind')}</h2>
          <span className="sub">{choices.tier ? t('form.tier', { tier: say(choices.tier) }) : t('form.noTier')}</span>
        </div>
        <div className="orders-fields">
          <p className="quiet">{t('form.lead')}</p>
          <KindFields choices={choices} kind={kind} at={at} />
          {isWider(kind, at.scope) && <Long name="wider_reason" label={t('form.wider')} />}
          <Beyond choice={choice} />
        </div>
      </section>
      <section className="card" aria-label={t('one.facts')}>
        <div className="card-head">
          <h2>{t('one.facts')}</h2>
        </div>
        <div className="orders-fields">
          <Long name="reason" label={t('form.reason')} />
          <Long name="content" label={t('form.content')} max={2000} />
          {isAtSpot(kind) && <Short name="spot" label={t('form.spot')} max={40} />}
          {namesGates(kind) && <Short name="gates" label={t('form.gates')} max={200} />}
          <Long name="exceptions" label={t('form.exceptions')} max={1600} extra={t('form.exceptionsHint')} />
          <div className="orders-pair">
            <Short name="issuer" label={t('form.issuer')} max={60} />
            <Short name="number" label={t('form.number')} max={60} />
          </div>
          <Long name="ground" label={t('form.ground')} />
          <div className="orders-pair">
            {(['from', 'until', 'review_on'] as const).map((name) => (
              <Form.Item key={name} name={name} label={t(`form.${name === 'review_on' ? 'reviewOn' : name}`)}>
                <Input type="date" min={today} />
              </Form.Item>
            ))}
          </div>
          <p className="quiet">{t('form.termHint')}</p>
        </div>
      </section>
      {needsServicePlan(kind) && <ServiceFields />}
      <SaveBar
        id={id}
        place={place}
        version={draft?.version ?? 0}
        saved={draft ? JSON.stringify(contentOf(first, today)) : ''}
        content={content}
        limits={choice?.limits ?? []}
      />
    </Form>
  )
}

function Short({ name, label, max }: { name: string; label: string; max: number }) {
  return (
    <Form.Item name={name} label={label}>
      <Input maxLength={max} />
    </Form.Item>
  )
}

function Long({ name, label, max = 400, extra }: { name: string; label: string; max?: number; extra?: string }) {
  return (
    <Form.Item name={name} label={label} extra={extra}>
      <Input.TextArea maxLength={max} autoSize={{ minRows: 2, maxRows: 8 }} />
    </Form.Item>
  )
}
