import { doorPlate } from '@wangdi/domain/places/door-plate.ts'
import { addDays } from '@wangdi/domain/day.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { Input, TextArea, Toast } from 'antd-mobile'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { householdsOf } from '../places/door.ts'
import { Bar } from '../shell/Bar.tsx'
import { useKnown } from '../shell/phone.ts'
import { go } from '../shell/route.ts'
import { useRecord } from '../shell/use-record.ts'
import { Chips, DoorChoice, Field } from './ArrivalParts.tsx'
import { type Arriving, faultsOf, saidOf } from './arriving.ts'

const transports = ['train', 'plane', 'car', 'coach', 'other'] as const
const reporters = ['self', 'family', 'employer', 'hotel', 'community'] as const

/** 新来人员登记: somebody who came from elsewhere, entered at the door; closed without a response. */
export function ArrivalPage() {
  const { t } = useTranslation('people')
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const { held, setting } = useKnown()
  const record = useRecord()
  const today = dayOf(useNow())
  const [arriving, setArriving] = useState<Arriving>({})
  const [said, setSaid] = useState<string>()
  const set = (more: Partial<Arriving>) => setArriving({ ...arriving, ...more })
  const why = setting?.closed.arrivals
  const households = householdsOf(held, setting, today)
  const household = arriving.dwelling ? households.get(arriving.dwelling) : undefined

  async function save() {
    const { missing, wrong } = faultsOf(arriving)
    if (missing.length > 0)
      return setSaid(t('missing', { what: missing.map((field) => t(field === 'dwelling' ? 'door' : field)).join('、') }))
    if (wrong) return setSaid(t(wrong))
    const plate = household ? doorPlate(household.door) : { estate: '', building: '', room: '' }
    const input = saidOf(arriving, { id: newId(), person: newId(), community: setting?.community ?? '', today })
    if (await record('people.record-arrival', input, { ...plate, text: `${t('title')} · ${arriving.name ?? ''}` })) {
      Toast.show({ content: t('saved') })
      go('/', { replace: true })
    }
  }

  if (why)
    return (
      <>
        <Bar>{t('title')}</Bar>
        <main className="f-main f-say">{t('closed', { why: why[language] })}</main>
      </>
    )
  return (
    <>
      <Bar>{t('title')}</Bar>
      <main className="f-main f-form">
        <DoorChoice household={household} households={[...households.values()]} set={(dwelling) => set({ dwelling })} />
        <Field label={t('name')}>
          <Input value={arriving.name ?? ''} onChange={(name) => set({ name })} maxLength={80} />
        </Field>
        <Field label={t('phone')}>
          <Input value={arriving.phone ?? ''} onChange={(phone) => set({ phone })} type="tel" maxLength={20} />
        </Field>
        <Field label={t('document')} hint={t('documentHint')}>
          <Input
            value={arriving.document ?? ''}
            onChange={(document) => set({ document })}
            maxLength={30}
            autoCapitalize="characters"
          />
        </Field>
        <Field label={t('origin')} hint={t('originHint')}>
          <Input value={arriving.origin ?? ''} onChange={(origin) => set({ origin })} maxLength={80} />
        </Field>
        <Chips
          label={t('arrived')}
          all={[
            [today, t('today')],
            [addDays(today, -1), t('yesterday')],
          ]}
          value={arriving.arrived}
          set={(arrived) => set({ arrived })}
          more={
            <input
              type="date"
              max={today}
              aria-label={t('before')}
              value={arriving.arrived ?? ''}
              onChange={(event) => set({ arrived: event.target.value })}
            />
          }
        />
        <Chips
          label={t('transport')}
          all={transports.map((one) => [one, t(`transports.${one}`)])}
          value={arriving.transport}
          set={(transport) => set({ transport })}
        />
        <Chips
          label={t('companions')}
          all={[0, 1, 2, 3].map((n) => [String(n), n === 0 ? t('alone') : t('count', { n })])}
          value={arriving.companions}
          set={(companions) => set({ companions })}
        />
        <Chips
          label={t('reported')}
          all={reporters.map((one) => [one, t(`by.${one}`)])}
          value={arriving.reported}
          set={(reported) => set({ reported })}
        />
        <div className="f-note">
          <TextArea
            value={arriving.note ?? ''}
            onChange={(note) => set({ note })}
            placeholder={t('note')}
            rows={1}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={200}
          />
        </div>
      </main>
      <footer className="f-foot">
        {said && (
          <p className="f-left-out" role="alert">
            {said}
          </p>
        )}
        <button type="button" className="f-btn f-btn-main" onClick={() => void save()}>
          {t('ui:save')}
        </button>
      </footer>
    </>
  )
}
