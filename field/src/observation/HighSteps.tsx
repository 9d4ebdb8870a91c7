import { shortName } from '@wangdi/domain/places/places.ts'
import { shanghaiInstant } from '@wangdi/domain/day.ts'
import type { Reading } from '@wangdi/domain/observation/observation.ts'
import { retestFrom } from '@wangdi/domain/observation/slots.rules.ts'
import { serverNow } from '@wangdi/ui/marks/clock.ts'
import { useOnline } from '@wangdi/ui/states/online.ts'
import { dayOf, formatMoment, formatTime } from '@wangdi/ui/words/format.ts'
import { Check, Clock, Phone } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKnown } from '../shell/phone.ts'
import { go } from '../shell/route.ts'
import type { Entry } from '../sync/outbox.ts'
import { answersTo } from './answers.ts'

/** Seconds by the server's clock, so that a wait is counted down before the eyes. */
function useSeconds(): number {
  const [now, setNow] = useState(serverNow())
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** Step 1: measured again after the rest that the rule asks. */
export function Again({ reading, to }: { reading: Reading; to: string }) {
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
            : t('rest', { count: episode.rule.second_reading, n: episode.rule.second_reading })}
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

/** Where the phone remembers that the doctor was reached. */
const toldKey = (id: string) => `wangdi.told.${id}`

/** Step 2: the doctor is told at once; by telephone as long as the record (`entry`) has not reached the server. */
export function Tell({ reading, entry }: { reading: Reading; entry: Entry | undefined }) {
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
        <p>{doctor ? t('doctor', { name: doctor.name, place: shortName(setting?.communityName ?? '') }) : t('noDoctor')}</p>
        {entry === undefined ? (
          <p>{t('sentTell')}</p>
        ) : (
          <p>
            {t(entry.state === 'refused' ? 'refusedTell' : online ? 'waitingTell' : 'offlineTell')}
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

/** The main key: a call to the doctor, else to the duty desk of the county. */
export function CallDoctor() {
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

/** Step 3: what the doctor decided, with who and when; until then that it is the doctor who decides. */
export function Decided({ reading }: { reading: Reading }) {
  const { t } = useTranslation('observation')
  const { held } = useKnown()
  const today = dayOf(serverNow())
  const answers = answersTo(held, reading.id)
  return (
    <li className={answers.length > 0 ? 'f-step-now' : undefined}>
      <span className="f-no">3</span>
      <div>
        <h3>
          {t(answers.length > 0 ? 'decided' : 'transfer')}{' '}
          {answers.length === 0 && <span className="f-tag">{t('byDoctor')}</span>}
        </h3>
        {answers.map(({ id, by, at, outcome, note }) => (
          <p key={id} role="status">
            <b>{t(`outcome.${outcome}`)}</b> {t('decidedBy', { by, time: formatMoment(at, today) })}
            {note && `：${note}`}
          </p>
        ))}
        {answers.length === 0 && <p>{t('doctorDecides')}</p>}
        {(answers.length === 0 || answers.at(-1)?.outcome === 'transfer') && <p>{t('car')}</p>}
      </div>
    </li>
  )
}
