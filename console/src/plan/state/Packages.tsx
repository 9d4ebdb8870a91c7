import { useTranslation } from 'react-i18next'
import { rowsSaid } from '../../lists/Counted.tsx'
import { useSaying } from '../../shell/say.ts'
import { Source } from '../measures/Source.tsx'
import type { PlanReply } from '../plan-reply.ts'

/** Where level and class point to different tiers: both packages side by side, with what only the one asks. */
export function Packages({ packages }: { packages: PlanReply['packages'] }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  return (
    <section className="card plan-packages" aria-label={t('packages.title')}>
      <div className="card-head">
        <h2>{t('packages.title')}</h2>
        <span className="sub">{t('packages.lead')}</span>
      </div>
      <p className="quiet small">{t('packages.both', { count: packages[0]?.both ?? 0 })}</p>
      <div className="plan-packages-beside">
        {packages.map(({ tier, name, strategy, only }) => (
          <section key={tier} aria-label={say(name)}>
            <h3>{say(name)}</h3>
            <p className="quiet small">{say(strategy)}</p>
            {only.length === 0 && <p>{t('packages.noOnly')}</p>}
            {only.length > 0 && (
              <details {...rowsSaid('measures-only', only.length)}>
                <summary>{t('packages.only', { count: only.length })}</summary>
                <ul>
                  {only.map(({ id, text, source }) => (
                    <li key={id}>
                      {say(text)} <Source source={source} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </section>
        ))}
      </div>
    </section>
  )
}
