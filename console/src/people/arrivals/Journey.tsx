import { Input, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { originKinds } from './ArrivalFilters.tsx'

/** What is told of the journey; null is not asked, which is not no. */
export interface JourneyTyped {
  readonly origin: string
  readonly kind: (typeof originKinds)[number]
  readonly arrivedOn: string
  readonly leftOn: string
  readonly state: 'expected' | 'arrived'
  readonly transport: string
  readonly companions: number | null
  readonly pointToPoint: boolean | null
  readonly healthProof: boolean | null
  readonly reportedBy: (typeof reporters)[number]
  readonly note: string
}
const reporters = ['self', 'family', 'employer', 'hotel', 'community', 'pushed'] as const

/** The fields of a journey. */
export function Journey({
  typed,
  today,
  onTyped,
}: {
  typed: JourneyTyped
  today: string
  onTyped: (typed: JourneyTyped) => void
}) {
  const { t } = useTranslation('arrivals')
  const set = (part: Partial<JourneyTyped>) => onTyped({ ...typed, ...part })
  return (
    <>
      <label>
        {t('form.origin')}
        <Input value={typed.origin} maxLength={80} onChange={(event) => set({ origin: event.target.value })} />
      </label>
      <div className="field">
        <span>{t('form.originKind')}</span>
        <Radio.Group
          aria-label={t('form.originKind')}
          value={typed.kind}
          options={originKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
          onChange={(event) => set({ kind: event.target.value })}
        />
      </div>
      <div className="pair">
        <div className="field">
          <span>{t('form.state')}</span>
          <Radio.Group
            aria-label={t('form.state')}
            value={typed.state}
            options={(['arrived', 'expected'] as const).map((one) => ({ value: one, label: t(`states.${one}`) }))}
            onChange={(event) => set({ state: event.target.value })}
          />
        </div>
        <label>
          {t('form.arrivedOn')}
          <Input
            type="date"
            {...(typed.state === 'arrived' ? { max: today } : {})}
            value={typed.arrivedOn}
            onChange={(event) => set({ arrivedOn: event.target.value })}
          />
        </label>
      </div>
      <div className="pair">
        <label>
          {t('form.leftOn')}
          <Input
            type="date"
            max={typed.arrivedOn}
            value={typed.leftOn}
            onChange={(event) => set({ leftOn: event.target.value })}
          />
        </label>
        <label>
          {t('form.transport')}
          <Input value={typed.transport} maxLength={80} onChange={(event) => set({ transport: event.target.value })} />
        </label>
      </div>
      <div className="pair">
        <label>
          {t('form.companions')}
          <InputNumber
            min={0}
            max={999}
            value={typed.companions}
            onChange={(companions) => set({ companions })}
            style={{ width: '100%' }}
          />
        </label>
        <label>
          {t('form.reportedBy')}
          <Select
            value={typed.reportedBy}
            options={reporters.map((one) => ({ value: one, label: t(`reporters.${one}`) }))}
            onChange={(reportedBy) => set({ reportedBy })}
          />
        </label>
      </div>
      <div className="pair">
        <Told label={t('form.pointToPoint')} value={typed.pointToPoint} onValue={(pointToPoint) => set({ pointToPoint })} />
        <Told label={t('form.healthProof')} value={typed.healthProof} onValue={(healthProof) => set({ healthProof })} />
      </div>
      <label>
        {t('form.note')}
        <Input value={typed.note} maxLength={200} onChange={(event) => set({ note: event.target.value })} />
      </label>
    </>
  )
}

/** Yes, no, or not asked. */
function Told({ label, value, onValue }: { label: string; value: boolean | null; onValue: (value: boolean | null) => void }) {
  const { t } = useTranslation('arrivals')
  return (
    <div className="field">
      <span>{label}</span>
      <Radio.Group
        aria-label={label}
        value={value === null ? 'not-asked' : value ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: t('form.yes') },
          { value: 'no', label: t('form.no') },
          { value: 'not-asked', label: t('form.notAsked') },
        ]}
        onChange={(event) => onValue(event.target.value === 'not-asked' ? null : event.target.value === 'yes')}
      />
    </div>
  )
}
