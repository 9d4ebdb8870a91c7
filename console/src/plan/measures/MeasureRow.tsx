import type { Evidence, PlanItem } from '@wangdi/domain/plan/plan.ts'
import { unitWords } from '@wangdi/domain/counted/units.ts'
import { isProved, mayBeNone } from '@wangdi/domain/plan/plan.rules.ts'
import { roles, strengths, subjects } from '@wangdi/policy/vocabulary.ts'
import { StateIcon } from '@wangdi/ui/marks/StateMark.tsx'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { formatMoment, formatNumber } from '@wangdi/ui/words/format.ts'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Counted } from '../../lists/Counted.tsx'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { Source } from './Source.tsx'
import { markOf, type PlanReply, useOpenedKind, useOpenedList, useOpenedPart } from '../plan-reply.ts'

const StatementForm = lazy(() => import('./StatementForm.tsx'))
const DetailForm = lazy(() => import('./DetailForm.tsx'))
const communityDigits = 12

/** One measure: what, how binding, how far, who and how often, where it stands written, and the list behind what is left. */
export function MeasureRow({ item, plan, past }: { item: PlanItem; plan: PlanReply; past: boolean }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const { access } = useSession()
  const [stating, setStating] = useState(false)
  const state = markOf[item.state]
  const [main] = item.evidence
  const [detailing, setDetailing] = useState(false)
  const here = !past && plan.place.length === communityDigits && plan.with_evidence
  const mayState = here && 'plan.state-measure' in access && (!isProved(item.evidence) || mayBeNone(item.evidence))
  const mayDetail = here && 'plan.detail-measure' in access
  const who = `${item.who.map((role) => say(roles[role])).join(t('comma'))} · ${say(item.rhythm)}`
  return (
    <div className="plan-measure">
      {plan.with_evidence ? <StateIcon state={state} /> : <span />}
      <div className="plan-measure-text">
        <b>{say(item.text)}</b>
        <Tag tone={item.strength === 'must' ? 'strong' : 'plain'}>{say(strengths[item.strength])}</Tag>
        {plan.subjects.length > 1 && item.subject && <Tag>{say(subjects[item.subject])}</Tag>}
      </div>
      {plan.with_evidence && (
        <div className="plan-measure-evidence">
          <span className={`w-state-${state}`}>{t(`measure.${item.state}`)}</span>{' '}
          {main && main.due > 0 && (
            <b data-kind={main.kind}>
              <Part evidence={main} part="done" day={plan.day} past={past} />/
              <Part evidence={main} part="due" day={plan.day} past={past} />
            </b>
          )}
        </div>
      )}
      <div className="plan-measure-more">
        <span className="who" title={who}>
          {who}
        </span>
        {item.figure && <span className="figure">{t(item.figure.chosen ? 'figure.chosen' : 'figure.ours')}</span>}
        {[item.source, ...item.also].map((source) => (
          <Source key={`${source.document} ${source.section}`} source={source} />
        ))}
        <span className="go">
          {item.evidence.map((evidence) => (
            <Left key={evidence.name} evidence={evidence} day={plan.day} />
          ))}
          {plan.with_evidence && item.statement && <Statement statement={item.statement} today={plan.day} />}
          {mayState && (
            <button type="button" className="w-link" onClick={() => setStating(true)}>
              {item.statement ? t('measure.stateAgain') : t('measure.state')}
            </button>
          )}
          {mayDetail && (
            <button
              type="button"
              className="w-link"
              aria-label={t(item.detail ? 'detail.changeOne' : 'detail.writeOne', { measure: say(item.text) })}
              onClick={() => setDetailing(true)}
            >
              {item.detail ? t('detail.change') : t('detail.write')}
            </button>
          )}
        </span>
      </div>
      {item.detail && <Detail detail={item.detail} />}
      {stating && (
        <Suspense>
          <StatementForm item={item} place={plan.place} onClose={() => setStating(false)} />
        </Suspense>
      )}
      {detailing && (
        <Suspense>
          <DetailForm item={item} place={plan.place} onClose={() => setDetailing(false)} />
        </Suspense>
      )}
    </div>
  )
}

/** How the community itself does it. */
function Detail({ detail: { how, who, hours, by } }: { detail: NonNullable<PlanItem['detail']> }) {
  const { t } = useTranslation('plan')
  return (
    <p className="plan-measure-detail" title={by}>
      <span className="quiet">{t('detail.here')}</span> {[how, who, hours].filter((word) => word !== '').join(' · ')}
    </p>
  )
}

/** How many are done, or due, of one kind of evidence, leading to them where a list has them. */
function Part({ evidence, part, day, past }: { evidence: Evidence; part: 'done' | 'due'; day: string; past: boolean }) {
  const opened = useOpenedPart()
  const of = past ? undefined : opened(evidence, part, day)
  return of ? <Counted n={evidence[part]} of={of} /> : formatNumber(evidence[part])
}

/** What is left of one kind of evidence, leading to the people or doors behind it. */
function Left({ evidence, day }: { evidence: Evidence; day: string }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const opened = useOpenedList()
  const ofKind = useOpenedKind()
  const { left } = evidence
  if (left <= 0) return null
  const of = evidence.list ? opened(evidence.list, { round: evidence.round, day }) : ofKind(evidence, 'left')
  const shown = formatNumber(left)
  const text = evidence.list
    ? t(`left.${evidence.list}`, { count: left, shown })
    : t('leftUnit', { shown, unit: say(unitWords(evidence.unit, left)) })
  return of ? (
    <Counted n={left} of={of}>
      {text} ›
    </Counted>
  ) : (
    <span data-kind={evidence.kind}>{text}</span>
  )
}

/** What a named person said, where no record of this house proves the measure. */
function Statement({ statement, today }: { statement: NonNullable<PlanItem['statement']>; today: string }) {
  const { t } = useTranslation('plan')
  return (
    <span title={statement.note}>
      {statement.state === 'none' && `${t('measure.none')} · `}
      {statement.by} {formatMoment(statement.at, today)}
    </span>
  )
}
