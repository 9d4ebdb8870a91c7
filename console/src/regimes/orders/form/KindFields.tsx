import { sourceWords } from '@wangdi/policy/engine/clauses/origin.ts'
import { partText } from '@wangdi/domain/places/door-plate.ts'
import {
  type OrderKind,
  orderKinds,
  orderKindWords,
  type OrderPlace,
  orderScopeWords,
} from '@wangdi/domain/regimes/orders/control-order.ts'
import type { OrderChoice, readOrderChoices } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { scopesOf } from '@wangdi/domain/regimes/orders/publish.rules.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { useSought } from '../../../lists/sought.ts'
import { useSaying } from '../../../shell/say.ts'
import { groupKey } from './typed.ts'

export type Choices = Static<typeof readOrderChoices.reply>

/** What is restricted and how far, smallest first; beside each what the plan of the day says to it. */
export function KindFields({ choices, kind, at }: { choices: Choices; kind: OrderKind; at: OrderPlace }) {
  const { t } = useTranslation('orders')
  const say = useSaying()
  const form = Form.useFormInstance()
  const sought = useSought()
  const building = choices.buildings.find(({ id }) => id === at.building)
  const choiceOf = (one: OrderKind, scope = scopesOf(one)[0]) =>
    choices.choices.find((choice) => choice.kind === one && choice.scope === scope)
  return (
    <>
      <Form.Item name="kind" label={t('form.kind')}>
        <Radio.Group
          onChange={({ target }) => form.setFieldValue('scope', scopesOf(target.value as OrderKind)[0])}
          options={orderKinds.map((one) => ({
            value: one,
            label: (
              <>
                {say(orderKindWords(one))} <PlanSays choice={choiceOf(one)} />
              </>
            ),
          }))}
        />
      </Form.Item>
      <Form.Item name="scope" label={t('form.scope')}>
        <Radio.Group
          options={scopesOf(kind)
            .filter((scope) => scope !== 'village-group' || choices.groups.length > 0)
            .map((scope) => ({ value: scope, label: say(orderScopeWords[scope]) }))}
        />
      </Form.Item>
      <div className="orders-pair">
        {(at.scope === 'unit' || at.scope === 'building') && (
          <Form.Item name="building" label={t('form.building')}>
            <Select
              {...sought}
              options={choices.buildings.map(({ id, estate, name }) => ({
                value: id,
                label: partText({ estate, building: name }),
                door: { estate, building: name },
              }))}
              onChange={() => form.setFieldValue('unit', undefined)}
            />
          </Form.Item>
        )}
        {at.scope === 'unit' && (
          <Form.Item name="unit" label={t('form.unit')}>
            <Select options={(building?.units ?? []).map((unit) => ({ value: unit, label: unit }))} />
          </Form.Item>
        )}
        {at.scope === 'village-group' && (
          <Form.Item name="group" label={t('form.group')}>
            <Select
              {...sought}
              options={choices.groups.map(({ estate, name, group }) => ({
                value: groupKey(estate, group),
                label: partText({ estate: name, group }),
                door: { estate: name, group },
              }))}
            />
          </Form.Item>
        )}
      </div>
    </>
  )
}

function PlanSays({ choice }: { choice: OrderChoice | undefined }) {
  const { t } = useTranslation('orders')
  if (!choice) return null
  if (choice.limits.length > 0) return <Tag tone="due">{t('form.beyond')}</Tag>
  return <small>{choice.allowed_by ? `${t('form.allowed')}，${t('form.source', choice.allowed_by)}` : t('form.notNamed')}</small>
}

/** What the plan says against the choice, and the approval that is then asked for. */
export function Beyond({ choice }: { choice: OrderChoice | undefined }) {
  const { t } = useTranslation('orders')
  const say = useSaying()
  if (!choice || choice.limits.length === 0) return null
  return (
    <div className="orders-beyond" role="group" aria-label={t('form.beyondTitle')}>
      <b>{t('form.beyondTitle')}</b>
      {choice.limits.map(({ finding, limit, source }) => (
        <p key={finding}>{t('one.limit', { limit: say(limit), source: source ? say(sourceWords(source)) : '' })}</p>
      ))}
      <Form.Item name={['approval', 'reason']} label={t('form.approvalReason')}>
        <Input maxLength={400} />
      </Form.Item>
      <div className="orders-pair">
        <Form.Item name={['approval', 'authority']} label={t('form.approval')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name={['approval', 'number']} label={t('form.approvalNumber')}>
          <Input maxLength={60} />
        </Form.Item>
      </div>
    </div>
  )
}
