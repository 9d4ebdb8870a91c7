import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { close } from '@wangdi/ui/marks/icons.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { Source } from './Source.tsx'
import type { PlanReply } from '../plan-reply.ts'

const fewest = 8

/** 不能做: what the rules of the day forbid, each with its source; a long list is cut on the screen, never on paper. */
export function Limits({ limits }: { limits: PlanReply['limits'] }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const [all, setAll] = useState(false)
  return (
    <section className="card" aria-label={t('limits.title')}>
      <div className="card-head">
        <h2>{t('limits.title')}</h2>
        <span className="sub">{limits.length > 0 ? t('limits.lead') : t('limits.none')}</span>
        {limits.length > fewest && (
          <button type="button" className="w-link end" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('measure.fold') : t('limits.all', { count: limits.length })}
          </button>
        )}
      </div>
      <ul className="plan-limits">
        {limits.map((limit, nth) => (
          <li key={limit.id} className={all || nth < fewest ? undefined : 'plan-on-paper'}>
            <Icon of={close} size={12} />
            <span>{say(limit.text)}</span>
            <Source source={limit.source} />
          </li>
        ))}
      </ul>
    </section>
  )
}
