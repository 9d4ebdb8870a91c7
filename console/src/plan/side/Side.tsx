import { roles } from '@wangdi/policy/vocabulary.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { people, reminder, time, warning } from '@wangdi/ui/marks/icons.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { formatDay, formatNumber } from '@wangdi/ui/words/format.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Counted, rowsSaid } from '../../lists/Counted.tsx'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import type { PlanReply } from '../plan-reply.ts'
import { FiveLines } from './FiveLines.tsx'
import { ReportClock } from './ReportClock.tsx'

const fewest = 8

/** The right column: the clock of today's report, open work by person, reminders. */
export function Side({ plan, past }: { plan: PlanReply; past: boolean }) {
  const reports = plan.functions.find((one) => one.function === 'daily-report')?.open ?? false
  return (
    <aside className="plan-side">
      {reports && !past && <ReportClock community={plan.place} />}
      <FiveLines plan={plan} past={past} />
      {plan.with_evidence && <WorkByPerson list={plan.people} past={past} />}
      <Reminders warnings={plan.warnings} today={plan.day} />
    </aside>
  )
}

function WorkByPerson({ list, past }: { list: PlanReply['people']; past: boolean }) {
  const { t } = useTranslation('plan')
  const { access } = useSession()
  const opens = !past && 'plan.open-doors' in access
  const say = useSaying()
  const [all, setAll] = useState(false)
  const most = Math.max(1, ...list.map(({ left }) => left))
  const roleOf = (role: string) => (role in roles ? say(roles[role as keyof typeof roles]) : '')
  return (
    <section className="card" aria-label={t('people.title')}>
      <div className="card-head">
        <Icon of={people} />
        <h2>{t('people.title')}</h2>
        <span className="sub">{t('people.left')}</span>
        {list.length > fewest && (
          <button type="button" className="w-link end" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('measure.fold') : t('people.all', { count: list.length })}
          </button>
        )}
      </div>
      {list.length === 0 && <p className="plan-side-none quiet">{t('people.none')}</p>}
      <table className="plan-people">
        <tbody>
          {(all ? list : list.slice(0, fewest)).map((one) => (
            <tr key={`${one.account} ${one.grid}`}>
              <td>
                <b>{one.name}</b> <span className="quiet small">{one.grid || roleOf(one.role)}</span>
              </td>
              <td className="bar">
                <span aria-hidden="true">
                  <i style={{ width: `${(one.left / most) * 100}%` }} />
                </span>
              </td>
              <td className="figure">
                {opens ? (
                  <Counted n={one.left} of={{ to: '/plan', search: { doors_of: one.account }, rows: 'open-doors' }} />
                ) : (
                  formatNumber(one.left)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Reminders({ warnings, today }: { warnings: PlanReply['warnings']; today: string }) {
  const { t } = useTranslation('plan')
  const { access } = useSession()
  const say = useSaying()
  return (
    <section className="card" aria-label={t('reminders.title')} {...rowsSaid('reminders', warnings.length)}>
      <div className="card-head">
        <Icon of={reminder} />
        <h2>{t('reminders.title')}</h2>
        {warnings.length > 0 && (
          <span className="end">
            <Tag tone="due">{t('reminders.count', { count: warnings.length })}</Tag>
          </span>
        )}
      </div>
      {warnings.length === 0 && <p className="plan-side-none quiet">{t('reminders.none')}</p>}
      {warnings.map((one) => (
        <div className="plan-reminder" key={`${one.kind} ${one.text.zh}`}>
          <Icon of={one.kind.startsWith('order') ? time : warning} />
          <div>
            {one.kind === 'stricter-chosen' && <b>{t('reminders.suspected')}</b>}
            {say(one.text)}{' '}
            {one.until && <span className="quiet small">{t('reminders.until', { day: formatDay(one.until, today) })}</span>}
            {'plan.over-control' in access && one.kind === 'over-control' && (
              <p className="actions">
                <Link to="/over-control">{t('reminders.toOverControl')}</Link>
              </p>
            )}
            {'regimes.state' in access && one.kind !== 'grid-vacant' && one.kind !== 'over-control' && (
              <p className="actions">
                <Link to="/regimes">{t('reminders.go')}</Link>
              </p>
            )}
          </div>
        </div>
      ))}
    </section>
  )
}
