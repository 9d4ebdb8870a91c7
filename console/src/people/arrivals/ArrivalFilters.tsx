import { Checkbox, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../shell/session.ts'

/** Which arrivals are listed. */
export interface ArrivalFilter {
  readonly from?: string
  readonly to?: string
  readonly origin_kind?: 'abroad' | 'high' | 'medium' | 'low' | 'unknown'
  readonly state?: 'expected' | 'arrived' | 'not-come'
  readonly unchecked?: boolean
  readonly checked?: boolean
  readonly undecided?: boolean
  readonly observed?: boolean
  /** One person alone. */
  readonly person?: string
}

/** Reads which arrivals are listed from an address; what it does not know is left out. */
export function readArrivalFilter(search: object): ArrivalFilter {
  const asked = search as Record<string, unknown>
  const day = (name: 'from' | 'to') =>
    typeof asked[name] === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asked[name]) ? { [name]: asked[name] } : {}
  const state = states.find((one) => one === asked['state'])
  const only = (name: (typeof onlyThose)[number]) => asked[name] === true && { [name]: true }
  const origin_kind = originKinds.find((one) => one === asked['origin_kind'])
  const person = typeof asked['person'] === 'string' && uuid.test(asked['person']) && { person: asked['person'] }
  const choice = { ...(state && { state }), ...(origin_kind && { origin_kind }), ...person }
  return {
    ...{ ...day('from'), ...day('to'), ...choice },
    ...{ ...only('unchecked'), ...only('checked'), ...only('undecided'), ...only('observed') },
  }
}

const onlyThose = ['unchecked', 'checked', 'undecided', 'observed'] as const
const states = ['expected', 'arrived', 'not-come'] as const
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
export const originKinds = ['abroad', 'high', 'medium', 'low', 'unknown'] as const

/** Days, origin, state, and whether the origin still waits to be confirmed. */
export function ArrivalFilters({ filter, onFilter }: { filter: ArrivalFilter; onFilter: (filter: ArrivalFilter) => void }) {
  const { t } = useTranslation('arrivals')
  const { access } = useSession()
  const set = <K extends keyof ArrivalFilter>(field: K, value: ArrivalFilter[K] | undefined | '' | null) => {
    const rest = Object.fromEntries(Object.entries(filter).filter(([name]) => name !== field)) as ArrivalFilter
    onFilter(value ? { ...rest, [field]: value } : rest)
  }
  return (
    <div className="list-filters" role="group" aria-label={t('label')}>
      <label>
        <span className="quiet">
          {t('days')} {t('from')}
        </span>
        <Input type="date" value={filter.from ?? ''} onChange={(event) => set('from', event.target.value)} />
      </label>
      <label>
        <span className="quiet">{t('to')}</span>
        <Input type="date" value={filter.to ?? ''} onChange={(event) => set('to', event.target.value)} />
      </label>
      <Select
        allowClear
        className="people-choice"
        aria-label={t('kind')}
        placeholder={t('anyOrigin')}
        value={filter.origin_kind ?? null}
        options={originKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        onChange={(kind) => set('origin_kind', kind)}
      />
      <Select
        allowClear
        className="people-choice"
        aria-label={t('state')}
        placeholder={t('anyState')}
        value={filter.state ?? null}
        options={states.map((state) => ({ value: state, label: t(`states.${state}`) }))}
        onChange={(state) => set('state', state)}
      />
      {onlyThose
        .filter((one) => one !== 'observed' || access['observation.list'] === 'area')
        .map((one) => (
          <Checkbox key={one} checked={filter[one] ?? false} onChange={(event) => set(one, event.target.checked)}>
            {t(one)}
          </Checkbox>
        ))}
      {filter.person && (
        <Checkbox checked onChange={() => set('person', undefined)}>
          {t('onePerson')}
        </Checkbox>
      )}
    </div>
  )
}
