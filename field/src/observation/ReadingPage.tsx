import { doorPlate } from '@wangdi/domain/places/door-plate.ts'
import { DoorPlate } from '@wangdi/ui/marks/DoorPlate.tsx'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { householdsOf } from '../places/door.ts'
import { Bar } from '../shell/Bar.tsx'
import { useKnown } from '../shell/phone.ts'
import { go } from '../shell/route.ts'
import { Form } from './ReadingForm.tsx'
import { staysOf } from './stay.ts'

/** 体温登记: a reading of one person, in a few taps; the next person of the door follows by itself. */
export function ReadingPage({ dwelling, person }: { dwelling: string; person: string | null }) {
  const { t } = useTranslation('observation')
  const shell = useTranslation('shell').t
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const { held, setting } = useKnown()
  const now = useNow()
  const household = householdsOf(held, setting, dayOf(now)).get(dwelling)
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
          <DoorPlate {...doorPlate(household.door)} />
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
                    t('dayN', { count: stay.day, n: stay.day, of: stay.of })
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
