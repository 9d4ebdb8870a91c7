import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import type { PlanReply } from '../plan-reply.ts'
import { Source } from './Source.tsx'

const order = ['leads', 'stays', 'ends'] as const
const tones = { leads: 'accent', stays: 'plain', ends: 'dashed' } as const

/** 工作重心: what leads under the regime of the day, what stays, and what ended with the one before. */
export function Turns({ turns }: { turns: PlanReply['turns'] }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  if (turns.length === 0) return null
  return (
    <section className="card" aria-label={t('turns.title')}>
      <div className="card-head">
        <h2>{t('turns.title')}</h2>
        <span className="sub">{t('turns.lead')}</span>
      </div>
      <ul className="plan-limits plan-turns">
        {order.flatMap((to) =>
          turns
            .filter((turn) => turn.to === to)
            .map((turn) => (
              <li key={turn.id}>
                <Tag tone={tones[to]}>{t(`turns.${to}`)}</Tag>
                <span>{say(turn.text)}</span>
                <Source source={turn.source} />
              </li>
            )),
        )}
      </ul>
    </section>
  )
}
