import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { close } from '@wangdi/ui/marks/icons.ts'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { Source } from './Source.tsx'
import type { PlanReply } from '../plan-reply.ts'

/** 不能做: what the rules of the day forbid, each with its source. */
export function Limits({ limits }: { limits: PlanReply['limits'] }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  return (
    <section className="card" aria-label={t('limits.title')}>
      <div className="card-head">
        <h2>{t('limits.title')}</h2>
        <span className="sub">{limits.length > 0 ? t('limits.lead') : t('limits.none')}</span>
      </div>
      <ul className="plan-limits">
        {limits.map((limit) => (
          <li key={limit.id}>
            <Icon of={close} size={12} />
            <span>{say(limit.text)}</span>
            <Source source={limit.source} />
          </li>
        ))}
      </ul>
    </section>
  )
}
