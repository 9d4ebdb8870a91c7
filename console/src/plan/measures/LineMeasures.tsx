import { type LinePart, linesUnder, measuresOf } from '@wangdi/domain/plan/lines/lines.rules.ts'
import { type WorkLine, workLines } from '@wangdi/domain/plan/lines/lines.ts'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import type { PlanReply } from '../plan-reply.ts'
import { ListedMeasures } from './ListedMeasures.tsx'

const parts = ['asked', 'done', 'unknown'] as const satisfies readonly LinePart[]

/** Reads from an address which measures of a line are asked for; nothing where it asks for none. */
export function readLine(search: object): { line: WorkLine; part: LinePart } | undefined {
  const { line, part } = search as { line?: unknown; part?: unknown }
  if (typeof line !== 'string' || !Object.hasOwn(workLines, line)) return undefined
  return { line: line as WorkLine, part: parts.find((one) => one === part) ?? 'asked' }
}

/** The measures behind a figure of a line of work. */
export function LineMeasures({ plan, past, line, part }: { plan: PlanReply; past: boolean; line: WorkLine; part: LinePart }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const items = measuresOf(plan.items, linesUnder(plan.rules.map(({ pack }) => pack)), line, part)
  const said = t(`lines.part.${part}`, { count: items.length })
  return <ListedMeasures title={say(workLines[line])} said={said} items={items} plan={plan} past={past} />
}
