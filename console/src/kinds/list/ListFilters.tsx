import type { CountedPart } from '@wangdi/domain/kinds/counted.ts'
import type { Field } from '@wangdi/domain/kinds/fields.ts'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'

/** A part of a list that a chip shows: its word with its count, and the figure where one is told. */
export interface Chip<S extends string> {
  readonly show: S
  readonly label: string
  readonly n?: number | undefined
}

/** The chips of a list of any kind and the choices that narrow it; each figure opens the part that it counts. */
export function ListFilters<S extends string>({
  list,
  chips,
  show,
  counted,
  filters = [],
  chosen = {},
  onShow,
  onChosen,
}: {
  /** The name under which the list says its rows. */
  list: string
  chips: readonly Chip<S>[]
  /** None of them while the list shows what the plan counts. */
  show: S | undefined
  counted?: CountedPart | undefined
  filters?: readonly (readonly [string, Pick<Field, 'words' | 'values'>])[]
  chosen?: Readonly<Record<string, string>>
  onShow: (show: S) => void
  onChosen?: (chosen: Readonly<Record<string, string>>) => void
}) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  return (
    <div className="list-filters">
      {counted && (
        <span className="list-chip" aria-current="true">
          {t(`counted.${counted}`)}
        </span>
      )}
      {chips.map(({ show: one, label, n }) => (
        <button
          key={one}
          type="button"
          className="list-chip"
          aria-pressed={show === one}
          {...(n !== undefined && { 'data-figure': n, 'data-opens': `${list}-${one}` })}
          onClick={() => onShow(one)}
        >
          {label}
        </button>
      ))}
      {filters.map(([name, { words, values = {} }]) => (
        <Select
          key={name}
          aria-label={say(words)}
          className="kinds-filter"
          value={chosen[name] ?? ''}
          onChange={(value) => {
            const { [name]: _, ...rest } = chosen
            onChosen?.(value === '' ? rest : { ...rest, [name]: value })
          }}
          options={[
            { value: '', label: t('any', { what: say(words) }) },
            ...Object.entries(values).map(([value, text]) => ({ value, label: say(text) })),
          ]}
        />
      ))}
    </div>
  )
}
