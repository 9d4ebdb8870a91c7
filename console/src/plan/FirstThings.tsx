import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Countdown } from '@wangdi/ui/marks/Countdown.tsx'
import { Figure } from '@wangdi/ui/marks/Figure.tsx'
import { StateIcon } from '@wangdi/ui/marks/StateMark.tsx'
import { dayOf, formatDeadline } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { Counted } from '../lists/Counted.tsx'
import { useSaying } from '../shell/say.ts'
import { type PlanReply, useOpenedList } from './plan-reply.ts'

const soonMs = 3_600_000

type Thing = PlanReply['first'][number]

/** What to do first: at most four, by deadline; each leads to the people or doors behind its figure. */
export function FirstThings({ things, day }: { things: readonly Thing[]; day: string }) {
  const { t } = useTranslation('plan')
  const opened = useOpenedList()
  return (
    <section className="card plan-first" aria-label={t('first.title')}>
      <h2>{t('first.title')}</h2>
      {things.length === 0 && <p className="plan-first-item quiet">{t('first.none')}</p>}
      {things.slice(0, 4).map((thing) => {
        const of = opened(thing.list, { round: thing.round, day })
        const key = `${thing.list} ${thing.round}`
        return of ? (
          <Counted key={key} n={thing.left} of={of} className="plan-first-item">
            <Inside thing={thing} go />
          </Counted>
        ) : (
          <div key={key} className="plan-first-item">
            <Inside thing={thing} />
          </div>
        )
      })}
    </section>
  )
}

function Inside({ thing, go = false }: { thing: Thing; go?: boolean }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const now = useNow()
  return (
    <>
      <span className="plan-first-top">
        <StateIcon state="due" size={14} />
        <span className="what">{say(thing.text)}</span>
        {thing.list === 'alerts' && <span className="due">{t('first.atOnce')}</span>}
        {thing.until && (
          <span className="due">
            {t('first.before', { time: formatDeadline(thing.until, dayOf(now)) })}
            {Date.parse(thing.until) - now < soonMs && (
              <span className="left">
                {' · '}
                <Countdown until={thing.until} />
              </span>
            )}
          </span>
        )}
      </span>
      <Figure value={thing.left} unit={t(`unit.${thing.list}`, { count: thing.left })} />
      {go && <span className="plan-first-go">{t('first.go')} ›</span>}
    </>
  )
}
