import { retestFrom } from '@wangdi/domain/observation/slots.rules.ts'
import type { Reading } from '@wangdi/domain/observation/observation.ts'
import { shanghaiInstant } from '@wangdi/domain/day.ts'
import { DoorPlate } from '@wangdi/ui/marks/DoorPlate.tsx'
import { serverNow } from '@wangdi/ui/marks/clock.ts'
import { useOnline } from '@wangdi/ui/states/online.ts'
import { formatTime } from '@wangdi/ui/words/format.ts'
import { Check, CircleCheck, Clock, Pencil, Phone, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plateOf, shortCommunity } from '../places/door.ts'
import { Bar } from '../shell/Bar.tsx'
import { useKnown, usePhone } from '../shell/phone.ts'
import { go } from '../shell/route.ts'

/** Seconds by the server's clock, so that a wait is counted down before the eyes. */
function useSeconds(): number {
  const [now, setNow] = useState(serverNow())
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** After a high reading or a symptom: what is kept, three steps, and calls under the thumb. */
export function HighPage({ reading: id }: { reading: string }) {
  const { t } = useTranslation('observation')
  const shell = useTranslation('shell').t
  const { engine } = usePhone()
  const { held, entries } = useKnown()
  const reading = held.reading.get(id)
  const episode = reading && held.episode.get(reading.observation)
  const person = episode && held.person.get(episode.person)
  const door = person && held.dwelling.get(person.dwelling)
  if (!reading || !episode || !person || !door)
    return (
      <>
        <Bar>{t('title')}</Bar>
        <main className="f-main f-say">{t('gone')}</main>
      </>
    )
  const value = reading.temperature === null ? t('failed') : `${reading.temperature.toFixed(1)}℃`
  const entry = entries.find(({ input }) => input.id === id)
  const isFever = reading.temperature !== null && reading.temperature >= episode.rule.fever
  const again = `/reading/${door.id}?person=${person.id}`
  return (
    <>
      <Bar>{t('title')}</Bar>
      <main className="f-body">
        <section className="f-who">
          <div className="f-high">
            <DoorPlate {...plateOf(door)} />
            <div>
              <h2>{person.name}</h2>
              <p>
                {t('measured', { half: t(reading.half), time: formatTime(reading.taken_at), by: t(`by.${reading.measured_by}`) })}
              </p>
            </div>
            {reading.temperature !== null && (
              <p className="f-value">
                <b>{reading.temperature.toFixed(1)}</b>
                <span>℃</span>
              </p>
            )}
          </div>
          <p className="f-reached" role="alert">
            <TriangleAlert size={26} strokeWidth={1.75} aria-hidden="true" />
            {isFever
              ? t('reached', { fever: episode.rule.fever.toFixed(1) })
              : t('symptomsTold', { symptoms: reading.symptoms?.join('、') ?? '' })}
          </p>
        </section>
        <div className="f-main">
          <ol className="f-steps">
            <Again reading={reading} to={again} />
            <Tell reading={reading} sent={!entry || entry.state === 'done'} />
            <li>
              <span className="f-no">3</span>
              <div>
                <h3>
                  {t('transfer')} <span className="f-tag">{t('byDoctor')}</span>
                </h3>
                <p>{t('doctorDecides')}</p>
                <p>{t('car')}</p>
              </div>
            </li>
          </ol>
          <div className="f-sos">
            <span>{t('emergency')}</span>
            <a href="tel:120">
              <Phone size={22} aria-hidden="true" /> 120
            </a>
          </div>
        </div>
      </main>
      <footer className="f-foot">
        <p className="f-saved" role="status">
          <CircleCheck size={22} strokeWidth={1.75} aria-hidden="true" />
          {t('kept', { value, state: shell(!entry || entry.state === 'done' ? 'sent' : 'saved') })}
          <button
            type="button"
            className="f-link"
            onClick={async () => {
              // Not sent yet, it is taken back; sent, it stays, and the next one says what was wrong.
              if (entry?.state === 'unsent') await engine.settle(entry.id, 'theirs')
              go(again, { replace: true })
            }}
          >
            <Pencil size={18} aria-hidden="true" /> {t('wrong')}
          </button>
        </p>
        <CallDoctor />
      </footer>
    </>
  )
}

function Again({ reading, to }: { reading: Reading; to: string }) {
  const { t } = useTranslation('observation')
  const { held } = useKnown()
  const now = useSeconds()
  const episode = held.episode.get(reading.observation)
  if (!episode) return null
  const slot = [...held.reading.values()].filter(
    ({ observation, day, half }) => observation === episode.id && day === reading.day && half === reading.half,
  )
  const from = retestFrom(slot, episode.rule)
  const second = slot.find((other) => other.id !== reading.id && other.temperature !== null && other.taken_at > reading.taken_at)
  const left = from ? Date.parse(from) - now : 0
  const due = shanghaiInstant(reading.day, episode.rule.due_by[reading.half])
  const clock = `${String(Math.floor(left / 60_000)).padStart(2, '0')}:${String(Math.floor(left / 1000) % 60).padStart(2, '0')}`
  return (
    <li className="f-step-now">
      <span className="f-no">1</span>
      <div>
        <h3>
          {t('again')}{' '}
          {Date.parse(due) > now && !second && (
            <span className="f-tag f-tag-yellow">{t('before', { time: formatTime(due) })}</span>
          )}
        </h3>
        <p>
          {second
            ? t('againDone', { value: second.temperature?.toFixed(1) ?? '' })
            : t('rest', { n: episode.rule.second_reading })}
        </p>
        {!second && (
          <div className="f-wait">
            <span>
              <Clock size={22} strokeWidth={1.75} aria-hidden="true" />
              {left > 0 ? (
                <>
                  {t('wait')} <b>{clock}</b>
                </>
              ) : (
                t('ready')
              )}
            </span>
            <button type="button" className="f-btn-small" onClick={() => go(to)}>
              {t('now')}
            </button>
          </div>
        )}
      </div>
    </li>
  )
}

const toldKey = (id: string) => `wangdi.told.${id}`

function Tell({ reading, sent }: { reading: Reading; sent: boolean }) {
  const { t } = useTranslation('observation')
  const online = useOnline()
  const { setting } = useKnown()
  const [through, setThrough] = useState(() => localStorage.getItem(toldKey(reading.id)))
  const doctor = setting?.colleagues.find(({ role, phone }) => role === 'community-doctor' && phone)
  const desk = setting?.colleagues.find(({ role, phone }) => role === 'county-health' && phone)
  return (
    <li className="f-step-now">
      <span className="f-no">2</span>
      <div>
        <h3>
          {t('tell')} <span className="f-tag f-tag-yellow">{t('atOnce')}</span>
        </h3>
        <p>{doctor ? t('doctor', { name: doctor.name, place: shortCommunity(setting?.communityName) }) : t('noDoctor')}</p>
        {online && sent ? (
          <p>{t('onlineTell')}</p>
        ) : (
          <p>
            {t('offlineTell')}
            <b>{t('pleaseCall')}</b>。
          </p>
        )}
        <div className="f-wait">
          {desk && (
            <a className="f-btn-small" href={`tel:${desk.phone}`}>
              <Phone size={20} aria-hidden="true" /> {t('desk')}
            </a>
          )}
          <button
            type="button"
            className="f-btn-small"
            aria-pressed={through !== null}
            onClick={() => {
              const at = new Date(serverNow()).toISOString()
              localStorage.setItem(toldKey(reading.id), at)
              setThrough(at)
            }}
          >
            <Check size={20} aria-hidden="true" /> {through ? t('throughAt', { time: formatTime(through) }) : t('through')}
          </button>
        </div>
      </div>
    </li>
  )
}

function CallDoctor() {
  const { t } = useTranslation('observation')
  const { setting } = useKnown()
  const doctor = setting?.colleagues.find(({ role, phone }) => role === 'community-doctor' && phone)
  const desk = setting?.colleagues.find(({ role, phone }) => role === 'county-health' && phone)
  const who = doctor ?? desk
  if (!who) return null
  return (
    <a className="f-btn f-btn-main" href={`tel:${who.phone}`}>
      <Phone size={24} strokeWidth={1.75} aria-hidden="true" />
      {doctor ? t('callDoctor', { name: doctor.name }) : t('desk')}
    </a>
  )
}
