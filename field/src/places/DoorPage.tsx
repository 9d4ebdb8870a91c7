import { doorPlate } from '@wangdi/domain/places/door-plate.ts'
import { dayOf as stayDay } from '@wangdi/domain/observation/slots.rules.ts'
import { resultSaid } from '@wangdi/domain/rounds/rounds.ts'
import { DoorPlate } from '@wangdi/ui/marks/DoorPlate.tsx'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatMoment } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { Bar } from '../shell/Bar.tsx'
import { Closable } from '../shell/Closable.tsx'
import { useKnown } from '../shell/phone.ts'
import { go } from '../shell/route.ts'
import { everybodyOf, headOf, householdsOf, runningBehind } from './door.ts'
import { Members } from './Members.tsx'

/** One door: who lives there, who is observed, what the last visits found, and what may be done now. */
export function DoorPage({ dwelling, keys }: { dwelling: string; keys?: ReactNode }) {
  const { t } = useTranslation('places')
  const shell = useTranslation('shell').t
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const { held, setting } = useKnown()
  const now = useNow()
  const today = dayOf(now)
  const household = householdsOf(held, setting, today).get(dwelling)
  if (!household)
    return (
      <>
        <Bar>{t('door')}</Bar>
        <main className="f-main f-say">{shell('notFound')}</main>
      </>
    )
  const { door, people, guests, visits } = household
  const stays = runningBehind(held, household, new Date(now).toISOString())
  return (
    <>
      <Bar>{t('door')}</Bar>
      <main className="f-body">
        <section className="f-who">
          <div className="f-door-head">
            <DoorPlate {...doorPlate(door)} />
            <div>
              <h2>
                {people.length > 0
                  ? t('people', { count: people.length, head: headOf(household)?.name ?? '', n: people.length })
                  : t('nobody')}
              </h2>
              {door.use === 'vacant' && <p>{t('vacant')}</p>}
              {stays.map(({ episode, person }) => (
                <p key={episode.id}>
                  {person.name}，{t(guests.includes(person) ? 'observedHere' : 'observed')}，
                  {t('dayN', { n: stayDay(episode, today)?.n ?? 0, of: stayDay(episode, today)?.of ?? 0 })}
                </p>
              ))}
            </div>
          </div>
          <ul className="f-members">
            <Members people={everybodyOf(household)} />
          </ul>
        </section>
        <div className="f-main">
          <section className="f-card">
            <h2 className="f-head">{t('visits')}</h2>
            {visits.length === 0 && <p className="f-line f-muted">{t('noVisits')}</p>}
            {[...visits]
              .reverse()
              .slice(0, 10)
              .map((visit) => (
                <div className="f-line" key={visit.id}>
                  <span>{resultSaid(visit)[language]}</span>
                  {visit.note && <em className="f-note-line">{visit.note}</em>}
                  <em>{formatMoment(visit.at, today)}</em>
                </div>
              ))}
          </section>
          <section className="f-card">{keys}</section>
          {stays.length > 0 && setting?.closed.observation && (
            <Closable entry={t('goReading')} why={setting.closed.observation} to="" />
          )}
        </div>
      </main>
      <footer className="f-foot f-foot-two">
        {stays.length > 0 && !setting?.closed.observation && (
          <button type="button" className="f-btn f-btn-line" onClick={() => go(`/reading/${dwelling}`)}>
            {t('goReading')}
          </button>
        )}
        <button type="button" className="f-btn" onClick={() => go(`/visit/${dwelling}`)}>
          {t('goVisit')}
        </button>
      </footer>
    </>
  )
}
