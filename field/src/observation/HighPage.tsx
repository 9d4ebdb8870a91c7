import { dwellingOf } from '@wangdi/domain/sync/held.rules.ts'
import { doorPlate } from '@wangdi/domain/places/door-plate.ts'
import { DoorPlate } from '@wangdi/ui/marks/DoorPlate.tsx'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatTime } from '@wangdi/ui/words/format.ts'
import { CircleCheck, Pencil, Phone, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { everybodyOf, householdsOf } from '../places/door.ts'
import { Bar } from '../shell/Bar.tsx'
import { useKnown, usePhone } from '../shell/phone.ts'
import { go } from '../shell/route.ts'
import { isSent } from './answers.ts'
import { Again, CallDoctor, Decided, Tell } from './HighSteps.tsx'

/** After a high reading or a symptom: what is kept, three steps, and calls under the thumb. */
export function HighPage({ reading: id }: { reading: string }) {
  const { t } = useTranslation('observation')
  const shell = useTranslation('shell').t
  const { engine } = usePhone()
  const { held, setting, entries } = useKnown()
  const households = householdsOf(held, setting, dayOf(useNow()))
  const reading = held.reading.get(id)
  const episode = reading && held.episode.get(reading.observation)
  const household = episode && households.get(dwellingOf(held, 'episode', episode) ?? '')
  const person = household && everybodyOf(household).find((one) => one.id === episode.person)
  const door = household?.door
  if (!reading || !episode || !person || !door)
    return (
      <>
        <Bar>{t('title')}</Bar>
        <main className="f-main f-say">{t('gone')}</main>
      </>
    )
  const value = reading.temperature === null ? t('failed') : `${reading.temperature.toFixed(1)}℃`
  const entry = entries.find(({ input }) => input.id === id)
  const sent = isSent(entries, id)
  const isFever = reading.temperature !== null && reading.temperature >= episode.rule.fever
  const again = `/reading/${door.id}?person=${person.id}`
  return (
    <>
      <Bar>{t('title')}</Bar>
      <main className="f-body">
        <section className="f-who">
          <div className="f-high">
            <DoorPlate {...doorPlate(door)} />
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
            <Tell reading={reading} entry={sent ? undefined : entry} />
            <Decided reading={reading} />
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
          {t('kept', { value, state: shell(sent ? 'sent' : 'saved') })}
          <button
            type="button"
            className="f-link"
            onClick={() => {
              // Not sent yet, it is taken back; sent, it stays beside the next one, and the worst of both decides.
              if (entry?.state === 'unsent') void engine.settle(entry.id, 'theirs')
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
