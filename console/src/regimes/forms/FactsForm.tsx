import { recordFacts } from '@wangdi/domain/regimes/regimes.api.ts'
import { facts as vocabulary, type HouseFact } from '@wangdi/policy/vocabulary.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isCount, readCount } from '../../lists/typed-number.ts'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { valueWordsOf } from '../fact-words.ts'

const communityDigits = 12
const names = (Object.keys(vocabulary) as HouseFact[]).filter((name) => vocabulary[name].about === 'cases')

interface Typed {
  day: string
  source: string
  values: Partial<Record<HouseFact, string>>
}

/** Records what is known of cases for a day, with its source; what is left empty is not recorded and is not zero. */
export default function FactsForm({ place, today, onClose }: { place: string; today: string; onClose: () => void }) {
  const { t } = useTranslation('regimes')
  const say = useSaying()
  const [form] = Form.useForm<Typed>()
  const command = useCommand(recordFacts, ['regimes', 'plan'])
  const [empty, setEmpty] = useState(false)
  const shown = names.filter((name) => name.startsWith('community.') === (place.length === communityDigits))
  const must = { required: true, whitespace: true, message: t('must') }
  const count = {
    validator: (_: unknown, typed?: string) => (isCount(typed) ? Promise.resolve() : Promise.reject(new Error(t('facts.count')))),
  }
  const onFinish = ({ day, source, values }: Typed) => {
    const facts = shown.flatMap((name) => {
      const typed = values[name]?.trim()
      if (!typed) return []
      return [{ name, value: vocabulary[name].values === 'number' ? readCount(typed) : typed }]
    })
    setEmpty(facts.length === 0)
    if (facts.length > 0) command.mutate({ place, day, source: source.trim(), facts }, { onSuccess: onClose })
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
