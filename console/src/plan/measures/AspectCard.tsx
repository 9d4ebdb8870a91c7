import type { PlanItem } from '@wangdi/domain/plan/plan.ts'
import { StateIcon, StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { MeasureRow } from './MeasureRow.tsx'
import { markOf, type PlanReply } from '../plan-reply.ts'

const order: Record<PlanItem['state'], number> = { not: 0, part: 1, unknown: 2, 'no-register': 3, nothing: 4, done: 5 }

// What there is nothing to count by: a few are shown, the rest unfolds.
const unproved: ReadonlySet<PlanItem['state']> = new Set(['unknown', 'no-register', 'nothing'])
const fewest = 4

/** The measures of one aspect: unfinished first, of those without any record or without anything asked a few, finished ones folded to one line; on paper all of them. */
export function AspectCard({
  title,
  items,
  plan,
  past,
}: {
  title: string
  items: readonly PlanItem[]
  plan: PlanReply
  past: boolean
}) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const [unfolded, setUnfolded] = useState(false)
  const [listed, setListed] = useState(false)
  const sorted = [...items].sort((a, b) => order[a.state] - order[b.state])
  const finished = plan.with_evidence ? sorted.filter(({ state }) => state === 'done') : []
  const unproven = plan.with_evidence ? sorted.filter(({ state }) => unproved.has(state)) : []
  const folded = unproven.slice(fewest)
  const open = sorted.filter((item) => !finished.includes(item) && !folded.includes(item))
  return (
    <section className="card" aria-label={title}>
      <div className="card-head">
        <h2>{title}</h2>
        {plan.with_evidence && <Tally items={items} />}
      </div>
      {open.map((item) => (
        <MeasureRow key={item.id} item={item} plan={plan} past={past} />
      ))}
      <div className={listed ? undefined : 'plan-on-paper'}>
        {folded.map((item) => (
          <MeasureRow key={item.id} item={item} plan={plan} past={past} />
        ))}
      </div>
      <div className={unfolded ? undefined : 'plan-on-paper'}>
        {finished.map((item) => (
          <MeasureRow key={item.id} item={item} plan={plan} past={past} />
        ))}
      </div>
      {unproven.length > fewest && (
        <div className="plan-done">
          <button type="button" className="w-link" aria-expanded={listed} onClick={() => setListed(!listed)}>
            {listed ? t('measure.fold') : t('measure.moreUnknown', { count: unproven.length - fewest })}
          </button>
        </div>
      )}
      {finished.length > 0 && (
        <div className="plan-done">
          <StateIcon state="done" size={14} />
          <p>
            {!unfolded && finished.map(({ text }) => say(text)).join(' · ')}{' '}
            <button type="button" className="w-link" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
              {unfolded ? t('measure.fold') : t('measure.unfold')}
            </button>
          </p>
        </div>
      )}
    </section>
  )
}

/** How many measures stand where: 未做 1, 部分 3, 没有记录 2, 今天不用做 1, 完成 3. */
function Tally({ items }: { items: readonly PlanItem[] }) {
  const { t } = useTranslation('plan')
  return (
    <span className="plan-counts">
      {(['not', 'part', 'unknown', 'no-register', 'nothing', 'done'] as const).map((state) => {
        const count = items.filter((item) => item.state === state).length
        if (count === 0 && unproved.has(state)) return null
        return count === 0 ? (
          <span key={state} className="none">
            {t(`measure.${state}`)} 0
          </span>
        ) : (
          <StateMark key={state} state={markOf[state]} size={12}>
            {t(`measure.${state}`)} {count}
          </StateMark>
        )
      })}
    </span>
  )
}
