import { subjects, valueWords } from '@wangdi/policy/vocabulary.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { attention, done, emergency, warning } from '@wangdi/ui/marks/icons.ts'
import { formatDay } from '@wangdi/ui/words/format.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import type { PlanReply } from '../plan-reply.ts'
import { Why } from './Why.tsx'

const countyDigits = 6
const communityDigits = 12

/** The first answer of the page: in which state we are, by which rules and which order, and why. */
export function StateStrip({ plan }: { plan: PlanReply }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const { places } = useSession()
  const [asking, setAsking] = useState(false)
  const county = places.find(({ code }) => code.length === countyDigits)?.name ?? ''
  const word = (value: string | null) =>
    value === null ? t('state.unknown') : say(valueWords[value] ?? { zh: value, en: value })
  const { response } = plan
  const isMixed = plan.subjects.length > 1
  const end = response?.until ?? response?.review_on ?? null
  return (
    <section className="card plan-state" aria-label={t('state.label')}>
      <dl>
        <dt>{t('state.label')}</dt>
        <dd className={response ? 'with-icon in-response' : 'with-icon'}>
          <Icon of={response ? emergency : done} />
          {response ? t('state.open') : t('state.service')}
        </dd>
      </dl>
      {response && (
        <dl>
          <dt>{t('state.county', { name: county })}</dt>
          <dd className="with-icon risk">
            <Icon of={warning} />
            {word(plan.risk)}
          </dd>
        </dl>
      )}
      {plan.place.length === communityDigits && response && (
        <dl>
          <dt>{t('state.community')}</dt>
          <dd className="with-icon risk">
            <Icon of={attention} />
            {word(plan.class)}
            {plan.strategy && <small>{say(plan.strategy)}</small>}
          </dd>
        </dl>
      )}
      <dl>
        <dt>{t('state.rules')}</dt>
        <dd>
          <span>{say(plan.regime)}</span> {plan.tier_name && <small>{say(plan.tier_name)}</small>}
          {plan.follows && <small> {t('state.follows', { plan: say(plan.follows) })}</small>}
          {!response && plan.strategy && <small>{say(plan.strategy)}</small>}
          <small className="plan-rules">
            {plan.rules.map(({ pack, title, short, subject }) => (
              <span key={pack} title={say(title)}>
                {isMixed && subject && `${say(subjects[subject])}：`}
                {say(short)}
              </span>
            ))}
          </small>
        </dd>
      </dl>
      {isMixed && (
        <dl>
          <dt>{t('state.subjects')}</dt>
          {plan.subjects.map(({ subject, open, regime_name, tier_name, tier_nth, axes }) => (
            <dd key={subject} className={open ? 'with-icon in-response' : 'with-icon'}>
              <Icon of={open ? emergency : done} />
              {say(subjects[subject])}
              <small>
                {[
                  regime_name && say(regime_name),
                  tier_name && say(tier_name),
                  tier_nth && t('state.nth', tier_nth),
                  ...axes.flatMap(({ words, value }) => (value ? `${say(words)} ${say(value)}` : [])),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </dd>
          ))}
        </dl>
      )}
      <dl>
        <dt>{response ? `${response.issuer} ${response.number}` : t('state.noOrder')}</dt>
        <dd className="with-icon">
          {response && (
            <small>
              {end
                ? t('state.sinceUntil', { from: formatDay(response.from, plan.day), until: formatDay(end, plan.day) })
                : t('state.since', { from: formatDay(response.from, plan.day) })}
            </small>
          )}
          <button type="button" className="w-link" onClick={() => setAsking(true)}>
            {t('state.why')}
          </button>
        </dd>
      </dl>
      {asking && <Why plan={plan} onClose={() => setAsking(false)} />}
    </section>
  )
}
