import type { Field, Values } from '@wangdi/domain/kinds/fields.ts'
import { isPointing } from '@wangdi/domain/kinds/pointing/pointers.ts'
import { Button, Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { PhotosField } from '../file/PhotosField.tsx'
import { SignatureField } from '../file/SignatureField.tsx'
import { MomentField } from '../pointing/MomentField.tsx'
import { PointingField } from '../pointing/PointingField.tsx'
import { ChecklistField } from './ChecklistField.tsx'
import { HoursField } from './HoursField.tsx'
import { Labelled, shownAtOnce } from './Labelled.tsx'

/** One field of a form by its type; what is not said is undefined, which is neither zero nor no. */
export function FieldControl({
  id,
  field,
  value,
  inLine = false,
  onChange,
}: {
  id: string
  field: Field
  value: unknown
  /** One of several that stand beside one another. */
  inLine?: boolean
  onChange: (value: unknown) => void
}) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const options = Object.entries(field.values ?? {}).map(([name, words]) => ({ value: name, label: say(words) }))
  const text = typeof value === 'string' ? value : ''
  switch (field.type) {
    case 'choice':
      return options.length <= shownAtOnce && !inLine ? (
        <Radio.Group id={id} options={options} value={value} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <Select id={id} allowClear options={options} value={text || null} onChange={(chosen) => onChange(chosen ?? undefined)} />
      )
    case 'choices':
      return <Checkbox.Group options={options} value={Array.isArray(value) ? value : []} onChange={onChange} />
    case 'yes-no':
      return (
        <Radio.Group
          id={id}
          options={[
            { value: true, label: t('yes') },
            { value: false, label: t('no') },
          ]}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )
    case 'signature':
      return <SignatureField id={id} value={value} onChange={onChange} />
    case 'file':
      return <PhotosField id={id} label={say(field.words)} value={value} upTo={field.most} onChange={onChange} />
    case 'day':
      return <Input id={id} type="date" value={text} onChange={({ target }) => onChange(target.value || undefined)} />
    case 'count':
      return (
        <InputNumber
          id={id}
          min={0}
          precision={0}
          value={typeof value === 'number' ? value : null}
          onChange={(n) => onChange(n ?? undefined)}
        />
      )
    case 'money':
      return (
        <InputNumber
          id={id}
          min={0}
          precision={2}
          addonAfter="元"
          value={typeof value === 'number' ? value / 100 : null}
          onChange={(n) => onChange(n === null ? undefined : Math.round(n * 100))}
        />
      )
    case 'amount':
      return <AmountField id={id} options={options} value={value as Amount | undefined} onChange={onChange} />
    case 'rows':
      return <RowsField id={id} field={field} value={value} onChange={onChange} />
    case 'checklist':
      return <ChecklistField id={id} field={field} value={value} onChange={onChange} />
    case 'hours':
      return <HoursField id={id} value={value} onChange={onChange} />
    case 'words':
      return (
        <Input.TextArea
          id={id}
          rows={(field.most ?? 2000) > 2000 ? 8 : 3}
          maxLength={field.most ?? 2000}
          value={text}
          onChange={({ target }) => onChange(target.value || undefined)}
        />
      )
    case 'text':
    case 'phone':
      return (
        <Input
          id={id}
          maxLength={field.type === 'phone' ? 20 : (field.most ?? 200)}
          {...(field.type === 'phone' && { inputMode: 'tel' })}
          value={text}
          onChange={({ target }) => onChange(target.value || undefined)}
        />
      )
    case 'moment':
      return <MomentField id={id} value={value} onChange={onChange} />
    default:
      if (isPointing(field)) return <PointingField type={field.type} {...{ id, field, value, onChange }} />
      throw new RangeError(`no form asks for a ${field.type} yet`)
  }
}

interface Amount {
  readonly n: number
  readonly unit: string
}

/** A number and its unit; the only unit of a field, else the first, stands there from the start. */
function AmountField({
  id,
  options,
  value,
  onChange,
}: {
  id: string
  options: { value: string; label: string }[]
  value: Amount | undefined
  onChange: (value: Amount | undefined) => void
}) {
  const unit = value?.unit ?? options[0]?.value ?? ''
  return (
    <span className="kinds-amount">
      <InputNumber id={id} min={0} value={value?.n ?? null} onChange={(n) => onChange(n === null ? undefined : { n, unit })} />
      {options.length === 1 ? (
        options[0]?.label
      ) : (
        <Select
          aria-label={options.map(({ label }) => label).join(' / ')}
          options={options}
          value={unit}
          disabled={value === undefined}
          onChange={(chosen) => value && onChange({ n: value.n, unit: chosen })}
        />
      )}
    </span>
  )
}

/** Records inside a record, a line each; an empty line is not sent. */
function RowsField({
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
  const lines: readonly Values[] = Array.isArray(value) && value.length > 0 ? (value as readonly Values[]) : [{}]
  const put = (nth: number, line: Values) => onChange(lines.map((one, n) => (n === nth ? line : one)))
  return (
    <div className="kinds-rows">
      {lines.map((line, nth) => (
        // A line has no name of its own: it is the nth.
        <div key={`${id}-${nth.toString()}`} className="kinds-line">
          {Object.entries(field.rows ?? {}).map(([name, inner]) => (
            <div key={name} className="kinds-cell">
              <Labelled id={`${id}-${nth}-${name}`} field={inner}>
                <FieldControl
                  id={`${id}-${nth}-${name}`}
                  field={inner}
                  value={line[name]}
                  inLine
                  onChange={(said) => put(nth, { ...line, [name]: said })}
                />
              </Labelled>
            </div>
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
