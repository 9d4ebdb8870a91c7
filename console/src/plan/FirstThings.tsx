import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Countdown } from '@wangdi/ui/marks/Countdown.tsx'
import { Figure } from '@wangdi/ui/marks/Figure.tsx'
import { StateIcon } from '@wangdi/ui/marks/StateMark.tsx'
import { dayOf, formatDeadline } from '@wangdi/ui/words/format.ts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../shell/say.ts'
import { type PlanReply, useListPage } from './plan-reply.ts'

const soonMs = 3_600_000

type Thing = PlanReply['first'][number]

/** What to do first: at most four, by deadline; each leads to the people or doors behind its figure. */
export function FirstThings({ things }: { things: readonly Thing[] }) {
  const { t } = useTranslation('plan')
  const pageOf = useListPage()
  return (
    <section className="card plan-first" aria-label={t('first.title')}>
      <h2>{t('first.title')}</h2>
      {things.length === 0 && <p className="plan-first-item quiet">{t('first.none')}</p>}
      {things.slice(0, 4).map((thing) => {
        const to = pageOf(thing.list)
        const key = `${thing.list} ${thing.round}`
        return to ? (
          <Link key={key} to={to} search={(thing.round ? { round: thing.round } : {}) as never} className="plan-first-item">
            <Inside thing={thing} go />
          </Link>
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
      <Figure value={thing.left} unit={t(`unit.${thing.list}`)} />
      {go && <span className="plan-first-go">{t('first.go')} ›</span>}
    </>
  )
}
