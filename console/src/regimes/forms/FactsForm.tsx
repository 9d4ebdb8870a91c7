import { recordFacts } from '@wangdi/domain/regimes/regimes.api.ts'
import { facts as vocabulary, type HouseFact } from '@wangdi/policy/vocabulary.ts'
import { askedOf, isForHouse } from '@wangdi/domain/regimes/own-facts.rules.ts'
import type { OwnFactLine } from '@wangdi/domain/regimes/regimes.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isCount, readCount } from '../../lists/typed-number.ts'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { valueWordsOf } from '../fact-words.ts'

const communityDigits = 12
const names = (Object.keys(vocabulary) as HouseFact[]).filter((name) => vocabulary[name].about === 'cases')

interface Typed {
  day: string
  source: string
  values: Partial<Record<HouseFact, string>>
  own?: Record<string, string | undefined>
}

/** Records what is known of cases for a day, with its source; what is left empty is not recorded and is not zero. */
export default function FactsForm({
  place,
  own,
  today,
  onClose,
}: {
  place: string
  /** What the notices in force ask beside. */
  own: readonly OwnFactLine[]
  today: string
  onClose: () => void
}) {
  const { role } = useSession().account
  const asked = askedOf(own, place, role)
  const { t } = useTranslation('regimes')
  const say = useSaying()
  const [form] = Form.useForm<Typed>()
  const command = useCommand(recordFacts, ['regimes', 'plan'])
  const [empty, setEmpty] = useState(false)
  const ours = isForHouse(role, 'record') ? names : []
  const shown = ours.filter((name) => name.startsWith('community.') === (place.length === communityDigits))
  const must = { required: true, whitespace: true, message: t('must') }
  const count = {
    validator: (_: unknown, typed?: string) => (isCount(typed) ? Promise.resolve() : Promise.reject(new Error(t('facts.count')))),
  }
  const onFinish = ({ day, source, values, own: typedOwn = {} }: Typed) => {
    const facts = shown.flatMap((name) => {
      const typed = values[name]?.trim()
      if (!typed) return []
      return [{ name, value: vocabulary[name].values === 'number' ? readCount(typed) : typed }]
    })
    const brought = asked.flatMap(({ name, type }) => {
      const typed = typedOwn[name]?.trim()
      return typed ? [{ name, value: type === 'number' ? readCount(typed) : typed }] : []
    })
    const all = [...facts, ...brought]
    setEmpty(all.length === 0)
    if (all.length > 0) command.mutate({ place, day, source: source.trim(), facts: all }, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={t('facts.enter')}
      okText={t('facts.save')}
      okButtonProps={{ loading: command.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('facts.lead')}</p>
      <Form
        form={form}
        className="regimes-form"
        layout="vertical"
        onFinish={onFinish}
        requiredMark={false}
        initialValues={{ day: today }}
      >
        <Form.Item name="day" label={t('facts.day')} rules={[must]}>
          <Input type="date" max={today} />
        </Form.Item>
        {shown.map((name) => {
          const { values, words } = vocabulary[name]
          return (
            <Form.Item key={name} name={['values', name]} label={say(words)} rules={values === 'number' ? [count] : []}>
              {values === 'number' ? (
                <Input inputMode="numeric" maxLength={12} autoComplete="off" style={{ width: 160 }} />
              ) : (
                <Select
                  allowClear
                  placeholder={t('facts.choose')}
                  options={(typeof values === 'string' ? [] : values).map((one) => ({
                    value: one,
                    label: say(valueWordsOf(one)),
                  }))}
                />
              )}
            </Form.Item>
          )
        })}
        {asked.map((fact) => (
          <Form.Item
            key={fact.name}
            name={['own', fact.name]}
            label={fact.unit ? t('facts.inUnit', { what: say(fact.words), unit: say(fact.unit) }) : say(fact.words)}
            extra={`${fact.source.document}·${fact.source.section}`}
            rules={fact.type === 'number' ? [count] : []}
          >
            {fact.type === 'choice' ? (
              <Select
                allowClear
                placeholder={t('facts.choose')}
                options={fact.values.map(({ id, words }) => ({ value: id, label: say(words) }))}
              />
            ) : fact.type === 'day' ? (
              <Input type="date" style={{ width: 160 }} />
            ) : (
              <Input inputMode="numeric" maxLength={12} autoComplete="off" style={{ width: 160 }} />
            )}
          </Form.Item>
        ))}
        <Form.Item name="source" label={t('facts.source')} rules={[must]}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      {empty && (
        <p className="field-fault" role="alert">
          {t('facts.nothing')}
        </p>
      )}
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
