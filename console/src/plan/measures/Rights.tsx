import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { chosen } from '@wangdi/ui/marks/icons.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import type { PlanReply } from '../plan-reply.ts'
import { Source } from './Source.tsx'

const fewest = 6

/** 居民可以要求: what residents may demand under the rules of the day, each with its source. */
export function Rights({ rights }: { rights: PlanReply['rights'] }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const [all, setAll] = useState(false)
  if (rights.length === 0) return null
  return (
    <section className="card" aria-label={t('rights.title')}>
      <div className="card-head">
        <h2>{t('rights.title')}</h2>
        <span className="sub">{t('rights.lead')}</span>
        {rights.length > fewest && (
          <button type="button" className="w-link end" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('measure.fold') : t('rights.all', { count: rights.length })}
          </button>
        )}
      </div>
      <ul className="plan-limits">
        {rights.map((right, nth) => (
          <li key={right.id} className={all || nth < fewest ? undefined : 'plan-on-paper'}>
            <Icon of={chosen} size={12} />
            <span>{say(right.text)}</span>
            <Source source={right.source} />
          </li>
        ))}
      </ul>
    </section>
  )
}
