import { doorPlate } from '@wangdi/domain/places/door-plate.ts'
import { abnormal } from '@wangdi/domain/observation/slots.rules.ts'
import type { MeasuredBy, NotMeasured } from '@wangdi/domain/observation/observation.ts'
import { serverNow } from '@wangdi/ui/marks/clock.ts'
import { Check, Minus, Moon, Plus, Sun } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { Household } from '../places/door.ts'
import { useKnown } from '../shell/phone.ts'
import { go } from '../shell/route.ts'
import { useRecord } from '../shell/use-record.ts'
import { workOf } from '../today/work.ts'
import { Keypad } from './Keypad.tsx'
import type { Stay } from './stay.ts'
import { Symptoms } from './Symptoms.tsx'
import { press, start, step, valueOf } from './temperature.ts'

const measurers = ['visit', 'self', 'family', 'phone'] as const
const failures = ['not-home', 'refused', 'asleep', 'no-thermometer', 'in-hospital', 'other'] as const

/** The reading of one person: number, symptoms, who measured; once saved, on to whoever is next. */
export function Form({ stay, stays, household }: { stay: Stay; stays: readonly Stay[]; household: Household }) {
  const { t } = useTranslation('observation')
  const { held, setting } = useKnown()
  const record = useRecord()
  const [typed, setTyped] = useState(start)
  const [symptoms, setSymptoms] = useState<string[]>()
  const [by, setBy] = useState<MeasuredBy>()
  const [asked, setAsked] = useState<'askWho' | 'askSymptoms' | 'range'>()
  const [failing, setFailing] = useState(false)
  const { rule } = stay.episode

  async function save(said: { temperature: number | null; not_measured: NotMeasured | null }) {
    const id = newId()
    const reading = { id, observation: stay.episode.id, ...said, symptoms: symptoms ?? null, measured_by: by ?? 'visit' }
    const value = said.temperature === null ? t('failed') : `${said.temperature.toFixed(1)}℃`
    if (
      !(await record('observation.record-reading', reading, {
        ...doorPlate(household.door),
        text: `${stay.person.name} ${value}`,
      }))
    )
      return
    if (abnormal(reading, rule)) return go(`/high/${id}`, { replace: true })
    const next = stays.find((other) => other !== stay && other.now === undefined)
    if (next) return go(`/reading/${household.door.id}?person=${next.person.id}`, { replace: true })
    const work = workOf(held, setting, new Date(serverNow()).toISOString())
    const door = work.readings.flatMap(({ all }) => all).find((due) => due.household.door.id !== household.door.id)
    go(door ? `/reading/${door.household.door.id}` : '/', { replace: true })
  }
  function onSave() {
    const temperature = valueOf(typed)
    if (temperature === undefined) return setAsked('range')
    if (!by) return setAsked('askWho')
    if (symptoms === undefined && asked !== 'askSymptoms') return setAsked('askSymptoms')
    void save({ temperature, not_measured: null })
  }

  const number = (value: number | null | undefined) =>
    value === undefined ? t('notDue') : value === null ? t('notMeasured') : value.toFixed(1)
  return (
    <>
      <section className="f-slot">
        <div className="f-seg f-seg-half" role="radiogroup" aria-label={t('half')}>
          {(['morning', 'evening'] as const).map((half) => (
            <button
              key={half}
              type="button"
              role="radio"
              aria-checked={stay.half === half}
              disabled={stay.half !== half}
              title={t('otherHalf')}
            >
              {half === 'morning' ? <Sun size={18} aria-hidden="true" /> : <Moon size={18} aria-hidden="true" />}
              {t(half)}
            </button>
          ))}
        </div>
        <p>
          {t('yesterday')} {t('morning')} <b>{number(stay.yesterday.morning)}</b> {t('evening')}{' '}
          <b>{number(stay.yesterday.evening)}</b>
        </p>
      </section>
      <div className="f-scroll">
        <section className="f-big">
          <button type="button" aria-label={t('minus')} onClick={() => setTyped(step(typed, -1))}>
            <Minus size={26} aria-hidden="true" />
          </button>
          <p aria-live="polite" className={typed.touched ? '' : 'f-untouched'}>
            <b>{typed.text || '—'}</b>
            <span>℃</span>
          </p>
          <button type="button" aria-label={t('plus')} onClick={() => setTyped(step(typed, 1))}>
            <Plus size={26} aria-hidden="true" />
          </button>
        </section>
        <p className={asked ? 'f-hint f-red' : 'f-hint'} role={asked ? 'alert' : undefined}>
          {asked ? t(asked) : typed.touched ? '\u00a0' : t('preset')}
        </p>
        <Symptoms words={rule.symptoms} on={symptoms} set={setSymptoms} />
        <section className="f-sec">
          <h2 className="f-lab">{t('who')}</h2>
          <div className="f-chips">
            {measurers.map((one) => (
              <button
                key={one}
                type="button"
                role="radio"
                aria-checked={by === one}
                className="f-chip"
                onClick={() => setBy(one)}
              >
                {by === one && <Check size={16} aria-hidden="true" />}
                {t(`by.${one}`)}
              </button>
            ))}
          </div>
        </section>
      </div>
      {failing ? (
        <section className="f-failing">
          <h2 className="f-lab">{t('why')}</h2>
          <div className="f-chips f-chips-two">
            {failures.map((one) => (
              <button
                key={one}
                type="button"
                className="f-chip"
                onClick={() => void save({ temperature: null, not_measured: one })}
              >
                {t(`reasons.${one}`)}
              </button>
            ))}
          </div>
          <button type="button" className="f-btn f-btn-line" onClick={() => setFailing(false)}>
            {t('ui:cancel')}
          </button>
        </section>
      ) : (
        <Keypad
          value={typed.text}
          onKey={(key) => setTyped(press(typed, key))}
          onSave={onSave}
          onFailed={() => setFailing(true)}
        />
      )}
    </>
  )
}
