import type { PlanItem } from '@wangdi/domain/plan/plan.ts'
import { isLeft, isUntold } from '@wangdi/domain/plan/plan.rules.ts'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Counted } from '../../lists/Counted.tsx'
import type { PlanReply } from '../plan-reply.ts'
import { ListedMeasures } from './ListedMeasures.tsx'

const holds = {
  all: () => true,
  must: ({ strength }: PlanItem) => strength === 'must',
  left: ({ state }: PlanItem) => isLeft(state),
  untold: ({ state }: PlanItem) => isUntold(state),
} as const
type Part = keyof typeof holds

/** Reads from an address which measures of the plan are asked for; nothing where it asks for none. */
export function readPart(search: object): Part | undefined {
  const { measures } = search as { measures?: unknown }
  return (Object.keys(holds) as Part[]).find((part) => part === measures)
}

/** How many measures the plan of a day has, are a must, are not finished and are not known; each figure opens exactly these. */
export function PlanCounts({ plan, past }: { plan: PlanReply; past: boolean }) {
  const { t } = useTranslation('plan')
  const parts: readonly Part[] = past || !plan.with_evidence ? ['all', 'must'] : ['all', 'must', 'left', 'untold']
  return (
    <span className="note">
      {parts.map((part, nth) => {
        const count = plan.items.filter(holds[part]).length
        const search = { measures: part, ...(past && { on: plan.day }) }
        return (
          <Fragment key={part}>
            {nth > 0 && t('stop')}
            <Counted n={count} of={{ to: '/plan', search, rows: 'measures' }}>
              {t(`note.${part === 'all' && past ? 'allPast' : part}`, { count })}
            </Counted>
          </Fragment>
        )
      })}
    </span>
  )
}

/** The measures behind one of these figures. */
export function PartMeasures({ plan, past, part }: { plan: PlanReply; past: boolean; part: Part }) {
  const { t } = useTranslation('plan')
  const items = plan.items.filter(holds[part])
  const said = t(`note.${part === 'all' && past ? 'allPast' : part}`, { count: items.length })
  return <ListedMeasures title={t(`measuresOf.${part}`)} said={said} items={items} plan={plan} past={past} />
}
