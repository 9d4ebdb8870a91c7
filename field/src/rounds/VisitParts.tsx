import { doorPlate } from '@wangdi/domain/places/door-plate.ts'
import { againAfter } from '@wangdi/domain/rounds/due.rules.ts'
import { resultSaid, type VisitResult } from '@wangdi/domain/rounds/rounds.ts'
import { DoorPlate } from '@wangdi/ui/marks/DoorPlate.tsx'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { TextArea } from 'antd-mobile'
import { useTranslation } from 'react-i18next'
import { headOf, type Household } from '../places/door.ts'
import { usePhone } from '../shell/phone.ts'

/** The door, who lives there, and what the last visit found. */
export function DoorHead({ household }: { household: Household }) {
  const { t } = useTranslation('rounds')
  const { me } = usePhone()
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const today = dayOf(useNow())
  const { door, people, visits } = household
  const last = visits.at(-1)
  return (
    <section className="f-who f-who-head">
      <div className="f-door-head">
        <DoorPlate {...doorPlate(door)} />
        <div>
          <h2>
            {people.length > 0
              ? t('people', { count: people.length, head: headOf(household)?.name ?? '', n: people.length })
              : t('nobody')}
          </h2>
          <p>{last ? t('last', { day: formatDay(dayOf(last.at), today), result: resultSaid(last)[language] }) : t('never')}</p>
          {me.role === 'grid-worker' && <p>{t('contact', { name: me.name })}</p>}
        </div>
      </div>
    </section>
  )
}

/** Free words under a label that says what belongs there. */
export function Words({ value, set, label }: { value: string; set: (text: string) => void; label: string }) {
  return (
    <div className="f-note">
      <TextArea value={value} onChange={set} placeholder={label} autoSize={{ minRows: 2, maxRows: 4 }} maxLength={500} />
    </div>
  )
}

/** What to do next when nobody was met: another hour, a call, a note under the door. */
export function Advice({ result }: { result: VisitResult }) {
  const { t } = useTranslation('rounds')
  const now = useNow()
  const time = formatMoment(againAfter(new Date(now).toISOString()), dayOf(now))
  const said = {
    'nobody-home': t('again', { time }),
    'not-convenient': t('notConvenient'),
    'moved-away': t('movedAway'),
    refused: t('refused'),
    met: '',
  }
  return (
    <p className="f-advice" role="status">
      {said[result]}
    </p>
  )
}
