import type { Fields as Declared, Values } from '@wangdi/domain/kinds/fields.ts'
import { settle } from '@wangdi/domain/kinds/when.ts'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { FieldControl } from './FieldControl.tsx'
import { Labelled } from './Labelled.tsx'

/**
 * The fields that are asked as things stand, in their order; what a condition hides is not shown and not sent, and comes back with
 * what was typed when it is shown again. `missing` are the paths of those that are needed and say nothing: all are told at once.
 */
export function Fields({
  fields,
  values,
  missing = [],
  hidden = [],
  onChange,
}: {
  fields: Declared
  values: Values
  missing?: readonly string[]
  /** Fields that are known before and not asked. */
  hidden?: readonly string[]
  onChange: (values: Values) => void
}) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const { shown } = settle(fields, values)
  return shown.flatMap((name) => {
    const field = fields[name]
    if (!field || field.from === 'house' || hidden.includes(name)) return []
    const isMissing = missing.some((path) => path.split('.')[0] === name)
    const id = `field-${name}`
    return [
      <div key={name} className={field.when ? 'kinds-field kinds-follows' : 'kinds-field'}>
        <Labelled id={id} field={field}>
          <FieldControl id={id} field={field} value={values[name]} onChange={(value) => onChange({ ...values, [name]: value })} />
        </Labelled>
        {field.hint && <p className="quiet">{say(field.hint)}</p>}
        {isMissing && (
          <p className="kinds-missing" role="alert">
            {t('must')}
          </p>
        )}
      </div>,
    ]
  })
}
