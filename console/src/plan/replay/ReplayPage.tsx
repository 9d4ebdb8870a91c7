import './replay.css'
import { sourceWords } from '@wangdi/policy/engine/clauses/origin.ts'
import { addDays } from '@wangdi/domain/day.ts'
import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { emergencyFunctions, valueWords } from '@wangdi/policy/vocabulary.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRuleNames } from '../../documents/rule-names.ts'
import { Asked } from '../../lists/Asked.tsx'
import { rowsSaid } from '../../lists/Counted.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import type { PlanReply } from '../plan-reply.ts'
import { DecidedThen, TermThen } from './Decided.tsx'
import { Decisions } from './Decisions.tsx'

/** 回看: what held at the place looked at on any day, and why. */
export default function ReplayPage() {
  const { t } = useTranslation('replay')
  const place = useLookedAt()
  const go = useNavigate()
  const today = dayOf(useNow())
  const { access } = useSession()
  const asked = useSearch({ strict: false }) as { on?: unknown; decision?: unknown; term?: unknown }
  const decision = typeof asked.decision === 'string' ? /^(level|response):([0-9a-f-]{36})$/.exec(asked.decision) : null
  const term = typeof asked.term === 'string' && /^[0-9a-f-]{36}$/.test(asked.term) ? asked.term : undefined
  const said = typeof asked.on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asked.on) ? asked.on : undefined
  const on = said !== undefined && said <= today ? said : addDays(today, -1)
  if (decision || term)
    return (
      <div className="replay">
        <div className="title">
          <h1>{t('title')}</h1>
          <span className="note">{t('noteDecision')}</span>
          <div className="actions">
            <Link to={'/replay' as never}>{t('back')}</Link>
          </div>
        </div>
        {decision && <DecidedThen kind={decision[1] as 'level' | 'response'} id={decision[2] ?? ''} />}
        {term && <TermThen observation={term} />}
      </div>
    )
  return (
    <div className="replay">
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
        <div className="actions">
          <label className="replay-day">
            {t('on')}
            <Input
              type="date"
              max={today}
              value={on}
              onChange={({ target }) => {
                if (target.value !== '') void go({ to: '/replay', search: { on: target.value }, replace: true } as never)
              }}
            />
          </label>
        </div>
      </div>
      <p className="replay-strip" role="status">
        {t('looking', { day: on })}
      </p>
      <HeldOn place={place} on={on} />
      {'plan.decisions' in access && <Decisions key={place} place={place} />}
    </div>
  )
}

function HeldOn({ place, on }: { place: string; on: string }) {
  const answer = useQuery(ask(readPlan, { place, on }))
  return <Asked answer={answer}>{(plan) => <Held plan={plan} />}</Asked>
}

function Held({ plan }: { plan: PlanReply }) {
  const { t } = useTranslation('replay')
  const say = useSaying()
  const named = useRuleNames(plan.place)
  const word = (value: string | null) => (value === null ? t('none') : say(valueWords[value] ?? { zh: value, en: value }))
  const open = plan.functions.flatMap((one) => (one.open ? [say(emergencyFunctions[one.function])] : []))
  const lines: readonly (readonly [string, string])[] = [
    [t('regime'), say(plan.regime)],
    [t('rules'), named(plan.rules.map(({ pack, at }) => `${pack}@${at}`).join(',')).join('\n')],
    [t('response'), plan.response ? `${plan.response.issuer} ${plan.response.number}` : t('noResponse')],
    [t('level'), word(plan.risk)],
    [t('class'), word(plan.class)],
    [t('tier'), plan.tier_name ? say(plan.tier_name) : t('none')],
    [t('open'), open.join('\n') || t('none')],
    [t('why'), plan.why.map(say).join('\n')],
  ]
  return (
    <div className="list-stack">
      <section className="card" aria-label={t('looks', { day: plan.day })}>
        <h2 className="card-head">{t('looks', { day: plan.day })}</h2>
        <dl className="replay-lines">
          {lines.map(([key, value]) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {plan.items.length === 0 && plan.limits.length === 0 ? (
        <section className="card">
          <Empty>{t('nothing')}</Empty>
        </section>
      ) : (
        <>
          <Rules title={t('measures', { count: plan.items.length, n: plan.items.length })} rules={plan.items} />
          <Rules title={t('limits', { count: plan.limits.length, n: plan.limits.length })} rules={plan.limits} />
        </>
      )}
    </div>
  )
}

function Rules({
  title,
  rules,
}: {
  title: string
  rules: readonly Pick<PlanReply['limits'][number], 'id' | 'text' | 'source'>[]
}) {
  const say = useSaying()
  return (
    <section className="card" aria-label={title} {...rowsSaid('rules', rules.length)}>
      <h2 className="card-head">{title}</h2>
      <ul className="replay-rules">
        {rules.map(({ id, text, source }) => (
          <li key={id}>
            {say(text)} <small>{say(sourceWords(source))}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
