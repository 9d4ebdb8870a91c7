import type { readState } from '@wangdi/domain/regimes/regimes.api.ts'
import type { ConfirmedLevel } from '@wangdi/domain/regimes/regimes.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { done, emergency, locked } from '@wangdi/ui/marks/icons.ts'
import { StateIcon } from '@wangdi/ui/marks/StateMark.tsx'
import { formatDay } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { useRuleNames } from '../documents/rule-names.ts'
import { useSaying } from '../shell/say.ts'
import { functionWords, valueWordsOf } from './fact-words.ts'

/** The state of a place on the day: response or ordinary service, levels, class, package, and each emergency function. */
export function StateNow({ state }: { state: Static<typeof readState.reply> }) {
  const { t } = useTranslation('regimes')
  const say = useSaying()
  const named = useRuleNames(state.place)
  const open = state.responses.some((one) => one.state === 'open')
  const levels: [string, ConfirmedLevel | null][] = [
    [t('now.risk'), state.risk],
    [t('now.areaRisk'), state.area_risk],
    [t('now.areaZone'), state.area_zone],
    [t('now.class'), state.class],
  ]
  return (
    <section className="card" aria-label={t('now.title')}>
      <div className="card-head">
        <h2>{t('now.title')}</h2>
        <span className={open ? 'regimes-open' : 'quiet'}>
          <Icon of={open ? emergency : done} /> {open ? t('now.open') : t('now.service')}
        </span>
      </div>
      <dl className="regimes-facts">
        {state.rules && (
          <div>
            <dt>{t('now.rules')}</dt>
            <dd>{named(state.rules).join(t('levels.comma'))}</dd>
          </div>
        )}
        {levels
          .filter(
            ([name, level]) => level !== null || name === t('now.risk') || (name === t('now.class') && state.place.length === 12),
          )
          .map(([name, level]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {level ? <b>{say(valueWordsOf(level.value))}</b> : <span className="quiet">{t('now.none')}</span>}{' '}
                {level && (
                  <small className="quiet">{t('now.by', { by: level.by, from: formatDay(level.from, state.day) })}</small>
                )}
              </dd>
            </div>
          ))}
        {state.tier?.tier && (
          <div>
            <dt>{t('now.tier')}</dt>
            <dd>
              <b>{t(`tier.${state.tier.tier}`)}</b>
            </dd>
          </div>
        )}
      </dl>
      <h3 className="regimes-sub">{t('now.functions')}</h3>
      <ul className="regimes-functions">
        {state.functions.map((line) => (
          <li key={line.function}>
            {line.open ? <StateIcon state="done" /> : <Icon of={locked} className="quiet" />}
            <span>
              {!say(line.why).includes(say(functionWords(line.function))) && <b>{say(functionWords(line.function))} </b>}
              <span className={line.open ? undefined : 'quiet'}>{say(line.why)}</span>{' '}
              {line.until && <span className="nowrap">{t('now.until', { day: formatDay(line.until, state.day) })}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
