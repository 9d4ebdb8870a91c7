import type { PlanItem } from '@wangdi/domain/plan/plan.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { rowsSaid } from '../../lists/Counted.tsx'
import type { PlanReply } from '../plan-reply.ts'
import { MeasureRow } from './MeasureRow.tsx'

/** The measures behind a figure of the plan, all of them, with the way back to the whole plan. */
export function ListedMeasures({
  title,
  said,
  items,
  plan,
  past,
}: {
  title: string
  /** Which of them and how many, in words. */
  said: string
  items: readonly PlanItem[]
  plan: PlanReply
  past: boolean
}) {
  const { t } = useTranslation('plan')
  return (
    <section className="card plan-listed" aria-label={title} {...rowsSaid('measures', items.length)}>
      <div className="card-head">
        <h2>{title}</h2>
        <span className="sub">{said}</span>
        <Link className="end" to="/plan" search={(past ? { on: plan.day } : {}) as never}>
          {t('lines.whole')}
        </Link>
      </div>
      {items.length === 0 ? (
        <Empty>{t('lines.noneSuch')}</Empty>
      ) : (
        items.map((item) => <MeasureRow key={item.id} item={item} plan={plan} past={past} />)
      )}
    </section>
  )
}
