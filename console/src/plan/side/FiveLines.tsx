import { workLines } from '@wangdi/domain/plan/lines/lines.ts'
import { formatDay } from '@wangdi/ui/words/format.ts'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { LineFigure } from '../lines/LineFigure.tsx'
import type { PlanReply } from '../plan-reply.ts'

const LineOwnerForm = lazy(() => import('./LineOwnerForm.tsx'))
type Standing = PlanReply['lines'][number]

/** 五项工作: how far the measures of the day are along each line, how many nothing is known of, who answers for it and until when. */
export function FiveLines({ plan, past }: { plan: PlanReply; past: boolean }) {
  const { t } = useTranslation('plan')
  const { access } = useSession()
  const [named, setNamed] = useState<Standing>()
  if (plan.lines.length === 0) return null
  const mayName = !past && 'plan.name-line-owner' in access
  return (
    <section className="card" aria-label={t('lines.title')}>
      <div className="card-head">
        <h2>{t('lines.title')}</h2>
        <span className="sub">{t('lines.lead')}</span>
      </div>
      <table className="plan-people">
        <tbody>
          {plan.lines.map((standing) => (
            <Line
              key={standing.line}
              standing={standing}
              today={plan.day}
              on={past ? plan.day : undefined}
              onName={mayName ? () => setNamed(standing) : undefined}
            />
          ))}
        </tbody>
      </table>
      {named && (
        <Suspense>
          <LineOwnerForm standing={named} place={plan.place} today={plan.day} onClose={() => setNamed(undefined)} />
        </Suspense>
      )}
    </section>
  )
}

function Line({
  standing,
  today,
  on,
  onName,
}: {
  standing: Standing
  today: string
  on: string | undefined
  onName: (() => void) | undefined
}) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const { line, owner, due_on, done, part, not, unknown } = standing
  const of = done + part + not + unknown
  const name = say(workLines[line])
  return (
    <tr>
      <td>
        <b>{name}</b>
        {unknown > 0 && (
          <span className="quiet small">
            {' '}
            <LineFigure n={unknown} line={line} part="unknown" on={on}>
              {t('lines.unknown', { count: unknown })}
            </LineFigure>
          </span>
        )}
        <span className="plan-line-owner">
          {owner ?? <span className="quiet">{t('lines.nobody')}</span>}
          {due_on && of > done && (
            <span className={due_on < today ? 'late' : 'quiet'}>
              {t(due_on < today ? 'lines.late' : 'lines.due', { day: formatDay(due_on, today) })}
            </span>
          )}
          {onName && (
            <button
              type="button"
              className="w-link"
              aria-label={t(owner ? 'lines.changeOne' : 'lines.nameOne', { line: name })}
              onClick={onName}
            >
              {owner ? t('lines.change') : t('lines.name')}
            </button>
          )}
        </span>
      </td>
      <td className="bar">
        {of > 0 && (
          <span aria-hidden="true">
            <i style={{ width: `${(done / of) * 100}%` }} />
          </span>
        )}
      </td>
      {of > 0 ? (
        <td className="figure">
          <LineFigure n={done} line={line} part="done" on={on} />/<LineFigure n={of} line={line} part="asked" on={on} />
        </td>
      ) : (
        <td className="figure quiet small">{t('lines.none')}</td>
      )}
    </tr>
  )
}
