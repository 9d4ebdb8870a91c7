import { shanghaiTime } from '@wangdi/domain/day.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import { resultSaid } from '@wangdi/domain/rounds/rounds.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDay, formatTime } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { Phone, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { untold } from '../observation/answers.ts'
import { grouped } from '../places/door.ts'
import { Call } from '../shell/Call.tsx'
import { useKnown } from '../shell/phone.ts'
import { go } from '../shell/route.ts'
import { Head, More, Row } from './rows.tsx'
import { countPeople } from './day-said.ts'
import type { ReadingDue, VisitDue, Work } from './work.ts'

const shown = 3

const agesOf = (due: ReadingDue, language: string) =>
  due.person.age === undefined ? '' : ` ${due.person.age}${language === 'en' ? '' : '岁'}`

// People, each once: two readings of one person are one person to go to.
function peopleOf(t: TFunction<'today'>, rows: readonly { readonly person: { readonly id: Id } }[]): string {
  const n = countPeople(rows)
  return t('people', { count: n, n })
}

/** 急: second readings after a high one; the doctor is called as long as a high reading has not reached the server. */
export function Urgent({ work }: { work: Work }) {
  const { t } = useTranslation('today')
  const language = useLanguage()
  const now = useNow()
  const { held, setting, entries } = useKnown()
  const doctor = setting?.colleagues.find(({ role, phone }) => role === 'community-doctor' && phone)
  const waiting = untold(held, entries).length
  if (work.urgent.length + waiting === 0) return null
  return (
    <section className="f-card">
      <Head
        kind={t('urgent')}
        tone="urgent"
        title={t('retest')}
        {...(work.urgent.length > 0 && { count: peopleOf(t, work.urgent) })}
      />
      {work.urgent.map((due) => (
        <Row
          key={due.observation}
          to={due.high ? `/high/${due.high.id}` : `/reading/${due.household.door.id}?person=${due.person.id}`}
          door={due.household.door}
          who={due.person.name + agesOf(due, language)}
          line={
            <>
              {due.high?.temperature && <em>{due.high.temperature.toFixed(1)}℃</em>} {due.high && shanghaiTime(due.high.taken_at)}{' '}
              · {Date.parse(due.at) > now ? t('again', { time: formatTime(due.at) }) : t('againNow')}
            </>
          }
        />
      ))}
      {waiting > 0 && (
        <div className="f-calldoctor">
          <TriangleAlert size={18} aria-hidden="true" />
          <span>{t('doctorNotTold', { count: waiting, n: waiting })}</span>
          {doctor && (
            <a href={`tel:${doctor.phone}`}>
              <Phone size={18} aria-hidden="true" />
              {t('callDoctor')}
            </a>
          )}
        </div>
      )}
    </section>
  )
}

/** 医生定了: what doctors decided today about readings behind the own doors. */
export function Decisions({ work }: { work: Work }) {
  const { t } = useTranslation('today')
  if (work.decided.length === 0) return null
  return (
    <section className="f-card">
      <Head kind={t('doctor')} tone="due" title={t('decided')} count={peopleOf(t, work.decided)} />
      {work.decided.map(({ reading, answer, household, person }) => (
        <Row
          key={answer.id}
          to={`/high/${reading.id}`}
          door={household.door}
          who={person.name}
          line={
            <>
              <em>{t(`outcome.${answer.outcome}`)}</em> {answer.by} {formatTime(answer.at)}
              {answer.note && ` · ${answer.note}`}
            </>
          }
        />
      ))}
    </section>
  )
}

/** 到点: readings of this half day, one row a door. */
export function Readings({ work }: { work: Work }) {
  return work.readings.map((group) => <HalfDay key={`${group.half}${group.at}${group.late}`} {...group} />)
}

function HalfDay({ half, at, late, all }: Work['readings'][number]) {
  const { t } = useTranslation('today')
  const [most, setMost] = useState(shown)
  const doors = [...grouped(all, ({ household }) => household)]
  return (
    <section className="f-card">
      <Head
        kind={t('due')}
        tone={late ? 'late' : 'due'}
        title={t(half)}
        when={late ? t('late') : t('by', { time: formatTime(at) })}
        count={peopleOf(t, all)}
      />
      {doors.slice(0, most).map(([household, own]) => (
        <Row
          key={household.door.id}
          to={`/reading/${household.door.id}`}
          door={household.door}
          who={[...new Map(own.map(({ person }) => [person.id, person.name])).values()].join('、')}
          line={`${t('dayN', { count: own[0]?.day_n, n: own[0]?.day_n ?? 0 })} · ${peopleOf(t, own)}`}
          end={<Call name={own[0]?.person.name ?? ''} phone={own.find(({ person }) => person.phone)?.person.phone} />}
        />
      ))}
      <More
        doors={doors.slice(most).map(([household]) => household)}
        near={doors[most - 1]?.[0].door}
        onMore={() => setMost(doors.length)}
      />
    </section>
  )
}

/** What the last visit found, in a few words. */
export function useLastVisit() {
  const { t } = useTranslation('today')
  const language = useLanguage()
  const today = dayOf(useNow())
  return ({ last, notBefore }: Pick<VisitDue, 'last' | 'notBefore'>): string => {
    if (!last) return t('never')
    const result = resultSaid(last)[language === 'en' ? 'en' : 'zh']
    if (notBefore && dayOf(notBefore) === today) return t('againAt', { result, time: formatTime(notBefore) })
    return t('last', { day: formatDay(dayOf(last.at), today), result })
  }
}

/** 走访: doors of key persons whose days have passed, the rest in one line. */
export function Visits({ work }: { work: Work }) {
  const { t } = useTranslation('today')
  const lastVisit = useLastVisit()
  const [most, setMost] = useState(shown)
  if (work.visits.length === 0) return null
  const old = work.visits.every(({ household, persons }) =>
    household.people.every(({ id, age }) => !persons.includes(id) || (age ?? 0) >= 65),
  )
  return (
    <section className="f-card">
      <Head
        kind={t('visit')}
        tone="visit"
        title={t(old ? 'elders' : 'keyPersons')}
        when={t('todayWord')}
        count={t('doors', { count: work.visits.length, n: work.visits.length })}
      />
      {work.visits.slice(0, most).map((due) => {
        const people = due.household.people.filter(({ id }) => due.persons.includes(id))
        return (
          <Row
            key={due.dwelling}
            to={`/visit/${due.dwelling}`}
            door={due.household.door}
            who={people.map(({ name }) => name).join('、')}
            line={lastVisit(due)}
            end={<Call name={people[0]?.name ?? ''} phone={people.find(({ phone }) => phone)?.phone} />}
          />
        )
      })}
      <More
        doors={work.visits.slice(most).map(({ household }) => household)}
        near={work.visits[most - 1]?.household.door}
        onMore={() => setMost(work.visits.length)}
      />
    </section>
  )
}

/** 核实: who came from elsewhere and did not answer the telephone twice; met at the door, asked where from and since when. */
export function Calls({ work }: { work: Work }) {
  const { t } = useTranslation('today')
  const [most, setMost] = useState(shown)
  if (work.calls.length === 0) return null
  return (
    <section className="f-card">
      <Head
        kind={t('check')}
        tone="due"
        title={t('calls')}
        when={t('todayWord')}
        count={peopleOf(
          t,
          work.calls.map(({ arrival }) => ({ person: { id: arrival.person } })),
        )}
      />
      {work.calls.slice(0, most).map(({ household, arrival }) => (
        <Row
          key={arrival.id}
          to={`/visit/${household.door.id}`}
          door={household.door}
          who={arrival.name}
          line={t('inVain', { count: arrival.unanswered, origin: arrival.origin, n: arrival.unanswered })}
          end={<Call name={arrival.name} phone={arrival.phone} />}
        />
      ))}
      <More
        doors={work.calls.slice(most).map(({ household }) => household)}
        near={work.calls[most - 1]?.household.door}
        onMore={() => setMost(work.calls.length)}
      />
    </section>
  )
}

/** 摸排: how far each open round has come. */
export function Rounds({ work }: { work: Work }) {
  const { t } = useTranslation('today')
  return work.rounds.map(({ round, coverage }) => {
    const noted = coverage.due - coverage.done - coverage.notReached
    const share = (n: number) => `${coverage.due === 0 ? 0 : (n / coverage.due) * 100}%`
    return (
      <section className="f-card" key={round.id}>
        <button type="button" className="f-plain" onClick={() => go(`/round/${round.id}`)}>
          <Head
            kind={t(round.kind === 'survey' ? 'round' : 'visit')}
            tone="visit"
            title={round.name}
            {...(round.until && { when: t('until', { day: formatDay(round.until, work.today) }) })}
            count={t(round.of === 'dwellings' ? 'notReached' : 'notReachedPeople', {
              count: coverage.notReached,
              n: coverage.notReached,
            })}
          />
          <div className="f-round">
            <div className="f-bar">
              <i style={{ width: share(coverage.done) }} />
              <i className="f-bar-noted" style={{ width: share(noted) }} />
            </div>
            <p>
              <span>
                {t('total')} <b>{coverage.due}</b>
              </span>
              <span>
                {t('reached')} <b>{coverage.done}</b>
              </span>
              <span>
                {t('noted')} <b>{noted}</b>
              </span>
              {coverage.outside > 0 && <span>{t('outside', { count: coverage.outside, n: coverage.outside })}</span>}
            </p>
          </div>
        </button>
      </section>
    )
  })
}
