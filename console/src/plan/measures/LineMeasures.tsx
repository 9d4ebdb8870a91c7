import { type LinePart, linesUnder, measuresOf } from '@wangdi/domain/plan/lines/lines.rules.ts'
import { type WorkLine, workLines } from '@wangdi/domain/plan/lines/lines.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { rowsSaid } from '../../lists/Counted.tsx'
import { useSaying } from '../../shell/say.ts'
import type { PlanReply } from '../plan-reply.ts'
import { MeasureRow } from './MeasureRow.tsx'

const parts = ['asked', 'done', 'unknown'] as const satisfies readonly LinePart[]

/** Reads from an address which measures of a line are asked for; nothing where it asks for none. */
export function readLine(search: object): { line: WorkLine; part: LinePart } | undefined {
  const { line, part } = search as { line?: unknown; part?: unknown }
  if (typeof line !== 'string' || !Object.hasOwn(workLines, line)) return undefined
  return { line: line as WorkLine, part: parts.find((one) => one === part) ?? 'asked' }
}

/** The measures behind a figure of a line of work, all of them, with the way back to the whole plan. */
export function LineMeasures({ plan, past, line, part }: { plan: PlanReply; past: boolean; line: WorkLine; part: LinePart }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const items = measuresOf(plan.items, linesUnder(plan.rules.map(({ pack }) => pack)), line, part)
  return (
    <section className="card" aria-label={say(workLines[line])} {...rowsSaid('measures', items.length)}>
      <div className="card-head">
        <h2>{say(workLines[line])}</h2>
        <span className="sub">{t(`lines.part.${part}`, { count: items.length })}</span>
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
