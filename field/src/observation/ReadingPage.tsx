import { abnormal } from '@wangdi/domain/observation/slots.rules.ts'
import type { MeasuredBy, NotMeasured } from '@wangdi/domain/observation/observation.ts'
import { DoorPlate } from '@wangdi/ui/marks/DoorPlate.tsx'
import { serverNow, useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { Check, Minus, Moon, Plus, Sun } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { type Household, householdsOf, plateOf } from '../places/door.ts'
import { Bar } from '../shell/Bar.tsx'
import { useKnown } from '../shell/phone.ts'
import { go } from '../shell/route.ts'
import { useRecord } from '../shell/use-record.ts'
import { workOf } from '../today/work.ts'
import { Keypad } from './Keypad.tsx'
import { type Stay, staysOf } from './stay.ts'
import { press, start, step, valueOf } from './temperature.ts'

const measurers = ['visit', 'self', 'family', 'phone'] as const
const failures = ['not-home', 'refused', 'asleep', 'no-thermometer', 'in-hospital', 'other'] as const

/** 体温登记: a reading of one person, in a few taps; the next person of the door follows by itself. */
export function ReadingPage({ dwelling, person }: { dwelling: string; person: string | null }) {
  const { t } = useTranslation('observation')
  const shell = useTranslation('shell').t
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const { held, setting } = useKnown()
  const now = useNow()
  const household = householdsOf(held, dayOf(now)).get(dwelling)
  const stays = household ? staysOf(held, household, new Date(now).toISOString()) : []
  const chosen = stays.find((stay) => stay.person.id === person) ?? stays.find((stay) => stay.now === undefined) ?? stays[0]
  const why = setting?.closed.observation
  if (!household || !chosen || why)
    return (
      <>
        <Bar>{t('title')}</Bar>
        <main className="f-main">
          <p className="f-say">{!household ? shell('notFound') : why ? `${t('closed')}：${why[language]}` : t('noStay')}</p>
        </main>
      </>
    )
  return (
    <div className="f-page-fixed">
      <Bar>{t('title')}</Bar>
      <main className="f-page-main">
        <section className="f-reading-who">
          <DoorPlate {...plateOf(household.door)} />
          <div role="tablist" className="f-people">
            {stays.map((stay) => (
              <button
                key={stay.episode.id}
                type="button"
                role="tab"
                aria-selected={stay === chosen}
                className={stay.now == null ? '' : 'f-people-done'}
                onClick={() => go(`/reading/${dwelling}?person=${stay.person.id}`, { replace: true })}
              >
                {stay.person.name}
                <small>
                  {stay.now == null ? (
                    t('dayN', { n: stay.day, of: stay.of })
                  ) : (
                    <>
                      <Check size={15} aria-hidden="true" />
                      {t('slotDone', { half: t(stay.half), value: stay.now.toFixed(1) })}
                    </>
                  )}
                </small>
              </button>
            ))}
          </div>
        </section>
        <Form key={chosen.episode.id} stay={chosen} stays={stays} household={household} />
      </main>
    </div>
  )
}

function Form({ stay, stays, household }: { stay: Stay; stays: readonly Stay[]; household: Household }) {
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
      !(await record('observation.record-reading', reading, { ...plateOf(household.door), text: `${stay.person.name} ${value}` }))
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

  const number = (value: number | null | undefined) => (value == null ? t('notMeasured') : value.toFixed(1))
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
          {asked ? t(asked) : t('preset')}
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
            {t('cancel')}
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

// The symptoms of the order's rule; "none" is an answer, no press is no answer.
function Symptoms({
  words,
  on,
  set,
}: {
  words: readonly { zh: string; en: string }[]
  on: readonly string[] | undefined
  set: (symptoms: string[] | undefined) => void
}) {
  const { t } = useTranslation('observation')
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const toggle = (symptom: string) => set(on?.includes(symptom) ? on.filter((one) => one !== symptom) : [...(on ?? []), symptom])
  const none = on !== undefined && on.length === 0
  return (
    <section className="f-sec">
      <h2 className="f-lab">{t('symptoms')}</h2>
      <div className="f-chips">
        <button type="button" role="checkbox" aria-checked={none} className="f-chip" onClick={() => set(none ? undefined : [])}>
          {none && <Check size={16} aria-hidden="true" />}
          {t('none')}
        </button>
        {words.map((symptom) => (
          <button
            key={symptom.zh}
            type="button"
            role="checkbox"
            aria-checked={on?.includes(symptom.zh) ?? false}
            className={symptom[language].length > 4 ? 'f-chip f-chip-two' : 'f-chip'}
            onClick={() => toggle(symptom.zh)}
          >
            {on?.includes(symptom.zh) && <Check size={16} aria-hidden="true" />}
            {symptom[language]}
          </button>
        ))}
      </div>
    </section>
  )
}
