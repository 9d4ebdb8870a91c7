import type { Field } from '@wangdi/domain/kinds/fields.ts'
import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'

type Answers = Readonly<Record<string, 'yes' | 'no' | 'not-applicable'>>

/** Items one below the other, each yes, no or not applicable; none is answered from the start. */
export function ChecklistField({
  id,
  field,
  value,
  onChange,
}: {
  id: string
  field: Field
  value: unknown
  onChange: (value: unknown) => void
}) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const answers = (value ?? {}) as Answers
  const options = [
    { value: 'yes', label: t('yes') },
    { value: 'no', label: t('no') },
    { value: 'not-applicable', label: t('notApplicable') },
  ]
  return (
    <div className="kinds-checklist" id={id}>
      {Object.entries(field.values ?? {}).map(([item, words]) => (
        <div key={item} className="kinds-item" role="group" aria-label={say(words)}>
          <span>{say(words)}</span>
          <Radio.Group
            options={options}
            value={answers[item]}
            onChange={({ target }) => onChange({ ...answers, [item]: target.value as Answers[string] })}
          />
        </div>
      ))}
    </div>
  )
}
