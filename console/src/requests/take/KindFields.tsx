import { kindOf, type RequestKindName } from '@wangdi/domain/requests/kinds.ts'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'

/** The fields that a kind asks beside the words: choices, days, counts. */
export function KindFields({ kind, today }: { kind: RequestKindName; today: string }) {
  const { t } = useTranslation('requests')
  const say = useSaying()
  return (
    <div className="requests-pair">
      {kindOf(kind).fields.map(({ name, words, type, must, values }) => (
        <Form.Item
          key={name}
          name={['details', name]}
          label={say(words)}
          rules={must ? [{ required: true, message: t('must') }] : []}
        >
          {type === 'choice' ? (
            <Select options={Object.entries(values ?? {}).map(([value, label]) => ({ value, label: say(label) }))} />
          ) : type === 'day' ? (
            <Input type="date" max={today} />
          ) : (
            <Input inputMode="numeric" maxLength={9} />
          )}
        </Form.Item>
      ))}
    </div>
  )
}
