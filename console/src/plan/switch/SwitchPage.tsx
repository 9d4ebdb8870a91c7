import './switch.css'
import { type EndedMeasure, readSwitch } from '@wangdi/domain/plan/switch/switch.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../../lists/Asked.tsx'
import { rowsSaid } from '../../lists/Counted.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { Source } from '../measures/Source.tsx'
import { markOf } from '../plan-reply.ts'

const EndForm = lazy(() => import('./EndForm.tsx'))
type Reply = Static<typeof readSwitch.reply>
const turnsTo = ['leads', 'stays', 'ends'] as const

/** 转日常清单: what closes, what stays and what leads since 2023, the duties now, and the day each old measure was ended here. */
export default function SwitchPage() {
  const { t } = useTranslation('switch')
  const say = useSaying()
  const place = useLookedAt()
  const today = dayOf(useNow())
  const answer = useQuery(ask(readSwitch, { place }))
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
        <div className="actions">
          <Link to="/plan">{t('plan')}</Link>
        </div>
      </div>
      <Asked answer={answer}>
        {(turn) => (
          <div className="list-stack">
            <p className={turn.turned ? 'switch-state' : 'switch-state switch-back'}>
              <b>{turn.turned ? t('turned') : t('back')}</b> {say(turn.regime)}{' '}
              {turn.since && t('since', { day: formatDay(turn.since, today) })}
            </p>
            <Turned turns={turn.turns} />
            <Duties duties={turn.duties} />
            <Ended key={place} place={place} ended={turn.ended} turned={turn.turned} />
          </div>
        )}
      </Asked>
    </>
  )
}

function Turned({ turns }: { turns: Reply['turns'] }) {
  const { t } = useTranslation('switch')
  const say = useSaying()
  if (turns.length === 0) return null
  return (
    <div className="switch-turns">
      {turnsTo.map((to) => (
        <section className="card" key={to} aria-label={t(`turns.${to}`)}>
          <div className="card-head">
            <h2>{t(`turns.${to}`)}</h2>
          </div>
          <ul className="switch-list">
            {turns
              .filter((turn) => turn.to === to)
              .map(({ id, text, source }) => (
                <li key={id}>
                  <span>{say(text)}</span>
                  <Source source={source} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Duties({ duties }: { duties: Reply['duties'] }) {
  const { t } = useTranslation('switch')
  const say = useSaying()
  const done = duties.filter(({ state }) => state === 'done').length
  const counted = duties.some(({ state }) => state !== null)
  return (
    <section className="card" aria-label={t('duties.title')}>
      <div className="card-head">
        <h2>{t('duties.title')}</h2>
        <span className="sub">
          {counted ? t('duties.count', { done, of: duties.length }) : t('duties.all', { count: duties.length })}
        </span>
      </div>
      {duties.length === 0 && <Empty>{t('duties.none')}</Empty>}
      <ul className="switch-list switch-duties">
        {duties.map(({ id, text, source, state }) => (
          <li key={id}>
            {state && <StateMark state={markOf[state]}>{t(`states.${state}`)}</StateMark>}
            <span>{say(text)}</span>
            <Source source={source} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Ended({ place, ended, turned }: { place: string; ended: readonly EndedMeasure[]; turned: boolean }) {
  const { t } = useTranslation('switch')
  const { access } = useSession()
  const [ending, setEnding] = useState<readonly EndedMeasure[]>()
  const here = place.length === 12
  const mayEnd = here && 'plan.end-old-measures' in access
  const open = ended.filter((one) => !one.recorded)
  const recorded = ended.length - open.length
  const onlyOpen = here && (useSearch({ strict: false }) as { show?: unknown }).show === 'open'
  const shown = onlyOpen ? open : ended
  return (
    <section
      className="card"
      aria-label={t('ended.title')}
      {...rowsSaid(onlyOpen ? 'old-measures-open' : 'old-measures', shown.length)}
    >
      <div className="card-head">
        <h2>{t('ended.title')}</h2>
        <span className="sub">{here && ended.length > 0 && t('ended.count', { recorded, of: ended.length })}</span>
        {onlyOpen && <Link to="/regime-switch">{t('ended.whole')}</Link>}
        {mayEnd && open.length > 1 && (
          <button type="button" className="w-link end" onClick={() => setEnding(open)}>
            {t('ended.recordAll', { count: open.length })}
          </button>
        )}
      </div>
      {ended.length === 0 ? (
        <Empty>{turned ? t('ended.none') : t('ended.back')}</Empty>
      ) : (
        <div className="list-scroll">
          <table className="list-table stack">
            <thead>
              <tr>
                <th>{t('ended.measure')}</th>
                <th>{t('ended.because')}</th>
                {here && <th>{t('ended.here')}</th>}
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <EndedRow key={one.measure} one={one} here={here} onEnd={mayEnd ? () => setEnding([one]) : undefined} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {ending && (
        <Suspense>
          <EndForm old={ending} place={place} onClose={() => setEnding(undefined)} />
        </Suspense>
      )}
    </section>
  )
}

function EndedRow({ one, here, onEnd }: { one: EndedMeasure; here: boolean; onEnd: (() => void) | undefined }) {
  const { t } = useTranslation('switch')
  const say = useSaying()
  const today = dayOf(useNow())
  const { recorded } = one
  return (
    <tr>
      <td className="switch-measure">
        {say(one.text)} <Source source={one.source} />
      </td>
      <td data-label={t('ended.because')}>
        {say(one.because)} <span className="quiet small nowrap">{formatDay(one.ends_on, today)}</span>
      </td>
      {here && (
        <td data-label={t('ended.here')}>
          {recorded ? (
            <>
              <span className="nowrap">{t('ended.on', { day: formatDay(recorded.ended_on, today) })}</span>{' '}
              <span className="quiet small">
                {recorded.by} {recorded.note}
              </span>
            </>
          ) : (
            <span className="quiet">{t('ended.unrecorded')}</span>
          )}{' '}
          {onEnd && (
            <button
              type="button"
              className="w-link"
              aria-label={t('ended.recordOne', { measure: say(one.text) })}
              onClick={onEnd}
            >
              {t('ended.record')}
            </button>
          )}
        </td>
      )}
    </tr>
  )
}
