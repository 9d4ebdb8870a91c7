import type { Field, Values } from '@wangdi/domain/kinds/fields.ts'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { FieldControl } from './FieldControl.tsx'

/** Records inside a record, a line each; an empty line is not sent. */
export function RowsField({
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
  const lines: readonly Values[] = Array.isArray(value) && value.length > 0 ? (value as readonly Values[]) : [{}]
  const put = (nth: number, line: Values) => onChange(lines.map((one, n) => (n === nth ? line : one)))
  return (
    <div className="kinds-rows">
      {lines.map((line, nth) => (
        // A line has no name of its own: it is the nth.
        <div key={`${id}-${nth.toString()}`} className="kinds-line">
          {Object.entries(field.rows ?? {}).map(([name, inner]) => (
            <label key={name} htmlFor={`${id}-${nth}-${name}`}>
              {say(inner.words)}
              <FieldControl
                id={`${id}-${nth}-${name}`}
                field={inner}
                value={line[name]}
                onChange={(said) => put(nth, { ...line, [name]: said })}
              />
            </label>
          ))}
          {lines.length > 1 && (
            <Button size="small" type="text" onClick={() => onChange(lines.filter((_, n) => n !== nth))}>
              {t('form.drop')}
            </Button>
          )}
        </div>
      ))}
      {lines.length < (field.most ?? 20) && (
        <Button size="small" onClick={() => onChange([...lines, {}])}>
          {t('form.row')}
        </Button>
      )}
    </div>
  )
}
