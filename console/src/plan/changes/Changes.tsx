import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { starts, stops } from '@wangdi/ui/marks/icons.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rowsSaid } from '../../lists/Counted.tsx'
import { useSaying } from '../../shell/say.ts'
import { Goods, People } from './Needs.tsx'
import type { PlanReply } from '../plan-reply.ts'

const fewest = 3

/** 比昨天: what started and what stopped, of a day to come what will until then; long lists are cut until they are asked for. */
export function Changes({ changes, ahead }: { changes: PlanReply['changes']; ahead: boolean }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const [all, setAll] = useState(false)
  const { started, stopped, people, goods } = changes
  const title = t(ahead ? 'change.ahead' : 'change.title')
  const needs = people.length + goods.started.length + goods.stopped.length > 0
  const long = needs || started.length > fewest || stopped.length > fewest
  const list = (items: typeof started) => (all ? items : items.slice(0, fewest)).map(({ text }) => say(text)).join(' · ')
  return (
    <section className="card plan-change" aria-label={title}>
      <h2>{title}</h2>
      {started.length + stopped.length === 0 && <p className="quiet">{t(ahead ? 'change.sameAhead' : 'change.same')}</p>}
      {started.length > 0 && (
        <p {...rowsSaid('measures-started', started.length)}>
          <Tag tone="accent">
            <Icon of={starts} size={12} />
            {t('change.started', { count: started.length })}
          </Tag>
          <span>{list(started)}</span>
        </p>
      )}
      {stopped.length > 0 && (
        <p {...rowsSaid('measures-stopped', stopped.length)}>
          <Tag>
            <Icon of={stops} size={12} />
            {t('change.stopped', { count: stopped.length })}
          </Tag>
          <span>{list(stopped)}</span>
        </p>
      )}
      {all && people.length > 0 && (
        <div className="plan-needs">
          <Tag>{t('needs.people')}</Tag>
          <People people={people} subject="plan" />
        </div>
      )}
      {all && goods.started.length + goods.stopped.length > 0 && (
        <div className="plan-needs">
          <Tag>{t('needs.goods')}</Tag>
          <Goods goods={goods} subject="plan" />
        </div>
      )}
      {long && (
        <button type="button" className="w-link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('change.fold') : t('change.all')}
        </button>
      )}
    </section>
  )
}
