import type { Fields as Declared, Values } from '@wangdi/domain/kinds/fields.ts'
import { settle } from '@wangdi/domain/kinds/when.ts'
import { useTranslation } from 'react-i18next'
import { useSay } from '../say.ts'
import { FieldControl } from './FieldControl.tsx'

/**
 * The fields that are asked as things stand, one step below the other: what a condition hides is not shown and not kept, and comes
 * back with what was typed when it is shown again. `missing` are the paths of those that are needed and say nothing.
 */
export function Fields({
  fields,
  values,
  missing,
  onChange,
}: {
  fields: Declared
  values: Values
  missing: readonly string[]
  onChange: (values: Values) => void
}) {
  const { t } = useTranslation('kinds')
  const say = useSay()
  const { shown } = settle(fields, values)
  return shown.flatMap((name) => {
    const field = fields[name]
    if (!field || field.from === 'house') return []
    const lacks = missing.filter((path) => path === name || path.startsWith(`${name}.`))
    return [
      <section key={name} id={`f-step-${name}`} className={field.when ? 'f-step f-step-follows' : 'f-step'} data-field={name}>
        <h2 className="f-lab">
          {say(field.words)} {field.must === undefined && <small>{t('optional')}</small>}
          {field.hint && <small>{say(field.hint)}</small>}
        </h2>
        <FieldControl
          label={say(field.words)}
          field={field}
          value={values[name]}
          onChange={(value) => onChange({ ...values, [name]: value })}
        />
        {lacks.length > 0 && (
          <p className="f-hint f-red" role="alert">
            {t('must')}
          </p>
        )}
      </section>,
    ]
  })
}
